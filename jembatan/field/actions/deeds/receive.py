"""Taking what a phone sends: each deed once, whatever the network did."""

import logging
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.field.access import OnDuty
from jembatan.field.actions.deeds import absence, acknowledging, checking, handing_over, reporting, taking
from jembatan.field.actions.deeds.deed import Incoming
from jembatan.field.actions.refusals import Refused
from jembatan.field.models import Deed

type Doing = Callable[[OnDuty, Incoming], str]

KINDS: dict[str, Doing] = {
    "scan": checking.scan,
    "check": checking.check_for,
    "seen": acknowledging.see_change,
    "broadcast": acknowledging.acknowledge_broadcast,
    "handover": acknowledging.acknowledge_handover,
    "hand_over": handing_over.hand_over,
    "incident": reporting.report_incident,
    "claim": reporting.claim,
    "cannot": absence.cannot_come,
    "can": absence.can_come,
    "take": taking.take,
}


@dataclass(frozen=True, slots=True)
class Answer:
    """`outcome` is done, refused, or later: the phone keeps it and tries again."""

    key: str
    outcome: str
    told: str


def receive(who: OnDuty, deeds: Iterable[Incoming]) -> list[Answer]:
    """In their order, each in a transaction of its own: what breaks does not stop the rest."""
    return [_received(who, deed) for deed in deeds]


def _received(who: OnDuty, deed: Incoming) -> Answer:
    try:
        kept = _done(who, deed)
    except Exception as error:  # noqa: BLE001 one deed must never stop the others
        # Without its words: those of the database hold the row, with what officers say of people.
        where = traceback.extract_tb(error.__traceback__)[-1]
        logging.getLogger(__name__).error(
            "A deed of kind %s was not taken: %s in %s, line %s",
            deed.kind[:12],
            type(error).__name__,
            where.name,
            where.lineno,
        )
        return Answer(str(deed.key), "later", "")
    return Answer(str(deed.key), kept.outcome, kept.told)


@transaction.atomic
def _done(who: OnDuty, deed: Incoming) -> Deed:
    """The row comes first: a second one with its key waits for the first, and then finds it."""
    kept, is_new = Deed.objects.get_or_create(
        officer=who.officer,
        key=deed.key,
        defaults={
            "desk": who.officer.desk,
            "phone": who.phone,
            "kind": deed.kind[:12],
            "happened_at": deed.happened_at,
        },
    )
    if not is_new:
        return kept
    try:
        with transaction.atomic():
            kept.told = _doing(deed.kind)(who, deed)
    except Refused as refusal:
        kept.outcome, kept.told = Deed.Outcome.REFUSED, str(refusal)
    kept.told = kept.told[:500]
    kept.save(update_fields=["outcome", "told"])
    return kept


def _doing(kind: str) -> Doing:
    if kind not in KINDS:
        raise Refused(_("This phone has sent something that cannot be read. Open the page again."))
    return KINDS[kind]
