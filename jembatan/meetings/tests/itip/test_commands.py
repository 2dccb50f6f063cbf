"""`jembatan calendar itip` and `receive`."""

import json
import os
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner

from jembatan.meetings.cli import calendar
from jembatan.meetings.tests.itip.calendars import RATNA, SARI, TIMES, text


def test_itip_command_lists_what_must_be_sent(tmp_path: Path) -> None:
    (tmp_path / "new.ics").write_text(text(f"{TIMES}\n{RATNA}\n{SARI}"))
    arguments = ["itip", "--user", "ratna@kantor.example", "--new", str(tmp_path / "new.ics")]

    document = json.loads(CliRunner().invoke(calendar, [*arguments, "--json"]).stdout)
    shown = CliRunner().invoke(calendar, arguments).stdout

    (message,) = document["messages"]
    assert (message["method"], message["recipient"], message["significant"]) == (
        "REQUEST",
        "mailto:sari@mitra.example",
        True,
    )
    assert message["ics"].startswith("BEGIN:VCALENDAR\r\n")
    assert "REQUEST" in shown


def test_receive_command_prints_the_calendar_and_changes_no_file(tmp_path: Path) -> None:
    own, message = tmp_path / "own.ics", tmp_path / "message.ics"
    own.write_text(text(f"{TIMES}\n{RATNA}\n{SARI}"))
    before = own.read_bytes()
    message.write_text(text(f"{RATNA}\n{SARI.replace('CN', 'PARTSTAT=ACCEPTED;CN')}", method="REPLY"))
    arguments = ["receive", "--calendar", str(own), "--message", str(message), "--json"]

    counted = json.loads(CliRunner().invoke(calendar, arguments).stdout)
    forged = json.loads(CliRunner().invoke(calendar, [*arguments, "--sender", "x@y.example"]).stdout)

    assert "PARTSTAT=ACCEPTED" in counted["calendar"]
    assert (counted["changed"], counted["troubles"]) == (True, [])
    assert (forged["changed"], [each["kind"] for each in forged["troubles"]]) == (False, ["not-from"])
    assert own.read_bytes() == before


def test_commands_refuse_what_is_no_calendar_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "broken.ics").write_text("BEGIN:VCALENDAR\nnot a line\n")
    arguments = ["receive", "--calendar", str(tmp_path / "none.ics"), "--message"]

    broken = CliRunner().invoke(calendar, [*arguments, str(tmp_path / "broken.ics")])
    missing = CliRunner().invoke(calendar, [*arguments, str(tmp_path / "no.ics")])

    assert (broken.exit_code, missing.exit_code) == (1, 1)
    assert "holds no calendar" in broken.stderr


def test_commands_tell_what_is_wrong_in_a_process_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "broken.ics"
    path.write_text(
        text(f"{RATNA}\n{SARI}", method="REPLY") + "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:besok\n"
    )
    program = str(Path(sys.executable).parent / "jembatan")
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}

    found = [
        subprocess.run(
            [program, "calendar", *arguments, "--json"],
            capture_output=True,
            text=True,
            check=True,
            env=environment,
        )
        for arguments in (
            ["expand", str(path), "--from", "2026-01-01", "--to", "2027-01-01"],
            ["receive", "--calendar", str(tmp_path / "none.ics"), "--message", str(path)],
        )
    ]

    expanded, received = (json.loads(each.stdout) for each in found)
    assert "VEVENT has no END." in [each["reason"] for each in expanded["defects"]]
    assert [each["reason"] for each in received["troubles"]] == [
        "The message is about several meetings, or about none that has a UID."
    ]
