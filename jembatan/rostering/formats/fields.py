"""Reading one object of a document: each field has its kind, and what does not fit is told with its place."""

from collections.abc import Callable
from typing import Any

from jembatan.rostering.formats.problems import Problems
from jembatan.rostering.instance import GRADES, Id

FAR = 10**7  # No minute, number or day of a programme is greater: some nineteen years.


class Fields:
    """A JSON object at a place; every getter notes a problem and answers with its default when the value does not fit."""

    def __init__(self, given: Any, where: str, problems: Problems) -> None:
        self.where, self.problems = where, problems
        self.given: dict[str, Any] = given if isinstance(given, dict) else {}
        if not isinstance(given, dict):
            problems.add(where, "is no object.", "Write it as {...}.")

    def number(self, key: str, default: int | None = None, *, least: int = -FAR, most: int = FAR) -> int:
        """A whole number within limits; without a default it must be there."""
        value = self.given.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int):
            self._wrong(key, "a whole number")
        elif not least <= value <= most:
            self._wrong(key, f"between {least} and {most}" if most < FAR else f"at least {least}")
        else:
            return value
        return default if default is not None else max(least, 0)

    def optional_number(self, key: str, *, least: int = 0) -> int | None:
        """A whole number, or None where there is none."""
        return None if self.given.get(key) is None else self.number(key, least=least)

    def text(self, key: str, default: str | None = None) -> str:
        """Words."""
        value = self.given.get(key, default)
        if isinstance(value, str) and value:
            return value
        self._wrong(key, "a text")
        return default or "?"

    def id(self, key: str) -> Id:
        """A number or a text that names something."""
        value = as_id(self.given.get(key))
        if value is None:
            self._wrong(key, "a number or a text")
        return "?" if value is None else value

    def grade(self, key: str) -> str | None:
        """A CEFR grade or None."""
        value = self.given.get(key)
        if value is None or value in GRADES:
            return value
        self._wrong(key, f"one of {', '.join(GRADES)}")
        return None

    def interval(self, key: str, default: tuple[int, int] | None = None) -> tuple[int, int] | None:
        """Two whole numbers."""
        value = self.given.get(key)
        if value is None:
            return default
        if pair := as_interval(value):
            return pair
        self._wrong(key, "two whole numbers, [from, until]")
        return default

    def several[T](self, key: str, kind: Callable[[Any], T | None], said: str) -> list[T]:
        """A list of what `kind` accepts; nothing where the key is absent."""
        value = self.given.get(key, [])
        if not isinstance(value, list):
            self._wrong(key, f"a list of {said}")
            return []
        kept = [kind(each) for each in value]
        if any(each is None for each in kept):
            self._wrong(key, f"a list of {said}")
        return [each for each in kept if each is not None]

    def objects(self, key: str, *, needed: bool = False) -> "list[Fields]":
        """The objects of a list, each knowing its place."""
        value = self.given.get(key, None if needed else [])
        if not isinstance(value, list):
            self._wrong(key, "a list")
            return []
        return [Fields(each, f"{self._at(key)}[{place}]", self.problems) for place, each in enumerate(value)]

    def wrong(self, key: str, what: str, cure: str = "") -> None:
        """Note a problem of this field."""
        self.problems.add(self._at(key), what, cure)

    def _wrong(self, key: str, wanted: str) -> None:
        if key not in self.given:
            self.problems.add(self._at(key), "is missing.", f"Give {wanted}.")
        else:
            self.problems.add(self._at(key), f"is {_shown(self.given[key])}.", f"Give {wanted}.")

    def _at(self, key: str) -> str:
        return f"{self.where}.{key}" if self.where else key


def as_id(value: Any) -> Id | None:
    """The value, if it can name something: a whole number or words."""
    if isinstance(value, bool) or not isinstance(value, int | str) or value == "":
        return None
    return value


def as_number(value: Any) -> int | None:
    """The value, if it is a whole number that can be a minute or a day."""
    return value if isinstance(value, int) and not isinstance(value, bool) and abs(value) <= FAR else None


def as_text(value: Any) -> str | None:
    """The value, if it is a text."""
    return value if isinstance(value, str) and value else None


def as_interval(value: Any) -> tuple[int, int] | None:
    """Two whole numbers, the first not greater."""
    if not isinstance(value, list) or len(value) != 2:
        return None
    start, end = as_number(value[0]), as_number(value[1])
    return None if start is None or end is None or start > end else (start, end)


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 40 else f"{text[:40]}…"
