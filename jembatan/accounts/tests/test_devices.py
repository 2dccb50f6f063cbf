"""Passwords for telephones and programs, and the page that helps to set them up."""

import plistlib
import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from jembatan.accounts.actions.app_passwords import (
    make_app_password,
    revoke_app_password,
    user_by_app_password,
)
from jembatan.accounts.actor import Actor
from jembatan.accounts.models import AppPassword
from jembatan.accounts.web.device_setup import PURPOSE, setup_link
from jembatan.platform.links import LinkTo, address

type ClientOf = Callable[[Actor], Client]


def test_password_opens_for_its_user_however_it_is_typed(officer: Actor, head: Actor) -> None:
    assert officer.user is not None
    assert head.user is not None
    _kept, password = make_app_password(officer.user, name="Telepon")
    assert re.fullmatch(r"([a-z2-9]{4}-){5}[a-z2-9]{4}", password)
    for typed in (password, password.replace("-", ""), password.upper(), password.replace("-", " ")):
        assert user_by_app_password(officer.user.email.upper(), typed) == officer.user
    assert user_by_app_password(head.user.email, password) is None
    assert user_by_app_password(officer.user.email, password[:-1]) is None
    assert user_by_app_password(officer.user.email, "") is None


def test_password_is_stored_nowhere(officer: Actor) -> None:
    assert officer.user is not None
    _kept, password = make_app_password(officer.user, name="Telepon")
    stored = str(list(AppPassword.objects.values()))
    assert password not in stored
    assert password.replace("-", "") not in stored


def test_revoked_password_and_that_of_somebody_inactive_open_nothing(officer: Actor) -> None:
    assert officer.user is not None
    kept, password = make_app_password(officer.user, name="Telepon")
    officer.user.is_active = False
    officer.user.save()
    assert user_by_app_password(officer.user.email, password) is None
    officer.user.is_active = True
    officer.user.save()
    assert revoke_app_password(officer.user, kept.pk) == "Telepon"
    assert user_by_app_password(officer.user.email, password) is None


def test_last_use_is_noticed_but_not_written_with_every_request(officer: Actor) -> None:
    assert officer.user is not None
    kept, password = make_app_password(officer.user, name="Telepon")
    user_by_app_password(officer.user.email, password)
    kept.refresh_from_db()
    first = kept.last_used_at
    assert first is not None
    user_by_app_password(officer.user.email, password)
    kept.refresh_from_db()
    assert kept.last_used_at == first
    AppPassword.objects.update(last_used_at=first - timedelta(hours=1))
    user_by_app_password(officer.user.email, password)
    kept.refresh_from_db()
    assert kept.last_used_at is not None
    assert kept.last_used_at >= first


@pytest.mark.parametrize("name", ["", "  "])
def test_password_without_a_name_is_refused(name: str, officer: Actor) -> None:
    assert officer.user is not None
    with pytest.raises(ValidationError, match="which device"):
        make_app_password(officer.user, name=name)


def test_page_shows_a_new_password_once(officer: Actor, client_of: ClientOf) -> None:
    client = client_of(officer)
    answer = client.post("/settings/devices/", {"name": "Telepon Bagus"}).content.decode()
    found = re.search(r"([a-z2-9]{4}-){5}[a-z2-9]{4}", answer)
    assert found is not None
    assert officer.user is not None
    assert user_by_app_password(officer.user.email, found[0]) == officer.user
    assert "data:image/svg+xml;base64," in answer
    later = client.get("/settings/devices/").content.decode()
    assert "Telepon Bagus" in later
    assert found[0] not in later


def test_page_keeps_what_was_typed_when_it_is_refused(officer: Actor, client_of: ClientOf) -> None:
    answer = client_of(officer).post("/settings/devices/", {"name": "x" * 81})
    assert answer.status_code == 422
    assert "x" * 81 in answer.content.decode()


def test_telephone_opens_its_page_without_an_account(officer: Actor) -> None:
    assert officer.user is not None
    kept, password = make_app_password(officer.user, name="Telepon")
    link = setup_link(kept)
    page = Client().get(link)
    assert page.status_code == 200
    assert officer.user.email in page.content.decode()
    assert password not in page.content.decode()
    profile = plistlib.loads(Client().get(f"{link}profile/").content)
    kinds = {part["PayloadType"]: part for part in profile["PayloadContent"]}
    assert kinds["com.apple.carddav.account"]["CardDAVPrincipalURL"] == f"/dav/{officer.user.pk}/"
    assert kinds["com.apple.caldav.account"]["CalDAVUsername"] == officer.user.email


def test_page_of_a_revoked_password_or_an_old_link_is_over(officer: Actor) -> None:
    assert officer.user is not None
    kept, _password = make_app_password(officer.user, name="Telepon")
    old = LinkTo(kept.pk, officer.user.pk, timezone.now() - timedelta(seconds=1))
    assert Client().get(address("accounts:device_setup", PURPOSE, old)).status_code == 410
    link = setup_link(kept)
    revoke_app_password(officer.user, kept.pk)
    assert Client().get(link).status_code == 410
    assert Client().get(f"{link}profile/").status_code == 410


@pytest.mark.parametrize(("site", "said"), [("http://desk.example", True), ("https://desk.example", False)])
def test_page_says_what_a_site_without_https_means(
    officer: Actor, client_of: ClientOf, settings: Settings, site: str, *, said: bool
) -> None:
    settings.PUBLIC_URL = site
    assert officer.user is not None
    kept, _password = make_app_password(officer.user, name="Telepon")
    on_the_desk = client_of(officer).get("/settings/devices/").content.decode()
    on_the_telephone = Client().get(setup_link(kept).removeprefix(site)).content.decode()
    for page in (on_the_desk, on_the_telephone):
        assert ("is served without https" in page or "disajikan tanpa https" in page) == said
