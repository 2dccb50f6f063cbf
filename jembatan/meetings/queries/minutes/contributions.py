"""What others say in the minutes below a section: a decision, an action. They register a function; the printed minutes ask it."""

from collections.abc import Callable, Mapping, Sequence

from jembatan.accounts.actor import Actor
from jembatan.meetings.models import Minutes
from jembatan.platform.documents.model import Line

type Contribution = Callable[[Actor, Minutes], Mapping[int, Sequence[Line]]]

_contributions: list[Contribution] = []


def register_contribution(contribution: Contribution) -> None:
    """Lines by the id of their section, in the language of the moment; they stand below what was written there."""
    if contribution not in _contributions:
        _contributions.append(contribution)


def contributed(actor: Actor, minutes: Minutes) -> dict[int, list[Line]]:
    """All of them, in the order in which they were registered."""
    found: dict[int, list[Line]] = {}
    for contribution in _contributions:
        for section_id, lines in contribution(actor, minutes).items():
            found.setdefault(section_id, []).extend(lines)
    return found
