"""Plain text with its addresses as links."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jembatan.correspondence.web.plain_text import linked


def link(address: str) -> str:
    return f'<a href="{address}" target="_blank" rel="noopener noreferrer nofollow">{address}</a>'


@pytest.mark.parametrize(
    ("text", "before", "address", "after"),
    [
        ("Lihat https://laut.example/a.", "Lihat ", "https://laut.example/a", "."),
        ("(https://laut.example/a_(b))", "(", "https://laut.example/a_(b)", ")"),
        ("<https://laut.example/>", "&lt;", "https://laut.example/", "&gt;"),
        ("HTTP://laut.example, ya", "", "HTTP://laut.example", ", ya"),
    ],
)
def test_addresses_become_links_without_their_punctuation(
    text: str, before: str, address: str, after: str
) -> None:
    assert linked(text) == before + link(address) + after


def test_ampersands_are_escaped_in_address_and_text() -> None:
    assert linked("https://laut.example/?a=1&b=2") == link("https://laut.example/?a=1&amp;b=2")


@pytest.mark.parametrize("text", ["javascript:alert(1)", "ftp://laut.example/", "laut.example"])
def test_other_words_stay_words(text: str) -> None:
    assert linked(text) == text


@given(st.text())
def test_markup_is_always_escaped(text: str) -> None:
    assert "<" not in linked(text.replace("http", "")).replace("&lt;", "")
