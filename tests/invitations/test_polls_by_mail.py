"""A poll for a time from room to room: its letters leave by the outbox, and are seen by whoever sees the poll."""

import pytest

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.outgoing_servers import keep_server
from jembatan.correspondence.actions.sending_addresses import keep_address
from jembatan.correspondence.formats.mime import parse
from jembatan.correspondence.models import OutgoingMail
from jembatan.correspondence.queries.drafts import visible_drafts
from jembatan.correspondence.queries.outbox import visible_outgoing
from jembatan.dossiers.actions.access import restrict
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.meetings.models import PollGuest
from jembatan.meetings.queries.polls.link import link_of
from jembatan.meetings.tests.polls.scene import asked, partner
from jembatan.platform.files.store import open_stored

US = "biro@selatnusantara.example"


@pytest.fixture(autouse=True)
def _sending(head: Actor) -> None:
    server = keep_server(head, None, host="127.0.0.1", port=1, security="tls")
    keep_address(head, None, server=server, name="Biro Kerja Sama", email=US)


def test_every_guest_gets_a_letter_of_their_own_with_their_link(officer: Actor) -> None:
    people = [partner(officer, name, email=f"{name.lower()}@laut.example") for name in ("Budi", "Sari")]
    asked(officer, *people)

    for guest in PollGuest.objects.all():
        [mail] = OutgoingMail.objects.filter(receivers__email=guest.email)
        with open_stored(mail.raw) as stored:
            letter = parse(stored.read())
        assert [address.email for address in letter.to] == [guest.email]
        assert link_of(guest) in letter.text.replace("\n", "")
        assert not letter.attachments


def test_letters_of_a_poll_are_for_who_may_see_it(officer: Actor, drafter: Actor) -> None:
    dossier = open_dossier(officer, "Tertutup")
    restrict(officer, dossier)
    asked(officer, partner(officer, email="budi@laut.example"), dossier=dossier)

    assert [visible_drafts(each).exists() for each in (officer, drafter)] == [True, False]
    assert [visible_outgoing(each).exists() for each in (officer, drafter)] == [True, False]
