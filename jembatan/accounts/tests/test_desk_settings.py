"""The page Settings, Desk: the head changes it, everybody reads it; and the head's own address."""

from collections.abc import Callable

import pytest
from allauth.account.models import EmailAddress
from django.core.exceptions import PermissionDenied
from django.test import Client

from jembatan.accounts.actions.sign_in_address import change_own_address
from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk, User
from jembatan.accounts.tests.test_preferences import CHOICES

type ClientOf = Callable[[Actor], Client]
FACTS = {
    "name": "Meja Timur",
    "organisation_name": "Badan Timur",
    "language": "en",
    "time_zone": "Asia/Jayapura",
}


def test_head_changes_the_desk(client_of: ClientOf, head: Actor) -> None:
    page = client_of(head).post("/settings/desk/", FACTS, follow=True).content.decode()
    assert "The settings of the desk are saved." in page
    assert Desk.objects.filter(pk=head.desk.pk).values(*FACTS, "slug").get() == {
        **FACTS,
        "slug": head.desk.slug,
    }


def test_refused_settings_change_nothing(client_of: ClientOf, head: Actor) -> None:
    response = client_of(head).post("/settings/desk/", FACTS | {"name": "", "time_zone": "Asia/Atlantis"})
    assert response.status_code == 422
    assert Desk.objects.get(pk=head.desk.pk).name == head.desk.name


@pytest.mark.parametrize("member", ["officer", "drafter", "reader"])
def test_others_read_the_desk(member: str, request: pytest.FixtureRequest, client_of: ClientOf) -> None:
    actor = request.getfixturevalue(member)
    client = client_of(actor)
    page = client.get("/settings/desk/").content.decode()
    assert "@selatnusantara.example" in page
    assert 'name="organisation_name"' not in page
    assert 'action="/settings/desk/addresses/' not in page
    assert client.post("/settings/desk/", FACTS).status_code == 403
    assert Desk.objects.get(pk=actor.desk.pk).name == actor.desk.name


def test_head_adds_and_removes_our_addresses_and_undoes_it(client_of: ClientOf, head: Actor) -> None:
    client = client_of(head)
    page = client.post("/settings/desk/addresses/", {"address": "pusat@lain.example"}, follow=True)
    assert "Mail from these addresses counts as ours now: pusat@lain.example" in page.content.decode()
    page = client.post("/settings/desk/addresses/removal/", {"address": "pusat@lain.example"}, follow=True)
    assert "Mail from pusat@lain.example no longer counts as ours." in page.content.decode()
    assert "pusat@lain.example" not in Desk.objects.get(pk=head.desk.pk).own_addresses


def test_word_that_is_no_address_is_refused(client_of: ClientOf, head: Actor) -> None:
    page = client_of(head).post("/settings/desk/addresses/", {"address": "pusat"}, follow=True)
    assert "“pusat” is neither an e-mail address nor a domain." in page.content.decode()


def test_head_changes_the_own_address_and_the_old_one_opens_nothing(client_of: ClientOf, head: Actor) -> None:
    assert head.user is not None
    EmailAddress.objects.create(user=head.user, email=head.user.email, primary=True, verified=True)
    response = client_of(head).post("/settings/", CHOICES | {"email": " Ratna.Baru@lain.example"})
    assert response.status_code == 302
    user = User.objects.get(pk=head.user.pk)
    assert (user.email, user.full_name) == ("ratna.baru@lain.example", CHOICES["full_name"])
    assert not EmailAddress.objects.filter(user=user).exists()


def test_address_of_someone_else_is_refused(client_of: ClientOf, head: Actor, officer: Actor) -> None:
    assert head.user is not None
    assert officer.user is not None
    response = client_of(head).post("/settings/", CHOICES | {"email": officer.user.email.upper()})
    assert response.status_code == 422
    assert "Someone else signs in with this address." in response.content.decode()
    assert User.objects.get(pk=head.user.pk).full_name == head.user.full_name


def test_an_officer_keeps_the_address_that_the_head_gave(client_of: ClientOf, officer: Actor) -> None:
    assert officer.user is not None
    client_of(officer).post("/settings/", CHOICES | {"email": "lain@lain.example"})
    assert User.objects.get(pk=officer.user.pk).email == officer.user.email
    with pytest.raises(PermissionDenied):
        change_own_address(officer, "lain@lain.example")
