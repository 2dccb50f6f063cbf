"""What rooms above know beside the mail: cleared lines, mandates. `config/wiring` introduces them."""

from collections.abc import Callable
from dataclasses import dataclass

from jembatan.accounts.actor import Actor
from jembatan.correspondence.preflight.knowledge import Kept, Phrase, Told, Wording
from jembatan.correspondence.preflight.letter import Letter


@dataclass(frozen=True, slots=True)
class Contribution:
    """Statements that a letter may not contradict, passages that it may not repeat, wordings of lines, and what not to say."""

    told: tuple[Told, ...] = ()
    kept: tuple[Kept, ...] = ()
    wordings: tuple[Wording, ...] = ()
    phrases: tuple[Phrase, ...] = ()


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
        tuple(wording for each in given for wording in each.wordings),
        tuple(phrase for each in given for phrase in each.phrases),
    )
