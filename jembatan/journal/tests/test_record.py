"""Writing lines: one by one, and by the thousand, with the same result."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.journal.actions.record import Line, record, record_many
from jembatan.journal.models import Entry, EntryParty

MONDAY = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


def lines(budi: Person, ministry: Organisation) -> list[Line]:
    return [
        Line(
            kind="mail.received",
            summary="Undangan rapat",
            occurred_at=MONDAY,
            parties=(budi, ministry, budi),
            source=("message", 7),
            by="Budi\nSantoso",
        ),
        Line(
            kind="note",
            summary="x" * 600,
            detail="a\x00b",
            occurred_at=MONDAY + timedelta(days=1),
            import_batch=3,
        ),
    ]


def written() -> list[tuple[object, ...]]:
    fields = (
        "occurred_at",
        "precision",
        "user",
        "actor_name",
        "kind",
        "kind_group",
        "summary",
        "detail",
        "marking",
        "source_kind",
        "source_id",
        "import_batch",
    )
    return list(Entry.objects.order_by("id").values_list(*fields))


def parties_written() -> list[tuple[object, ...]]:
    fields = ("organisation_id", "person_id", "name", "occurred_at", "kind", "desk_id")
    return sorted(EntryParty.objects.values_list(*fields), key=str)


def test_many_lines_are_written_as_single_ones_are(
    officer: Actor, budi: Person, ministry: Organisation
) -> None:
    for line in lines(budi, ministry):
        record(officer, line)
    singly, their_parties = written(), parties_written()
    with transaction.atomic():
        count = record_many(officer, iter(lines(budi, ministry)))

    assert count == 2
    assert written() == singly * 2
    assert parties_written() == sorted(their_parties * 2, key=str)
    assert singly[0][5:9] == ("mail", "Undangan rapat", "", "TLP:GREEN")
    assert singly[1][6:8] == ("x" * 499 + "…", "ab")
    assert their_parties == sorted(
        [
            (ministry.pk, None, "Kementerian Kelautan", MONDAY, "mail.received", officer.desk.pk),
            (None, budi.pk, "Budi Santoso", MONDAY, "mail.received", officer.desk.pk),
        ],
        key=str,
    )


def test_parties_move_up_by_what_happened_and_not_by_what_is_to_come(
    officer: Actor, budi: Person, ministry: Organisation
) -> None:
    before = timezone.now()
    record(
        officer,
        Line(
            kind="meeting.planned",
            summary="Kunjungan",
            occurred_at=before + timedelta(days=9),
            parties=(budi,),
        ),
    )
    record_many(officer, [Line(kind="mail.sent", summary="Surat", occurred_at=MONDAY, parties=(ministry,))])
    record(
        officer,
        Line(
            kind="mail.sent",
            summary="Surat lama",
            occurred_at=MONDAY - timedelta(days=9),
            parties=(ministry,),
        ),
    )

    budi.refresh_from_db()
    ministry.refresh_from_db()
    assert budi.last_active_at is not None
    assert before <= budi.last_active_at <= timezone.now()
    assert ministry.last_active_at == MONDAY


@pytest.mark.parametrize(
    "statement",
    ["UPDATE journal_entry SET summary = 'x'", "DELETE FROM journal_entryparty", "DELETE FROM journal_entry"],
)
def test_journal_refuses_to_be_rewritten(officer: Actor, budi: Person, statement: str) -> None:
    entry = record(officer, Line(kind="note", summary="Tetap", parties=(budi,)))

    with pytest.raises(DatabaseError, match="Cannot update or delete rows"), transaction.atomic():
        connection.cursor().execute(statement)

    assert Entry.objects.get(pk=entry.pk).summary == "Tetap"


@pytest.mark.parametrize("table", ["journal_entry", "journal_entryparty", "journal_retraction"])
def test_journal_refuses_to_be_emptied(officer: Actor, budi: Person, table: str) -> None:
    entry = record(officer, Line(kind="note", summary="Tetap", parties=(budi,)))

    connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")
    with pytest.raises(DatabaseError, match="Cannot truncate"), transaction.atomic():
        connection.cursor().execute(f"TRUNCATE {table} CASCADE")

    assert Entry.objects.get(pk=entry.pk).parties.count() == 1


def test_entry_must_say_something(officer: Actor) -> None:
    with pytest.raises(DatabaseError, match="entry_says_something"), transaction.atomic():
        record(officer, Line(kind="note", summary="  "))


def test_line_is_of_whoever_did_it_and_else_of_the_actor(head: Actor, officer: Actor) -> None:
    assert officer.user is not None
    assert head.user is not None
    told = [
        record(head, Line(kind="mail.sent", summary="a", by=officer.user)),
        record(head, Line(kind="mail.received", summary="b", by="Budi\nSantoso")),
        record(head, Line(kind="note", summary="c")),
    ]
    assert [(entry.user_id, entry.actor_name) for entry in told] == [
        (officer.user.pk, officer.user.full_name),
        (None, "Budi Santoso"),
        (head.user.pk, head.user.full_name),
    ]
