"""Minutes as a record: begun once, one section a point, and what the database refuses when they are closed."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction

from jembatan.accounts.actor import Actor
from jembatan.journal.models import Entry
from jembatan.meetings.actions.agenda import Content, add_point, bring_back_point, start_from, take_out_point
from jembatan.meetings.actions.agenda_templates import keep_as_template, start_from_template
from jembatan.meetings.actions.minutes.begin import begin_minutes, finish_writing, write_on
from jembatan.meetings.actions.objects.parts import remove_part
from jembatan.meetings.models import (
    Meeting,
    Minutes,
    MinutesAttendee,
    MinutesPen,
    MinutesSection,
    MinutesUpdate,
)
from jembatan.meetings.tests.test_importing import calendar
from jembatan.meetings.tests.test_pages import planned
from jembatan.platform.imports.actions.roll_back import roll_back
from jembatan.platform.imports.actions.run import import_now


@pytest.fixture
def minutes(officer: Actor) -> Minutes:
    meeting = planned(officer)
    add_point(officer, meeting, Content(title="Pembukaan"))
    return begin_minutes(officer, meeting)


def headings(minutes: Minutes) -> list[str]:
    return [
        section.item.title if section.item else ""
        for section in minutes.sections.select_related("item").order_by("item_id")
    ]


def close(minutes: Minutes) -> None:
    Minutes.objects.filter(pk=minutes.pk).update(state=Minutes.State.CIRCULATED)


def test_minutes_are_begun_once_and_the_journal_says_so(officer: Actor, minutes: Minutes) -> None:
    assert begin_minutes(officer, minutes.meeting) == minutes
    assert sorted(headings(minutes)) == ["", "Pembukaan"]
    assert [entry.summary for entry in Entry.objects.filter(kind="meeting.minutes")] == [
        "Minutes begun: Bilateral"
    ]


def test_agenda_that_starts_from_a_kind_of_ours_brings_sections(officer: Actor, minutes: Minutes) -> None:
    kept = keep_as_template(officer, minutes.meeting, "Rapat pagi")
    take_out_point(officer, minutes.meeting.agenda.get())
    start_from_template(officer, minutes.meeting, kept)
    assert sorted(headings(minutes)) == ["", "Pembukaan", "Pembukaan"]


def test_sections_follow_the_agenda_and_stay_when_a_point_goes(officer: Actor, minutes: Minutes) -> None:
    added = add_point(officer, minutes.meeting, Content(title="Penutup"))
    take_out_point(officer, added)
    assert sorted(headings(minutes)) == ["", "Pembukaan", "Penutup"]
    bring_back_point(officer, added, position=1)
    assert len(headings(minutes)) == 3


def test_agenda_that_is_started_later_gives_its_sections(officer: Actor) -> None:
    minutes = begin_minutes(officer, planned(officer))
    start_from(officer, minutes.meeting, "press")
    assert len(headings(minutes)) == 1 + minutes.meeting.agenda.count()


def test_finished_minutes_get_no_more_sections_until_somebody_writes_on(
    officer: Actor, minutes: Minutes
) -> None:
    finish_writing(officer, minutes)
    finish_writing(officer, minutes)
    add_point(officer, minutes.meeting, Content(title="Penutup"))
    assert len(headings(minutes)) == 2
    write_on(officer, minutes)
    assert len(headings(minutes)) == 3
    assert [entry.summary for entry in Entry.objects.filter(kind="meeting.minutes").order_by("pk")] == [
        "Minutes begun: Bilateral",
        "Minutes written: Bilateral",
    ]


def test_readers_begin_nothing_and_strangers_see_nothing(
    reader: Actor, stranger: Actor, minutes: Minutes
) -> None:
    with pytest.raises(PermissionDenied):
        begin_minutes(reader, minutes.meeting)
    with pytest.raises(PermissionDenied):
        finish_writing(reader, minutes)
    with pytest.raises(Meeting.DoesNotExist):
        begin_minutes(stranger, minutes.meeting)
    with pytest.raises(Minutes.DoesNotExist):
        finish_writing(stranger, minutes)


def test_each_date_of_a_series_has_its_own(officer: Actor) -> None:
    meeting = planned(officer)
    Meeting.objects.filter(pk=meeting.pk).update(rule="FREQ=WEEKLY")
    meeting.refresh_from_db()
    begins = datetime(2026, 3, 11, 7, tzinfo=UTC)
    meeting.occurrences.create(
        desk=officer.desk,
        recurrence_id="20260311T070000Z",
        starts_at=begins,
        ends_at=begins + timedelta(hours=1),
    )
    minutes = begin_minutes(officer, meeting, recurrence_id="20260311T070000Z")
    assert (minutes.recurrence_id, minutes.starts_at) == ("20260311T070000Z", begins)
    with pytest.raises(ValidationError, match="does not take place"):
        begin_minutes(officer, meeting, recurrence_id="20200101T070000Z")


def test_closed_minutes_are_not_written_on(officer: Actor, minutes: Minutes) -> None:
    close(minutes)
    with pytest.raises(ValidationError, match="no longer"):
        finish_writing(officer, minutes)


def _text(minutes: Minutes) -> object:
    return MinutesSection.objects.filter(minutes=minutes).update(text="Lain")


def _section(minutes: Minutes) -> object:
    item = minutes.meeting.agenda.create(title="Baru")
    return MinutesSection.objects.create(minutes=minutes, item=item)


def _update(minutes: Minutes) -> object:
    pen = MinutesPen.objects.create(minutes=minutes, client=1, user_id=minutes.begun_by_id or 0)
    section = minutes.sections.get(item=None)
    return MinutesUpdate.objects.create(minutes=minutes, section=section, number=1, pen=pen, content=b"a")


def _attendee(minutes: Minutes) -> object:
    return MinutesAttendee.objects.create(minutes=minutes, name="Retno", was="present")


@pytest.mark.parametrize("write", [_text, _section, _update, _attendee])
def test_database_refuses_to_change_what_is_no_longer_being_written(
    write: Callable[[Minutes], object], minutes: Minutes
) -> None:
    close(minutes)
    with pytest.raises(DatabaseError, match="no longer being written"), transaction.atomic():
        write(minutes)
    Minutes.objects.filter(pk=minutes.pk).update(state=Minutes.State.WRITING)
    write(minutes)


def test_database_deletes_no_text_and_no_update_that_its_section_does_not_hold(minutes: Minutes) -> None:
    _text(minutes)
    _update(minutes)
    with pytest.raises(DatabaseError, match="Cannot delete"), transaction.atomic():
        minutes.sections.filter(updates=None).delete()
    with pytest.raises(DatabaseError, match="only once its section holds it"), transaction.atomic():
        minutes.updates.all().delete()
    with pytest.raises(DatabaseError, match="not changed"), transaction.atomic():
        minutes.updates.update(content=b"b")
    minutes.sections.update(folded=1)
    minutes.updates.all().delete()


def test_program_cannot_take_a_changed_day_out_that_has_minutes(officer: Actor, minutes: Minutes) -> None:
    meeting = minutes.meeting
    meeting.recurrence_id = "20260304T070000Z"
    with pytest.raises(ValidationError, match="has minutes"):
        remove_part(officer, meeting)


def test_import_that_is_taken_back_leaves_a_meeting_that_has_minutes(head: Actor, tmp_path: Path) -> None:
    batch = import_now(head, [calendar(tmp_path)])
    begin_minutes(head, Meeting.objects.get())
    roll_back(head, batch.batch)
    assert Meeting.objects.count() == 1
