"""Relations that are not well, each with its reasons: what is late on either side, who has fallen silent, whom nobody answers for."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NamedTuple
from urllib.parse import urlencode

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jembatan.accounts.actor import Actor
from jembatan.commitments.models import Commitment
from jembatan.commitments.models.commitment import today_at
from jembatan.commitments.queries.visible import open_commitments
from jembatan.correspondence.models import Message, Recipient, Thread
from jembatan.correspondence.queries.visible import visible_threads
from jembatan.directory.models import Organisation
from jembatan.directory.queries.visible import visible_organisations

SHOWN, MOST_LATE = 30, 500
SILENT_AFTER = timedelta(days=60)
SERIOUS = 4


class Reason(NamedTuple):
    """A sentence, where its evidence is, and how much it weighs."""

    text: str
    address: str
    weight: int


@dataclass(slots=True)
class Relation:
    """A partner and what is wrong, the gravest first."""

    organisation: Organisation
    reasons: list[Reason] = field(default_factory=list)

    @property
    def weight(self) -> int:
        """Of all its reasons."""
        return sum(reason.weight for reason in self.reasons)

    @property
    def serious(self) -> bool:
        """Something has to be done."""
        return self.weight >= SERIOUS


@dataclass(frozen=True, slots=True)
class Relations:
    """`shown` are the thirty that are worst; `strained` counts all that have a reason, `others` those that have none."""

    shown: list[Relation]
    strained: int
    others: int


def relations_of(actor: Actor, now: datetime) -> Relations:
    """Of all partners of the desk; a constant number of queries."""
    reasons = defaultdict[int, list[Reason]](list)
    silent = _silent(actor, now)
    for source in (_late_turns(actor, now), _late_promises(actor), _said_of(silent[: SHOWN * 2], now)):
        for organisation_id, reason in source:
            reasons[organisation_id].append(reason)
    heavy = sorted(reasons, key=lambda pk: (-sum(each.weight for each in reasons[pk]), pk))
    partners = visible_organisations(actor)
    known = partners.select_related("counterpart__lead").in_bulk(heavy[: SHOWN * 2])
    shown = [_relation(known[pk], reasons[pk]) for pk in heavy if pk in known]
    shown.sort(key=lambda relation: (-relation.weight, relation.organisation.name_folded))
    strained = len({*reasons, *(pk for pk, _last in silent)})
    return Relations(shown[:SHOWN], strained, max(partners.count() - strained, 0))


def _relation(organisation: Organisation, reasons: list[Reason]) -> Relation:
    more = []
    if not hasattr(organisation, "counterpart"):
        address = reverse("directory:organisation", args=[organisation.pk])
        more.append(Reason(_("Nobody of us answers for them."), address, 1))
    return Relation(organisation, sorted([*reasons, *more], key=lambda reason: -reason.weight))


def _late_turns(actor: Actor, now: datetime) -> Iterator[tuple[int, Reason]]:
    """Conversations past their day, by the houses that took part; the five hundred that are late the longest."""
    late = visible_threads(actor).filter(done_at__isnull=True, due_at__lt=now)
    turns = dict(
        late.exclude(turn=Thread.Turn.NOBODYS).order_by("due_at").values_list("pk", "turn")[:MOST_LATE]
    )
    known = Q(sender__organisation__isnull=False, sender__organisation__removed_at__isnull=True)
    wrote = Message.objects.filter(known, thread__among=list(turns))
    read = Recipient.objects.filter(known, message__thread__among=list(turns))
    pairs = {
        *wrote.values_list("sender__organisation", "thread").distinct(),
        *read.values_list("sender__organisation", "message__thread").distinct(),
    }
    counts = defaultdict[tuple[int, str], int](int)
    for organisation_id, thread_id in pairs:
        if organisation_id and thread_id:
            counts[organisation_id, turns[thread_id]] += 1
    for (organisation_id, turn), count in sorted(counts.items()):
        query = urlencode({"turn": turn, "organisation": organisation_id})
        address = f"{reverse('correspondence:inbox')}?{query}"
        told = {"count": count}
        if turn == Thread.Turn.OURS:
            text = ngettext(
                "We are late with %(count)d answer.", "We are late with %(count)d answers.", count
            )
            yield organisation_id, Reason(text % told, address, 2 * count)
        else:
            text = ngettext(
                "They are late with %(count)d answer.", "They are late with %(count)d answers.", count
            )
            yield organisation_id, Reason(text % told, address, count)


def _late_promises(actor: Actor) -> Iterator[tuple[int, Reason]]:
    """What was only asked for is no promise, and nobody has broken it."""
    late = open_commitments(actor).filter(due__lt=today_at(actor.desk))
    late = late.filter(organisation__isnull=False, organisation__removed_at__isnull=True)
    late = late.exclude(grade=Commitment.Grade.ASKED)
    counted = late.order_by().values_list("organisation", "side").annotate(number=Count("pk"))
    for organisation_id, side, count in counted:
        query = urlencode({"side": side, "when": "overdue", "organisation": organisation_id})
        address = f"{reverse('commitments:promises')}?{query}"
        told = {"count": count}
        if side == "ours":
            text = ngettext("We have broken %(count)d promise.", "We have broken %(count)d promises.", count)
            yield organisation_id, Reason(text % told, address, 3 * count)
        else:
            text = ngettext(
                "They have not kept %(count)d promise in time.",
                "They have not kept %(count)d promises in time.",
                count,
            )
            yield organisation_id, Reason(text % told, address, 2 * count)


def _silent(actor: Actor, now: datetime) -> list[tuple[int, datetime]]:
    """Whom somebody of us answers for, and with whom nothing has happened for two months; the longest first."""
    silent = visible_organisations(actor).filter(
        counterpart__isnull=False, last_active_at__lt=now - SILENT_AFTER
    )
    rows = silent.order_by("last_active_at", "pk").values_list("pk", "last_active_at")
    return [(pk, last) for pk, last in rows if last is not None]


def _said_of(silent: list[tuple[int, datetime]], now: datetime) -> Iterator[tuple[int, Reason]]:
    for organisation_id, last in silent:
        days = (now - last).days
        text = ngettext(
            "Nothing has happened for %(count)d day.", "Nothing has happened for %(count)d days.", days
        )
        address = reverse("directory:organisation", args=[organisation_id])
        yield organisation_id, Reason(text % {"count": days}, address, 1 + (days > 120))
