"""The head gives a member another address to sign in with: what is refused, and what opens no longer."""

from collections.abc import Callable

import pytest
from allauth.account.models import EmailAddress
from django.core.exceptions import PermissionDenied
from django.test import Client

from jembatan.accounts.actions.one_time_link import make_link_secret, spend_link
from jembatan.accounts.actions.sign_in_address import change_member_address
from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Membership, Role, User
from jembatan.accounts.tests.test_members import membership, undo_of

type ClientOf = Callable[[Actor], Client]
NEW = "bagus.baru@selatnusantara.example"


def address(actor: Actor) -> str:
    return f"/settings/members/{membership(actor).pk}/address/"


def email_of(actor: Actor) -> str:
    assert actor.user is not None
    return User.objects.get(pk=actor.user.pk).email


def test_head_changes_the_address_and_takes_it_back(client_of: ClientOf, head: Actor, officer: Actor) -> None:
    before, client = email_of(officer), client_of(head)

    page = client.post(address(officer), {"email": f" {NEW.upper()} "}, follow=True).text
    assert email_of(officer) == NEW
    assert f"Bagus Prasetyo signs in with {NEW} now." in page

    client.post(*undo_of(page))
    assert email_of(officer) == before


def test_old_address_opens_nothing_any_more(head: Actor, officer: Actor) -> None:
    assert officer.user is not None
    EmailAddress.objects.create(user=officer.user, email=officer.user.email, primary=True, verified=True)
    secret = make_link_secret(officer.user)

    change_member_address(head, membership(officer), NEW)

    assert not EmailAddress.objects.filter(user=officer.user).exists()
    assert spend_link(secret) is None


def test_taken_address_is_refused(client_of: ClientOf, head: Actor, officer: Actor, reader: Actor) -> None:
    before = email_of(officer)
    answer = client_of(head).post(address(officer), {"email": email_of(reader).upper()})
    assert (answer.status_code, email_of(officer)) == (422, before)
    assert "Someone else signs in with this address." in answer.text


def test_member_of_another_desk_keeps_the_address(
    client_of: ClientOf, head: Actor, officer: Actor, stranger: Actor
) -> None:
    assert officer.user is not None
    Membership.objects.create(desk=stranger.desk, user=officer.user, role=Role.READER)
    before = email_of(officer)

    answer = client_of(head).post(address(officer), {"email": NEW})

    assert (answer.status_code, email_of(officer)) == (422, before)
    assert "They work at another desk too." in answer.text


def test_others_are_refused_and_strangers_find_no_member(
    head: Actor, officer: Actor, reader: Actor, stranger: Actor
) -> None:
    with pytest.raises(PermissionDenied):
        change_member_address(officer, membership(reader), NEW)
    with pytest.raises(Membership.DoesNotExist):
        change_member_address(stranger, membership(officer), NEW)
