"""Noticing who has not come, and telling their leader."""

from collections import defaultdict
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from jembatan.accounts.actor import operator
from jembatan.deployment.models import Assignment
from jembatan.field.actions.letters import write_to
from jembatan.field.actions.pushing.queue import queue_push
from jembatan.field.actions.telling import DID_NOT_COME, LATE, LATENESS_SOURCE, enter
from jembatan.field.events import DidNotCome
from jembatan.field.models import Lateness, Push
from jembatan.field.queries.lateness import not_come
from jembatan.platform.events import announce
from jembatan.platform.ui.moments import clock_text
from jembatan.programmes.models import Officer
from jembatan.programmes.queries.desk_words import in_their_words

NEWS = timedelta(hours=1)
"""How long a leader's phone may still ring about it."""


@transaction.atomic
def note_lateness(now: datetime | None = None) -> int:
    """Of every desk, once for each officer and duty, however often it looks; returns how many are newly late."""
    moment = now or timezone.now()
    seats = list(
        not_come(moment).select_related(
            "duty__place",
            "duty__delegation__organisation",
            "officer__leader__programme__desk",
            "officer__programme__dossier",
            "officer__programme__desk",
        )
    )
    known = {
        (row.officer_id, row.duty_id): row
        for row in Lateness.objects.select_for_update().filter(duty__in={seat.duty_id for seat in seats})
    }
    by_leader: dict[Officer | None, list[Assignment]] = defaultdict(list)
    new = 0
    for seat in seats:
        row = known.get((seat.officer_id, seat.duty_id))
        if row is None:
            row, is_new = Lateness.objects.get_or_create(
                desk_id=seat.desk_id, officer=seat.officer, duty=seat.duty
            )
            if is_new:
                new += 1
                _enter(row, seat, LATE)
                by_leader[seat.officer.leader].append(seat)
        no_show = seat.missing_from <= moment  # type: ignore[attr-defined]  # annotated
        if row.missing_at is None and no_show:
            row.missing_at = moment
            row.save(update_fields=["missing_at"])
            _enter(row, seat, DID_NOT_COME)
            announce(DidNotCome(seat.officer, seat.duty))
    for leader, late in by_leader.items():
        if leader:
            queue_push([leader.pk], Push.Kind.LATE, leader.pk, until=moment + NEWS)
            _write(leader, late)
    return new


def _enter(row: Lateness, seat: Assignment, kind: str) -> None:
    """A line of the journal, about the delegation that waits."""
    duty, programme = seat.duty, seat.officer.programme
    enter(
        operator(programme.desk),
        programme,
        kind,
        gettext_noop("Officer %(number)s is late: %(duty)s")
        if kind == LATE
        else gettext_noop("Officer %(number)s did not come: %(duty)s"),
        about=duty.delegation.organisation if duty.delegation else None,
        source=(LATENESS_SOURCE, row.pk),
        number=seat.officer.number,
        duty=duty,
    )


def _write(leader: Officer, late: list[Assignment]) -> None:
    with in_their_words(leader.programme):
        names = ", ".join(seat.officer.full_name for seat in late)
        lines = [_("Not checked in yet:"), *map(_line, late)]
        write_to(leader, _("Late: %(names)s") % {"names": names}, "\n".join(lines))


def _line(seat: Assignment) -> str:
    duty, officer = seat.duty, seat.officer
    return f"{officer} {officer.phone}: {clock_text(duty.starts_at)} {duty}, {duty.place or '?'}"
