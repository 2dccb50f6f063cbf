"""Lines by the thousand, through PostgreSQL's COPY: ids first, then the entries, then their parties."""

from collections.abc import Iterator
from datetime import datetime

from django.db import connection

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Person
from jembatan.journal.actions.line import NAME_LENGTH, Line, cut, distinct, doer, without_nul
from jembatan.journal.models import Entry, EntryParty

ENTRY = (
    "id",
    "desk_id",
    "occurred_at",
    "precision",
    "user_id",
    "actor_name",
    "kind",
    "summary",
    "detail",
    "dossier_id",
    "marking",
    "source_kind",
    "source_id",
    "import_batch",
    "corrects_id",
)
PARTY = ("entry_id", "desk_id", "organisation_id", "person_id", "name", "occurred_at", "kind")


def copy_lines(actor: Actor, lines: list[Line], *, now: datetime) -> None:
    """Write these lines; runs inside the caller's transaction."""
    numbered = list(zip(_reserve_ids(len(lines)), lines, strict=True))
    _copy(Entry._meta.db_table, ENTRY, (_entry(actor, pk, line, now) for pk, line in numbered))
    _copy(
        EntryParty._meta.db_table,
        PARTY,
        (row for pk, line in numbered for row in _parties(actor, pk, line, now)),
    )


def _reserve_ids(count: int) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [Entry._meta.db_table, count],
        )
        return [pk for (pk,) in cursor.fetchall()]


def _copy(table: str, columns: tuple[str, ...], rows: Iterator[tuple[object, ...]]) -> None:
    """Table and columns are ours, never a caller's."""
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as copy,
    ):
        for row in rows:
            copy.write_row(row)


def _entry(actor: Actor, pk: int, line: Line, now: datetime) -> tuple[object, ...]:
    source_kind, source_id = line.source or ("", None)
    return (
        pk,
        actor.desk.pk,
        line.occurred_at or now,
        line.precision.value,
        *doer(actor, line),
        line.kind,
        cut(line.summary),
        without_nul(line.detail),
        line.dossier.pk if line.dossier else None,
        line.marking.value,
        source_kind,
        source_id,
        line.import_batch,
        line.corrects.pk if line.corrects else None,
    )


def _parties(actor: Actor, pk: int, line: Line, now: datetime) -> Iterator[tuple[object, ...]]:
    moment = line.occurred_at or now
    for party in distinct(line.parties):
        person, organisation = (party.id, None) if isinstance(party, Person) else (None, party.id)
        yield pk, actor.desk.pk, organisation, person, cut(str(party), NAME_LENGTH), moment, line.kind
