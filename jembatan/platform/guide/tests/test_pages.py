"""The guide opens for every member, in the reader's language, and leads from page to page."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from jembatan.platform.guide import book
from jembatan.platform.ui.navigation import places

type ClientOf = Callable[..., Client]

SLUGS = [chapter.slug for chapter in book.chapters("en")]
INLINE = re.compile(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)", re.IGNORECASE)


@pytest.mark.parametrize("member", ["head", "officer", "drafter", "reader", "stranger"])
def test_contents_open_for_every_member(
    member: str, client_of: ClientOf, request: pytest.FixtureRequest
) -> None:
    page = client_of(request.getfixturevalue(member)).get("/help/").content.decode()
    assert re.findall(r"<h1>([^<]*)</h1>", page) == [book.contents("en").title]
    content = page[: page.index('<dialog id="help"')]
    assert re.findall(r'<li><a href="/help/([\w-]+)/">', content) == SLUGS


@pytest.mark.parametrize("slug", SLUGS)
def test_page_opens_without_inline_style_or_script(slug: str, client_of: ClientOf, reader: Any) -> None:
    response = client_of(reader).get(f"/help/{slug}/")
    text = response.content.decode()
    assert (response.status_code, INLINE.search(text)) == (200, None)
    assert f'href="/help/{slug}/" aria-current="page"' in text


def test_page_is_in_the_language_of_the_reader(
    client_of: ClientOf, officer: Any, in_indonesian: Callable[[Any], Any]
) -> None:
    in_indonesian(officer)
    page = client_of(officer).get("/help/inbox/").content.decode()
    opened = book.opened("id", "inbox")
    assert opened is not None
    assert f"<h1>{opened.page.title}</h1>" in page


def test_pages_lead_from_the_first_to_the_last(client_of: ClientOf, officer: Any) -> None:
    client, address, read = client_of(officer), "/help/", []
    while following := re.search(r'href="([^"]*)" rel="next"', client.get(address).content.decode()):
        address = following[1]
        read.append(address)
    assert read == [f"/help/{slug}/" for slug in SLUGS]


def test_page_that_is_not_in_the_contents_is_not_found(client_of: ClientOf, officer: Any) -> None:
    assert client_of(officer).get("/help/README/").status_code == 404
    assert client_of(officer).get("/help/unheard-of/").status_code == 404


def test_guide_asks_those_outside_to_sign_in(db: None) -> None:
    assert Client().get("/help/").headers["Location"] == "/accounts/login/?next=/help/"


def test_rail_leads_to_the_guide(client_of: ClientOf, reader: Any) -> None:
    page = client_of(reader).get("/help/").content.decode()
    assert re.findall(r'<a class="rail-place" href="([^"]*)"[^>]*aria-current="page"', page) == ["/help/"]


@pytest.mark.parametrize(
    ("address", "chapters"),
    [
        ("/", ["today", "keyboard"]),
        ("/inbox/", ["inbox", "keyboard"]),
        ("/audit/", ["roles", "keyboard"]),
        ("/help/", ["keyboard"]),
    ],
)
def test_help_dialog_leads_to_the_chapter_of_the_place(
    address: str, chapters: list[str], client_of: ClientOf, head: Any
) -> None:
    page = client_of(head).get(address).text
    dialog = page[page.index('<dialog id="help"') :]
    dialog = dialog[: dialog.index("</dialog>")]
    assert re.findall(r'<a href="/help/([\w-]+)/">', dialog) == chapters
    assert '<a href="/help/">' in dialog


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_place_of_the_rail_has_a_chapter(language: str, head: Any) -> None:
    keys = {place.key for section in ("main", "foot") for place in places(section, actor=head)} - {"help"}
    without = [key for key in keys if len(book.chapters_about(language, key)) != 2]
    assert without == []
