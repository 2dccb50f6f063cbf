"""`jembatan preflight`: on the letter alone, and with a desk behind it."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from jembatan.accounts.actor import Actor
from jembatan.correspondence.cli.preflight import preflight
from jembatan.correspondence.models import GlossaryTerm
from jembatan.correspondence.tests.letters import letter
from jembatan.correspondence.tests.scene import organisation

TEXT = "Dear Ms Mori,\n\nWe meet on 05/12/2026 at the harbour.\n"
LETTER = {"sender": "bagus@selatnusantara.example", "to": "Aiko Mori <aiko@embassy.example>", "text": TEXT}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "letter.eml"
    path.write_bytes(letter(**LETTER))  # type: ignore[arg-type]  # names of the fields of a letter
    return path


def findings(*arguments: str) -> list[dict[str, Any]]:
    result = CliRunner().invoke(preflight, [*arguments, "--json"], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    found: list[dict[str, Any]] = json.loads(result.stdout)["findings"]
    return found


@pytest.mark.django_db
def test_finding_says_rule_severity_span_message_and_suggestion(file: Path) -> None:
    [found] = findings(str(file))
    start, end = found["span"]
    assert (found["rule"], found["severity"], found["place"], TEXT[start:end], found["suggestion"]) == (
        "ambiguous-date",
        "warning",
        "text",
        "05/12/2026",
        "5 December 2026",
    )


@pytest.mark.django_db
def test_messages_speak_the_language_asked_for(file: Path) -> None:
    [found] = findings(str(file), "--language", "id")
    assert found["message"].startswith("“05/12/2026” dapat dibaca")


@pytest.mark.django_db
def test_desk_that_knows_the_receiver_is_asked(file: Path, head: Actor) -> None:
    embassy = organisation(head.desk, "Kedutaan", domains=["embassy.example"])
    GlossaryTerm.objects.create(desk=head.desk, organisation=embassy, avoid="harbour", use="port")
    assert [each["rule"] for each in findings(str(file))] == ["ambiguous-date", "glossary"]


def test_file_that_is_no_mail_is_refused_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "none.eml"
    path.write_bytes(b"\x00\x01")
    result = CliRunner().invoke(preflight, [str(path)])
    assert (result.exit_code, result.output.startswith(f"Error: {path} holds no mail message.")) == (1, True)
