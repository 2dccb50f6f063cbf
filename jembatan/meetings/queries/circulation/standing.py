"""How the circulation of minutes stands: who has agreed, who has corrected, who is silent."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.meetings.models import Minutes, MinutesCorrection, MinutesPartner, MinutesVersion
from jembatan.meetings.queries.minutes.visible import visible_minutes

State = MinutesCorrection.State


@dataclass(frozen=True, slots=True)
class Asked:
    """A partner, what they have corrected so far (the latest first) and the actions that they confirm."""

    partner: MinutesPartner
    has_agreed: bool
    corrections: list[MinutesCorrection]
    pledged: frozenset[int]

    @property
    def waits(self) -> bool:
        """Something of theirs is to be settled."""
        return any(each.state == State.OPEN for each in self.corrections)

    @property
    def is_silent(self) -> bool:
        """They have said nothing of this version."""
        return not self.has_agreed and not self.waits


@dataclass(frozen=True, slots=True)
class Standing:
    """The version that counts, and whoever is asked about it."""

    version: MinutesVersion
    asked: list[Asked]

    @property
    def all_agree(self) -> bool:
        """Nothing is left to be said."""
        return bool(self.asked) and all(each.has_agreed for each in self.asked) and not self.waits

    @property
    def waits(self) -> bool:
        """A correction is to be settled."""
        return any(each.waits for each in self.asked)


def latest_version(minutes: Minutes) -> MinutesVersion | None:
    """The one that counts; None before the first."""
    return minutes.versions.select_related("circulated_by", "entry", "pdf").order_by("-number").first()


def standing_of(minutes: Minutes) -> Standing | None:
    """Four queries; one, and None, before the first circulation."""
    version = latest_version(minutes)
    if version is None:
        return None
    version.minutes = minutes
    partners = list(
        minutes.partners.filter(withdrawn_at__isnull=True)
        .select_related("person", "organisation")
        .prefetch_related("pledges")
        .order_by("name", "pk")
    )
    corrections = MinutesCorrection.objects.filter(partner__in=partners).select_related(
        "version", "settled_by"
    )
    by_partner: dict[int, list[MinutesCorrection]] = {}
    for each in corrections.order_by("-written_at", "-pk"):
        by_partner.setdefault(each.partner_id, []).append(each)
    return Standing(
        version,
        [
            Asked(
                partner,
                partner.agreed_id == version.pk,
                by_partner.get(partner.pk, []),
                frozenset(pledge.action_id for pledge in partner.pledges.all()),
            )
            for partner in partners
        ],
    )


def visible_corrections(actor: Actor) -> QuerySet[MinutesCorrection]:
    """Those of minutes that the actor sees."""
    minutes = visible_minutes(actor).values("pk")
    return MinutesCorrection.objects.filter(partner__minutes__in=minutes).select_related(
        "partner__minutes__meeting", "version"
    )


def minutes_that_wait(actor: Actor) -> QuerySet[Minutes]:
    """Circulated by the actor: a partner has corrected them, or the date has passed. Agreed ones wait no more."""
    latest = MinutesVersion.objects.filter(minutes=OuterRef("pk")).order_by("-number")
    corrected = MinutesCorrection.objects.filter(partner__minutes=OuterRef("pk"), state=State.OPEN)
    found = visible_minutes(actor).exclude(state=Minutes.State.AGREED)
    found = found.alias(
        by=Subquery(latest.values("circulated_by")[:1]), until=Subquery(latest.values("answer_by")[:1])
    )
    late = Q(state=Minutes.State.CIRCULATED, until__lte=timezone.now())
    waiting = found.filter(Q(Exists(corrected)) | late, by=actor.user)
    return waiting.order_by("starts_at", "pk")
