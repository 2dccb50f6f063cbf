"""The head's page of the translation server."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.test import Client

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.actions.translations.server import keep_translation_server, try_translation
from jembatan.correspondence.models import TranslationServer as Stored
from jembatan.correspondence.servers.translation_troubles import TranslationTrouble
from jembatan.correspondence.tests.translations.server import KEY, TranslationServer
from jembatan.platform.markings import Marking
from jembatan.platform.sealing import unseal

type ClientOf = Callable[[Actor], Client]
PAGE = "/settings/translation/"
ADDRESS = "https://translate.example.org"


def keep(head: Actor, address: str = ADDRESS, **facts: object) -> Stored:
    values: dict[str, object] = {"highest": Marking.GREEN, "languages": ["en", "id"], **facts}
    return keep_translation_server(head, address=address, **values)  # type: ignore[arg-type]  # named by the test


def test_page_says_that_there_is_none(head: Actor, client_of: ClientOf) -> None:
    page = client_of(head).get(PAGE).text
    assert "No translation server is set up: nothing is translated, and no button offers it." in page
    assert "/trial/" not in page


def test_server_is_kept_with_its_key_sealed(head: Actor, client_of: ClientOf) -> None:
    typed = {"address": f"{ADDRESS}/", "key": KEY, "highest": "TLP:CLEAR", "languages": ["id", "ja"]}
    client = client_of(head)

    assert client.post(PAGE, typed).headers["Location"] == PAGE

    stored = Stored.objects.get()
    assert (stored.address, stored.highest, stored.languages) == (ADDRESS, "TLP:CLEAR", ["id", "ja"])
    assert (unseal(stored.sealed_key), KEY in stored.sealed_key) == (KEY, False)
    page = client.get(PAGE).text
    assert (KEY in page, "Mail up to TLP:CLEAR can be translated by translate.example.org." in page) == (
        False,
        True,
    )


@pytest.mark.parametrize(
    "address",
    ["http://translate.example.org", "ftp://a.example", "translate.example.org", "https://", "https://a:b@c.example",
     "https://c.example:seribu", "http://8.8.8.8:5000", "https://[x"],
)  # fmt: skip
def test_address_has_to_be_one_that_mail_may_travel_to(head: Actor, address: str) -> None:
    with pytest.raises(Refused):
        keep(head, address)
    assert not Stored.objects.exists()


@pytest.mark.parametrize("address", ["http://127.0.0.1:5000", "http://10.1.2.3", "http://libretranslate:5000", "http://mt.internal"])  # fmt: skip
def test_inside_the_house_http_will_do(head: Actor, address: str) -> None:
    assert keep(head, address).address == address


def test_key_is_never_sent_to_another_address(head: Actor) -> None:
    keep(head, key=KEY)
    with pytest.raises(Refused, match="Type the API key again"):
        keep(head, "https://lain.example")
    assert unseal(keep(head, languages=["ja"]).sealed_key) == KEY
    assert keep(head, "https://lain.example", key="").sealed_key == ""


def test_there_is_at_least_one_language(head: Actor) -> None:
    with pytest.raises(Refused):
        keep(head, languages=[])
    with pytest.raises(IntegrityError), transaction.atomic():
        Stored.objects.create(desk=head.desk, address=ADDRESS, languages=[])


def test_desk_has_one_server(head: Actor) -> None:
    assert keep(head).pk == keep(head, "https://lain.example").pk


def test_officer_settles_nothing(officer: Actor) -> None:
    with pytest.raises(PermissionDenied):
        keep(officer)
    with pytest.raises(PermissionDenied):
        try_translation(officer)


def test_trial_names_the_languages_that_are_missing(head: Actor, server: TranslationServer) -> None:
    keep(head, server.address, languages=["en", "fr", "zh"])
    assert try_translation(head) == ["fr"]
    assert [asked["q"] for asked in server.asked] == ["Terima kasih atas perhatian Bapak dan Ibu."]


@pytest.mark.parametrize(
    ("languages", "told"),
    [
        (["en"], "The server works and has all languages that are offered."),
        (["en", "fr"], "The server works, but has no French."),
    ],
)
def test_trial_is_told(
    head: Actor, client_of: ClientOf, server: TranslationServer, languages: list[str], told: str
) -> None:
    keep(head, server.address, languages=languages)
    client = client_of(head)
    client.post(f"{PAGE}trial/")
    assert told in client.get(PAGE).text


def test_trial_tells_what_is_wrong(head: Actor, client_of: ClientOf, server: TranslationServer) -> None:
    server.key = KEY
    keep(head, server.address)
    client = client_of(head)
    client.post(f"{PAGE}trial/")
    assert "The translation server wants another API key." in client.get(PAGE).text


def test_key_of_another_installation_is_told(head: Actor) -> None:
    keep(head, key=KEY)
    Stored.objects.update(sealed_key="rusak")
    with pytest.raises(TranslationTrouble, match="Type it again"):
        try_translation(head)


def test_removed_server_is_forgotten(head: Actor, client_of: ClientOf) -> None:
    keep(head, key=KEY)
    client_of(head).post(f"{PAGE}removal/")
    assert not Stored.objects.exists()
