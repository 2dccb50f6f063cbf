"""Calendars that come with mail are told of, with who sent them and whether that is believed."""

from collections.abc import Iterator

import pytest

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.filing.messages import Filing
from jembatan.correspondence.events import CalendarArrived
from jembatan.correspondence.formats.reading import read
from jembatan.correspondence.models import Mailbox, Message
from jembatan.platform import events

ICS = "BEGIN:VCALENDAR\nMETHOD:REQUEST\nEND:VCALENDAR\n"


@pytest.fixture
def heard() -> Iterator[list[CalendarArrived]]:
    found: list[CalendarArrived] = []
    before = list(events._listeners[CalendarArrived])
    events._listeners[CalendarArrived][:] = [found.append]
    yield found
    events._listeners[CalendarArrived][:] = before


def file(actor: Actor, *, head: str = "") -> None:
    part = f"Content-Type: {{kind}}; method=REQUEST\n\n{ICS}\n"
    raw = (
        f"{head}From: Sari <sari@mitra.example>\nTo: biro@selatnusantara.example\nSubject: Rapat\nMessage-ID: <a@b>\n"
        "Date: Mon, 2 Mar 2026 08:00:00 +0700\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
        f"--x\n{part.format(kind='text/calendar')}--x\n{part.format(kind='application/ics')}--x\n"
        "Content-Type: text/plain\n\nHalo\n--x--\n"
    )
    filing = Filing(actor)
    filing.file(Mailbox.objects.create(desk=actor.desk, name="biro"), [read(raw.encode())])
    filing.finish()


def test_calendar_is_told_once_with_its_sender(officer: Actor, heard: list[CalendarArrived]) -> None:
    file(officer)

    (told,) = heard
    assert (told.message_id, told.sender, told.believed) == (
        Message.objects.get().pk,
        "sari@mitra.example",
        True,
    )
    assert told.content.startswith(b"BEGIN:VCALENDAR")


def test_sender_that_servers_do_not_believe_is_not_believed(
    officer: Actor, heard: list[CalendarArrived]
) -> None:
    file(officer, head="Authentication-Results: mx.selatnusantara.example; dmarc=fail; spf=pass\n")

    assert [each.believed for each in heard] == [False]
