"""Which reminders of an answer have come up: before it is due, when it is, and working hours later for others."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from jembatan.platform.dates.working_time import (
    NeverOpen,
    Office,
    after_working_time,
    before_working_time,
)

STALE = timedelta(days=4)


class Step(StrEnum):
    """Whom it is about: the owner before and when it is due, then the deputy, then the head.

    Of what the other side has to say back only the owner is told: before it is due (`soon`), and when it has not come.
    """

    BEFORE = "before"
    DUE = "due"
    DEPUTY = "deputy"
    HEAD = "head"
    SOON = "soon"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Rules:
    """Working hours before and after; None leaves the step out."""

    before: int | None = 4
    deputy: int | None = 8
    head: int | None = 16


def steps_come(due_at: datetime, office: Office, rules: Rules, *, now: datetime) -> list[Step]:
    """Steps whose moment has come within the last days: what is older is no news, as after an import of old mail.

    The reminder before is left out once the answer is due.
    """
    try:
        moments: Mapping[Step, datetime] = dict(_moments(due_at, office, rules))
    except NeverOpen:
        return []
    come = [step for step, moment in moments.items() if now - STALE <= moment <= now]
    return [step for step in come if step != Step.BEFORE or due_at > now]


def _moments(due_at: datetime, office: Office, rules: Rules) -> Iterator[tuple[Step, datetime]]:
    if rules.before is not None:
        yield Step.BEFORE, before_working_time(office, due_at, timedelta(hours=rules.before))
    yield Step.DUE, due_at
    for step, hours in ((Step.DEPUTY, rules.deputy), (Step.HEAD, rules.head)):
        if hours is not None:
            yield step, after_working_time(office, due_at, timedelta(hours=hours))
