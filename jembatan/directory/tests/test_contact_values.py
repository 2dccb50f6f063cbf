"""Addresses and numbers are one when a machine would reach the same place by them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jembatan.directory.formats.contact_values import is_email, normalise, readable_number, web_address


@pytest.mark.parametrize(
    ("kind", "value", "normal"),
    [
        ("email", " Retno@Kemlu.Example ", "retno@kemlu.example"),
        ("email", "mailto:retno@kemlu.example", "retno@kemlu.example"),
        ("mobile", "0812-3456-7890", "+6281234567890"),
        ("phone", "+62 (21) 344 1508", "+62213441508"),
        ("phone", "021 3441508 ext. 12", "+62213441508;ext=12"),
        ("phone", "12", "12"),
        ("messaging", "+62 812 3456 7890", "+6281234567890"),
        ("messaging", "@Retno.M", "retno m"),
        ("web", "https://www.Kemlu.example/id/", "kemlu.example/id"),
        ("web", "kemlu.example", "kemlu.example"),
        ("address", "Jl. Pejambon  No. 6", "jl pejambon no 6"),
    ],
)
def test_normal_form_is_what_spellings_share(kind: str, value: str, normal: str) -> None:
    assert normalise(kind, value, region="ID") == normal


@given(
    st.sampled_from(["email", "phone", "mobile", "fax", "messaging", "web", "address"]),
    st.text(max_size=2000),
)
def test_any_text_has_a_normal_form_that_fits(kind: str, value: str) -> None:
    assert len(normalise(kind, value, region="ID")) <= 320


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("kemlu.example", "https://kemlu.example"),
        ("http://kemlu.example/a", "http://kemlu.example/a"),
        ("kemlu.example:8080", "https://kemlu.example:8080"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("https://[", ""),
        ("two words", ""),
    ],
)
def test_only_web_addresses_become_links(typed: str, address: str) -> None:
    assert web_address(typed) == address


def test_number_is_readable_abroad_and_kept_where_unknown() -> None:
    assert readable_number("081234567890", region="ID") == "+62 812-3456-7890"
    assert readable_number("pager 7", region="ID") == "pager 7"


def test_one_plain_address_is_an_email() -> None:
    assert [is_email(text) for text in ("a@b.example", "ä@bücher.example", "a b@c", "a@b@c", "")] == [
        True,
        True,
        False,
        False,
        False,
    ]
