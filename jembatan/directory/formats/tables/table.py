"""A table as rows of text, however it was stored."""

from dataclasses import dataclass, field

from jembatan.directory.formats.contact import Defect


@dataclass(frozen=True, slots=True)
class Row:
    """Cells as text; `number` is the line (CSV) or row (spreadsheet) where it begins, from 1."""

    number: int
    cells: list[str]

    def __bool__(self) -> bool:
        return any(cell.strip() for cell in self.cells)


@dataclass(slots=True)
class Table:
    """Rows that hold anything, in order; `name` is the sheet's, "" in CSV."""

    rows: list[Row]
    name: str = ""
    delimiter: str = ","
    defects: list[Defect] = field(default_factory=list)
