"""Every address of the house, read from the resolver."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

from tests.access.scene import Arguments

PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>[^)]+\)")


@dataclass(frozen=True, slots=True)
class Address:
    """A pattern with the name that the table knows it by: "room:page", or the route itself where it has none."""

    name: str
    route: str

    def filled(self, arguments: Arguments) -> str:
        """The path with these arguments in their places."""
        plain = self.route.replace("^", "").replace("$", "")
        return "/" + PARAMETER.sub(lambda found: str(arguments[found[1] or found[2]]), plain)

    @property
    def parameters(self) -> set[str]:
        """Names of its arguments."""
        return {typed or matched for typed, matched in PARAMETER.findall(self.route)}


def addresses() -> list[Address]:
    """All of them, in the order of the resolver."""
    return list(_walk(get_resolver().url_patterns))


def _walk(patterns: Iterable[URLPattern | URLResolver], route: str = "", room: str = "") -> Iterator[Address]:
    for pattern in patterns:
        here = route + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _walk(
                pattern.url_patterns, here, f"{pattern.namespace}:" if pattern.namespace else room
            )
        else:
            yield Address(f"{room}{pattern.name}" if pattern.name else here, here)
