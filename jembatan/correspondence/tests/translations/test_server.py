"""The conversation with a translation server: what it says, and everything that it may do wrong."""

import json
import time

import pytest

from jembatan.correspondence.servers import translating
from jembatan.correspondence.servers.translating import LibreTranslate
from jembatan.correspondence.servers.translation_troubles import TranslationTrouble
from jembatan.correspondence.tests.mail_server import unused_port
from jembatan.correspondence.tests.translations.server import KEY, TranslationServer


def trouble(asked: LibreTranslate, *, seconds: float = 5) -> str:
    """What is told of a translation that fails."""
    with pytest.raises(TranslationTrouble) as raised:
        asked.translate("Halo", source="id", target="en", seconds=seconds)
    return str(raised.value)


def test_text_is_translated(server: TranslationServer) -> None:
    said = LibreTranslate(server.address).translate("Halo", source="id", target="en")
    assert said == "[en] Halo"
    assert server.asked == [{"q": "Halo", "source": "id", "target": "en", "format": "text"}]


def test_key_goes_along(server: TranslationServer) -> None:
    server.key = KEY
    assert LibreTranslate(server.address, KEY).translate("Halo", source="id", target="en") == "[en] Halo"
    assert trouble(LibreTranslate(server.address, "lain")) == (
        "The translation server wants another API key. The head of the desk sets it. “Invalid API key”"
    )


def test_address_may_have_a_path(server: TranslationServer) -> None:
    asked = LibreTranslate(f"{server.address}/terjemah/")
    assert trouble(asked) == (
        "What answers at this address is no translation server. It has to speak LibreTranslate's API. “HTTP 404”"
    )


def test_languages_are_those_that_it_translates_into(server: TranslationServer) -> None:
    assert LibreTranslate(server.address).languages() == {"id", "en", "ja", "zh"}


def test_language_of_a_text_is_detected(server: TranslationServer) -> None:
    assert LibreTranslate(server.address).detect("Selamat pagi") == "id"


@pytest.mark.parametrize(
    ("status", "body", "told"),
    [
        (400, {"error": "xx is not supported"}, "The translation server does not translate this. “xx is not supported”"),
        (400, {"error": "Visit us to get an API key"}, "The translation server wants another API key. The head of the desk sets it. “Visit us to get an API key”"),
        (429, {"error": "Slowdown: 80 per 1 minute"}, "The translation server is asked too often just now. Try again in a few minutes. “Slowdown: 80 per 1 minute”"),
        (500, {"error": "Cannot translate text"}, "The translation server has a fault of its own. Try again later. “Cannot translate text”"),
        (302, {}, "What answers at this address is no translation server. It has to speak LibreTranslate's API. “HTTP 302”"),
    ],
)  # fmt: skip
def test_refusal_is_told_in_a_sentence(
    server: TranslationServer, status: int, body: dict[str, str], told: str
) -> None:
    server.answers = [(status, json.dumps(body).encode())]
    assert trouble(LibreTranslate(server.address)) == told
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    "body",
    [b"<html>hello</html>", b"[]", b'{"translatedText": 7}', b"{}", b"\xff\xfe", b"[" * 100_000, b'"a"' * 400_000],
)  # fmt: skip
def test_answer_that_is_none_is_told(server: TranslationServer, body: bytes) -> None:
    server.answers = [(200, body)]
    assert trouble(LibreTranslate(server.address)) == (
        "What answers at this address is no translation server. It has to speak LibreTranslate's API."
    )


def test_closed_connection_is_told(server: TranslationServer) -> None:
    server.answers = ["hang up"]
    assert trouble(LibreTranslate(server.address)) == (
        "The translation server ended the connection. Try again in a moment."
    )


@pytest.mark.parametrize("behaviour", ["slow", "drip"])
def test_nobody_waits_longer_than_said(server: TranslationServer, behaviour: str) -> None:
    server.seconds = 2 if behaviour == "slow" else 0
    server.answers = ["drip"] if behaviour == "drip" else []
    begun = time.monotonic()
    told = trouble(LibreTranslate(server.address), seconds=0.3)
    assert told == "The translation server did not answer in time. Try again in a moment."
    assert time.monotonic() - begun < 1.5


def test_nobody_there_is_told() -> None:
    asked = LibreTranslate(f"http://127.0.0.1:{unused_port()}")
    assert trouble(asked) == "The machine is there, but no translation server answers at this address."
    assert trouble(LibreTranslate("http://tiada.invalid")).startswith("No server of this name was found.")


def test_plain_server_does_not_speak_https(server: TranslationServer) -> None:
    asked = LibreTranslate(f"https://127.0.0.1:{server.port}")
    assert trouble(asked) == "The translation server does not speak https at this address."


def test_nul_of_the_server_is_left_out(server: TranslationServer) -> None:
    server.answers = [(200, json.dumps({"translatedText": "a\x00b"}).encode())]
    assert LibreTranslate(server.address).translate("Halo", source="id", target="en") == "ab"


def test_key_is_not_shown_in_a_trace() -> None:
    assert KEY not in repr(LibreTranslate("https://a.example", KEY))
    assert translating.ANSWER_SECONDS < 10
