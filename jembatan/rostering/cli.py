"""`jembatan roster …`: a roster made and checked, without a database."""

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from jembatan.platform.cli.output import json_option, print_facts, print_json, print_table, refuse, say

if TYPE_CHECKING:
    from jembatan.rostering.checking.checked import Checked
    from jembatan.rostering.solving.solve import Progress

SHOWN = 20  # Broken rules on the screen.
SHARE_FOR_BOUND = 0.15  # Of the time, spent on how good a roster could be.
LONGEST_FOR_BOUND = 20.0


@click.group()
def roster() -> None:
    """Make and check rosters."""


@roster.command()
@click.argument("instance", type=click.Path(path_type=Path))
@click.option(
    "--seconds", type=click.FloatRange(0.1, 86_400), default=60.0, help="How long to look; 60 unless given."
)
@click.option(
    "--workers", type=click.IntRange(1, 64), default=2, help="How many threads look; 2 unless given."
)
@click.option("--seed", type=click.IntRange(0, 2**31), default=1, help="Where chance begins; 1 unless given.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, help="Where the roster is written."
)
@json_option
def solve(instance: Path, seconds: float, workers: int, seed: int, output: Path, as_json: bool) -> None:
    """Make a roster for INSTANCE: our JSON, or the text of shift minimisation."""
    from jembatan.platform.cli.whole_file import write_whole
    from jembatan.rostering.formats.shifts import looks_like_shifts

    text = _text(instance)
    answer = (
        _shifts(text, seconds, workers, seed)
        if looks_like_shifts(text)
        else _games(text, seconds, workers, seed)
    )
    document = {"assignments": answer.pop("assignments")}
    write_whole(output, json.dumps(document).encode())
    if as_json:
        print_json(answer)
    else:
        _tell(answer)


@roster.command()
@click.argument("instance", type=click.Path(path_type=Path))
@click.argument("solution", type=click.Path(path_type=Path))
@json_option
def check(instance: Path, solution: Path, as_json: bool) -> None:
    """Check the roster SOLUTION of INSTANCE with code of its own; exits 1 when a rule is broken."""
    from jembatan.rostering.formats.document import read_assignments
    from jembatan.rostering.formats.problems import NotAnInstance

    text, answer = _text(instance), _text(solution)
    try:
        read_assignments(answer)
    except NotAnInstance as reason:
        refuse(f"{solution} is no roster: {reason}")
    found = _check(text, json.loads(answer))
    if as_json:
        print_json(_document(found))
    else:
        rows = [[each.rule, each.what] for each in found.violations[:SHOWN]]
        print_table(["rule", "what"], rows, empty="No rule is broken.")
        if len(found.violations) > SHOWN:
            say(f"And {len(found.violations) - SHOWN} more.")
        print_facts([("uncovered", found.uncovered), *found.objective.items()])
    if found.violations:
        raise click.exceptions.Exit(1)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as trouble:
        refuse(f"{path} cannot be read: {trouble.strerror}.")
    except UnicodeDecodeError:
        refuse(f"{path} is no text.")


def _check(text: str, solution: dict[str, Any]) -> "Checked":
    """By the checker's own code; the instance is read first, so that a bad one is refused in a sentence."""
    from jembatan.rostering.checking.checked import check_roster
    from jembatan.rostering.checking.shifts import check_shifts
    from jembatan.rostering.formats.document import read_instance
    from jembatan.rostering.formats.problems import NotAnInstance
    from jembatan.rostering.formats.shifts import looks_like_shifts, read_shifts

    try:
        if looks_like_shifts(text):
            read_shifts(text)
            return check_shifts(text, solution)
        read_instance(text)
    except NotAnInstance as reason:
        refuse(f"The instance cannot be used.\n{reason}")
    return check_roster(json.loads(text), solution)


def _document(found: "Checked") -> dict[str, Any]:
    return {
        "violations": [
            {"rule": each.rule, "officer": each.officer, "duty": each.duty, "what": each.what}
            for each in found.violations
        ],
        "uncovered": found.uncovered,
        "open_places": found.open_places,
        "objective": found.objective,
    }


def _games(text: str, seconds: float, workers: int, seed: int) -> dict[str, Any]:
    from jembatan.rostering.formats.document import read_instance
    from jembatan.rostering.formats.problems import NotAnInstance
    from jembatan.rostering.formats.written import assignments_document
    from jembatan.rostering.rules.opened import why_open
    from jembatan.rostering.solving.bounds import bound_of
    from jembatan.rostering.solving.solve import solve as solved

    began = time.perf_counter()
    try:
        instance = read_instance(text)
    except NotAnInstance as reason:
        refuse(f"The instance cannot be used.\n{reason}")
    for_bound = min(LONGEST_FOR_BOUND, seconds * SHARE_FOR_BOUND)
    made = solved(instance, seconds=seconds - for_bound, workers=workers, seed=seed, progress=_Teller())
    bound = bound_of(instance, assignments=made.assignments, seconds=for_bound)
    document = assignments_document(made.assignments)
    least = {aim: getattr(bound, aim) for aim in ("uncovered", "officer_days", "pairs", "officers")}
    answer = _answer(_check(text, document), least, bound.assumes, began)
    return answer | {"open": why_open(instance, made.assignments)} | document


def _shifts(text: str, seconds: float, workers: int, seed: int) -> dict[str, Any]:
    from jembatan.rostering.formats.problems import NotAnInstance
    from jembatan.rostering.formats.shifts import read_shifts
    from jembatan.rostering.solving.shifts import solve_shifts

    began = time.perf_counter()
    try:
        shifts = read_shifts(text)
    except NotAnInstance as reason:
        refuse(f"The instance cannot be used.\n{reason}")
    made = solve_shifts(shifts, seconds=seconds, workers=workers, seed=seed, told=_ShiftTeller(seconds))
    document = {"assignments": [{"duty": task, "officer": worker} for task, worker in made.assignments]}
    assumes = (
        "Every task is done: the tasks of the busiest moment need a worker each. Skills are not looked at."
    )
    return _answer(_check(text, document), {"workers": made.bound}, assumes, began) | document


def _answer(found: "Checked", least: dict[str, int], assumes: str, began: float) -> dict[str, Any]:
    from jembatan.rostering.solving.gap import gap

    figures = {"uncovered": found.uncovered, **found.objective}
    gaps = {name: gap(figures[name], value) for name, value in least.items()}
    seconds = round(time.perf_counter() - began, 2)
    return _document(found) | {"bound": dict(least), "gap": gaps, "assumes": assumes, "seconds": seconds}


def _tell(answer: dict[str, Any]) -> None:
    from jembatan.rostering.rules.opened import lines

    if broken := len(answer["violations"]):
        say(f"{broken} rules are broken by what is locked.")
    rows = [[name, value, answer["bound"][name]] for name, value in answer["objective"].items()]
    uncovered = [["uncovered", answer["uncovered"], answer["bound"].get("uncovered", 0)]]
    print_table(["aim", "roster", "no roster has less than"], [*uncovered, *rows], empty="")
    say(answer["assumes"])
    for each in answer.get("open", []):
        for line in lines(each):
            say(line)


class _Teller:
    """Says how the search stands, every few seconds, on standard error."""

    def __init__(self, every: float = 5.0) -> None:
        self.every, self.said = every, 0.0

    def __call__(self, progress: "Progress") -> None:
        """Say it when it is time."""
        if progress.seconds - self.said < self.every:
            return
        self.said = progress.seconds
        has = progress.figures
        say(
            f"{progress.seconds:.0f} of {progress.of:.0f} s: {has.uncovered} uncovered, "
            f"{has.officer_days} officer-days, {has.pairs} pairs, {has.officers} officers"
        )


class _ShiftTeller:
    """Says the same of tasks and workers."""

    def __init__(self, of: float, every: float = 5.0) -> None:
        self.of, self.every, self.said = of, every, 0.0

    def __call__(self, seconds: float, uncovered: int, workers: int) -> None:
        """Say it when it is time."""
        if seconds - self.said < self.every:
            return
        self.said = seconds
        say(f"{seconds:.0f} of {self.of:.0f} s: {uncovered} tasks open, {workers} workers")
