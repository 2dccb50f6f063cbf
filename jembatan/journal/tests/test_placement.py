"""What an entry says is seen by those who see its source where that stands today."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.actions.access import restrict, unrestrict
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.dossiers.models import Dossier
from jembatan.journal.actions.note import correct_entry
from jembatan.journal.actions.placing import Place, place
from jembatan.journal.actions.record import Line, record, record_many
from jembatan.journal.models import Entry, Placement
from jembatan.journal.queries.timeline import entries_of, visible_entries
from jembatan.platform.markings import Marking

MONDAY = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)
LETTER = 7


@pytest.fixture
def secret(officer: Actor) -> Dossier:
    """Restricted; names Bagus, and not Maria."""
    return restrict(officer, open_dossier(officer, "Batas laut"))


@pytest.fixture
def letter(officer: Actor, budi: Person) -> Entry:
    line = Line(kind="mail.received", summary="Surat", occurred_at=MONDAY, parties=(budi,))
    return record(officer, _from(line, LETTER))


def _from(line: Line, pk: int) -> Line:
    return Line(**{**vars(line), "source": ("message", pk)})


def summaries(actor: Actor, subject: Any = None) -> list[str]:
    return [entry.summary for entry in entries_of(actor, subject) if entry.kind.startswith(("mail", "note"))]


def test_entry_goes_where_its_source_goes_and_comes_back(
    officer: Actor, second_officer: Actor, budi: Person, letter: Entry, secret: Dossier
) -> None:
    place(officer.desk, "message", [Place(LETTER, secret.pk, Marking.GREEN)])
    assert (summaries(second_officer), summaries(second_officer, budi)) == ([], [])
    assert (summaries(officer, budi), summaries(officer, secret)) == (["Surat"], ["Surat"])

    place(officer.desk, "message", [Place(LETTER, None, Marking.GREEN)])
    assert (summaries(second_officer), summaries(second_officer, budi)) == (["Surat"], ["Surat"])
    assert summaries(officer, secret) == []


def test_entry_written_in_a_restricted_dossier_is_seen_by_all_once_its_source_has_left(
    officer: Actor, second_officer: Actor, secret: Dossier
) -> None:
    record(officer, _from(Line(kind="mail.sent", summary="Balasan", dossier=secret), 8))
    assert summaries(second_officer) == []

    place(officer.desk, "message", [Place(8, None, Marking.GREEN)])

    entry = visible_entries(second_officer).get(kind="mail.sent")
    assert (entry.dossier, entry.dossier_today) == (secret, None)


def test_entry_bears_the_marking_that_its_source_bears(officer: Actor, letter: Entry) -> None:
    place(officer.desk, "message", [Place(LETTER, None, Marking.RED)])

    entry = visible_entries(officer).get(pk=letter.pk)
    assert (entry.marking, entry.marking_today) == (Marking.GREEN, Marking.RED)


def test_correction_follows_the_source_of_what_it_corrects(
    officer: Actor, second_officer: Actor, letter: Entry, secret: Dossier
) -> None:
    correct_entry(officer, letter, "Bukan surat, melainkan telepon")
    assert len(summaries(second_officer)) == 2

    place(officer.desk, "message", [Place(LETTER, secret.pk, Marking.GREEN)])

    assert summaries(second_officer) == []
    assert len(summaries(officer, secret)) == 2


def test_only_sources_that_moved_are_placed(officer: Actor, letter: Entry, secret: Dossier) -> None:
    place(officer.desk, "message", [Place(LETTER, None, Marking.GREEN), Place(99, secret.pk, Marking.RED)])
    assert Placement.objects.count() == 0
    place(officer.desk, "message", [])
    place(officer.desk, "message", [Place(LETTER, secret.pk, Marking.RED)])
    assert list(Placement.objects.values_list("source_kind", "source_id", "dossier", "marking")) == [
        ("message", LETTER, secret.pk, "TLP:RED")
    ]


def test_placing_costs_the_same_for_any_number_of_sources(
    officer: Actor, budi: Person, ministry: Organisation, secret: Dossier
) -> None:
    line = Line(kind="mail.received", summary="Surat", occurred_at=MONDAY, parties=(budi, ministry))
    record_many(officer, [_from(line, number) for number in range(1, 5)])

    def cost(ids: range) -> int:
        with CaptureQueriesContext(connection) as queries:
            place(officer.desk, "message", [Place(pk, secret.pk, Marking.GREEN) for pk in ids])
        return len(queries)

    assert cost(range(1, 2)) == cost(range(2, 5)) == 9


def test_party_is_as_active_as_the_whole_desk_may_know(
    officer: Actor, budi: Person, letter: Entry, secret: Dossier
) -> None:
    earlier = MONDAY - timedelta(days=9)
    record(officer, Line(kind="note", summary="Telepon", occurred_at=earlier, parties=(budi,)))

    def active() -> datetime | None:
        return Person.objects.get(pk=budi.pk).last_active_at

    assert active() == MONDAY
    place(officer.desk, "message", [Place(LETTER, secret.pk, Marking.GREEN)])
    assert active() == earlier
    unrestrict(officer, secret)
    assert active() == MONDAY
    restrict(officer, secret)
    assert active() == earlier
    record(officer, Line(kind="note", summary="Rahasia", parties=(budi,), dossier=secret))
    assert active() == earlier
    place(officer.desk, "message", [Place(LETTER, None, Marking.GREEN)])
    assert active() == MONDAY


def test_editing_a_record_is_no_activity(officer: Actor, budi: Person, ministry: Organisation) -> None:
    record(officer, Line(kind="directory.changed", summary="Nomor diganti", parties=(budi,)))
    record_many(officer, [Line(kind="brief.made", summary="Ringkasan", parties=(ministry,))])

    budi.refresh_from_db()
    ministry.refresh_from_db()
    assert (budi.last_active_at, ministry.last_active_at) == (None, None)
