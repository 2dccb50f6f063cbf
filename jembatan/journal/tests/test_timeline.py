"""Timelines: whose, in which order, narrowed how, and what nobody may see."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.actions.access import restrict
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.journal.actions.imports import record_import, retract_import
from jembatan.journal.actions.note import EmptyNote, correct_entry, write_note
from jembatan.journal.actions.record import Line, record
from jembatan.journal.models import Entry, Retraction
from jembatan.journal.queries.timeline import Filters, entries_of, visible_entries
from jembatan.journal.queries.whole import whole_entries
from jembatan.journal.web.rows import page_of
from jembatan.platform.imports.events import BatchCommitted, BatchRolledBack
from jembatan.platform.imports.models import Batch

START = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)


def summaries(actor: Actor, subject: Organisation | Person | None, **filters: Any) -> list[str]:
    return [entry.summary for entry in entries_of(actor, subject, filters=Filters(**filters))]


@pytest.fixture
def week(officer: Actor, head: Actor, budi: Person, ministry: Organisation) -> list[Entry]:
    """A mail with both, a meeting with the ministry, the head's note about Budi; a day apart."""
    return [
        record(
            officer, Line(kind="mail.received", summary="Surat", occurred_at=START, parties=(budi, ministry))
        ),
        record(
            officer,
            Line(
                kind="meeting.held",
                summary="Rapat",
                occurred_at=START + timedelta(days=1),
                parties=(ministry,),
            ),
        ),
        record(
            head, Line(kind="note", summary="Catatan", occurred_at=START + timedelta(days=2), parties=(budi,))
        ),
    ]


def test_timeline_holds_its_subjects_entries_newest_first(
    officer: Actor, week: list[Entry], budi: Person, ministry: Organisation
) -> None:
    assert summaries(officer, None) == ["Catatan", "Rapat", "Surat"]
    assert summaries(officer, ministry) == ["Rapat", "Surat"]
    assert summaries(officer, budi) == ["Catatan", "Surat"]


def test_filters_narrow_any_timeline(
    officer: Actor, head: Actor, week: list[Entry], budi: Person, ministry: Organisation
) -> None:
    assert head.user is not None
    assert summaries(officer, None, kinds=("mail", "meeting.held")) == ["Rapat", "Surat"]
    assert summaries(officer, budi, kinds=("mail",)) == ["Surat"]
    assert summaries(officer, budi, kinds=("mai",)) == []
    assert summaries(officer, budi, user_id=head.user.pk) == ["Catatan"]
    assert summaries(officer, None, start=START + timedelta(days=1), end=START + timedelta(days=2)) == [
        "Rapat"
    ]
    assert summaries(officer, ministry, start=START + timedelta(hours=1)) == ["Rapat"]
    assert summaries(officer, ministry, end=START + timedelta(days=1)) == ["Surat"]


def test_pages_follow_each_other_without_gap_or_repetition(officer: Actor, ministry: Organisation) -> None:
    numbers = [f"Surat {number}" for number in range(7)]
    for number, summary in enumerate(numbers):
        moment = START + timedelta(minutes=number // 3)
        record(officer, Line(kind="mail.sent", summary=summary, occurred_at=moment, parties=(ministry,)))

    for subject in (None, ministry):
        seen, after = [], ""
        while True:
            page = page_of(officer, subject, after=after, size=2)
            seen += [row.entry.summary for row in page.rows]
            if not (after := page.next_after):
                break
        assert seen == numbers[::-1]


@pytest.mark.parametrize(
    "after", ["", "gibberish", "2026-11-02|1", f"{START.isoformat()}|99999999999999999999"]
)
def test_mark_that_makes_no_sense_is_the_beginning(officer: Actor, week: list[Entry], after: str) -> None:
    assert [row.entry.summary for row in page_of(officer, None, after=after).rows] == [
        "Catatan",
        "Rapat",
        "Surat",
    ]


def test_page_costs_the_same_for_any_number_of_rows(
    officer: Actor, week: list[Entry], budi: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for size in (1, 3):
        with django_assert_num_queries(4):
            page_of(officer, None, size=size)
        with django_assert_num_queries(4):
            page_of(officer, budi, size=size)


def test_stranger_sees_nothing_of_another_desk(stranger: Actor, week: list[Entry], budi: Person) -> None:
    assert summaries(stranger, None) == []
    assert summaries(stranger, budi) == []


def test_restricted_dossier_hides_its_entries_from_those_it_does_not_name(
    officer: Actor, second_officer: Actor, head: Actor, budi: Person
) -> None:
    dossier = open_dossier(officer, "Batas laut")
    write_note(officer, "Posisi kita", parties=(budi,), dossier=dossier)
    restrict(officer, dossier)

    assert summaries(second_officer, budi) == []
    assert summaries(officer, budi) == ["Posisi kita"]
    assert "Posisi kita" in summaries(head, None)
    assert [entry.summary for entry in entries_of(second_officer, dossier)] == []


def test_correction_stands_beside_the_old_entry_and_points_at_it(
    drafter: Actor, week: list[Entry], budi: Person
) -> None:
    correction = correct_entry(drafter, week[0], "Surat itu telepon\nDia menelepon.")

    row = next(row for row in page_of(drafter, budi).rows if row.entry == week[0])
    assert row.corrections == [correction]
    assert (correction.corrects, correction.occurred_at, correction.detail) == (
        week[0],
        START,
        "Dia menelepon.",
    )
    assert summaries(drafter, budi) == ["Catatan", "Surat itu telepon", "Surat"]


def test_empty_note_and_correction_are_refused(drafter: Actor, week: list[Entry]) -> None:
    with pytest.raises(EmptyNote):
        write_note(drafter, " \n ")
    with pytest.raises(EmptyNote):
        correct_entry(drafter, week[0], "")


def test_rollback_hides_what_the_import_wrote_and_says_so(officer: Actor, ministry: Organisation) -> None:
    batch = Batch.objects.create(desk=officer.desk, kind="mail", label="kotak.mbox", read=1, filed=1)
    record(
        officer, Line(kind="mail.received", summary="Dari kotak", parties=(ministry,), import_batch=batch.pk)
    )
    record_import(BatchCommitted(batch, officer))
    retract_import(BatchRolledBack(batch, officer, removed=1, kept=0))

    assert summaries(officer, ministry) == []
    assert [entry.kind for entry in visible_entries(officer)] == ["import.rolled_back", "import.done"]
    later = record(officer, Line(kind="note", summary="Sesudahnya", import_batch=batch.pk))
    assert later in visible_entries(officer)
    assert Retraction.objects.get().entry.source_id == batch.pk


def test_entry_that_is_gone_meanwhile_is_left_out(week: list[Entry]) -> None:
    gone = max(entry.pk for entry in week) + 1000
    assert [each.entry for each in whole_entries([week[0].pk, gone, week[1].pk])] == week[:2]
