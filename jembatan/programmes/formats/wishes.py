"""What officers wish, as far as a roster can count it: delegations to work for, and days off."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from jembatan.directory.formats.names import fold
from jembatan.programmes.formats.days import read_days

PARTS = re.compile(r"[,;\n]")


@dataclass(frozen=True, slots=True)
class Wishes:
    """Delegations by their numbers, and days."""

    delegations: frozenset[int]
    days_off: frozenset[date]


def by_name(delegations: Iterable[tuple[int, str, str]]) -> dict[str, int]:
    """Numbers of delegations by their names and codes, folded."""
    return {fold(word): number for number, *words in delegations for word in words if word}


def read_wishes(text: str, delegations: Mapping[str, int], first: date, last: date) -> Wishes:
    """Of the parts between commas, those that are the (folded) name or code of a delegation, or days of the programme; nothing is guessed."""
    wished: set[int] = set()
    off: set[date] = set()
    for part in PARTS.split(text):
        if (found := delegations.get(fold(part))) is not None:
            wished.add(found)
        else:
            off.update(read_days(part, first, last))
    return Wishes(frozenset(wished), frozenset(off))
