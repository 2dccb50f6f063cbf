"""Letters that calendars read: their form, who sees them, and whom they are filed for."""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.outbox.calendar import CalendarLetter, send_calendar
from jembatan.correspondence.actions.outbox.file import file_sent
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.formats.message import Address
from jembatan.correspondence.models import OutgoingMail, SendingAddress
from jembatan.correspondence.queries.drafts import visible_drafts
from jembatan.correspondence.queries.outbox import visible_outgoing
from jembatan.dossiers.models import Dossier
from jembatan.platform.files.store import open_stored
from jembatan.platform.markings import Marking

ICS = b"BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:R\xc3\xa9union\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"


def send(
    actor: Actor, *, dossier: Dossier | None = None, sender: str = "Biro@selatnusantara.example"
) -> OutgoingMail:
    letter = CalendarLetter(
        sender=sender,
        receiver=Address("Budi", "budi@laut.example"),
        subject="Rapat",
        text="Kami mengundang Bapak.",
        method="REQUEST",
        content=ICS,
        dossier=dossier,
        marking=Marking.AMBER,
    )
    return send_calendar(actor, letter)


def test_letter_has_the_calendar_as_another_way_to_read_it(
    officer: Actor, desk_that_sends: SendingAddress
) -> None:
    mail = send(officer)

    with open_stored(mail.raw) as stored:
        parsed = message_from_bytes(stored.read(), policy=default)
    assert isinstance(parsed, EmailMessage)
    assert parsed.get_content_type() == "multipart/alternative"
    text, calendar = parsed.iter_parts()
    assert text.get_content_type() == "text/plain"
    assert (calendar.get_content_type(), calendar.get_param("method")) == ("text/calendar", "REQUEST")
    assert calendar.get_payload(decode=True) == ICS


def test_letter_of_a_matter_is_for_who_may_see_it(
    officer: Actor, reader: Actor, head: Actor, desk_that_sends: SendingAddress
) -> None:
    dossier = Dossier.objects.create(desk=officer.desk, title="Tertutup", restricted=True)
    mail = send(head, dossier=dossier)
    mail.receivers.update(state="accepted")

    file_sent(mail.pk)

    mail.refresh_from_db()
    assert mail.filed_as is not None
    thread = mail.filed_as.thread
    assert (thread.dossier, thread.marking) == (dossier, Marking.AMBER)
    assert [visible_drafts(each).exists() for each in (head, reader)] == [True, False]
    assert [visible_outgoing(each).exists() for each in (head, reader)] == [True, False]


def test_letter_is_refused_from_an_address_that_nobody_has(
    officer: Actor, desk_that_sends: SendingAddress
) -> None:
    with pytest.raises(Refused):
        send(officer, sender="lain@selatnusantara.example")

    assert not OutgoingMail.objects.exists()
