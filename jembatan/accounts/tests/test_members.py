"""The page of members: for all to read, for the head to change, for nobody of another desk."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Membership, User

type ClientOf = Callable[[Actor], Client]
INVITATION = {"full_name": "Sari Dewi", "email": "sari@selatnusantara.example", "role": "drafter"}


def membership(actor: Actor) -> Membership:
    return Membership.objects.get(desk=actor.desk, user=actor.user)


def undo_of(page: str) -> tuple[str, dict[str, str]]:
    """Address and fields of the Undo button of the page's toast."""
    form = re.search(
        r'class="toast" data-tone="done">.*?<form method="post" action="([^"]+)">(.*?)</form>', page, re.S
    )
    assert form is not None
    fields = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', form[2])
    return form[1], {name: unescape(value) for name, value in fields if name != "csrfmiddlewaretoken"}


def test_members_are_listed_with_controls_for_the_head(client_of: ClientOf, head: Actor) -> None:
    page = client_of(head).get("/settings/members/").content.decode()
    assert page.count('<li class="row">') == 5
    assert page.count('name="role"') == 6
    assert 'id="invitation"' in page


@pytest.mark.parametrize("member", ["officer", "drafter", "reader"])
def test_members_are_listed_without_controls_for_others(
    member: str, client_of: ClientOf, request: pytest.FixtureRequest
) -> None:
    page = client_of(request.getfixturevalue(member)).get("/settings/members/").content.decode()
    assert page.count('<li class="row">') == 5
    assert 'name="role"' not in page
    assert 'id="invitation"' not in page


def test_members_of_other_desks_are_not_listed(client_of: ClientOf, desk: object, stranger: Actor) -> None:
    page = client_of(stranger).get("/settings/members/").content.decode()
    assert page.count('<li class="row">') == 1
    assert "Ratna" not in page


def test_list_costs_the_same_number_of_queries_for_one_and_for_five(
    client_of: ClientOf, head: Actor, stranger: Actor, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for actor in (stranger, head):
        client = client_of(actor)
        with django_assert_num_queries(5):
            client.get("/settings/members/")


def test_invitation_shows_an_address_that_signs_in_once(client_of: ClientOf, head: Actor) -> None:
    page = client_of(head).post("/settings/members/", INVITATION).content.decode()
    link = re.search(r'value="http://testserver(/sign-in/[^"]+)"', page)
    assert link is not None
    guest = Client()
    guest.post(link[1])
    assert guest.get("/").wsgi_request.user == User.objects.get(email=INVITATION["email"])
    assert link[1] not in client_of(head).get("/settings/members/").content.decode()


def test_invitation_without_an_address_is_refused(client_of: ClientOf, head: Actor) -> None:
    response = client_of(head).post("/settings/members/", {**INVITATION, "email": "sari@"})
    assert response.status_code == 422
    assert not User.objects.filter(full_name="Sari Dewi").exists()


@pytest.mark.parametrize("member", ["officer", "drafter", "reader"])
def test_only_the_head_invites_changes_roles_and_removes(
    member: str, client_of: ClientOf, head: Actor, request: pytest.FixtureRequest
) -> None:
    client, target = client_of(request.getfixturevalue(member)), membership(head).pk
    assert client.post("/settings/members/", INVITATION).status_code == 403
    assert client.post(f"/settings/members/{target}/role/", {"role": "reader"}).status_code == 403
    assert client.post(f"/settings/members/{target}/removal/").status_code == 403
    assert membership(head).role == "head"


def test_role_is_changed_and_given_back(client_of: ClientOf, head: Actor, officer: Actor) -> None:
    client, address = client_of(head), f"/settings/members/{membership(officer).pk}/role/"
    page = client.post(address, {"role": "drafter"}, follow=True).content.decode()
    assert membership(officer).role == "drafter"
    assert undo_of(page) == (address, {"role": "officer"})
    client.post(address, {"role": "officer"})
    assert membership(officer).role == "officer"
    assert client.post(address, {"role": "king"}).status_code == 400


def test_last_head_is_kept_with_a_sentence(client_of: ClientOf, head: Actor) -> None:
    client, target = client_of(head), membership(head).pk
    for address, fields in ((f"{target}/role/", {"role": "reader"}), (f"{target}/removal/", {})):
        page = client.post(f"/settings/members/{address}", fields, follow=True).content.decode()
        assert 'class="toasts"' in page
        assert membership(head).role == "head"


def test_removed_member_returns_by_undo(client_of: ClientOf, head: Actor, officer: Actor) -> None:
    client = client_of(head)
    page = client.post(f"/settings/members/{membership(officer).pk}/removal/", follow=True).content.decode()
    with pytest.raises(ObjectDoesNotExist):
        membership(officer)
    address, fields = undo_of(page)
    client.post(address, fields)
    assert membership(officer).role == "officer"


def test_return_needs_the_ticket_of_this_desk(
    client_of: ClientOf, head: Actor, officer: Actor, stranger: Actor
) -> None:
    page = (
        client_of(head)
        .post(f"/settings/members/{membership(officer).pk}/removal/", follow=True)
        .content.decode()
    )
    address, fields = undo_of(page)
    assert client_of(stranger).post(address, fields).status_code == 400
    assert client_of(head).post(address, {"ticket": "forged"}).status_code == 400
    assert not Membership.objects.filter(user=officer.user).exists()


def test_members_of_other_desks_are_not_found(client_of: ClientOf, head: Actor, stranger: Actor) -> None:
    client, target = client_of(stranger), membership(head).pk
    assert client.post(f"/settings/members/{target}/role/", {"role": "reader"}).status_code == 404
    assert client.post(f"/settings/members/{target}/removal/").status_code == 404
    assert client.get(f"/settings/members/{target}/removal/").status_code == 405
