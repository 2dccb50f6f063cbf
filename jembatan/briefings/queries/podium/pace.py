"""Words a minute of a speaker in a language."""

from dataclasses import dataclass

from jembatan.accounts.models import User
from jembatan.briefings.models import Rehearsal

ASSUMED = 120
"""Words a minute of a speaker who has not rehearsed yet: slow enough for a hall, and told as an assumption."""
LATEST = 5


@dataclass(frozen=True, slots=True)
class Pace:
    """`rehearsed`: measured, and not assumed."""

    words_a_minute: int
    rehearsed: bool


def pace_of(user: User | None, language: str) -> Pace:
    """Of the latest rehearsals together: a long one counts for more than a short one."""
    held = list(Rehearsal.objects.filter(user=user, language=language).order_by("-held_at", "-pk")[:LATEST])
    seconds = sum(each.seconds for each in held)
    if not seconds:
        return Pace(ASSUMED, rehearsed=False)
    return Pace(max(round(sum(each.words for each in held) * 60 / seconds), 1), rehearsed=True)
