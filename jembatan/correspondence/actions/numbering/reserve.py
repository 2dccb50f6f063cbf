"""Giving a number, and taking it out of use. The book has no gaps, and no number twice."""

from datetime import date
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.formats.number_patterns import counts_by_year, number_text
from jembatan.correspondence.models import NumberSeries, ReservedNumber, Statement
from jembatan.platform.access import require_officer, require_writer

State = ReservedNumber.State


@transaction.atomic
def reserve_number(
    actor: Actor, statement: Statement, series: NumberSeries, *, day: date | None = None
) -> ReservedNumber:
    """The next number of the series for this statement, as of `day`: the desk's today, unless said otherwise.

    The series is locked until the caller's transaction ends: others wait, and a transaction that fails leaves no gap.
    Raises `Refused` for a series that is out of use, and for a number that the register has already.
    """
    require_writer(actor)
    held = NumberSeries.objects.select_for_update().get(pk=series.pk, desk=actor.desk)
    if held.retired_at is not None:
        raise Refused(_("The series “%(name)s” is out of use. Choose another.") % {"name": held.name})
    day = day or timezone.localdate(timezone=ZoneInfo(actor.desk.time_zone))
    number = ReservedNumber(
        desk=actor.desk, series=held, statement=statement, title=statement.title, reserved_by=actor.user
    )
    number.year, number.number = _next(held, day)
    number.text = number_text(held.pattern, number.number, day)
    _refuse_taken(actor, number)
    number.save()
    return number


@transaction.atomic
def void_number(actor: Actor, number: ReservedNumber, *, reason: str) -> ReservedNumber:
    """No letter bears it, and the book says why. Raises `Refused` without a reason, and once a letter has left with it."""
    require_officer(actor)
    held = ReservedNumber.objects.select_for_update().get(pk=number.pk, desk=actor.desk)
    if held.state == State.SENT:
        raise Refused(_("A letter has left with the number %(number)s.") % {"number": held.text})
    if not reason.strip():
        raise Refused(_("Say why no letter bears this number."))
    held.state, held.reason = State.VOID, reason.strip()
    held.save(update_fields=["state", "reason"])
    return held


def number_left(statement: Statement) -> None:
    """The letter that bears the statement's number has left; nothing for one without a number of the book."""
    ReservedNumber.objects.filter(statement=statement, state=State.RESERVED).update(state=State.SENT)


def _next(series: NumberSeries, day: date) -> tuple[int, int]:
    """The run (a year, or 0 in a series that counts through) and the number behind its last one."""
    year = day.year if counts_by_year(series.pattern) else 0
    last = series.numbers.filter(year=year).aggregate(last=Max("number"))["last"]
    return year, series.begins_at if last is None else last + 1


def _refuse_taken(actor: Actor, number: ReservedNumber) -> None:
    in_the_book = ReservedNumber.objects.filter(desk=actor.desk, text=number.text)
    if in_the_book.exists() or Statement.objects.filter(desk=actor.desk, number=number.text).exists():
        raise Refused(
            _(
                "The number %(number)s is taken. The head of the desk changes the pattern of “%(series)s”, or its first number."
            )
            % {"number": number.text, "series": number.series.name}
        )
