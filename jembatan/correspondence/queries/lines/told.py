"""Whom a line was said to, in which wording, and who knows only an old one."""

from collections.abc import Hashable
from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import LineHearer, LineUse, OutgoingMail
from jembatan.correspondence.queries.lines.visible import Standing
from jembatan.dossiers.queries.visible import within_visible_dossiers

MOST = 200
NOT_LEFT = (OutgoingMail.State.WITHDRAWN, OutgoingMail.State.FAILED)
ON_ITS_WAY = (OutgoingMail.State.WAITING, OutgoingMail.State.SENDING)


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody who was told a wording that holds no more, and nothing newer since; `use` is the last time."""

    hearer: LineHearer
    use: LineUse

    @property
    def address(self) -> str:
        """Where to write; "" for somebody who heard it elsewhere."""
        return self.hearer.email


def visible_uses(actor: Actor) -> QuerySet[LineUse]:
    """In mails of conversations that the actor may see, and elsewhere."""
    within = within_visible_dossiers(actor, field="mail__draft__answers__thread__dossier")
    return LineUse.objects.filter(Q(mail__isnull=True) | within).exclude(mail__state__in=NOT_LEFT)


def uses_of(actor: Actor, row: Standing) -> list[LineUse]:
    """The latest first, with their hearers; mail that still waits in the outbox is among them."""
    hearers = Prefetch("hearers", LineHearer.objects.select_related("person", "organisation").order_by("pk"))
    uses = visible_uses(actor).filter(version__line=row.line)
    related = uses.select_related("version", "mail", "said_by").prefetch_related(hearers)
    return list(related.order_by("-said_at", "-pk")[:MOST])


def told_the_old_one(row: Standing, uses: list[LineUse]) -> list[Told]:
    """Of these uses, the latest first: everybody whose last one is not what the line says today."""
    last: dict[Hashable, Told] = {}
    for use in uses:
        for hearer in use.hearers.all():
            who = hearer.person_id or hearer.email or ("organisation", hearer.organisation_id)
            last.setdefault(who, Told(hearer, use))
    return [told for told in last.values() if not (row.holds and told.use.version == row.current)]


def waits_in_outbox(use: LineUse) -> bool:
    """Whether the mail can still be taken back."""
    return use.mail is not None and use.mail.state in ON_ITS_WAY
