"""Published cases of iTIP: what must be sent, and what a received message makes of a calendar, by function and by command."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from jembatan.meetings.cli import calendar
from jembatan.meetings.formats.itip.compose import compose
from jembatan.meetings.formats.itip.receive import receive
from jembatan.meetings.formats.itip.scheduled import Scheduled, read_scheduled
from jembatan.meetings.formats.itip.trouble import Unusable

CASES = Path(__file__).parents[3] / "shared" / "corpora" / "calendars" / "itip-cases.json"

pytestmark = pytest.mark.skipif(not CASES.exists(), reason="the corpora are not beside the project")
cases = json.loads(CASES.read_text()) if CASES.exists() else []
sending = [case for case in cases if case["op"] == "parse"]
receiving = [case for case in cases if case["op"] == "process"]
SAID = {
    "uid": "uid",
    "method": "method",
    "sender": "sender",
    "senderName": "sender_name",
    "recipient": "recipient",
    "recipientName": "recipient_name",
    "significantChange": "significant",
}


def test_there_are_forty_cases() -> None:
    assert (len(sending), len(receiving)) == (30, 10) if CASES.exists() else (0, 0)


@pytest.mark.parametrize("case", sending, ids=lambda case: case["id"])
def test_what_must_be_sent(case: dict[str, Any], tmp_path: Path) -> None:
    try:
        found = compose(_read(case["old"]), _read(case["new"]), user=case["user"], now=datetime.now(UTC))
    except Unusable:
        found = []
    by_function = [
        {key: getattr(each, key) for key in SAID.values()} | {"ics": each.ics.decode()} for each in found
    ]
    arguments = [
        "itip",
        "--user",
        case["user"],
        "--json",
        *_files(tmp_path, old=case["old"], new=case["new"]),
    ]

    by_command = json.loads(CliRunner().invoke(calendar, arguments).stdout)["messages"]

    for messages in (by_function, by_command):
        assert len(messages) == len(case["expected"])
        for expected, message in zip(case["expected"], messages, strict=True):
            assert {key: message[SAID[key]] or None for key in expected if key in SAID} == {
                key: expected[key] or None for key in expected if key in SAID
            }
            if "message" in expected:
                assert _lines(message["ics"], like=expected["message"]) == _lines(expected["message"])


@pytest.mark.parametrize("case", receiving, ids=lambda case: case["id"])
def test_what_a_message_makes_of_a_calendar(case: dict[str, Any], tmp_path: Path) -> None:
    outcome = receive(_read(case["existing"]), _read(case["itip"]))
    by_function = outcome.calendar.to_ical().decode() if outcome.calendar else None
    files = _files(tmp_path, calendar=case["existing"] or "", message=case["itip"])

    by_command = json.loads(CliRunner().invoke(calendar, ["receive", "--json", *files]).stdout)

    assert by_command["changed"] is (case["expected"] is not None)
    for after in (by_function, by_command["calendar"]):
        assert (after is None) == (case["expected"] is None)
        if after is not None:
            assert _lines(after) == _lines(case["expected"])


def _read(text: str | None) -> Scheduled | None:
    return read_scheduled(text.encode())[0] if text else None


def _files(folder: Path, **texts: str | None) -> list[str]:
    arguments = []
    for name, text in texts.items():
        if text is not None:
            (folder / f"{name}.ics").write_text(text)
            arguments += [f"--{name}", str(folder / f"{name}.ics")]
    return arguments


def _lines(text: str, *, like: str = "") -> list[str]:
    """Unfolded lines but PRODID; those that may hold anything in `like` hold anything."""
    unfolded = text.replace("\r\n", "\n").replace("\n ", "").replace("\n\t", "")
    anything = {line.partition(":")[0] for line in like.splitlines() if line.endswith("**ANY**")}
    kept = [line for line in unfolded.strip().split("\n") if not line.startswith("PRODID")]
    return [f"{name}:**ANY**" if (name := line.partition(":")[0]) in anything else line for line in kept]
