"""`jembatan calendar expand`: the occurrences of a calendar file, as the file means them."""

import json
from pathlib import Path

from click.testing import CliRunner

from jembatan.meetings.cli import calendar


def test_expand_command_prints_occurrences_as_the_file_means_them(tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    path.write_text(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:Hari\nDTSTART;VALUE=DATE:20260305\n"
        "RRULE:FREQ=DAILY;COUNT=2\nEND:VEVENT\nEND:VCALENDAR\n"
    )

    result = CliRunner().invoke(
        calendar, ["expand", str(path), "--from", "2026-01-01", "--to", "2027-01-01", "--json"]
    )

    occurrences = json.loads(result.stdout)["occurrences"]
    assert [(o["uid"], o["start"], o["end"], o["summary"]) for o in occurrences] == [
        ("a", "2026-03-05", "2026-03-06", "Hari"),
        ("a", "2026-03-06", "2026-03-07", "Hari"),
    ]


def test_expand_command_refuses_a_missing_file_and_a_date_that_is_none() -> None:
    runner = CliRunner()

    missing = runner.invoke(calendar, ["expand", "no.ics", "--from", "2026-01-01", "--to", "2027-01-01"])
    wrong = runner.invoke(calendar, ["expand", "no.ics", "--from", "besok", "--to", "2027-01-01"])

    assert (missing.exit_code, wrong.exit_code) == (1, 2)


def test_expand_command_lists_what_goes_on_after_midnight(tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    late = "DTSTART;TZID=Asia/Jakarta:20260305T233000\nDTEND;TZID=Asia/Jakarta:20260306T003000"
    path.write_text(f"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\n{late}\nEND:VEVENT\nEND:VCALENDAR\n")

    result = CliRunner().invoke(
        calendar, ["expand", str(path), "--from", "2026-03-06", "--to", "2026-03-07", "--json"]
    )

    assert [o["uid"] for o in json.loads(result.stdout)["occurrences"]] == ["a"]
