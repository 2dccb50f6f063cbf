"""Named views of a page: each user's own at one desk, and those that colleagues share."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from jembatan.platform.ui.models import SavedView
from jembatan.platform.ui.saved_views import change_view, lasting_query, remove_view, save_view, views_of

type ClientOf = Callable[..., Client]


PAGE = "ui:styleguide"


def test_lasting_query_is_ordered_and_forgets_places_in_a_list() -> None:
    assert lasting_query("?turn=ours&after=2026%7C3&owner=4&page=2") == "owner=4&turn=ours"
    assert lasting_query("turn=ours&turn=theirs") == "turn=ours&turn=theirs"


def test_saving_under_a_name_again_replaces_the_query(officer: Any) -> None:
    save_view(officer, page=PAGE, name=" Mine ", query="turn=ours")
    save_view(officer, page=PAGE, name="Mine", query="turn=theirs")
    assert [(view.name, view.query) for view in views_of(officer, PAGE)] == [("Mine", "turn=theirs")]


def test_view_needs_a_name(officer: Any) -> None:
    with pytest.raises(ValidationError):
        save_view(officer, page=PAGE, name="  ", query="turn=ours")
    assert not SavedView.objects.exists()


def test_views_belong_to_one_user_at_one_desk(officer: Any, second_officer: Any, stranger: Any) -> None:
    view = save_view(officer, page=PAGE, name="Mine", query="turn=ours")
    assert not views_of(second_officer, PAGE).exists()
    assert not views_of(stranger, PAGE).exists()
    assert remove_view(second_officer, view.pk) is None
    assert views_of(officer, PAGE).get() == view


def test_shared_view_is_shown_to_the_desk_and_changed_by_its_author(
    officer: Any, second_officer: Any, stranger: Any, client_of: ClientOf
) -> None:
    view = save_view(officer, page=PAGE, name="Overdue", query="due=late")
    save_view(second_officer, page=PAGE, name="Zebra", query="a=b")
    client_of(officer).post(f"/views/{view.pk}/", {"name": "Late", "shared": "on"})

    assert [each.name for each in views_of(second_officer, PAGE)] == ["Zebra", "Late"]
    assert not views_of(stranger, PAGE).exists()
    assert "Shared by Bagus Prasetyo" in client_of(second_officer).get("/styleguide/").text
    assert client_of(second_officer).get(f"/views/{view.pk}/").status_code == 404
    assert change_view(second_officer, view.pk, name="Mine now", shared=False) is None


def test_two_views_of_a_page_have_two_names(officer: Any, client_of: ClientOf) -> None:
    save_view(officer, page=PAGE, name="Mine", query="turn=ours")
    other = save_view(officer, page=PAGE, name="Theirs", query="turn=theirs")

    assert client_of(officer).post(f"/views/{other.pk}/", {"name": "Mine"}).status_code == 422
    assert client_of(officer).post(f"/views/{other.pk}/", {"name": " "}).status_code == 422
    assert [view.name for view in views_of(officer, PAGE)] == ["Mine", "Theirs"]


def test_page_saves_shows_removes_and_restores_a_view(client_of: ClientOf, reader: Any) -> None:
    client = client_of(reader)
    fields = {"page": PAGE, "name": "Mine", "query": "turn=ours"}
    saved = client.post(reverse("ui:saved_views"), fields)
    assert saved.headers["Location"] == "/styleguide/?turn=ours"
    assert (
        'href="/styleguide/?turn=ours" aria-current="page"'
        in client.get("/styleguide/?turn=ours").content.decode()
    )
    view = SavedView.objects.get()
    removed = client.post(reverse("ui:saved_view_removal", args=[view.pk]), follow=True).content.decode()
    assert not SavedView.objects.exists()
    assert '<input type="hidden" name="query" value="turn=ours">' in removed
    client.post(reverse("ui:saved_views"), fields)
    assert SavedView.objects.get().query == "turn=ours"


def test_strangers_cannot_remove_a_view_and_unknown_pages_have_none(
    client_of: ClientOf, officer: Any, stranger: Any
) -> None:
    view = save_view(officer, page=PAGE, name="Mine", query="turn=ours")
    assert client_of(stranger).post(reverse("ui:saved_view_removal", args=[view.pk])).status_code == 404
    elsewhere = {"page": "https://elsewhere.example", "name": "x", "query": "a=b"}
    assert client_of(officer).post(reverse("ui:saved_views"), elsewhere).status_code == 404
    nameless = {"page": PAGE, "name": "", "query": "a=b"}
    assert client_of(officer).post(reverse("ui:saved_views"), nameless).headers["Location"] == "/styleguide/"
    assert SavedView.objects.count() == 1
