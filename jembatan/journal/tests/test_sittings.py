"""Many small edits of one record are one line of a timeline."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from django.test import Client

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.journal.actions.record import Line, record
from jembatan.journal.web.rows import page_of

NINE = datetime(2026, 11, 2, 2, 0, tzinfo=UTC)


def edit(
    actor: Actor, minute: int, summary: str, *parties: Person | Organisation, kind: str = "changed"
) -> None:
    at = NINE + timedelta(minutes=minute)
    record(actor, Line(kind=f"directory.{kind}", summary=summary, occurred_at=at, parties=parties))


def shown(actor: Actor, *, size: int = 30, after: str = "") -> list[tuple[str, list[str]]]:
    rows = page_of(actor, None, size=size, after=after).rows
    return [(row.entry.summary, [entry.summary for entry in row.folded]) for row in rows]


def test_edits_of_one_sitting_are_one_line(officer: Actor, budi: Person) -> None:
    for minute, summary in ((0, "surel"), (10, "telepon"), (20, "alamat"), (40, "catatan")):
        edit(officer, minute, summary, budi)
    assert shown(officer) == [("catatan", []), ("alamat", ["telepon", "surel"])]


def test_new_record_speaks_for_what_was_filled_in(officer: Actor, budi: Person) -> None:
    edit(officer, 0, "lama", budi)
    edit(officer, 1, "Budi ditambahkan", budi, kind="added")
    edit(officer, 2, "surel", budi)
    edit(officer, 3, "telepon", budi)
    assert shown(officer) == [("Budi ditambahkan", ["telepon", "surel"]), ("lama", [])]


def test_another_person_another_record_or_a_mail_between_begins_a_new_line(
    officer: Actor, drafter: Actor, budi: Person, ministry: Organisation
) -> None:
    edit(officer, 0, "a", budi)
    edit(drafter, 1, "b", budi)
    edit(drafter, 2, "c", ministry)
    record(
        drafter,
        Line(kind="mail.sent", summary="d", occurred_at=NINE + timedelta(minutes=3), parties=(ministry,)),
    )
    edit(drafter, 4, "e", ministry)
    assert shown(officer) == [("e", []), ("d", []), ("c", []), ("b", []), ("a", [])]


def test_pages_of_folded_lines_follow_each_other(
    officer: Actor, budi: Person, ministry: Organisation
) -> None:
    for number in range(12):
        edit(officer, number, f"{number}", budi if number < 6 else ministry)
    seen, after = [], ""
    while True:
        page = page_of(officer, None, size=1, after=after)
        seen += [entry.summary for row in page.rows for entry in (row.entry, *row.folded)]
        if not (after := page.next_after):
            break
    assert seen == [str(number) for number in reversed(range(12))]


def test_page_unfolds_a_line(officer: Actor, budi: Person, client_of: Callable[[Actor], Client]) -> None:
    edit(officer, 0, "surel diganti", budi)
    edit(officer, 1, "telepon diganti", budi)
    page = client_of(officer).get("/journal/").content.decode()
    assert "1 further change</summary>" in page
    assert "surel diganti" in page
