"""Keyset paging: a page names the row after which the next one begins, so that the hundredth costs what the first did."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Q, QuerySet, Value
from django.db.models.functions import Concat

from jembatan.directory.models import Organisation, Person


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
    if pk.isdigit():
        parties = parties.filter(Q(**{f"{column}__gt": name}) | Q(**{column: name, "pk__gt": int(pk)}))
    order = Concat(column, Value("")) if is_few else F(column)
    found = list(parties.order_by(order, "pk")[: size + 1])
    return _cut(found, size, mark=lambda party: f"{getattr(party, column)}|{party.pk}")


def page_by_recency[P: (Person, Organisation)](parties: QuerySet[P], *, after: str, size: int) -> Page[P]:
    """The most recently active first, those never active last; the mark is "moment|id" ("|id" among the last)."""
    moment, _bar, pk = after.rpartition("|")
    if pk.isdigit():
        parties = parties.filter(_later_than(moment, int(pk)))
    found = list(parties.order_by(F("last_active_at").desc(nulls_last=True), "pk")[: size + 1])
    return _cut(found, size, mark=_recency_mark)


def _cut[P: (Person, Organisation)](found: list[P], size: int, *, mark: Callable[[P], str]) -> Page[P]:
    rows = found[:size]
    return Page(rows, mark(rows[-1]) if len(found) > size else "")


def _recency_mark(party: Person | Organisation) -> str:
    return f"{party.last_active_at.isoformat() if party.last_active_at else ''}|{party.pk}"


def _later_than(moment: str, pk: int) -> Q:
    never = Q(last_active_at__isnull=True)
    if not moment:
        return never & Q(pk__gt=pk)
    try:
        last = datetime.fromisoformat(moment)
    except ValueError:
        return Q()
    return Q(last_active_at__lt=last) | Q(last_active_at=last, pk__gt=pk) | never
