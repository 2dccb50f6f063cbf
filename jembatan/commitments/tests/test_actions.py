"""What can be done with a promise, what the journal says of it, and what the database refuses."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, IntegrityError, connection, transaction

from jembatan.accounts.actor import Actor
from jembatan.commitments.actions.closing import keep, keep_several, open_again, open_several, withdraw
from jembatan.commitments.actions.record import Promise, correct_commitment, record_commitment
from jembatan.commitments.actions.renegotiate import renegotiate
from jembatan.commitments.models import Commitment, MovedDate
from jembatan.commitments.models.commitment import today_at
from jembatan.commitments.tests.scene import in_days, ours, theirs
from jembatan.directory.actions.organisations import add_organisation
from jembatan.directory.models import Person
from jembatan.journal.models import Entry

Side, State = Commitment.Side, Commitment.State


def _lines() -> list[tuple[str, str]]:
    rows = Entry.objects.filter(kind__startswith="commitment.").order_by("pk")
    return list(rows.values_list("kind", "summary"))


def test_promise_is_recorded_with_its_sentence(officer: Actor, budi: Person) -> None:
    made = theirs(officer, budi)
    assert (made.evidence, made.owes, made.state) == ("Saya akan kirim draf.", budi, State.OPEN)
    assert _lines() == [("commitment.made", "Promise. Budi Santoso: kirim draf")]
    entry = Entry.objects.get(kind="commitment.made")
    assert [party.person_id for party in entry.parties.all()] == [budi.pk]


def test_promise_of_ours_is_owed_by_a_colleague(officer: Actor, budi: Person) -> None:
    made = ours(officer, budi)
    assert made.owes == officer.user
    assert _lines() == [("commitment.made", "Promise. We to Budi Santoso: kirim daftar")]


def test_promise_needs_words_and_the_other_side(officer: Actor, budi: Person) -> None:
    for promise in (Promise(side=Side.THEIRS, what=" ", person=budi), Promise(side=Side.THEIRS, what="draf")):
        with pytest.raises(ValidationError):
            record_commitment(officer, promise)
    assert not Commitment.objects.exists()


def test_promise_names_nobody_of_another_desk(officer: Actor, budi: Person, stranger: Actor) -> None:
    for promise in (
        Promise(side=Side.THEIRS, what="draf", organisation=add_organisation(stranger, "Lain")),
        Promise(side=Side.OURS, what="draf", person=budi, member=stranger.user),
    ):
        with pytest.raises(ValidationError):
            record_commitment(officer, promise)


def test_reader_writes_no_promise(officer: Actor, reader: Actor, budi: Person) -> None:
    made = theirs(officer, budi)
    for act in (
        lambda: theirs(reader, budi),
        lambda: keep(reader, made),
        lambda: withdraw(reader, made, "no"),
        lambda: renegotiate(reader, made, in_days(officer, 1), "no"),
        lambda: keep_several(reader, [made.pk]),
        lambda: open_several(reader, [made.pk]),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_promise_is_kept_once_and_opened_again(officer: Actor, budi: Person) -> None:
    made = theirs(officer, budi)
    keep(officer, made)
    keep(officer, made)
    assert Commitment.objects.get().state == State.KEPT
    open_again(officer, made)
    assert Commitment.objects.get().closed_at is None
    assert [kind for kind, _summary in _lines()] == [
        "commitment.made",
        "commitment.kept",
        "commitment.changed",
    ]


def test_several_are_kept_and_opened_again(officer: Actor, budi: Person) -> None:
    made = [theirs(officer, budi, what) for what in ("satu", "dua")]
    withdraw(officer, made[1], "batal")
    assert keep_several(officer, [each.pk for each in made]) == [made[0]]
    open_several(officer, [made[0].pk])
    assert Commitment.objects.get(pk=made[0].pk).is_open


def test_promise_is_withdrawn_for_a_reason(officer: Actor, budi: Person) -> None:
    made = theirs(officer, budi)
    with pytest.raises(ValidationError):
        withdraw(officer, made, "  ")
    assert withdraw(officer, made, "Rapat batal").reason == "Rapat batal"
    assert _lines()[-1] == ("commitment.withdrawn", "Promise withdrawn. Budi Santoso: kirim draf")


def test_moved_date_keeps_the_old_one(officer: Actor, budi: Person) -> None:
    first, then = in_days(officer, 1), in_days(officer, 8)
    made = theirs(officer, budi, due=first)
    with pytest.raises(ValidationError):
        renegotiate(officer, made, then, " ")
    renegotiate(officer, made, then, "Menteri pergi")
    renegotiate(officer, made, then, "Lagi")
    moved = MovedDate.objects.get()
    assert (moved.was, moved.due, moved.why, moved.user) == (first, then, "Menteri pergi", officer.user)
    assert Commitment.objects.get().due == then
    keep(officer, made)
    with pytest.raises(ValidationError):
        renegotiate(officer, made, first, "Terlambat")


def test_promise_is_put_right(officer: Actor, budi: Person) -> None:
    made = theirs(officer, budi)
    same = Promise(side=Side.THEIRS, what="kirim draf", person=budi)
    correct_commitment(officer, made, same)
    assert len(_lines()) == 1
    correct_commitment(officer, made, Promise(side=Side.THEIRS, what="kirim naskah", person=budi))
    entry = Entry.objects.get(kind="commitment.changed")
    assert (entry.summary, entry.detail) == (
        "Promise changed. Budi Santoso: kirim naskah",
        "Before: Budi Santoso: kirim draf",
    )


def test_late_is_reckoned_in_the_zone_of_the_desk(officer: Actor, budi: Person) -> None:
    made = theirs(officer, budi, due=in_days(officer, 0))
    evening = datetime(2026, 3, 1, 20, tzinfo=UTC)
    assert today_at(officer.desk, evening).day == 2
    assert not made.is_late(in_days(officer, 0))
    assert made.is_late(in_days(officer, 1))
    assert not keep(officer, made).is_late(in_days(officer, 1))


@pytest.mark.parametrize(
    "wrong",
    [
        "what = ''",
        "side = 'both'",
        "grade = 'maybe'",
        "state = 'kept'",
        "state = 'withdrawn', closed_at = now()",
        "reason = 'because'",
    ],
)
def test_database_refuses_what_makes_no_sense(officer: Actor, budi: Person, wrong: str) -> None:
    theirs(officer, budi)
    with pytest.raises(IntegrityError), connection.cursor() as cursor, transaction.atomic():
        cursor.execute(f"UPDATE commitments_commitment SET {wrong}")


def test_database_keeps_sentences_and_old_dates(officer: Actor, budi: Person) -> None:
    made = theirs(officer, budi, due=in_days(officer, 1))
    renegotiate(officer, made, in_days(officer, 2), "Macet")
    for forbidden in (
        "UPDATE commitments_commitment SET evidence = 'Tidak'",
        "UPDATE commitments_moveddate SET why = 'Lain'",
        "DELETE FROM commitments_moveddate",
    ):
        with pytest.raises(DatabaseError), connection.cursor() as cursor, transaction.atomic():
            cursor.execute(forbidden)
    same = in_days(officer, 3)
    with pytest.raises(IntegrityError), transaction.atomic():
        MovedDate.objects.create(commitment=made, was=same, due=same, why="Sama")
