"""A negotiation as one JSON document of ours; docs/negotiation.md describes it."""

import json
from fractions import Fraction
from typing import Any

import numpy as np

from jembatan.negotiation.analysis.problem import (
    Issue,
    NotAnalysable,
    Offer,
    Package,
    Party,
    Problem,
    Table,
    problem,
    weighted,
)
from jembatan.negotiation.formats.numbers import exact
from jembatan.negotiation.formats.ranges import STEPS, blur, sampled, whole_numbers

type Values = tuple[Fraction, ...] | None


class NotADocument(NotAnalysable):
    """Says what in the document is not as it should be."""


def read(content: bytes) -> Problem:
    """The problem that a document describes; raises NotAnalysable."""
    try:
        document = json.loads(content)
    except (ValueError, RecursionError) as trouble:
        raise NotADocument(f"This is no JSON: {trouble}.") from trouble
    given = _Given(document, "the document")
    issues = [_issue(each) for each in given.parts("issues")]
    names = [issue.name for issue, _values in issues]
    if len(set(names)) < len(names):
        raise NotADocument("Two issues have the same name.")
    parties = [_party(each, issues) for each in given.parts("parties")]
    found = {name: number for number, name in enumerate(names)}
    only = [issue for issue, _values in issues]
    offers = [
        Offer(each.text("by"), _package(each.object("package"), only)) for each in given.parts("offers", [])
    ]
    banned = [
        (_number(found, name, "The red lines"), _option(only[found[name]], option))
        for name, options in given.object("red_lines", {}).items()
        for option in _Given({"options": options}, "the red lines").items("options")
    ]
    return problem(only, parties, offers=offers, banned=banned)


class _Given:
    """A JSON object, asked for its parts by kind; says where it stands when one is not there."""

    def __init__(self, value: Any, where: str) -> None:
        if not isinstance(value, dict):
            raise NotADocument(f"{where[:1].upper()}{where[1:]} is no object.")
        self.value, self.where = value, where

    def _get(self, name: str, kind: type | tuple[type, ...], otherwise: Any) -> Any:
        value = self.value.get(name, otherwise)
        if value is None or not isinstance(value, kind) or isinstance(value, bool) is not (kind is bool):
            raise NotADocument(f"“{name}” is missing from {self.where}, or is of another kind.")
        return value

    def text(self, name: str) -> str:
        return str(self._get(name, (str, int, float), None))

    def items(self, name: str, otherwise: Any = None) -> list[Any]:
        return list(self._get(name, list, otherwise))

    def object(self, name: str, otherwise: Any = None) -> dict[str, Any]:
        return dict(self._get(name, dict, otherwise))

    def yes(self, name: str) -> bool:
        return bool(self._get(name, bool, False))

    def parts(self, name: str, otherwise: Any = None) -> list["_Given"]:
        return [
            _Given(each, f"number {place} of “{name}”")
            for place, each in enumerate(self.items(name, otherwise), 1)
        ]

    def number(self, name: str, otherwise: Any = None) -> Fraction:
        value = self.value.get(name, otherwise)
        return exact(value, f"“{name}” of {self.where}", NotADocument)


def _issue(given: _Given) -> tuple[Issue, Values]:
    name = given.text("name")
    if "options" in given.value:
        options = tuple(str(option) for option in given.items("options"))
        if not options or len(set(options)) < len(options):
            raise NotADocument(f"“{name}” needs options that differ.")
        return Issue(name, options), None
    low, high = given.number("from"), given.number("to")
    if "steps" in given.value:
        steps = given.number("steps", STEPS)
        if steps.denominator != 1:
            raise NotADocument(f"The steps of “{name}” are no whole number.")
        return sampled(name, low, high, int(steps))
    return whole_numbers(name, low, high)


def _party(given: _Given, issues: list[tuple[Issue, Values]]) -> Party:
    name = given.text("name")
    found = {issue.name: number for number, (issue, _values) in enumerate(issues)}
    weights = given.value.get("weights", {})
    if isinstance(weights, list):
        weights = dict(zip(found, weights, strict=False))
    told = {
        _number(found, issue, f"The weights of {name}"): exact(weight, f"A weight of {name}", NotADocument)
        for issue, weight in _Given({"weights": weights}, name).object("weights").items()
    }
    utilities = given.object("utilities", {})
    for issue in utilities:
        _number(found, issue, f"The utilities of {name}")
    scores = weighted(
        told, [_scores(name, issue, values, utilities.get(issue.name)) for issue, values in issues]
    )
    off = sum(
        blur(values or (), each)
        for (issue, values), each in zip(issues, scores, strict=True)
        if issue.sampled and each
    )
    return Party(
        name=name,
        scores=scores,
        tables=tuple(_table(each, found) for each in given.parts("tables", [])),
        reservation=given.number("reservation", 0),
        discount=float(given.number("discount", 1)),
        reservation_discounted=given.yes("reservation_discounted"),
        assumed=given.yes("assumed"),
        blur=off,
    )


def _scores(party: str, issue: Issue, values: Values, told: Any) -> tuple[Fraction, ...]:
    """None at all for an issue that the party does not mention."""
    where = f"A utility of “{issue.name}” for {party}"
    if told is None:
        return ()
    if isinstance(told, dict) and values is not None and "slope" in told:
        offset, slope = (exact(told.get(name, 0), where, NotADocument) for name in ("offset", "slope"))
        return tuple(offset + slope * value for value in values)
    if isinstance(told, dict):
        for option in told:
            _option(issue, option)
        told = [told.get(option) for option in issue.options]
    if not isinstance(told, list) or len(told) != len(issue.options):
        raise NotADocument(f"{party} needs a utility for each option of “{issue.name}”.")
    return tuple(exact(each, where, NotADocument) for each in told)


def _table(given: _Given, found: dict[str, int]) -> Table:
    issues = tuple(_number(found, str(issue), "A table") for issue in given.items("issues"))
    if not issues or len(set(issues)) < len(issues):
        raise NotADocument("A table needs issues that differ.")
    try:
        utilities = np.array(given.items("utilities"), dtype=np.float64).ravel()
    except (TypeError, ValueError) as trouble:
        raise NotADocument("The utilities of a table are no numbers.") from trouble
    return Table(issues, utilities)


def _package(told: dict[str, Any], issues: list[Issue]) -> Package:
    missing = [issue.name for issue in issues if issue.name not in told]
    if missing or len(told) > len(issues):
        raise NotADocument(
            f"An offer needs an option of “{missing[0]}”." if missing else "An offer has too many issues."
        )
    return tuple(_option(issue, told[issue.name]) for issue in issues)


def _number(found: dict[str, int], name: str, where: str) -> int:
    if name not in found:
        raise NotADocument(f"{where}: there is no issue “{name}”.")
    return found[name]


def _option(issue: Issue, option: object) -> int:
    try:
        return issue.options.index(str(option))
    except ValueError:
        raise NotADocument(f"“{issue.name}” has no option “{option}”.") from None
