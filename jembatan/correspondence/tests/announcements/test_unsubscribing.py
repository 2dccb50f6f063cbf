"""The way off announcements: the head of the mail (RFC 2369, 8058), one click, a page with one button, and an answer."""

import re
from urllib.parse import unquote

import pytest
from django.test import Client
from django.urls import reverse

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.announcements.queue import queue_announcement
from jembatan.correspondence.actions.announcements.start import start_announcement
from jembatan.correspondence.actions.filing.messages import Filing
from jembatan.correspondence.formats.outgoing import Letter, Unsubscription, compose
from jembatan.correspondence.formats.reading import read
from jembatan.correspondence.models import AnnouncementReceiver, Consent, Mailbox, OutgoingMail
from jembatan.correspondence.queries.announcements.results import outcomes
from jembatan.correspondence.tests.announcements.scene import (
    announcement,
    list_of,
    unheard_address,
    wanting,
)
from jembatan.correspondence.tests.test_outgoing import letter
from jembatan.directory.models import Person
from jembatan.journal.models import Entry
from jembatan.platform.files.store import open_stored

FOLDED = re.compile(r"\r\n[ \t]")


@pytest.fixture
def retno(officer: Actor) -> Person:
    return wanting(officer, "Retno Marsudi", form_of_address="Ibu", call_name="Retno")


@pytest.fixture
def receiver(head: Actor, officer: Actor, retno: Person) -> AnnouncementReceiver:
    """A mail to her waits in the outbox."""
    found = announcement(officer, list_of(officer, retno), unheard_address(head.desk))
    start_announcement(officer, found, confirmed=True)
    queue_announcement(found.pk)
    return AnnouncementReceiver.objects.get(announcement=found)


def head_of(raw: bytes) -> dict[str, str]:
    head = FOLDED.sub(" ", raw.decode().partition("\r\n\r\n")[0])
    return dict(line.split(": ", 1) for line in head.split("\r\n"))


def raw_of(mail: OutgoingMail | None) -> bytes:
    assert mail is not None
    with open_stored(mail.raw) as stored:
        return stored.read()


def wishes(person: Person) -> list[tuple[bool, str]]:
    return list(Consent.objects.filter(person=person).order_by("pk").values_list("wishes", "how"))


def bulk(page: str) -> dict[str, str]:
    ways = Unsubscription(page=page, mail="mailto:biro@selat.example?subject=unsubscribe%20x")
    written: Letter = letter(automatic=True, unsubscription=ways)
    return head_of(compose(written))


def test_head_of_the_mail_names_both_ways_off_and_one_click() -> None:
    long = f"https://desk.example/unsubscribe/{'x' * 120}/"
    head = bulk(long)
    assert head["List-Unsubscribe"] == f"<{long}>, <mailto:biro@selat.example?subject=unsubscribe%20x>"
    assert head["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert (head["Precedence"], head["Auto-Submitted"]) == ("bulk", "auto-generated")


def test_one_click_is_not_promised_where_the_page_is_not_on_https() -> None:
    assert "List-Unsubscribe-Post" not in bulk("http://localhost:8000/unsubscribe/x/")


def test_letter_of_a_person_says_nothing_of_lists() -> None:
    assert not {"List-Unsubscribe", "Precedence", "Auto-Submitted"} & head_of(compose(letter())).keys()


def address_in(receiver: AnnouncementReceiver) -> str:
    found = re.match(r"<https?://[^/]+(/[^>]+)>", head_of(raw_of(receiver.mail))["List-Unsubscribe"])
    assert found is not None
    return found[1]


def test_one_click_takes_off_without_a_cookie_or_a_token_of_ours(
    receiver: AnnouncementReceiver, retno: Person
) -> None:
    client = Client(enforce_csrf_checks=True)
    for _again in range(2):
        answer = client.post(address_in(receiver), {"List-Unsubscribe": "One-Click"})
        assert (answer.status_code, list(answer.cookies)) == (200, [])
    assert wishes(retno) == [(True, "asked"), (False, "link")]
    assert [each.result.value for each in outcomes(receiver.announcement)] == ["unsubscribed"]
    entry = Entry.objects.get(kind="consent.refused")
    assert (entry.actor_name, entry.parties.get().person_id) == ("Retno Marsudi", retno.pk)


def test_opening_the_page_changes_nothing_and_a_mistake_is_mended(
    receiver: AnnouncementReceiver, retno: Person
) -> None:
    client = Client()
    page = client.get(address_in(receiver))
    assert (page.status_code, wishes(retno)) == (200, [(True, "asked")])
    assert "<button" in page.content.decode()
    client.post(address_in(receiver))
    client.post(address_in(receiver), {"again": "1"})
    assert wishes(retno) == [(True, "asked"), (False, "link"), (True, "link")]


def test_link_that_was_cut_off_is_told_so(receiver: AnnouncementReceiver) -> None:
    assert Client().post(reverse("correspondence:unsubscription", args=["x~y"])).status_code == 404


def answered(receiver: AnnouncementReceiver, subject: str, *, sender: str = "retno@laut.example") -> bytes:
    """A mail of hers, as her program writes it."""
    return (
        f"From: Retno <{sender}>\r\nTo: biro@selatnusantara.example\r\nSubject: {subject}\r\n"
        f"Message-ID: <balas@laut.example>\r\nDate: Mon, 30 Nov 2026 09:00:00 +0700\r\n\r\nTolong.\r\n"
    ).encode()


def file(actor: Actor, raw: bytes) -> None:
    filing = Filing(actor)
    filing.file(Mailbox.objects.get_or_create(desk=actor.desk, name="masuk")[0], [read(raw)])
    filing.finish()


def test_mail_to_the_address_in_the_head_takes_off(
    officer: Actor, receiver: AnnouncementReceiver, retno: Person
) -> None:
    ways = head_of(raw_of(receiver.mail))["List-Unsubscribe"]
    address, _question, subject = ways.partition("<mailto:")[2].rstrip(">").partition("?subject=")
    assert address == "biro@selatnusantara.example"
    file(officer, answered(receiver, unquote(subject)))
    assert wishes(retno) == [(True, "asked"), (False, "mail")]


@pytest.mark.parametrize(
    "subject", ["unsubscribe", "unsubscribe me", "unsubscribe 1-1-1~x", "Re: Kantor kami pindah"]
)
def test_mail_without_the_sign_takes_nobody_off(
    officer: Actor, receiver: AnnouncementReceiver, retno: Person, subject: str
) -> None:
    file(officer, answered(receiver, subject))
    assert wishes(retno) == [(True, "asked")]
