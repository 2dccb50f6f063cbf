"""Keyset pages of the directory: by a name, and by who was active last."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import F, Q, QuerySet, Value
from django.db.models.functions import Concat

from jembatan.directory.models import Organisation, Person
from jembatan.platform.paging import behind, mark_at
from jembatan.platform.record_numbers import record_number


@dataclass(frozen=True, slots=True)
class Page[P: (Person, Organisation)]:
    """Rows, and the mark after which the next ones begin ("" at the end). `is_guess`: they only resemble what was asked."""

    rows: list[P]
    next_after: str = ""
    is_guess: bool = False


def page_by_name[P: (Person, Organisation)](
    parties: QuerySet[P], *, column: str, after: str, size: int, is_few: bool = False
) -> Page[P]:
    """In the order of a name column; the mark is "name|id", and one that makes no sense is the beginning.

    `is_few`: a filter leaves few of many, so they are found first and sorted then, instead of looking for them all along
    the index of the names.
    """
    name, _bar, pk = after.rpartition("|")
    if (number := record_number(pk)) is not None:
        parties = parties.filter(Q(**{f"{column}__gt": name}) | Q(**{column: name, "pk__gt": number}))
    order = Concat(column, Value("")) if is_few else F(column)
    found = list(parties.order_by(order, "pk")[: size + 1])
    return _cut(found, size, mark=lambda party: f"{getattr(party, column)}|{party.pk}")


def page_by_recency[P: (Person, Organisation)](parties: QuerySet[P], *, after: str, size: int) -> Page[P]:
    """The most recently active first, those never active last; the mark is "moment|id" ("|id" among the last)."""
    parties = parties.filter(behind(after, column="last_active_at", numbers="rising"))
    found = list(parties.order_by(F("last_active_at").desc(nulls_last=True), "pk")[: size + 1])
    return _cut(found, size, mark=lambda party: mark_at(party.last_active_at, party.pk))


def _cut[P: (Person, Organisation)](found: list[P], size: int, *, mark: Callable[[P], str]) -> Page[P]:
    rows = found[:size]
    return Page(rows, mark(rows[-1]) if len(found) > size else "")
