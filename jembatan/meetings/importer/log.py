"""The importer of meeting logs in CSV, TSV and spreadsheets. An item is a row."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import batched
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_lazy as _

from jembatan.meetings.actions.draft import Draft, Guest
from jembatan.meetings.formats.log.columns import find_header
from jembatan.meetings.formats.log.periods import Period
from jembatan.meetings.formats.log.reader import Log, LogMeeting, read_log
from jembatan.meetings.formats.log.table import Row, is_workbook, read_rows
from jembatan.meetings.importer.accounting import file_and_account
from jembatan.meetings.importer.columns import FIELDS
from jembatan.meetings.queries.faults import reason_of
from jembatan.platform.imports.importer import ImportJob, SetAside, Source, TakenBack
from jembatan.platform.imports.models import Batch, QuarantinedItem

CHUNK = 3000
SAMPLES = 3
SUFFIXES = {".csv", ".tsv", ".txt", ".xlsx", ".xls", ".xlsm", ".ods"}


class LogImporter:
    """Tables whose headings name a date and with whom or why one met."""

    kind = "meetings"
    label = _("Meeting log")

    def recognises(self, source: Source) -> bool:
        """By its headings."""
        if source.path.suffix.lower() not in SUFFIXES:
            return False
        head = source.head()
        raw = source.path.read_bytes() if is_workbook(head) else head
        return find_header(_rows(raw)) is not None

    def takes_folder(self, folder: Path) -> bool:
        """Never: each file is read for itself."""
        return False

    def fields(self) -> dict[str, Any]:
        """What a column may become."""
        return FIELDS

    def propose(self, sources: list[Source]) -> dict[str, Any]:
        """The columns of every table with their meanings guessed and the first values under them."""
        tables = [(source, _rows(source.path.read_bytes())) for source in sources]
        return {"tables": [_table(source.name, rows) for source, rows in tables if find_header(rows)]}

    def run(self, job: ImportJob, sources: list[Source]) -> None:
        """File the meetings of every source."""
        for source in sources:
            self._read(job, source.name, source.path.read_bytes())

    def take_back(self, batch: Batch) -> TakenBack:
        """The calendar's importer takes back all meetings of a batch."""
        return TakenBack()

    def retry(self, job: ImportJob, item: QuarantinedItem) -> bool:
        """Read the row again, under its own headings."""
        before = job.account.problem_count
        self._read(job, item.source, bytes(item.raw))
        return job.account.read > 0 and job.account.problem_count == before

    def _read(self, job: ImportJob, name: str, raw: bytes) -> None:
        try:
            rows = read_rows(raw)
        except ValueError as error:
            job.quarantine(name, 0, f"The table could not be read: {error}", raw)
            return
        log = read_log(rows, name=name, fields=_chosen(job, name))
        if log.header is None:
            job.quarantine(name, 0, "No row names columns for a date and for whom or why one met.", raw)
            return
        _tell(job, name, log)
        zone = ZoneInfo(job.actor.desk.time_zone)
        for chunk in batched(log.meetings, CHUNK):
            file_and_account(job, [(f"{name}:{each.lines[0]}", draft_of(each, zone=zone)) for each in chunk])


def draft_of(meeting: LogMeeting, *, zone: tzinfo) -> Draft:
    """A row's meeting as a draft: known to the day or month it stands at no hour, else at that hour of the desk's zone."""
    starts_at, ends_at = _times(meeting.period, zone)
    timed = meeting.period.precision == "minute"
    return Draft(
        uid=f"log-{meeting.digest}",
        fields={
            "title": meeting.purpose or ", ".join(meeting.organisations) or ", ".join(meeting.attendees),
            "description": meeting.notes,
            "location": meeting.place,
            "clock": "zoned" if timed else "date",
            "zone": getattr(zone, "key", "UTC") if timed else "",
            "precision": meeting.period.precision,
            "starts_at": starts_at,
            "ends_at": ends_at,
            "source": meeting.source,
        },
        guests=tuple(_guests(meeting)),
        digest=meeting.digest,
        makes_organisations=True,
        items=len(meeting.lines),
    )


def _times(period: Period, zone: tzinfo) -> tuple[datetime, datetime]:
    if period.starts is None:
        return _midnight(period.start), _midnight(period.end)
    starts = datetime.combine(period.start, period.starts, zone)
    if period.ends is None:
        return starts, starts
    last_day = period.end - timedelta(days=1)
    ends = datetime.combine(last_day, period.ends, zone)
    return starts, ends if ends >= starts else ends + timedelta(days=1)


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _guests(meeting: LogMeeting) -> Iterator[Guest]:
    if meeting.officer:
        yield Guest(name=meeting.officer, ours=True, organiser=True, status="accepted")
    only = meeting.organisations[0] if len(meeting.organisations) == 1 else ""
    for name in meeting.organisations:
        yield Guest(body=name, status="accepted")
    for name in meeting.attendees:
        yield Guest(name=name, body=only, status="accepted")


def _tell(job: ImportJob, name: str, log: Log) -> None:
    for notice in log.notices:
        job.account.note(f"{name}:{notice.line}", reason_of(notice))
    job.quarantine_many(
        SetAside(name, row.line, reason_of(row.defect), row.text.encode()) for row in log.set_aside
    )


def _chosen(job: ImportJob, name: str) -> list[str] | None:
    """The meanings of this table's columns as the stored plan has them."""
    tables = job.plan.get(LogImporter.kind, {}).get("tables", [])
    table = next((table for table in tables if table["source"] == name), None)
    return [column["field"] for column in table["columns"]] if table else None


def _table(name: str, rows: list[Row]) -> dict[str, Any]:
    header = find_header(rows)
    assert header is not None
    body = rows[header.index + 1 :]
    columns = [
        {"heading": heading, "field": meaning, "samples": _samples(body, index)}
        for index, (heading, meaning) in enumerate(zip(header.headings, header.fields, strict=True))
    ]
    return {"source": name, "columns": columns}


def _samples(rows: list[Row], column: int) -> list[str]:
    values = (row.cells[column][:80] for row in rows if column < len(row.cells) and row.cells[column])
    return [value for value, _place in zip(dict.fromkeys(values), range(SAMPLES), strict=False)]


def _rows(raw: bytes) -> list[Row]:
    try:
        return read_rows(raw)
    except ValueError:
        return []
