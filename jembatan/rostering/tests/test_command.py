"""`jembatan roster`: makes, checks, refuses in sentences; and the bounds that it tells."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from jembatan.rostering.cli import roster
from jembatan.rostering.formats.shifts import Shifts
from jembatan.rostering.formats.written import instance_document
from jembatan.rostering.instance import Instance
from jembatan.rostering.solving.bounds import bound_of
from jembatan.rostering.solving.gap import gap
from jembatan.rostering.solving.shifts import solve_shifts
from jembatan.rostering.tests.small import duty, instance, officer

SHIFTS = "Type = 1\nJobs = 3\n0 10\n5 15\n10 20\nQualifications = 3\n2: 0 2\n1: 1\n2: 1 2\n"


def _run(*words: object) -> tuple[int, str]:
    result = CliRunner().invoke(roster, [str(word) for word in words])
    return result.exit_code, result.stdout or result.stderr


def _file(folder: Path, asked: Instance) -> Path:
    path = folder / "instance.json"
    path.write_text(json.dumps(instance_document(asked)), encoding="utf-8")
    return path


def test_roster_is_made_and_passes_the_check(tmp_path: Path) -> None:
    path = _file(tmp_path, instance([duty(1, 480), duty(2, 480, language="fa")], [officer(1)]))
    code, said = _run("solve", path, "--seconds", 0.3, "--workers", 1, "-o", tmp_path / "s.json", "--json")
    told = json.loads(said)
    assert (code, told["violations"], told["uncovered"]) == (0, [], 1)
    assert told["objective"] == {"officer_days": 1, "pairs": 1, "officers": 1}
    assert told["bound"] == {"uncovered": 1, "officer_days": 1, "pairs": 1, "officers": 1}
    assert told["gap"]["uncovered"] == 0
    assert told["open"][0]["refused"] == {"language": 1, "overlap": 1}
    assert [(each["officer"], each["rule"]) for each in told["open"][0]["nearest"]] == [
        (1, "language"),
        (1, "overlap"),
    ]
    words = ["solve", str(path), "--seconds", "0.3", "--workers", "1", "-o", str(tmp_path / "s.json")]
    said = " ".join(CliRunner().invoke(roster, words).stderr.split())
    assert "Officer 1, overlap: give duty 1 to somebody else." in said
    assert "Officer 1, language: ask them and change their languages, or take somebody else." in said
    code, said = _run("check", path, tmp_path / "s.json", "--json")
    assert (code, json.loads(said)["violations"]) == (0, [])


def test_broken_rule_is_told_and_ends_with_one(tmp_path: Path) -> None:
    path = _file(tmp_path, instance([duty(1, 480, language="fa")], [officer(1)]))
    (tmp_path / "s.json").write_text('{"assignments": [{"duty": 1, "officer": 1}]}', encoding="utf-8")
    code, said = _run("check", path, tmp_path / "s.json")
    assert (code, "does not speak fa" in said) == (1, True)


@pytest.mark.parametrize("text", ["", "{", "[]", "Type = 1\nJobs = 9\n"])
def test_bad_instance_is_refused_and_nothing_is_written(tmp_path: Path, text: str) -> None:
    (tmp_path / "bad").write_text(text, encoding="utf-8")
    code, said = _run("solve", tmp_path / "bad", "-o", tmp_path / "s.json")
    assert (code, "The instance cannot be used." in said) == (1, True)
    assert not (tmp_path / "s.json").exists()


def test_shifts_are_solved_with_the_fewest_workers(tmp_path: Path) -> None:
    (tmp_path / "shifts.dat").write_text(SHIFTS, encoding="utf-8")
    code, said = _run("solve", tmp_path / "shifts.dat", "--seconds", 2, "-o", tmp_path / "s.json", "--json")
    told = json.loads(said)
    assert (code, told["objective"], told["bound"], told["uncovered"]) == (
        0,
        {"workers": 2},
        {"workers": 2},
        0,
    )


def test_shift_that_nobody_can_do_stays_open() -> None:
    solved = solve_shifts(Shifts(((0, 5), (0, 5)), (frozenset({0}),)), seconds=0.2, workers=1)
    assert (solved.uncovered, solved.assignments) == (1, [(0, 0)])


def test_bound_of_a_day_is_that_of_its_chains() -> None:
    """By work and by any two moments two officers would do; the three long duties cannot be chained, for the way between them is too long."""
    duties = [
        duty(1, 480, 60),
        duty(2, 545, 60, place=1),
        duty(3, 610, 60),
        duty(4, 480, 60, place=1, delegation=1),
    ]
    found = bound_of(instance(duties, [officer(n) for n in range(4)]), seconds=5)
    assert (found.officer_days, found.pairs, found.exact_days, found.uncovered) == (2, 2, 1, 0)
    three = [duty(1, 480, 170), duty(2, 660, 170, place=1), duty(3, 840, 170)]
    assert bound_of(instance(three, [officer(1)]), seconds=5).officer_days == 2


def test_bound_of_what_stays_open_knows_who_may_do_what() -> None:
    """Three duties at the same hour in Persian, which two speak, and one that nobody speaks; each of the two could do either of the others."""
    at_once = [duty(n, 480, language="fa", priority=n) for n in (1, 2, 3)]
    duties = [*at_once, duty(4, 480, language="zh", priority=2), duty(5, 480)]
    people = [officer(1, languages="en fa"), officer(2, languages="en fa"), officer(3), officer(4)]
    found = bound_of(instance(duties, people), seconds=5)
    assert (found.uncovered, found.open) == (1 + 2, 2)


def test_gap_is_the_share_above_the_bound() -> None:
    assert (gap(110, 100), gap(0, 0), gap(2, 0)) == (0.1, 0.0, 1.0)
