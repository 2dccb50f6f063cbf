"""Hours and expenses as a spreadsheet: a row an officer, numbers as numbers, for those who pay by them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from io import BytesIO

from jembatan.platform.documents.xml_text import xml_text

CELL_LIMIT = 32_767


@dataclass(frozen=True, slots=True)
class HoursRow:
    """What an officer has done: `minutes` of work at `duties` on `days`, of them `no_shows` missed; what was accepted beside: `further` minutes, and `money` spent, by currency."""

    number: int
    name: str
    employment: str
    days: int
    duties: int
    minutes: int
    delegations: int
    no_shows: int
    further: int = 0
    money: Mapping[str, Decimal] = field(default_factory=dict)

    @property
    def hours(self) -> float:
        """By the roster."""
        return self.minutes / 60

    @property
    def further_hours(self) -> float:
        """Beside it."""
        return self.further / 60

    @property
    def all_hours(self) -> float:
        """Of work."""
        return (self.minutes + self.further) / 60

    @property
    def spent(self) -> list[tuple[str, Decimal]]:
        """By currency, in their order."""
        return sorted(self.money.items())


def spent_in_all(rows: Iterable[HoursRow]) -> dict[str, Decimal]:
    """By currency, in their order: what is of two is never added up."""
    total: defaultdict[str, Decimal] = defaultdict(Decimal)
    for row in rows:
        for currency, amount in row.money.items():
            total[currency] += amount
    return dict(sorted(total.items()))


def write_hours(
    rows: Sequence[HoursRow], *, title: str, marking: str, headings: Sequence[str], total: str
) -> bytes:
    """One sheet. `headings` name the ten columns, and the eleventh what a currency is added to, which has a column each; `total` the last line.

    Text is written as text, so that a cell that begins with "=" is not a formula.
    """
    import xlsxwriter  # a third of a room's weight, and few processes write tables

    currencies = list(spent_in_all(rows))
    *names, spent = headings
    output = BytesIO()
    with xlsxwriter.Workbook(output, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet()
        bold, hours = book.add_format({"bold": True}), book.add_format({"num_format": "0.00"})
        sheet.set_header(f"&C{marking}")
        sheet.set_footer(f"&C{marking}")
        sheet.write_row(0, 0, [marking, xml_text(title)], bold)
        money = book.add_format({"num_format": "#,##0.00"})
        sheet.write_row(1, 0, [*names, *(f"{spent} {currency}" for currency in currencies)], bold)
        sheet.set_column(1, 1, 34)
        sheet.set_column(2, len(names) + len(currencies) - 1, 14)
        for line, row in enumerate(rows, 2):
            sheet.write_number(line, 0, row.number)
            sheet.write_string(line, 1, xml_text(row.name)[:CELL_LIMIT])
            sheet.write_string(line, 2, row.employment)
            sheet.write_number(line, 3, row.days)
            sheet.write_number(line, 4, row.duties)
            sheet.write_number(line, 5, row.hours, hours)
            sheet.write_number(line, 6, row.delegations)
            sheet.write_number(line, 7, row.no_shows)
            sheet.write_number(line, 8, row.further_hours, hours)
            sheet.write_number(line, 9, row.all_hours, hours)
            for column, currency in enumerate(currencies, len(names)):
                sheet.write_number(line, column, row.money.get(currency, 0), money)
        last = len(rows) + 2
        sheet.write_string(last, 1, total, bold)
        for column, minutes in ((5, "hours"), (8, "further_hours"), (9, "all_hours")):
            sheet.write_number(last, column, sum(getattr(row, minutes) for row in rows), hours)
        for column, amount in enumerate(spent_in_all(rows).values(), len(names)):
            sheet.write_number(last, column, amount, money)
        sheet.freeze_panes(2, 2)
    return output.getvalue()
