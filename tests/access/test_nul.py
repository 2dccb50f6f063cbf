"""NULs, which PostgreSQL cannot keep, come to no page: not in its query, not in a form, not in its path."""

from collections.abc import Callable

from django.test import Client
from django.urls import reverse

from jembatan.accounts.actor import Actor
from jembatan.platform.ui.saved_views import views_of


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
