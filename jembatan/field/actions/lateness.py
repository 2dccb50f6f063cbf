"""Noticing who has not come, and telling their leader."""

from collections import defaultdict
from datetime import datetime

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import operator
from jembatan.correspondence.actions.outbox.calendar import CalendarLetter, send_calendar
from jembatan.correspondence.actions.refusals import Refused as NotSent
from jembatan.correspondence.formats.message import Address
from jembatan.correspondence.queries.sending import addresses_for
from jembatan.field.events import DidNotCome
from jembatan.field.models import Lateness
from jembatan.field.queries.lateness import MISSING_AFTER, not_come
from jembatan.platform.events import announce
from jembatan.platform.ui.moments import clock_text
from jembatan.programmes.models import Officer


@transaction.atomic
def note_lateness(now: datetime | None = None) -> int:
    """Of every desk, once for each officer and duty, however often it looks; returns how many are newly late."""
    moment = now or timezone.now()
    seats = list(
        not_come(moment).select_related(
            "duty__place",
            "duty__programme__dossier",
            "officer__leader",
            "officer__desk",
            "officer__programme",
        )
    )
    known = {
        (row.officer_id, row.duty_id): row
        for row in Lateness.objects.select_for_update().filter(duty__in={seat.duty_id for seat in seats})
    }
    by_leader: dict[Officer, list[tuple[Officer, str]]] = defaultdict(list)
    new = 0
    for seat in seats:
        row = known.get((seat.officer_id, seat.duty_id))
        if row is None:
            row, is_new = Lateness.objects.get_or_create(
                desk_id=seat.desk_id, officer=seat.officer, duty=seat.duty
            )
            new += is_new
            leader = seat.officer.leader
            if is_new and leader and leader.email and leader.status != Officer.Status.ENDED:
                told = f"{clock_text(seat.duty.starts_at)} {seat.duty}, {seat.duty.place or '?'}"
                by_leader[leader].append((seat.officer, told))
        if row.missing_at is None and moment - seat.duty.starts_at >= MISSING_AFTER:
            row.missing_at = moment
            row.save(update_fields=["missing_at"])
            announce(DidNotCome(seat.officer, seat.duty))
    for leader, late in by_leader.items():
        _write(leader, late)
    return new


def _write(leader: Officer, late: list[tuple[Officer, str]]) -> None:
    """A letter to the leader; where the desk has no address to write from, the page of the team says it alone."""
    first = late[0][0]
    actor = operator(first.desk)
    sender = addresses_for(actor).first()
    if sender is None:
        return
    with translation.override(first.desk.language):
        lines = [_("Not checked in yet:"), *(f"{each.full_name} {each.phone}: {told}" for each, told in late)]
        letter = CalendarLetter(
            sender=sender.email,
            receiver=Address(leader.full_name, leader.email),
            subject=_("Late: %(names)s") % {"names": ", ".join(each.full_name for each, _told in late)},
            text="\n".join(lines),
            matter=("officer", leader.pk),
        )
    try:
        with transaction.atomic():
            send_calendar(actor, letter)
    except NotSent:
        return
