"""Fields of a form that come several times, one row below the other: `name-0`, `name-1`, …"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms

MOST_ROWS = 20
"""So many can be sent; what was kept before is shown, however much it is."""


@dataclass(frozen=True, slots=True)
class Repeated:
    """Rows of `fields` in `form`; as many as were sent, or as there are to show with `spare` empty ones below, `fewest` at least."""

    form: forms.Form
    legend: str
    hint: str
    fields: Mapping[str, Callable[[], forms.Field]]
    fewest: int = 3
    spare: int = 1

    def add(self, shown: int) -> None:
        """Put the rows into the form, where `shown` of them have something in them."""
        for row in range(self._count(shown)):
            for name, field in self.fields.items():
                self.form.fields[f"{name}-{row}"] = field()

    def rows(self) -> Iterator[list[forms.BoundField]]:
        """For the page."""
        row = 0
        while f"{next(iter(self.fields))}-{row}" in self.form.fields:
            yield [self.form[f"{name}-{row}"] for name in self.fields]
            row += 1

    def filled(self) -> Iterator[tuple[int, list[Any]]]:
        """The number and the values of every row in which something stands; one with a fault is left out."""
        for row, fields in enumerate(self.rows()):
            names = [field.name for field in fields]
            values = [self.form.cleaned_data.get(name) for name in names]
            if any(values) and not any(name in self.form.errors for name in names):
                yield row, values

    def _count(self, shown: int) -> int:
        first = next(iter(self.fields))
        ends = (name.rpartition("-")[2] for name in self.form.data if name.startswith(f"{first}-"))
        sent = max(
            (int(end) + 1 for end in ends if end.isascii() and end.isdecimal() and len(end) < 3), default=0
        )
        return max(min(sent, MOST_ROWS), shown + self.spare if shown else 0, self.fewest)
