"""Questions of rooms above by which the lists of the directory are narrowed, such as whose turn it is to write."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.functional import Promise

from jembatan.accounts.actor import Actor


@dataclass(frozen=True, slots=True)
class Narrowing:
    """`name` is a parameter of the address; `choices` are its values, and what people call them.

    `leaves(actor, parties, choice)`: which of these organisations, or people, a choice leaves, by what the actor may see.
    """

    name: str
    label: str | Promise
    choices: Mapping[str, str | Promise]
    leaves: Callable[[Actor, QuerySet[Any], str], QuerySet[Any]]


_narrowings: dict[str, Narrowing] = {}


def register_narrowing(narrowing: Narrowing) -> None:
    """Offer it among the filters of people and organisations; registering it again replaces it."""
    _narrowings[narrowing.name] = narrowing


def narrowings() -> list[Narrowing]:
    """All of them, in the order of registration."""
    return list(_narrowings.values())


def narrowed[P: Model](actor: Actor, parties: QuerySet[P], chosen: Mapping[str, str]) -> QuerySet[P]:
    """What all choices leave; `chosen` has the name of a narrowing and one of its choices."""
    for name, choice in chosen.items():
        parties = _narrowings[name].leaves(actor, parties, choice)
    return parties
