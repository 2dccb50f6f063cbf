"""The book of numbers: each that was ever given, with what it was given for."""

from dataclasses import dataclass

from django.db.models import QuerySet

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import ReservedNumber
from jembatan.correspondence.queries.statements import visible_statements
from jembatan.platform.paging import Page
from jembatan.platform.record_numbers import record_number

PAGE = 50


@dataclass(frozen=True, slots=True)
class BookLine:
    """A number; `title` and `reason` are "" and `statement_id` None where the actor may not see what bears it."""

    number: ReservedNumber
    title: str = ""
    reason: str = ""
    statement_id: int | None = None


def book_page(actor: Actor, *, after: str = "") -> Page[BookLine]:
    """Fifty numbers, those given last first."""
    numbers = _numbers(actor)
    if (last := record_number(after)) is not None:
        numbers = numbers.filter(pk__lt=last)
    found = list(numbers[: PAGE + 1])
    return Page(_lines(actor, found[:PAGE]), str(found[PAGE - 1].pk) if len(found) > PAGE else "")


def whole_book(actor: Actor) -> list[BookLine]:
    """All of it."""
    return _lines(actor, list(_numbers(actor)))


def _numbers(actor: Actor) -> QuerySet[ReservedNumber]:
    numbers = ReservedNumber.objects.filter(desk=actor.desk)
    return numbers.select_related("series", "reserved_by").order_by("-pk")


def _lines(actor: Actor, numbers: list[ReservedNumber]) -> list[BookLine]:
    """A number whose statement is gone keeps the title that it was given for."""
    wanted = [number.statement_id for number in numbers if number.statement_id]
    seen = set(visible_statements(actor).filter(pk__in=wanted).values_list("pk", flat=True))
    return [
        BookLine(number, number.title, number.reason, number.statement_id)
        if number.statement_id in seen or number.statement_id is None
        else BookLine(number)
        for number in numbers
    ]
