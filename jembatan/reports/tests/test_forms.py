"""Forms: the blocks that the form prescribes, filled from what the actor sees."""

import csv
import io
import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from inspect import unwrap
from pathlib import Path

import pytest
from click import Command
from click.testing import CliRunner
from django.test import Client
from django.urls import reverse
from docx import Document as WordFile

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Message
from jembatan.correspondence.tests.letters import PARTNER, US
from jembatan.correspondence.tests.test_answers import filed
from jembatan.directory.models import ContactPoint, Organisation, Person, Position
from jembatan.dossiers.models import Dossier
from jembatan.journal.actions.record import Line, record
from jembatan.meetings.models import Attendance, Meeting, Occurrence
from jembatan.platform.documents.form import FormSheet, Table
from jembatan.platform.markings import Marking
from jembatan.reports import cli
from jembatan.reports.actions.make_form import make_form, make_message_form
from jembatan.reports.queries.forms.ics_205a import communications_list
from jembatan.reports.queries.forms.ics_213 import general_message
from jembatan.reports.queries.forms.ics_214 import activity_log
from jembatan.reports.queries.forms.register import transparency_register
from jembatan.reports.queries.period import Period
from jembatan.reports.queries.scope import Scope

WEEK = Period(date(2026, 11, 16), date(2026, 11, 22))
type ClientOf = Callable[[Actor], Client]


def _numbers(sheet: FormSheet) -> list[str]:
    return [block.number for row in sheet.rows for block in row]


def _table(sheet: FormSheet, number: str) -> Table:
    [found] = [block.table for row in sheet.rows for block in row if block.number == number]
    assert found is not None
    return found


def _meeting(actor: Actor, title: str, body: Organisation, **more: object) -> Meeting:
    begins = datetime(2026, 11, 18, 2, tzinfo=UTC)
    meeting = Meeting.objects.create(
        desk=actor.desk, uid=title, title=title, starts_at=begins, ends_at=begins + timedelta(hours=1),
        zone="Asia/Jakarta", **more,
    )  # fmt: skip
    Occurrence.objects.create(
        desk=actor.desk, meeting=meeting, starts_at=meeting.starts_at, ends_at=meeting.ends_at
    )
    Attendance.objects.create(meeting=meeting, name="Budi", email="budi@laut.example", organisation=body)
    assert actor.user is not None
    Attendance.objects.create(meeting=meeting, name=actor.name, email=actor.user.email, ours=True)
    return meeting


def test_activity_log_has_its_eight_blocks_and_every_entry_of_the_officer(
    officer: Actor, head: Actor
) -> None:
    for actor, text in ((officer, "Called the port"), (head, "Signed")):
        record(actor, Line(kind="note", summary=text, occurred_at=datetime(2026, 11, 18, 2, tzinfo=UTC)))
    sheet = activity_log(officer, Scope(WEEK, officer.user), language="en")
    assert (sheet.name, _numbers(sheet)) == ("ICS 214", ["1", "2", "3", "4", "5", "6", "7", "8"])
    assert _table(sheet, "7").rows == (("18 Nov 2026, 09:00", "Called the port"),)
    assert len(_table(activity_log(officer, Scope(WEEK), language="en"), "7").rows) == 2


def test_communications_list_names_both_sides_by_name(
    officer: Actor, ministry: Organisation, budi: Person
) -> None:
    Position.objects.create(desk=officer.desk, person=budi, organisation=ministry, title="Direktur")
    ContactPoint.objects.create(
        desk=officer.desk, person=budi, kind="mobile", value="+62 812 1", normal="+628121"
    )
    sheet = communications_list(officer, Scope(WEEK, ministry), language="en")
    rows = _table(sheet, "3").rows
    assert (_numbers(sheet), sheet.marking) == (["1", "2", "3", "4"], Marking.AMBER)
    assert ("Direktur, Kementerian Kelautan", "Budi Santoso", "Mobile: +62 812 1") in rows
    assert [row[1] for row in rows] == sorted((row[1] for row in rows), key=str.casefold)


def test_general_message_holds_the_mail_and_what_answered_it(officer: Actor) -> None:
    filed(officer, (PARTNER, "Could you send the draft?"), (US, "Here it is."))
    asked = Message.objects.select_related("thread__dossier", "sender__person").order_by("sent_at")[0]
    sheet = general_message(officer, asked, language="en")
    texts = {block.number: block.text for row in sheet.rows for block in row}
    assert _numbers(sheet) == [str(number) for number in range(1, 11)]
    assert (texts["7"].strip(), texts["9"].strip()) == ("Could you send the draft?", "Here it is.")
    file = WordFile(io.BytesIO(make_message_form(officer, asked, form="docx", language="en").content))
    words = "\n".join(cell.text for table in file.tables for row in table.rows for cell in row.cells)
    assert "7. Message\nCould you send the draft?" in words


def test_general_message_is_written_from_the_command_line(officer: Actor, tmp_path: Path) -> None:
    """The command alone, on the database that the test has open."""
    command = Command("report", params=cli.report.params, callback=unwrap(cli.report.callback))  # type: ignore[arg-type]  # unwrap tells no more of what it returns than that it is callable
    message = filed(officer, (PARTNER, "Could you send the draft?")).messages.get()
    file = tmp_path / "213.docx"
    asked = ["--form", "ics-213", "--language", "en", "-o", str(file), "--desk", officer.desk.slug, "--json"]
    for name in (str(message.pk), f"<{message.message_id}>"):
        made = CliRunner().invoke(command, [*asked, "--message", name])
        assert (made.exit_code, json.loads(made.stdout)["entries"]) == (0, 1), made.output
        words = [
            cell.text for table in WordFile(str(file)).tables for row in table.rows for cell in row.cells
        ]
        assert "7. Message\nCould you send the draft?" in words
        file.unlink()
    for wrong, code in (
        (["--message", "none@such"], 1),
        ([], 2),
        (["--message", str(message.pk), "--officer", "x"], 2),
    ):
        refused = CliRunner().invoke(command, [*asked, *wrong])
        assert (refused.exit_code, file.exists()) == (code, False), refused.output


def test_register_holds_what_may_be_published_and_names_nobody_of_theirs(
    officer: Actor, head: Actor, ministry: Organisation
) -> None:
    secret = Dossier.objects.create(desk=officer.desk, title="Secret", restricted=True)
    _meeting(officer, "=Talks", ministry)
    _meeting(officer, "In confidence", ministry, marking=Marking.AMBER)
    _meeting(officer, "Hidden", ministry, dossier=secret)
    content, count = transparency_register(head, WEEK, language="en")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert count == 1
    assert rows[1] == [
        *("2026-11-18", "09:00", "10:00", "WIB", "'=Talks", "", "Kementerian Kelautan", "1"),
        *(officer.name, "TLP:GREEN"),
    ]
    assert len(rows) == 2


@pytest.mark.parametrize("kind", ["ics-205a", "ics-214", "duty-record"])
@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_form_is_written(kind: str, form: str, officer: Actor, ministry: Organisation) -> None:
    _meeting(officer, "Talks", ministry)
    made = make_form(officer, kind, Scope(WEEK, officer.user), form=form, language="id", site="http://x")  # type: ignore[arg-type]
    assert made.content[:4] == (b"%PDF" if form == "pdf" else b"PK\x03\x04")


def test_forms_are_taken_along_by_everyone_of_the_desk(
    reader: Actor, stranger: Actor, client_of: ClientOf, officer: Actor
) -> None:
    thread = filed(officer, (PARTNER, "Could you send the draft?"))
    number = thread.messages.get().pk
    address = reverse("reports:message_form", args=[number])
    assert b"".join(client_of(reader).post(address, {"format": "pdf"})).startswith(b"%PDF")
    assert client_of(stranger).post(address).status_code == 404
    page = client_of(reader).get(reverse("reports:forms"), {"start": "2025-03-01", "end": "2025-03-31"})
    assert address in page.content.decode()
    asked = {"start": "2026-11-16", "end": "2026-11-22", "language": "en", "kind": "transparency"}
    assert client_of(reader).post(reverse("reports:forms"), asked).headers["Content-Type"] == "text/csv"
