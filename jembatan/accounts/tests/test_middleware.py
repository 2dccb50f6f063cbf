"""What every request carries: language, zone, actor; and refusals that say why."""

from collections.abc import Callable

import pytest
from django.test import Client

from jembatan.accounts.actions.desks import open_desk
from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Membership, Role

type ClientOf = Callable[[Actor], Client]


def test_language_is_the_choice_of_the_user(
    client_of: ClientOf, officer: Actor, second_officer: Actor, in_indonesian: Callable[[Actor], Actor]
) -> None:
    in_indonesian(officer)
    assert client_of(officer).get("/", headers={"accept-language": "en"}).headers["Content-Language"] == "id"
    assert client_of(second_officer).get("/").headers["Content-Language"] == "en"


def test_language_before_sign_in_comes_from_the_cookie_else_the_browser(db: None) -> None:
    client = Client(headers={"accept-language": "en-GB,en;q=0.9"})
    assert client.get("/accounts/login/").headers["Content-Language"] == "en"
    answer = client.post("/settings/language/", {"language": "id", "next": "/accounts/login/?next=/"})
    assert answer.headers["Location"] == "/accounts/login/?next=/"
    assert client.get("/accounts/login/").headers["Content-Language"] == "id"


@pytest.mark.parametrize("accepted", ["de", "", "zz-ZZ", "*"])
def test_language_nobody_translated_is_indonesian(accepted: str, db: None) -> None:
    response = Client(headers={"accept-language": accepted}).get("/accounts/login/")
    assert response.headers["Content-Language"] == "id"


def test_language_switch_refuses_what_it_does_not_know_and_leads_nowhere_else(db: None) -> None:
    assert Client().post("/settings/language/", {"language": "xx"}).status_code == 400
    away = Client().post("/settings/language/", {"language": "en", "next": "https://elsewhere.example/"})
    assert away.headers["Location"] == "/"


def test_moments_are_in_the_zone_of_the_user(client_of: ClientOf, officer: Actor) -> None:
    assert officer.user is not None
    officer.user.time_zone = "Asia/Jayapura"
    officer.user.save()
    assert "WIT (UTC+9)" in client_of(officer).get("/styleguide/").content.decode()


def test_desk_switch_changes_the_desk_of_the_session(client_of: ClientOf, officer: Actor) -> None:
    assert officer.user is not None
    other = open_desk("Another Desk")
    Membership.objects.create(desk=other, user=officer.user, role=Role.READER)
    client = client_of(officer)
    assert "Biro Kerja Sama" in client.get("/settings/members/").content.decode()
    assert client.post("/settings/desk/choice/", {"desk": other.pk}).headers["Location"] == "/"
    assert client.get("/").wsgi_request.actor == Actor(  # type: ignore[attr-defined]  # the middleware sets it
        desk=other, role=Role.READER, user=officer.user
    )


@pytest.mark.parametrize("chosen", ["", "x", "²", "999999"])
def test_desk_switch_to_no_desk_of_mine_is_not_found(
    chosen: str, client_of: ClientOf, officer: Actor
) -> None:
    assert client_of(officer).post("/settings/desk/choice/", {"desk": chosen}).status_code == 404


def test_desk_switch_to_a_desk_of_others_is_not_found(
    client_of: ClientOf, officer: Actor, stranger: Actor
) -> None:
    assert client_of(officer).post("/settings/desk/choice/", {"desk": stranger.desk.pk}).status_code == 404


def test_refusal_says_why(client_of: ClientOf, second_officer: Actor) -> None:
    invitation = {"full_name": "Sari Dewi", "email": "sari@selatnusantara.example", "role": "reader"}
    response = client_of(second_officer).post("/settings/members/", invitation)
    assert response.status_code == 403
    assert "Only the head of this desk can do this." in response.content.decode()
