"""Tables of a web page as rows of text."""

from html.parser import HTMLParser
from typing import NamedTuple

from jembatan.correspondence.formats.text import decode

CELLS = {"td", "th"}


class Row(NamedTuple):
    """Cells as text, and the line of the page where the row begins."""

    line: int
    cells: tuple[str, ...]


def rows_of_page(content: bytes) -> list[Row]:
    """Every row of every table, a table within a cell as text of that cell. Never fails."""
    reader = _Reader()
    reader.feed(decode(content, "text/html", note=lambda _problem: None))
    reader.close()
    return reader.rows


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[Row] = []
        self._tables = 0
        self._line = 0
        self._cells: list[str] | None = None
        self._text: list[str] | None = None
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"script", "style"}:
            self._hidden += 1
        if tag == "table":
            self._tables += 1
        if self._tables > 1:
            return
        if tag == "tr":
            self._end_row()
            self._line, self._cells = self.getpos()[0], []
        elif tag in CELLS and self._cells is not None:
            self._end_cell()
            self._text = []
        elif tag in {"br", "p"} and self._text is not None:
            self._text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style"}:
            self._hidden = max(0, self._hidden - 1)
        if self._tables <= 1:
            if tag in CELLS:
                self._end_cell()
            elif tag in {"tr", "table"}:
                self._end_row()
        if tag == "table":
            self._tables = max(0, self._tables - 1)

    def handle_data(self, data: str) -> None:
        if self._text is not None and not self._hidden:
            self._text.append(data)

    def close(self) -> None:
        super().close()
        self._end_row()

    def _end_cell(self) -> None:
        if self._text is not None and self._cells is not None:
            self._cells.append(" ".join("".join(self._text).split()))
        self._text = None

    def _end_row(self) -> None:
        self._end_cell()
        if self._cells:
            self.rows.append(Row(self._line, tuple(self._cells)))
        self._cells = None
