"""Checks that are asked before a mail leaves: rooms and rules above register theirs, and sending asks them all."""

from collections.abc import Callable
from dataclasses import dataclass

from jembatan.accounts.actor import Actor
from jembatan.correspondence.formats.outgoing import Letter
from jembatan.correspondence.models import Draft


@dataclass(frozen=True, slots=True)
class Objection:
    """A sentence for the sender. A `final` one stops the mail; any other wants a yes."""

    text: str
    final: bool = False


type Check = Callable[[Actor, Draft, Letter], list[Objection]]

_checks: list[Check] = []


def register_check(check: Check) -> None:
    """Ask this check about every mail; registering it twice changes nothing."""
    if check not in _checks:
        _checks.append(check)


def objections(actor: Actor, draft: Draft, letter: Letter) -> list[Objection]:
    """What all checks say, in the order of registration."""
    return [objection for check in _checks for objection in check(actor, draft, letter)]
