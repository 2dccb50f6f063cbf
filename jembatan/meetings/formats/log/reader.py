"""A log's rows as meetings: blanks carried down, rows of one meeting joined, what makes no sense set aside with its reason."""

import csv
import hashlib
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from jembatan.meetings.formats.defect import Defect, Fault
from jembatan.meetings.formats.log.columns import Header, find_header
from jembatan.meetings.formats.log.names import split_names
from jembatan.meetings.formats.log.periods import Period, read_period, until, with_clock
from jembatan.meetings.formats.log.table import Row
from jembatan.meetings.formats.log.years import year_in, years_of

NOTHING = re.compile(
    r"(nil|none|no|nihil|tidak ada|n/?a|-+)(\s+(return|meetings?|pertemuan|rapat))?\.?", re.IGNORECASE
)
CARRIED = ("officer", "date")


@dataclass(slots=True)
class LogMeeting:
    """One meeting of a log; `lines` are the rows that tell of it, `source` the same rows as they were read."""

    lines: list[int]
    period: Period
    officer: str = ""
    purpose: str = ""
    place: str = ""
    notes: str = ""
    organisations: list[str] = field(default_factory=list)
    attendees: list[str] = field(default_factory=list)
    source: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class SetAsideRow:
    """A row that says nothing of a meeting that is understood; `text` is the row with its header, as CSV."""

    defect: Defect
    text: str

    @property
    def line(self) -> int:
        """Where it stands."""
        return self.defect.line


@dataclass(slots=True)
class Log:
    """A log, read: every row that is not blank stands in exactly one meeting or is set aside."""

    header: Header | None
    meetings: list[LogMeeting] = field(default_factory=list)
    set_aside: list[SetAsideRow] = field(default_factory=list)
    notices: list[Defect] = field(default_factory=list)


def read_log(rows: Sequence[Row], *, name: str = "", fields: Sequence[str] | None = None) -> Log:
    """The meetings of these rows. `fields` are the columns' meanings where people chose them, else they are guessed.

    A year that a date lacks is taken from the rows around it, else from the lines above the header or the file's name.
    """
    header = find_header(rows)
    if header is None:
        return Log(None)
    chosen = tuple(fields) if fields is not None else header.fields
    log = Log(Header(header.index, header.headings, chosen))
    preamble = " ".join(cell for row in rows[: header.index] for cell in row.cells)
    body = [row for row in rows[header.index + 1 :] if not row.is_blank and row.cells != header.headings]
    records = [_record(row, chosen) for row in body]
    years = years_of(
        (record.get("date", "") for record in records), fallback=year_in(preamble) or year_in(name)
    )
    _read_body(log, body, records, years)
    _give_digests(log.meetings)
    return log


def _read_body(
    log: Log, body: Sequence[Row], records: Sequence[dict[str, str]], years: Sequence[int | None]
) -> None:
    assert log.header is not None
    carried: dict[str, str] = {}
    joined: dict[tuple[str, ...], LogMeeting] = {}
    for row, written, year in zip(body, records, years, strict=True):
        record = {**written, **_carried_down(written, carried)}
        found = _meeting(row, record, year)
        if isinstance(found, Defect):
            log.set_aside.append(SetAsideRow(found, as_csv([log.header.headings, row.cells])))
            continue
        carried.update({key: record[key] for key in CARRIED if record.get(key)})
        if found.period.year_taken:
            year_taken = str(found.period.start.year)
            log.notices.append(Defect(row.line, Fault.YEAR_TAKEN, record["date"], year_taken))
        found.source = as_csv([log.header.headings, row.cells])
        key = _joining_key(record)
        if key and key in joined:
            _join(joined[key], found, row)
        else:
            log.meetings.append(found)
            joined.update({key: found} if key else {})


def _record(row: Row, fields: Sequence[str]) -> dict[str, str]:
    record: dict[str, str] = {}
    for meaning, cell in zip(fields, row.cells, strict=False):
        if meaning and cell:
            record[meaning] = f"{record[meaning]}; {cell}" if meaning in record else cell
    return record


def _carried_down(written: dict[str, str], carried: dict[str, str]) -> dict[str, str]:
    """What the row above says too, for a row that says with whom or why: merged cells, saved as CSV, are blank."""
    if not (written.get("organisation") or written.get("purpose") or written.get("attendees")):
        return {}
    return {key: carried[key] for key in CARRIED if not written.get(key) and key in carried}


def _meeting(row: Row, record: dict[str, str], year: int | None) -> LogMeeting | Defect:
    """The meeting of one row, or why it is none."""
    whom = record.get("organisation", "") or record.get("attendees", "")
    when, why = record.get("date", ""), record.get("purpose", "")
    if any(cell and NOTHING.fullmatch(cell) for cell in (when, whom, why)) and not (whom and why):
        return Defect(row.line, Fault.NO_MEETING)
    if not whom and not why:
        return Defect(row.line, Fault.NO_PARTY_NO_PURPOSE)
    if not when:
        return Defect(row.line, Fault.NO_DATE)
    period = read_period(when, year=year)
    if period is None:
        return Defect(row.line, Fault.NOT_A_DATE, when)
    if record.get("end") and (last := read_period(record["end"], year=period.start.year)):
        period = until(period, last)
    return LogMeeting(
        lines=[row.line],
        period=with_clock(period, record["time"]) if record.get("time") else period,
        officer=" ".join(record.get("officer", "").split()),
        purpose=" ".join(why.split()),
        place=" ".join(record.get("place", "").split()),
        notes=record.get("notes", ""),
        organisations=split_names(record.get("organisation", "")),
        attendees=split_names(record.get("attendees", "")),
    )


def _joining_key(record: dict[str, str]) -> tuple[str, ...] | None:
    """Rows with one number, officer, date and purpose are one meeting with several organisations."""
    if not record.get("number"):
        return None
    return tuple(record.get(key, "") for key in ("number", "officer", "date", "end", "purpose"))


def _join(meeting: LogMeeting, more: LogMeeting, row: Row) -> None:
    meeting.lines.append(row.line)
    meeting.organisations += [name for name in more.organisations if name not in meeting.organisations]
    meeting.attendees += [name for name in more.attendees if name not in meeting.attendees]
    meeting.source += as_csv([row.cells])


def _give_digests(meetings: Iterable[LogMeeting]) -> None:
    """What a meeting is known by at the next import: its content, and which of several equal ones it is."""
    seen: Counter[str] = Counter()
    for meeting in meetings:
        content = "\x1f".join(_identity(meeting))
        seen[content] += 1
        meeting.digest = hashlib.sha256(f"{content}\x1f{seen[content]}".encode()).hexdigest()[:32]


def _identity(meeting: LogMeeting) -> Iterator[str]:
    period = meeting.period
    yield f"{period.start} {period.end} {period.precision} {period.starts} {period.ends}"
    yield from (meeting.officer, meeting.purpose, meeting.place)
    yield from sorted(meeting.organisations)
    yield from sorted(meeting.attendees)


def as_csv(rows: Iterable[Sequence[str]]) -> str:
    """Rows as comma-separated text."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()
