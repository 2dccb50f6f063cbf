"""Invitations from room to room: out by the outbox, in with filed mail, shown on the conversation."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.filing.messages import Filing
from jembatan.correspondence.actions.outgoing_servers import keep_server
from jembatan.correspondence.actions.sending_addresses import keep_address
from jembatan.correspondence.formats.mime import parse
from jembatan.correspondence.formats.reading import read
from jembatan.correspondence.models import Mailbox, Message, OutgoingMail
from jembatan.dossiers.models import Dossier
from jembatan.journal.queries.timeline import visible_entries
from jembatan.meetings.actions.invitations.answer import answer_invitation
from jembatan.meetings.actions.invitations.invite import invite
from jembatan.meetings.actions.lines import SOURCE
from jembatan.meetings.actions.plan_meeting import Times, plan_meeting
from jembatan.meetings.models import Attendance, Meeting
from jembatan.meetings.tests.invitations.makers import MAKERS
from jembatan.meetings.tests.invitations.scene import SARI, US, request
from jembatan.platform.files.store import open_stored
from jembatan.platform.imports.actions.roll_back import roll_back
from jembatan.platform.imports.actions.run import import_now
from jembatan.platform.imports.models import Batch

type ClientOf = Callable[[Actor], Client]


@pytest.fixture
def _sending(head: Actor) -> None:
    server = keep_server(head, None, host="127.0.0.1", port=1, security="tls")
    keep_address(head, None, server=server, name="Biro Kerja Sama", email=US)


def arrives(actor: Actor, calendar: str, *, head: str = "", name: str = "a") -> Message:
    raw = (
        f"{head}From: Sari <{SARI}>\nTo: {US}\nSubject: Rapat\nMessage-ID: <{name}@mitra.example>\n"
        "Date: Mon, 2 Mar 2026 08:00:00 +0700\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=x\n\n"
        "--x\nContent-Type: text/plain\n\nLihat undangan.\n"
        f"--x\nContent-Type: text/calendar; charset=UTF-8; method=REQUEST\n\n{calendar}\n--x--\n"
    )
    filing = Filing(actor)
    filing.file(Mailbox.objects.get_or_create(desk=actor.desk, name="biro")[0], [read(raw.encode())])
    filing.finish()
    return Message.objects.get(message_id=f"{name}@mitra.example")


@pytest.mark.usefixtures("_sending")
@pytest.mark.parametrize("maker", MAKERS)
def test_invitation_leaves_and_its_answer_comes_back(officer: Actor, maker: str) -> None:
    times = Times(datetime(2099, 3, 5, 7, tzinfo=UTC), datetime(2099, 3, 5, 8, tzinfo=UTC))
    dossier = Dossier.objects.create(desk=officer.desk, title="Pelabuhan")
    meeting = plan_meeting(officer, "Rapat teknis", times=times, zone="Asia/Jakarta", dossier=dossier)
    sari = Attendance.objects.create(meeting=meeting, name="Sari", email=SARI)

    invite(officer, meeting, address=US, guests=[sari.pk])
    arrives(officer, MAKERS[maker].format(uid=meeting.uid, answer="ACCEPTED"))

    mail = OutgoingMail.objects.get()
    with open_stored(mail.raw) as stored:
        sent = parse(stored.read())
    assert [address.email for address in sent.to] == [SARI]
    assert [each.type for each in sent.attachments] == ["text/calendar"]
    assert (mail.draft.matter_kind, mail.draft.matter_id) == ("meeting", meeting.pk)
    sari.refresh_from_db()
    assert sari.status == Attendance.Status.ACCEPTED


@pytest.mark.usefixtures("_sending")
def test_arrived_invitation_is_answered_on_its_conversation(
    officer: Actor, reader: Actor, client_of: ClientOf
) -> None:
    message = arrives(officer, request())
    meeting = Meeting.objects.get()
    address = reverse("correspondence:thread", args=[message.thread_id])
    client = client_of(officer)

    page = client.get(address).content.decode()
    seen_by_reader = client_of(reader).get(address).content.decode()
    answer = client.post(
        reverse("meetings:answer", args=[meeting.pk]), {"status": "accepted", "next": address}
    )

    assert "Rapat koordinasi" in page
    assert "Propose another time" in page
    assert "Do we come?" in seen_by_reader
    assert "Propose another time" not in seen_by_reader
    assert answer.headers["Location"] == address
    assert OutgoingMail.objects.get().receivers.get().email == SARI


def test_invitation_whose_sender_servers_do_not_believe_makes_no_meeting(officer: Actor) -> None:
    arrives(officer, request(), head="Authentication-Results: mx.selatnusantara.example; dmarc=fail\n")

    assert not Meeting.objects.exists()


def test_mail_with_a_broken_calendar_is_filed_all_the_same(officer: Actor) -> None:
    message = arrives(officer, "BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nDTSTART:besok\nUID")

    assert message.subject == "Rapat"
    assert not Meeting.objects.exists()


def imported(actor: Actor, folder: Path, *letters: str) -> Batch:
    """These letters of Sari with a calendar, as files of one import."""
    for number, calendar in enumerate(letters):
        (folder / f"{number}.eml").write_text(
            f"From: Sari <{SARI}>\nTo: {US}\nSubject: Rapat\nMessage-ID: <{folder.name}-{number}@mitra.example>\n"
            f"Date: Mon, 2 Mar 2026 08:0{number}:00 +0700\nMIME-Version: 1.0\n"
            f"Content-Type: text/calendar; charset=UTF-8; method=REQUEST\n\n{calendar}\n"
        )
    return import_now(actor, sorted(folder.iterdir())).batch


def test_import_of_mail_is_taken_back_with_the_meetings_of_its_invitations(
    officer: Actor, tmp_path: Path
) -> None:
    moved, off = request(sequence=1, hour=16), request(sequence=2, hour=16, method="CANCEL")
    batch = imported(officer, tmp_path, request(), moved, off)
    assert Meeting.objects.get().is_cancelled

    taken = roll_back(officer, batch)

    assert (taken.removed, taken.kept) == (4, 0)
    assert not Meeting.objects.exists()
    assert not visible_entries(officer).filter(source_kind=SOURCE).exists()


@pytest.mark.usefixtures("_sending")
def test_invitation_that_was_answered_is_kept_when_its_mail_is_taken_back(
    officer: Actor, tmp_path: Path
) -> None:
    batch = imported(officer, tmp_path, request())
    answer_invitation(officer, Meeting.objects.get(), "accepted")

    taken = roll_back(officer, batch)

    assert (taken.removed, taken.kept) == (1, 1)
    assert Meeting.objects.get().status == Meeting.Status.CONFIRMED


def test_meeting_that_imported_mail_moved_is_where_it_was(officer: Actor, tmp_path: Path) -> None:
    arrives(officer, request())
    first = Meeting.objects.get()
    batch = imported(officer, tmp_path, request(sequence=1, hour=16))
    assert Meeting.objects.get().starts_at != first.starts_at

    roll_back(officer, batch)

    again = Meeting.objects.get()
    assert (again.starts_at, again.sequence) == (first.starts_at, 0)
    assert again.occurrences.get().starts_at == first.starts_at
