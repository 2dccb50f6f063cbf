"""The shell's own pages, and what the frame shows to whom."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import Client

from jembatan.platform.paths import PROJECT

type ClientOf = Callable[..., Client]


INLINE = re.compile(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*(\ssrc=|application/json))", re.IGNORECASE)


@pytest.mark.parametrize("address", ["/", "/styleguide/"])
@pytest.mark.parametrize("member", ["head", "officer", "drafter", "reader"])
def test_pages_open_for_every_member(
    address: str, member: str, client_of: ClientOf, request: pytest.FixtureRequest
) -> None:
    response = client_of(request.getfixturevalue(member)).get(address)
    assert response.status_code == 200
    assert not INLINE.search(response.content.decode())
    assert "default-src 'self'" in response.headers["Content-Security-Policy"]


def test_styleguide_shows_every_component(client_of: ClientOf, officer: Any) -> None:
    page = client_of(officer).get("/styleguide/?turn=ours").content.decode()
    shown = set(re.findall(r"<([a-z]+)", page)) | {
        name for names in re.findall(r'class="([^"]*)"', page) for name in names.split()
    }
    styles = sorted((PROJECT / "jembatan/platform/ui/build/styles/components").glob("*.css"))
    styled = {
        path.stem: set(re.findall(r"^\.?([a-z][a-z-]*)", path.read_text(), re.MULTILINE)) for path in styles
    }
    assert len(styled) > 20
    assert {name: names for name, names in styled.items() if not names & shown} == {}


@pytest.mark.parametrize("address", ["/", "/styleguide/"])
def test_pages_ask_those_outside_to_sign_in(address: str, db: None) -> None:
    assert Client().get(address).headers["Location"] == f"/accounts/login/?next={address}"


def test_frame_marks_the_place_of_the_page(client_of: ClientOf, officer: Any) -> None:
    page = client_of(officer).get("/").content.decode()
    assert re.findall(r'<a class="rail-place" href="([^"]*)"[^>]*aria-current="page"', page) == ["/"]


def test_frame_offers_capture_to_writers_only(client_of: ClientOf, drafter: Any, reader: Any) -> None:
    assert 'data-key="c"' in client_of(drafter).get("/").content.decode()
    assert 'data-key="c"' not in client_of(reader).get("/").content.decode()


def test_frame_wears_the_preferences_of_the_user(
    client_of: ClientOf, officer: Any, in_indonesian: Callable[[Any], Any]
) -> None:
    in_indonesian(officer)
    officer.user.theme, officer.user.density, officer.user.shortcuts_enabled = "dark", "compact", False
    officer.user.save()
    assert (
        '<html lang="id" data-theme="dark" data-density="compact">'
        in client_of(officer).get("/").content.decode()
    )


def test_frame_keeps_the_rail_as_the_reader_left_it(client_of: ClientOf, reader: Any) -> None:
    client = client_of(reader)
    assert 'data-rail="narrow"' not in client.get("/").content.decode()
    client.cookies["rail"] = "narrow"
    page = client.get("/").content.decode()
    assert 'data-rail="narrow"' in page
    assert 'data-rail-switch data-key="[" aria-pressed="true"' in page


def test_rail_leads_only_where_one_may_go(client_of: ClientOf, head: Any, officer: Any, reader: Any) -> None:
    foot = {"/imports/", "/audit/"}
    seen = [
        {address for address in foot if f'class="rail-place" href="{address}"' in page}
        for page in (client_of(actor).get("/").content.decode() for actor in (head, officer, reader))
    ]
    assert seen == [foot, {"/imports/"}, set()]


def test_unknown_address_is_a_page_of_the_house(client_of: ClientOf, officer: Any) -> None:
    response = client_of(officer).get("/nowhere/")
    assert response.status_code == 404
    assert 'class="shell"' in response.content.decode()
    assert 'class="door"' in Client().get("/nowhere/").content.decode()


def test_failure_page_needs_neither_request_nor_database() -> None:
    page = render_to_string("500.html")
    assert 'class="refusal"' in page
    assert not INLINE.search(page)


def test_member_of_no_desk_is_told_so(client_of: ClientOf, stranger: Any) -> None:
    stranger.user.memberships.all().delete()
    response = client_of(stranger).get("/")
    assert response.status_code == 403
    assert 'class="door"' in response.content.decode()


def test_value_in_place_gives_a_form_takes_a_value_and_shows_a_conflict(
    client_of: ClientOf, officer: Any
) -> None:
    client = client_of(officer)
    assert (
        '<input name="value" value="Bapak"' in client.get("/styleguide/value/?value=Bapak").content.decode()
    )
    saved = client.post("/styleguide/value/", {"value": "Ibu Siti"}).content.decode()
    assert saved.startswith('<span class="inline-edit"')
    assert "Ibu Siti</span>" in saved
    assert client.post("/styleguide/value/", {"value": "conflict"}).status_code == 409
