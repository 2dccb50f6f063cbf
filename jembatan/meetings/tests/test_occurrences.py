"""When meetings take place, for whom; what the database itself refuses; and what time brings."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation
from jembatan.dossiers.models import Dossier
from jembatan.journal.models import Entry
from jembatan.meetings.actions.cancel_meeting import cancel_meeting
from jembatan.meetings.actions.change_meeting import ChangedMeanwhile, change_meeting
from jembatan.meetings.actions.plan_meeting import Times, plan_meeting
from jembatan.meetings.actions.record_held import extend_series, record_held
from jembatan.meetings.actions.schedule import schedule
from jembatan.meetings.models import Attendance, Meeting
from jembatan.meetings.queries.listing import list_meetings
from jembatan.meetings.queries.occurrences import last_meetings, next_meetings, occurrences
from jembatan.meetings.queries.search import MeetingSource

NOON = datetime(2026, 3, 4, 5, tzinfo=UTC)
HOUR = timedelta(hours=1)


def make(actor: Actor, **fields: object) -> Meeting:
    values = {
        "uid": f"u{Meeting.objects.count()}",
        "title": "Rapat",
        "starts_at": NOON,
        "ends_at": NOON + HOUR,
    }
    meeting = Meeting.objects.create(desk=actor.desk, **{**values, "zone": "Asia/Jakarta", **fields})
    schedule([meeting])
    return meeting


def between(actor: Actor, start: str, end: str) -> list[str]:
    first, last = datetime.fromisoformat(start), datetime.fromisoformat(end)
    return [f"{timezone.localtime(each.starts_at):%d %H:%M}" for each in occurrences(actor, first, last)]


@pytest.fixture
def organisation(officer: Actor) -> Organisation:
    return Organisation.objects.create(
        desk=officer.desk, name="Mitra", name_folded="mitra", search_text=" mitra"
    )


def test_window_is_half_open(officer: Actor) -> None:
    make(officer)

    assert between(officer, "2026-03-04T13:00+07:00", "2026-03-05T00:00+07:00") == []
    assert between(officer, "2026-03-04T12:59+07:00", "2026-03-05T00:00+07:00") == ["04 12:00"]
    assert between(officer, "2026-03-04T00:00+07:00", "2026-03-04T12:00+07:00") == []


@pytest.mark.parametrize("zone", ["Asia/Jayapura", "Asia/Jakarta", "America/Los_Angeles"])
def test_days_and_wall_clocks_are_the_readers_own(zone: str, officer: Actor) -> None:
    day = datetime(2026, 3, 4, tzinfo=UTC)
    make(officer, clock="date", zone="", starts_at=day, ends_at=day + timedelta(days=1))
    make(officer, clock="floating", zone="", starts_at=day + 9 * HOUR, ends_at=day + 10 * HOUR)

    with timezone.override(zone):
        midnight = timezone.make_aware(datetime(2026, 3, 4))  # noqa: DTZ001 the zone is added here
        found = occurrences(officer, midnight, midnight + timedelta(days=1))
        starts = [f"{timezone.localtime(each.starts_at):%d %H:%M}" for each in found]

    assert starts == ["04 00:00", "04 09:00"]


def test_endless_series_is_found_past_the_end_of_the_table(officer: Actor) -> None:
    meeting = make(officer, rule="RRULE:FREQ=WEEKLY")
    meeting.refresh_from_db()

    assert meeting.expanded_until is not None
    assert between(officer, "2040-03-05T00:00+07:00", "2040-03-12T00:00+07:00") == ["07 12:00"]


def test_restricted_dossiers_and_other_desks_are_hidden(
    officer: Actor, drafter: Actor, stranger: Actor
) -> None:
    secret = Dossier.objects.create(desk=officer.desk, title="Rahasia", restricted=True)
    make(officer, dossier=secret)
    window = ("2026-03-04T00:00+07:00", "2026-03-05T00:00+07:00")

    assert between(drafter, *window) == []
    assert between(stranger, *window) == []
    assert list_meetings(drafter, 10) == []
    assert MeetingSource().find(drafter, "rapat", limit=5) == []


def test_next_and_last_meetings_with_a_party(officer: Actor, organisation: Organisation) -> None:
    now = timezone.now().replace(microsecond=0)
    for days, status in (
        (-9, "confirmed"),
        (-2, "confirmed"),
        (-1, "cancelled"),
        (3, "cancelled"),
        (4, "confirmed"),
    ):
        start = now + timedelta(days=days)
        meeting = make(officer, title=str(days), starts_at=start, ends_at=start + HOUR, status=status)
        Attendance.objects.create(meeting=meeting, name="Mitra", organisation=organisation)
    make(officer, title="lain", starts_at=now + HOUR, ends_at=now + 2 * HOUR)

    assert [each.meeting.title for each in next_meetings(officer, organisation, 3)] == ["4"]
    assert [each.meeting.title for each in last_meetings(officer, organisation, 3)] == ["-2", "-9"]


def test_wall_clock_meeting_is_next_until_the_readers_clock_has_passed_it(officer: Actor) -> None:
    for zone in ("Asia/Jayapura", "America/Los_Angeles"):
        with timezone.override(zone):
            digits = timezone.localtime().replace(tzinfo=UTC, microsecond=0)
            over, running = ((digits - timedelta(minutes=gap), digits - HOUR) for gap in (1, -1))
            titles = {f"{zone} over": over, f"{zone} running": running}
            for title, (ends_at, starts_at) in titles.items():
                make(officer, title=title, starts_at=starts_at, ends_at=ends_at, clock="floating", zone="")
            assert [m.meeting.title for m in next_meetings(officer, None, 1)] == [f"{zone} running"]
            assert last_meetings(officer, None, 1)[0].meeting.title == f"{zone} over"
        Meeting.objects.all().delete()


def test_meeting_of_a_month_counts_as_held_once_the_month_has_begun(officer: Actor) -> None:
    first = timezone.localtime().replace(day=1, hour=0, minute=0, second=0, microsecond=0, tzinfo=UTC)
    month = {"clock": "date", "precision": "month", "zone": ""}
    make(officer, title="bulan ini", starts_at=first, ends_at=first + timedelta(days=31), **month)
    later = first + timedelta(days=40)
    make(officer, title="nanti", starts_at=later, ends_at=later + timedelta(days=31), **month)

    assert [each.meeting.title for each in last_meetings(officer, None, 3)] == ["bulan ini"]
    assert next_meetings(officer, None, 3) == []


def test_search_finds_a_meeting_by_its_words(officer: Actor, reader: Actor) -> None:
    make(officer, title="Pemanduan kapal asing", location="Aula")

    assert [hit.title for hit in MeetingSource().find(reader, "kapal", limit=5)] == ["Pemanduan kapal asing"]


def test_planned_meeting_is_held_once_it_has_ended(officer: Actor, organisation: Organisation) -> None:
    start = timezone.now() + HOUR
    meeting = plan_meeting(
        officer, "Rapat", times=Times(start, start + HOUR), zone="Asia/Jakarta", parties=[organisation]
    )
    later = start + 3 * HOUR

    assert record_held(officer.desk) == 0
    assert record_held(officer.desk, now=later) == 1
    assert record_held(officer.desk, now=later) == 0
    entry = Entry.objects.get(kind="meeting.held")
    assert (entry.source_id, entry.occurred_at, entry.parties.get().organisation_id) == (
        meeting.pk,
        meeting.starts_at,
        organisation.pk,
    )


def test_cancelled_meeting_is_never_held(officer: Actor) -> None:
    start = timezone.now() + HOUR
    meeting = plan_meeting(officer, "Rapat", times=Times(start, start + HOUR), zone="Asia/Jakarta")
    cancel_meeting(officer, meeting)

    assert record_held(officer.desk, now=start + 3 * HOUR) == 0


def test_series_that_runs_on_is_extended(officer: Actor) -> None:
    meeting = make(officer, rule="RRULE:FREQ=MONTHLY")
    count = meeting.occurrences.count()

    assert extend_series(officer.desk) == 0
    assert extend_series(officer.desk, now=timezone.now() + timedelta(days=800)) == 1
    assert meeting.occurrences.count() > count + 20


def test_moving_a_meeting_moves_its_occurrence_and_says_so(officer: Actor) -> None:
    meeting = make(officer)
    times = Times(NOON + 2 * HOUR, NOON + 3 * HOUR)

    change_meeting(officer, meeting, "times", (times, "Asia/Jakarta"), version=1)

    assert meeting.occurrences.get().starts_at == NOON + 2 * HOUR
    assert Entry.objects.get(kind="meeting.changed").source_id == meeting.pk


def test_change_of_an_older_version_and_by_a_reader_is_refused(officer: Actor, reader: Actor) -> None:
    meeting = make(officer)

    with pytest.raises(ChangedMeanwhile):
        change_meeting(officer, meeting, "title", "Baru", version=7)
    with pytest.raises(PermissionDenied):
        change_meeting(reader, meeting, "title", "Baru", version=1)


@pytest.mark.parametrize(
    "fields",
    [
        {"ends_at": NOON - HOUR},
        {"uid": ""},
        {"clock": "date", "zone": "Asia/Jakarta"},
        {"clock": "zoned", "zone": ""},
    ],
)
def test_database_refuses_meetings_that_cannot_be(fields: dict[str, object], officer: Actor) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make(officer, **fields)


def test_database_refuses_a_second_meeting_of_one_uid_and_a_nameless_guest(officer: Actor) -> None:
    meeting = make(officer, uid="a")

    with pytest.raises(IntegrityError), transaction.atomic():
        make(officer, uid="a")
    with pytest.raises(IntegrityError), transaction.atomic():
        Attendance.objects.create(meeting=meeting)
