"""CSV that people and programs write: any charset, comma, semicolon, tab or bar, quotes that never close."""

import csv
import io
from collections import Counter

from jembatan.directory.formats.charset import decode_document
from jembatan.directory.formats.contact import Defect
from jembatan.directory.formats.tables.table import Row, Table

DELIMITERS = (",", ";", "\t", "|")
SAMPLE_LINES = 50
LONGEST_CELL = 100
"""A cell with more lines than this is a quote that was never closed."""


def read_csv(content: bytes) -> Table:
    """Never fails, and every line is in a row: where quoting is broken, its lines are read again without quotes."""
    decoded = decode_document(content)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    delimiter, text, skipped = _separator_line(text)
    delimiter = delimiter or guess_delimiter(text)
    table = Table([], delimiter=delimiter)
    if decoded.problem:
        table.defects.append(Defect(1, decoded.problem))
    _read(table, text.split("\n"), first=1 + skipped)
    return table


def guess_delimiter(text: str) -> str:
    """The sign that parts the sample's lines into the same number of cells most often, and more than one."""
    lines = [line for line in text.split("\n")[:SAMPLE_LINES] if line.strip()]
    best, best_score = ",", (0, 0)
    for delimiter in DELIMITERS:
        counts = Counter(_cells(line, delimiter) for line in lines)
        width, times = max(counts.items(), key=lambda item: (item[0] > 1, item[1], item[0]), default=(1, 0))
        if width > 1 and (times, width) > best_score:
            best, best_score = delimiter, (times, width)
    return best


def _separator_line(text: str) -> tuple[str, str, int]:
    """Excel's "sep=;" on the first line says the delimiter and is no row."""
    first, _newline, rest = text.partition("\n")
    if first.strip().strip('"').lower().startswith("sep=") and len(first.strip().strip('"')) == 5:
        return first.strip().strip('"')[-1], rest, 1
    return "", text, 0


def _cells(line: str, delimiter: str) -> int:
    if '"' not in line:
        return line.count(delimiter) + 1
    return len(next(csv.reader([line], delimiter=delimiter), []))


def _read(table: Table, lines: list[str], *, first: int) -> None:
    at = 0
    while at < len(lines):
        cells, used = _row(lines, at, table.delimiter)
        if cells is None:
            table.defects.append(Defect(first + at, "a quote is never closed", lines[at][:200]))
            cells, used = [cell.strip('"') for cell in lines[at].split(table.delimiter)], 1
        row = Row(first + at, cells)
        if row:
            table.rows.append(row)
        at += used


def _row(lines: list[str], at: int, delimiter: str) -> tuple[list[str] | None, int]:
    """The cells of the row that begins here and how many lines it takes; None where a quote is not closed."""
    line = lines[at]
    if '"' not in line:
        return line.split(delimiter), 1
    taken = [line]
    while True:
        if _is_closed(taken, delimiter):
            return next(csv.reader(io.StringIO("\n".join(taken)), delimiter=delimiter), []), len(taken)
        if at + len(taken) >= len(lines) or len(taken) > LONGEST_CELL:
            return None, 0
        taken.append(lines[at + len(taken)])


def _is_closed(taken: list[str], delimiter: str) -> bool:
    """Whether no quoted cell is open at the end; a quote in the middle of a plain cell opens nothing."""
    text = "\n".join(taken)
    is_open, at_start, position = False, True, 0
    while position < len(text):
        character = text[position]
        if is_open:
            if character == '"':
                if text[position + 1 : position + 2] == '"':
                    position += 1
                else:
                    is_open = False
        elif character == '"' and at_start:
            is_open = True
        at_start = not is_open and character == delimiter
        position += 1
    return not is_open
