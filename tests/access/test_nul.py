"""NULs, which PostgreSQL cannot keep, break no address: not in its query, not in a form, not in its path."""

import re
from collections.abc import Callable
from http.cookies import SimpleCookie

from django.db import transaction
from django.test import Client
from django.urls import reverse

from jembatan.accounts.actor import Actor
from jembatan.platform.ui.saved_views import views_of
from tests.access.scene import Scene
from tests.access.table import TABLE, known_addresses
from tests.architecture.house import HOUSE

READ_BY_HAND = re.compile(r'(?:GET|POST)(?:\.get(?:list)?\(|\[)"(\w+)"')


def _read_by_hand() -> set[str]:
    """What pages read of an address or a form by its name, past the fields of Django's forms, which refuse NULs anyway."""
    return {
        name for module in HOUSE.rglob("*.py") for name in READ_BY_HAND.findall(module.read_text("utf-8"))
    }


def test_no_address_breaks_on_a_nul(scene: Scene, head: Actor, client_of: Callable[[Actor], Client]) -> None:
    names = _read_by_hand() - {"next"}
    assert {"after", "at", "q"} <= names
    broken = []
    client = client_of(head)
    client.raise_request_exception = False
    signed_in = SimpleCookie(client.cookies)
    for address in known_addresses():
        arguments = scene.open | {
            name: value.format(**scene.open) for name, value in TABLE[address.name].arguments.items()
        }
        for method, text in (("get", "a\x00|7"), ("post", "\x00")):
            with transaction.atomic():
                response = getattr(client, method)(address.filled(arguments), dict.fromkeys(names, text))
                if response.streaming:
                    list(response)
                transaction.set_rollback(True)
            client.cookies = SimpleCookie(signed_in)
            if response.status_code >= 500:
                broken.append(f"{method} {address.name}")
    assert broken == []


def test_name_and_value_are_taken_without_their_nuls(
    head: Actor, client_of: Callable[[Actor], Client]
) -> None:
    client = client_of(head)

    client.post(
        reverse("ui:saved_views"),
        {"page\x00": "correspondence:inbox", "name": "Pela\x00buhan", "query": "q=a"},
    )

    assert [view.name for view in views_of(head, "correspondence:inbox")] == ["Pelabuhan"]


def test_path_with_a_nul_is_not_there(head: Actor, client_of: Callable[[Actor], Client]) -> None:
    assert client_of(head).get("/help/a%00/").status_code == 404
