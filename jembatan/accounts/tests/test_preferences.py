"""Settings of the user, by page and by the menu of the frame."""

from collections.abc import Callable

import pytest
from django.test import Client

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User

type ClientOf = Callable[[Actor], Client]
CHOICES = {
    "full_name": "Bagus Prasetyo",
    "language": "en",
    "theme": "dark",
    "density": "compact",
    "time_zone": "Asia/Makassar",
    "second_time_zone": "Europe/Paris",
}


@pytest.mark.parametrize("member", ["head", "officer", "drafter", "reader"])
def test_preferences_open_for_every_member(
    member: str, client_of: ClientOf, request: pytest.FixtureRequest
) -> None:
    assert client_of(request.getfixturevalue(member)).get("/settings/").status_code == 200


def test_preferences_open_for_those_without_a_desk(client_of: ClientOf, stranger: Actor) -> None:
    assert stranger.user is not None
    stranger.user.memberships.all().delete()
    assert client_of(stranger).get("/settings/").status_code == 200


def test_preferences_ask_those_outside_to_sign_in(db: None) -> None:
    assert Client().get("/settings/").headers["Location"] == "/accounts/login/?next=/settings/"


def test_saved_preferences_are_seen_at_once_in_the_new_language(client_of: ClientOf, officer: Actor) -> None:
    assert officer.user is not None
    client = client_of(officer)
    page = client.post("/settings/", CHOICES, follow=True).content.decode()
    assert '<html lang="en" data-theme="dark" data-density="compact">' in page
    assert "Your settings are saved." in page
    assert client.cookies["language"].value == "en"
    saved = User.objects.filter(pk=officer.user.pk).values(*CHOICES, "shortcuts_enabled").get()
    assert saved == {**CHOICES, "shortcuts_enabled": False}


def test_refused_preferences_change_nothing(
    client_of: ClientOf, officer: Actor, in_indonesian: Callable[[Actor], Actor]
) -> None:
    assert officer.user is not None
    response = client_of(in_indonesian(officer)).post(
        "/settings/", {**CHOICES, "time_zone": "Asia/Atlantis", "full_name": ""}
    )
    assert response.status_code == 422
    assert response.content.decode().count('class="error"') == 2
    assert User.objects.get(pk=officer.user.pk).language == "id"


def test_theme_of_the_menu_is_remembered(client_of: ClientOf, officer: Actor) -> None:
    assert officer.user is not None
    client = client_of(officer)
    answer = client.post(
        "/settings/theme/", {"theme": "dark"}, headers={"referer": "http://testserver/styleguide/"}
    )
    assert answer.headers["Location"] == "/styleguide/"
    assert User.objects.get(pk=officer.user.pk).theme == "dark"
    assert client.post("/settings/theme/", {"theme": "sepia"}).status_code == 400


def test_theme_belongs_to_a_user(db: None) -> None:
    assert Client().post("/settings/theme/", {"theme": "dark"}).status_code == 302
