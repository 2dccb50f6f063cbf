"""What rooms above know beside the mail: cleared lines, mandates. `config/wiring` introduces them."""

from collections.abc import Callable
from dataclasses import dataclass

from jembatan.accounts.actor import Actor
from jembatan.correspondence.preflight.knowledge import Kept, Told
from jembatan.correspondence.preflight.letter import Letter


@dataclass(frozen=True, slots=True)
class Contribution:
    """Statements that a letter may not contradict, and passages that it may not repeat."""

    told: tuple[Told, ...] = ()
    kept: tuple[Kept, ...] = ()


type Contributor = Callable[[Actor, Letter], Contribution]

_contributors: list[Contributor] = []


def register_contributor(contributor: Contributor) -> None:
    """Ask it for every letter; it returns only what the actor may see."""
    _contributors.append(contributor)


def contributed(actor: Actor, letter: Letter) -> Contribution:
    """All contributions as one."""
    given = [contributor(actor, letter) for contributor in _contributors]
    return Contribution(
        tuple(told for each in given for told in each.told),
        tuple(kept for each in given for kept in each.kept),
    )
