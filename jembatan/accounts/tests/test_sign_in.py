"""allauth's pages in the look of the house: password, passkey, authenticator app."""

import base64
import hashlib
import hmac
import re
import struct
import time
from collections.abc import Callable

import pytest
from django.core import mail
from django.test import Client, override_settings

from jembatan.accounts.actor import Actor

type ClientOf = Callable[[Actor], Client]
IN_ENGLISH = {"Accept-Language": "en"}
PASSWORD = "kertas-dan-nila-17"
INLINE = re.compile(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*(\ssrc=|application/json))", re.IGNORECASE)
OUTSIDE = (
    "/accounts/login/",
    "/accounts/password/reset/",
    "/accounts/password/reset/done/",
    "/accounts/password/reset/key/1-used-before/",
    "/accounts/password/reset/key/done/",
    "/accounts/signup/",
    "/accounts/inactive/",
)
INSIDE = (
    "/accounts/password/set/",
    "/accounts/2fa/",
    "/accounts/2fa/webauthn/",
    "/accounts/2fa/webauthn/add/",
    "/accounts/2fa/totp/activate/",
    "/accounts/logout/",
    "/accounts/3rdparty/",
)


@pytest.mark.parametrize("address", OUTSIDE)
def test_pages_before_sign_in_wear_the_house(address: str, db: None) -> None:
    page = Client().get(address).content.decode()
    assert 'class="door"' in page
    assert not INLINE.search(page)


def test_forgotten_password_promises_no_letter_without_a_mail_server(db: None) -> None:
    page = Client(headers=IN_ENGLISH).get("/accounts/password/reset/").content.decode()
    assert "This installation has no mail server, so no letter can be sent to you." in page
    assert 'name="email"' not in page


@override_settings(LETTERS_LEAVE=True)
def test_forgotten_password_sends_a_letter_by_the_mail_server(officer: Actor) -> None:
    assert officer.user is not None
    client = Client(headers=IN_ENGLISH)
    page = client.post("/accounts/password/reset/", {"email": officer.user.email}, follow=True)
    assert "a letter is on its way" in page.content.decode()
    assert [letter.to for letter in mail.outbox] == [[officer.user.email]]


@pytest.mark.parametrize("address", INSIDE)
def test_pages_of_the_account_wear_the_house(address: str, client_of: ClientOf, reader: Actor) -> None:
    response = client_of(reader).get(address)
    assert response.status_code == 200
    assert 'class="shell"' in response.content.decode()
    assert not INLINE.search(response.content.decode())


def test_password_opens_the_desk(officer: Actor) -> None:
    assert officer.user is not None
    officer.user.set_password(PASSWORD)
    officer.user.save()
    client = Client()
    answer = client.post("/accounts/login/", {"login": officer.user.email.upper(), "password": PASSWORD})
    assert answer.headers["Location"] == "/"
    assert client.get("/").wsgi_request.user == officer.user


def test_wrong_password_is_refused_with_one_sentence(officer: Actor) -> None:
    assert officer.user is not None
    response = Client().post("/accounts/login/", {"login": officer.user.email, "password": "salah"})
    assert response.status_code == 200
    assert 'role="alert"' in response.content.decode()


def test_nobody_signs_up(db: None) -> None:
    fields = {"email": "asing@elsewhere.example", "password1": PASSWORD}
    Client().post("/accounts/signup/", fields)
    assert not Client().login(email=fields["email"], password=PASSWORD)


def test_authenticator_app_is_set_up_with_recovery_codes_and_asked_for(
    client_of: ClientOf, officer: Actor
) -> None:
    assert officer.user is not None
    officer.user.set_password(PASSWORD)
    officer.user.save()
    client = Client()
    client.post("/accounts/login/", {"login": officer.user.email, "password": PASSWORD})
    assert (
        client.get("/accounts/2fa/totp/activate/").headers["Location"].startswith("/accounts/reauthenticate/")
    )
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    page = client.get("/accounts/2fa/totp/activate/").content.decode()
    secret = re.search(r'id="authenticator_secret" value="([A-Z2-7]+)"', page)
    assert secret is not None
    client.post("/accounts/2fa/totp/activate/", {"code": f"{_code(secret[1]):06}"})
    assert "/accounts/2fa/totp/deactivate/" in client.get("/accounts/2fa/").content.decode()
    assert client.get("/accounts/2fa/recovery-codes/").content.decode().count("\n") > 10
    assert not INLINE.search(client.get("/accounts/2fa/recovery-codes/generate/").content.decode())
    second = Client()
    answer = second.post("/accounts/login/", {"login": officer.user.email, "password": PASSWORD})
    assert answer.headers["Location"].startswith("/accounts/2fa/authenticate/")
    assert 'class="door"' in second.get("/accounts/2fa/authenticate/").content.decode()


def test_address_one_signs_in_by_is_the_heads_to_give(client_of: ClientOf, officer: Actor) -> None:
    assert client_of(officer).get("/accounts/email/").headers["Location"] == "/settings/"


def _code(secret: str) -> int:
    """The six digits of this half minute (RFC 6238)."""
    counter = struct.pack(">Q", int(time.time()) // 30)
    mac = hmac.new(base64.b32decode(secret), counter, hashlib.sha1).digest()
    start = mac[-1] & 15
    return int((struct.unpack(">I", mac[start : start + 4])[0] & 0x7FFFFFFF) % 1_000_000)
