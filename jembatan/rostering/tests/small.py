"""Small instances to read and to reason about: one officer and one duty unless more are asked for."""

from dataclasses import replace
from typing import Any

from jembatan.rostering.clocks import DAY
from jembatan.rostering.instance import Delegation, Duty, Instance, Officer


def duty(id: int, start: int, minutes: int = 120, *, day: int = 0, **more: Any) -> Duty:
    """A duty at a minute of its day."""
    given = {"delegation": 0, "day": day, "start": day * DAY + start, "end": day * DAY + start + minutes}
    return Duty(id=id, **{**given, **more})


def officer(id: int, *, days: int = 16, languages: str = "en", **more: Any) -> Officer:
    """Somebody who can work on all days."""
    return Officer(
        id=id, **{"days": frozenset(range(days)), "languages": frozenset(languages.split()), **more}
    )


def instance(duties: list[Duty], officers: list[Officer], **more: Any) -> Instance:
    """An instance of sixteen days with two places, thirty minutes apart."""
    delegations = sorted({each.delegation for each in duties}, key=str)
    made = Instance(
        days=16,
        travel=((0, 30), (30, 0)),
        delegations=tuple(map(Delegation, delegations)),
        duties=tuple(duties),
        officers=tuple(officers),
    )
    return replace(made, **more)
