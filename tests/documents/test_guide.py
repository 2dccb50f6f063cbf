"""The guide speaks the interface's words and says the same in both languages."""

import re
from functools import cache

import pytest
from django.utils import translation

from jembatan.accounts.actor import operator
from jembatan.accounts.models import Desk
from jembatan.platform.guide.book import chapters
from jembatan.platform.ui.navigation import places
from tests.documents.texts import GUIDE, bold_of, headings_of, links_of
from tests.translations.catalogues import read
from tests.translations.extract import collect

NAMES = sorted(path.name for path in (GUIDE / "en").glob("*.md"))


@cache
def words_of_the_interface() -> dict[str, set[str]]:
    """Every string of the sources with its Indonesian translations; the same word can stand in two contexts."""
    words: dict[str, set[str]] = {text: set() for message in collect() for text in _forms(message.id)}
    for message in read("id"):
        english, indonesian = _forms(message.id), _forms(message.string)
        for text in english:
            words.setdefault(text, set()).update(indonesian)
    return words


def _forms(texts: str | tuple[str, ...] | list[str] | None) -> list[str]:
    return [texts] if isinstance(texts, str) else list(texts or ())


def test_both_languages_have_the_same_pages() -> None:
    assert sorted(path.name for path in (GUIDE / "id").glob("*.md")) == NAMES


@pytest.mark.parametrize("language", ["en", "id"])
def test_contents_name_every_page_once(language: str) -> None:
    slugs = [chapter.slug for chapter in chapters(language)]
    assert sorted(f"{slug}.md" for slug in [*slugs, "README"]) == NAMES


def test_contents_have_the_same_order() -> None:
    assert [c.slug for c in chapters("en")] == [c.slug for c in chapters("id")]


@pytest.mark.parametrize("language", ["en", "id"])
def test_contents_name_pages_by_their_titles(language: str) -> None:
    titles = {chapter.slug: chapter.title for chapter in chapters(language)}
    assert titles == {slug: headings_of(GUIDE / language / f"{slug}.md")[0][1] for slug in titles}


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_have_the_same_structure(name: str) -> None:
    english, indonesian = GUIDE / "en" / name, GUIDE / "id" / name
    assert [level for level, _text in headings_of(english)] == [
        level for level, _text in headings_of(indonesian)
    ]
    assert [link.partition("#")[0] for link in links_of(english)] == [
        link.partition("#")[0] for link in links_of(indonesian)
    ]


@pytest.mark.parametrize("name", NAMES)
def test_bold_words_stand_in_the_interface(name: str) -> None:
    words = words_of_the_interface()
    indonesian = set().union(*words.values())
    assert [word for word in bold_of(GUIDE / "en" / name) if word not in words] == []
    assert [word for word in bold_of(GUIDE / "id" / name) if word not in indonesian] == []


@pytest.mark.parametrize("name", NAMES)
def test_bold_words_are_the_same_in_both_languages(name: str) -> None:
    """A button that one language names is named in the other, by its translation."""
    words = words_of_the_interface()
    english, indonesian = bold_of(GUIDE / "en" / name), bold_of(GUIDE / "id" / name)
    assert [word for word in english if not words.get(word, set()) & set(indonesian)] == []
    translated = set().union(*(words.get(word, set()) for word in english))
    assert [word for word in indonesian if word not in translated] == []


@pytest.mark.parametrize("language", ["en", "id"])
def test_guide_names_the_key_of_every_place(language: str) -> None:
    page = (GUIDE / language / "keyboard.md").read_text(encoding="utf-8")
    with translation.override(language):
        keys = {
            (place.shortcut, str(place.label))
            for section in ("main", "foot")
            for place in places(section, actor=operator(Desk()))
            if place.shortcut
        }
    assert set(re.findall(r"^\| `(g \w)` \| \*\*(.+)\*\* \|$", page, flags=re.MULTILINE)) == keys
