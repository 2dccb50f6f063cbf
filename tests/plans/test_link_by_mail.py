"""A partner's link to their steps from room to room: it leaves as a letter that the officer reads first."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.outbox.send import Unconfirmed, send_draft
from jembatan.correspondence.actions.outgoing_servers import keep_server
from jembatan.correspondence.actions.sending_addresses import keep_address
from jembatan.correspondence.models import Draft, OutgoingMail
from jembatan.correspondence.queries.drafts import visible_drafts
from jembatan.directory.actions.contact_points import add_contact_point
from jembatan.directory.models import ContactPoint, Person
from jembatan.dossiers.actions.access import restrict
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.dossiers.actions.follow_up import close_follow_up, open_follow_up, reopen_follow_up
from jembatan.dossiers.actions.mail_follow_up import mail_follow_up
from jembatan.dossiers.actions.parties import add_party
from jembatan.dossiers.actions.refusals import Refused
from jembatan.dossiers.actions.steps import StepContent, add_step
from jembatan.dossiers.models import FollowUp
from jembatan.dossiers.queries.follow_up import link_of
from jembatan.platform.markings import Marking

ClientOf = Callable[[Actor], Client]
SECRET = "Wisanggeni"


@pytest.fixture(autouse=True)
def _sending(head: Actor) -> None:
    server = keep_server(head, None, host="127.0.0.1", port=1, security="tls")
    keep_address(head, None, server=server, name="Biro Kerja Sama", email="biro@selatnusantara.example")


@pytest.fixture
def follow_up(officer: Actor, budi: Person) -> FollowUp:
    """Of a restricted dossier; whatever is not Budi's to see says the secret word."""
    Person.objects.filter(pk=budi.pk).update(form_of_address="Bapak", call_name="Budi")
    add_contact_point(officer, budi, kind=ContactPoint.Kind.EMAIL, value="budi@laut.example")
    dossier = open_dossier(officer, f"Perkara {SECRET}", objective=SECRET)
    add_party(officer, dossier, budi)
    add_step(officer, dossier, StepContent(title=f"Kita {SECRET}"))
    add_step(officer, dossier, StepContent(title=f"Rahasia {SECRET}", theirs=budi, marking=Marking.RED))
    draft = StepContent(title="Tanggapi draf", theirs=budi, ends_on=date(2027, 1, 4), marking=Marking.GREEN)
    add_step(officer, dossier, draft)
    restrict(officer, dossier)
    return open_follow_up(officer, dossier, budi, marking=Marking.GREEN, language="id")


def test_link_is_drafted_once_in_their_language(
    officer: Actor, follow_up: FollowUp, client_of: ClientOf
) -> None:
    client, plan = client_of(officer), f"/dossiers/{follow_up.dossier_id}/plan/"
    address = f"{plan}links/{follow_up.pk}/letter/"
    assert address in client.get(plan).text
    gone = client.post(address).headers["Location"]
    letter = Draft.objects.get()
    assert (gone, letter.to) == (f"/drafts/{letter.pk}/", "Budi Santoso <budi@laut.example>")
    told = ("Yth. Bapak Budi,", "– Tanggapi draf, paling lambat 4 Jan 2027", link_of(follow_up))
    assert [words for words in told if words not in letter.text] == []
    assert SECRET not in letter.subject + letter.text
    assert client.get(gone).status_code == 200
    assert client.post(address).headers["Location"] == gone

    again = open_follow_up(officer, follow_up.dossier, follow_up.party, marking=Marking.GREEN, language="en")
    assert client.post(address).headers["Location"] != gone
    assert link_of(again) in Draft.objects.latest("pk").text


def test_letter_is_for_those_who_see_the_dossier(
    officer: Actor, second_officer: Actor, drafter: Actor, follow_up: FollowUp
) -> None:
    mail_follow_up(officer, follow_up)
    seen = [visible_drafts(each).exists() for each in (officer, second_officer, drafter)]
    assert seen == [True, False, False]
    with pytest.raises(PermissionDenied):
        mail_follow_up(drafter, follow_up)
    with pytest.raises(type(follow_up.dossier).DoesNotExist):
        mail_follow_up(second_officer, follow_up)


def test_letter_with_a_link_that_is_closed_asks_before_it_leaves(
    officer: Actor, follow_up: FollowUp, client_of: ClientOf
) -> None:
    mail_follow_up(officer, follow_up)
    letter = Draft.objects.get()
    close_follow_up(officer, follow_up)
    with pytest.raises(Refused):
        mail_follow_up(officer, follow_up)
    response = client_of(officer).post(
        f"/dossiers/{follow_up.dossier_id}/plan/links/{follow_up.pk}/letter/", follow=True
    )
    assert (response.redirect_chain[0][0].endswith("#links"), Draft.objects.count()) == (True, 1)
    with pytest.raises(Unconfirmed, match="no link that works"):
        send_draft(officer, letter)
    reopen_follow_up(officer, follow_up)
    send_draft(officer, letter)
    assert OutgoingMail.objects.get().receivers.get().email == "budi@laut.example"
