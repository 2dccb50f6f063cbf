"""Delivery reports: read, tied to the mail and the address that they are about, and settled by a person."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.bounces import ask_again, settle_bounce
from jembatan.correspondence.actions.drafts.start import start_mail
from jembatan.correspondence.actions.filing.messages import Filing
from jembatan.correspondence.formats.delivery_report import DeliveryReport, Failure
from jembatan.correspondence.formats.reading import read
from jembatan.correspondence.models import Bounce, Mailbox, Message, Thread
from jembatan.correspondence.queries.bounces import bounces_of, open_bounces, visible_bounces
from jembatan.correspondence.queries.receivers import receivers_of
from jembatan.correspondence.tests import scene
from jembatan.directory.models import ContactPoint

type ClientOf = Callable[[Actor], Client]
NO_SUCH = b"Final-Recipient: rfc822; Budi@Laut.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1\n no such <b>user</b>\n"


def report(
    status: bytes = NO_SUCH, *, about: str = "kirim@selatnusantara.example", name: str = "lapor"
) -> bytes:
    return (
        b"From: MAILER-DAEMON@mx.example\nTo: kerjasama@selatnusantara.example\nSubject: Undelivered Mail\n"
        b"Date: Mon, 2 Nov 2026 10:00:00 +0700\nMessage-ID: <" + name.encode() + b"@mx.example>\n"
        b"Auto-Submitted: auto-replied\nMIME-Version: 1.0\n"
        b'Content-Type: multipart/report; report-type=delivery-status; boundary="x"\n\n'
        b"--x\nContent-Type: text/plain\n\nI am sorry.\n"
        b"--x\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n" + status + b"\n"
        b"--x\nContent-Type: text/rfc822-headers\n\nMessage-ID: <"
        + about.encode()
        + b">\nSubject: Naskah\n\n--x--\n"
    )


def file(actor: Actor, *raw: bytes) -> None:
    filing = Filing(actor)
    filing.file(Mailbox.objects.get_or_create(desk=actor.desk, name="masuk")[0], [read(each) for each in raw])
    filing.finish()


def sent(actor: Actor) -> Message:
    """Our mail to Budi, named as the reports name it."""
    talk = scene.conversation(actor.desk)
    return scene.answer(talk, message_id="kirim@selatnusantara.example")


def test_report_says_who_was_not_reached_and_why() -> None:
    assert read(report()).report == DeliveryReport(
        "kirim@selatnusantara.example",
        (Failure("budi@laut.example", "5.1.1", "550 5.1.1 no such <b>user</b>"),),
    )
    assert read(report()).automatic


@pytest.mark.parametrize(
    ("status", "failed"),
    [
        (b"Final-Recipient: rfc822;a@x.example\nAction: delayed\nStatus: 4.4.1\n", []),
        (b"Final-Recipient: rfc822;a@x.example\nAction: delivered\nStatus: 2.0.0\n", []),
        (b"Final-Recipient: rfc822;a@x.example\nStatus: 5.2.2\n", ["a@x.example"]),
        (
            b"Original-Recipient: rfc822;lama@x.example\nFinal-Recipient: rfc822;baru@y.example\nAction: failed\n",
            ["lama@x.example"],
        ),
        (
            b"Final-Recipient: rfc822; a@x.example\nAction: failed\n\nFinal-Recipient: rfc822; b@x.example\nAction: FAILED\n",
            ["a@x.example", "b@x.example"],
        ),
        (b"Action: failed\n", []),
        (b"?", []),
    ],
)
def test_failures_alone_count(status: bytes, failed: list[str]) -> None:
    found = read(report(status)).report

    assert found is not None
    assert [failure.email for failure in found.failures] == failed


def test_other_mail_is_no_report() -> None:
    assert read(b"From: a@x.example\nSubject: x\n\nisi").report is None


@given(st.binary(max_size=200))
def test_any_bytes_of_a_report_are_read(status: bytes) -> None:
    found = read(report(status)).report
    assert found is None or all("@" in failure.email for failure in found.failures)


@pytest.mark.parametrize("report_first", [False, True])
def test_report_stands_in_the_conversation_of_its_mail(officer: Actor, report_first: bool) -> None:
    letter = (
        b"From: kerjasama@selatnusantara.example\nTo: budi@laut.example\nSubject: Naskah\n"
        b"Date: Mon, 2 Nov 2026 09:00:00 +0700\nMessage-ID: <kirim@selatnusantara.example>\n\nTerlampir.\n"
    )
    for raw in (report(), letter) if report_first else (letter, report()):
        file(officer, raw)

    thread = Thread.objects.get(message_count=2)
    [undelivered] = open_bounces(officer, thread)
    assert (undelivered.bounce.email, undelivered.no_such_address) == ("budi@laut.example", True)
    assert thread.turn == Thread.Turn.THEIRS


def test_bounce_is_tied_to_the_contact_point_and_shown_where_one_writes(officer: Actor) -> None:
    budi = scene.person(officer.desk)
    point = ContactPoint.objects.create(
        desk=officer.desk, person=budi, kind="email", value="budi@laut.example", normal="budi@laut.example"
    )
    message = sent(officer)
    file(officer, report())

    [undelivered] = open_bounces(officer, message.thread)
    assert undelivered.contact_points == [point]
    assert [each.bounce.email for each in bounces_of(officer, budi)] == ["budi@laut.example"]
    [receiver] = receivers_of(officer, start_mail(officer, to="budi@laut.example"))
    assert receiver.bounced


def test_report_of_what_we_never_sent_asks_nothing(officer: Actor) -> None:
    message = sent(officer)
    file(
        officer,
        report(about="palsu@x.example", name="satu"),
        report(NO_SUCH.replace(b"Budi", b"Orang"), name="dua"),
    )

    assert open_bounces(officer, message.thread) == []
    assert list(visible_bounces(officer)) == []


def test_question_is_settled_and_asked_again(officer: Actor, reader: Actor) -> None:
    message = sent(officer)
    file(officer, report())
    bounce = Bounce.objects.get()

    settle_bounce(officer, bounce)
    assert open_bounces(officer, message.thread) == []
    ask_again(officer, bounce)
    assert len(open_bounces(officer, message.thread)) == 1
    with pytest.raises(PermissionDenied):
        settle_bounce(reader, bounce)


def test_page_says_what_came_back(officer: Actor, client_of: ClientOf) -> None:
    message = sent(officer)
    file(officer, report())
    client = client_of(officer)
    path = f"/threads/{message.thread_id}/"

    page = client.get(path).text
    assert "The address budi@laut.example does not exist" in page
    assert "no such &lt;b&gt;user&lt;/b&gt;" in page
    client.post(f"/bounces/{Bounce.objects.get().pk}/settlement/")
    assert "does not exist" not in client.get(path).text


def test_bounces_of_restricted_conversations_are_hidden(
    officer: Actor, second_officer: Actor, stranger: Actor
) -> None:
    message = sent(officer)
    file(officer, report())
    scene.restrict(message.thread, *filter(None, [officer.user]))

    counts = [visible_bounces(actor).count() for actor in (officer, second_officer, stranger)]
    assert counts == [1, 0, 0]
