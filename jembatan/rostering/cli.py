"""`jembatan roster …`: a roster made and checked, without a database."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from jembatan.platform.cli.output import json_option, print_facts, print_json, print_table, refuse, say

if TYPE_CHECKING:
    from jembatan.rostering.checking.checked import Checked
    from jembatan.rostering.solving.solve import Progress

SHOWN = 20


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
        _shifts(text, seconds, workers) if looks_like_shifts(text) else _games(text, seconds, workers, seed)
    )
    document = {"assignments": answer.pop("assignments")}
    try:
        write_whole(output, json.dumps(document).encode())
    except OSError as trouble:
        refuse(f"{output} cannot be written: {trouble.strerror}.")
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
    from jembatan.rostering.solving.solve import solve as solved

    try:
        instance = read_instance(text)
    except NotAnInstance as reason:
        refuse(f"The instance cannot be used.\n{reason}")
    made = solved(instance, seconds=seconds, workers=workers, seed=seed, progress=_Teller())
    document = assignments_document(made.assignments)
    return _document(_check(text, document)) | {"seconds": round(made.seconds, 2)} | document


def _shifts(text: str, seconds: float, workers: int) -> dict[str, Any]:
    raise NotImplementedError


def _tell(answer: dict[str, Any]) -> None:
    if broken := len(answer["violations"]):
        say(f"{broken} rules are broken by what is locked.")
    print_facts(
        [("uncovered", answer["uncovered"]), *answer["objective"].items(), ("seconds", answer["seconds"])]
    )


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
