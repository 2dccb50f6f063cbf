"""The order in which those who take part stand: the table, places by hand, and ranks given on the spot."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.directory.models import PrecedenceTable
from jembatan.meetings.models import Attendance, Meeting, MeetingOrder, PlaceByHand
from jembatan.meetings.queries.occurrences import visible_meetings
from jembatan.meetings.queries.order import order_of, tables_for
from jembatan.platform.access import require_writer

LONGEST_REASON = 300


@transaction.atomic
def follow_table(actor: Actor, meeting: Meeting, table: PrecedenceTable | None) -> None:
    """The meeting follows it from now on; None follows none. Places by hand stay."""
    current = _locked(actor, meeting)
    if table is None:
        MeetingOrder.objects.filter(meeting=current).delete()
        return
    chosen = tables_for(actor, current).get(pk=table.pk)
    MeetingOrder.objects.update_or_create(meeting=current, defaults={"table": chosen})


@transaction.atomic
def move_guest(actor: Actor, guest: Attendance, *, place: int, reason: str | None = None) -> PlaceByHand:
    """To a place that the table would not give; no further than the ends. Without a `reason` the one given before stays.

    Raises `ValidationError` with a sentence.
    """
    current = _locked(actor, guest.meeting)
    order = order_of(current, current.begins)
    if order is None:
        raise ValidationError(_("Choose an order of precedence first."))
    place = max(1, min(place, len(order.standings)))
    found = current.attendances.get(pk=guest.pk)
    defaults: dict[str, object] = {"place": place, "moved_by": actor.user}
    if reason is not None:
        defaults["reason"] = " ".join(reason.split())[:LONGEST_REASON]
    return PlaceByHand.objects.update_or_create(guest=found, defaults=defaults)[0]


@transaction.atomic
def leave_to_table(actor: Actor, guest: Attendance) -> None:
    """The exception is over."""
    current = _locked(actor, guest.meeting)
    PlaceByHand.objects.filter(guest__meeting=current, guest=guest.pk).delete()


def _locked(actor: Actor, meeting: Meeting) -> Meeting:
    require_writer(actor)
    return visible_meetings(actor).select_for_update(of=("self",)).get(pk=meeting.pk)
