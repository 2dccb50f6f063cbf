"""From sources to contacts, each with where it stands and its original bytes."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_noop as _

from jembatan.directory.formats.contact import Contact
from jembatan.directory.formats.tables.csv_rows import read_csv
from jembatan.directory.formats.tables.files import (
    CSV_ENDINGS,
    SHEET_ENDINGS,
    CannotRead,
    read_tables,
    row_as_csv,
)
from jembatan.directory.formats.tables.headings import Column
from jembatan.directory.formats.tables.layout import Layout, guess_layout
from jembatan.directory.formats.tables.row_contact import contact_of_row
from jembatan.directory.formats.tables.sheet_rows import read_sheets
from jembatan.directory.formats.tables.table import Row, Table
from jembatan.directory.formats.vcard import looks_like_vcard, vcards_in_turn
from jembatan.platform.imports.importer import ImportJob, SetAside, Source
from jembatan.platform.imports.models import QuarantinedItem
from jembatan.platform.imports.reasons import because


@dataclass(frozen=True, slots=True)
class Item:
    """A contact and where it stands; a group keeps its bytes, since it may have to wait for its members."""

    contact: Contact
    source: str
    position: int
    raw: bytes = b""


def is_contacts(source: Source) -> bool:
    """Whether the file holds a vCard, or a table that is about contacts."""
    ending = _ending(source.name)
    if ending in CSV_ENDINGS:
        return guess_layout(read_csv(source.head())).is_about_contacts()
    if ending in SHEET_ENDINGS:
        try:
            return any(guess_layout(table).is_about_contacts() for table in read_sheets(_content(source)))
        except CannotRead:
            return False
    # only near the start: a mail may carry a card further down
    return ending in {".vcf", ".vcard"} or looks_like_vcard(source.head()[:512])


def propose_tables(sources: list[Source]) -> list[dict[str, Any]]:
    """The plan's part of every table among the sources."""
    tables = []
    for source in sources:
        try:
            found = read_tables(_content(source), name=source.name) if _is_table(source.name) else []
        except CannotRead:
            continue
        for table in found:
            layout = guess_layout(table)
            if layout.is_about_contacts() or len(found) == 1:
                tables.append({"source": source.name, "sheet": table.name, **layout.as_json()})
    return tables


def items_of(job: ImportJob, source: Source, tables: list[dict[str, Any]]) -> Iterator[Item | SetAside]:
    """Every card or row of a source, and what has to be set aside."""
    yield from _items(job, source.name, _content(source), tables)


def items_again(
    job: ImportJob, item: QuarantinedItem, tables: list[dict[str, Any]]
) -> Iterator[Item | SetAside]:
    """What a quarantined item's bytes hold now: a card, a row under its headings, or a whole file."""
    content = bytes(item.raw)
    if _is_table(item.source) and item.position:
        known = [table for table in tables if table["source"] == item.source]
        for row in read_csv(content).rows[1:]:
            columns = (
                Layout.from_json(_plain(known[0])).columns
                if known
                else guess_layout(read_csv(content)).columns
            )
            yield from _row(item.source, Row(item.position, row.cells), columns)
    else:
        yield from _items(job, item.source, content, tables)


def _items(
    job: ImportJob, name: str, content: bytes, tables: list[dict[str, Any]]
) -> Iterator[Item | SetAside]:
    if not _is_table(name):
        yield from _cards(job, name, content)
        return
    try:
        found = read_tables(content, name=name)
    except CannotRead as error:
        reason = because(_("The spreadsheet cannot be read (%(error)s)."), error=error)
        yield SetAside(name, 0, reason, content)
        return
    for table in found:
        planned = [one for one in tables if one["source"] == name and one["sheet"] == table.name]
        if planned:
            yield from _table_items(job, name, table, Layout.from_json(_plain(planned[0])))
        elif len(found) == 1:
            yield from _table_items(job, name, table, guess_layout(table))
        else:
            job.account.note(f"{name} [{table.name}]", _("This sheet holds no contacts and was left out."))


def _cards(job: ImportJob, name: str, content: bytes) -> Iterator[Item | SetAside]:
    number = 0
    for part in vcards_in_turn(content):
        for defect in part.all_defects:
            job.account.note(f"{name}:{defect.line}", _note(defect.reason, defect.text))
        for card in part.cards:
            number += 1
            if card.contact.full_name:
                yield Item(card.contact, name, card.first, card.raw if card.contact.is_group else b"")
            else:
                reason = _("The card names nobody: it has no name, organisation, e-mail address or number.")
                yield SetAside(name, card.first, reason, card.raw)
    if not number:
        yield SetAside(name, 0, _("The file holds no contact."), content)


def _table_items(job: ImportJob, name: str, table: Table, layout: Layout) -> Iterator[Item | SetAside]:
    where = f"{name} [{table.name}]" if table.name else name
    for defect in table.defects:
        job.account.note(f"{where}:{defect.line}", _note(defect.reason, defect.text))
    for row in layout.title_rows(table):
        job.account.note(f"{where}:{row.number}", _("A title above the headings was left out."))
    for row in layout.rows(table):
        for item in _row(name, row, layout.columns):
            if isinstance(item, Item):
                for defect in item.contact.defects:
                    job.account.note(f"{where}:{row.number}", _note(defect.reason, defect.text))
            yield item


def _row(name: str, row: Row, columns: list[Column]) -> Iterator[Item | SetAside]:
    contact = contact_of_row(row, columns)
    if contact.full_name:
        yield Item(contact, name, row.number)
    else:
        reason = _("The row names nobody: it has no name, organisation or e-mail address.")
        headings = [column.heading for column in columns]
        yield SetAside(name, row.number, reason, row_as_csv(headings, row.cells))


def _plain(planned: dict[str, Any]) -> dict[str, Any]:
    return {"header": planned["header"], "columns": planned["columns"]}


def _is_table(name: str) -> bool:
    return _ending(name) in CSV_ENDINGS | SHEET_ENDINGS


def _ending(name: str) -> str:
    return Path(name).suffix.lower()


def _content(source: Source) -> bytes:
    return source.path.read_bytes()


def _note(reason: str, text: str) -> str:
    return f"{reason}: {text}" if text else reason
