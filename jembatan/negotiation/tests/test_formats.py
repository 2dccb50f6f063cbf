"""Domains of GENIUS and documents of ours: read to the last digit, or refused with a sentence."""

import json
from contextlib import suppress
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jembatan.negotiation.analysis.analyse import analyse
from jembatan.negotiation.analysis.problem import NotAnalysable, Offer
from jembatan.negotiation.formats import document, genius
from jembatan.negotiation.formats.reading import read_path
from jembatan.negotiation.tests.genius import BUYER, DOMAIN, SELLER, folder

DOCUMENT = {
    "issues": [
        {"name": "Price", "options": ["low", "high"]},
        {"name": "Days", "from": 1, "to": 3},
        {"name": "Share", "from": 0, "to": 1, "steps": 4},
    ],
    "parties": [
        {
            "name": "We",
            "weights": {"Price": 0.1},
            "utilities": {
                "Price": {"low": 3, "high": 0},
                "Days": [0, 1, 2],
                "Share": {"offset": 1, "slope": -1},
            },
            "reservation": 0.5,
            "discount": 0.9,
        },
        {
            "name": "They",
            "utilities": {"Price": {"low": 0, "high": 12}},
            "tables": [{"issues": ["Days", "Price"], "utilities": [[1, 2], [3, 4], [5, 6]]}],
            "assumed": True,
        },
    ],
    "offers": [{"by": "They", "package": {"Price": "high", "Days": 2, "Share": 0.25}}],
    "red_lines": {"Days": [3]},
}


def test_domain_is_read_as_genius_counts(tmp_path: Path) -> None:
    buyer, seller = read_path(folder(tmp_path)).parties
    assert (buyer.name, seller.name) == ("buyer", "seller")
    assert seller.scores == (
        (Fraction("0.15"), Fraction("0.6")),
        tuple(Fraction(4 * n, 30) for n in (1, 2, 3)),
    )
    assert buyer.scores == (
        (Fraction(1, 2), Fraction(1, 8)),
        (Fraction(1, 4), Fraction(1, 2), Fraction(1, 4)),
    )
    assert (seller.reservation, seller.discount, buyer.reservation, buyer.discount) == (
        Fraction(1, 4),
        0.9,
        Fraction(0),
        1.0,
    )


def test_evaluations_can_be_taken_as_they_are_written(tmp_path: Path) -> None:
    _buyer, seller = read_path(folder(tmp_path), as_written=True).parties
    assert seller.scores[0] == (Fraction(6), Fraction(24))


@pytest.mark.parametrize(
    ("domain", "space", "reason"),
    [
        (DOMAIN, SELLER.replace('value="low"', 'value="lower"'), "values an option that “Price” has not"),
        (DOMAIN, SELLER.replace('<item index="1" value="low" evaluation="10"/>', ""), "does not value “low”"),
        (DOMAIN, SELLER.replace('evaluation="10"', 'evaluation="ten"'), "is no number: ten"),
        (DOMAIN, SELLER.replace('name="Days"', 'name="Weeks"'), "has an issue that the domain has not"),
        (DOMAIN, SELLER.replace("linear", "curved"), "is of a kind that is not known: curved"),
        (
            DOMAIN,
            SELLER.replace("</objective>", "<utility_function/></objective>"),
            "is not a sum over issues",
        ),
        (DOMAIN, "<utility_space>", "is no XML"),
        (DOMAIN, "<utility_space/>", "has no utility space with an objective"),
        (DOMAIN, DOMAIN, "needs one domain; it has 2"),
        (DOMAIN.replace("integer", "complex"), SELLER, "is of a kind that is not known: complex"),
        (DOMAIN.replace('upperbound="3"', 'upperbound="30000"'), SELLER, "at most 10000 can be analysed"),
        (DOMAIN.replace('upperbound="3"', 'upperbound="0"'), SELLER, "ends before it begins"),
    ],
)
def test_domain_that_cannot_be_read_is_refused_with_its_reason(
    tmp_path: Path, domain: str, space: str, reason: str
) -> None:
    with pytest.raises(NotAnalysable, match=reason):
        read_path(folder(tmp_path, domain, buyer=BUYER, seller=space))


def test_folder_without_a_domain_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotAnalysable, match="There is no XML file in"):
        read_path(tmp_path)


def test_document_says_issues_parties_offers_and_red_lines() -> None:
    read = document.read(json.dumps(DOCUMENT).encode())
    ours, theirs = read.parties
    assert [len(issue.options) for issue in read.issues] == [2, 3, 5]
    assert ours.scores[0] == (Fraction("0.3"), Fraction(0))
    assert ours.scores[2] == tuple(Fraction(n, 4) for n in (4, 3, 2, 1, 0))
    assert (ours.reservation, ours.discount, ours.blur, theirs.assumed) == (Fraction(1, 2), 0.9, 0.125, True)
    assert read.offers == (Offer("They", (1, 1, 1)),)
    assert (read.banned, read.outcomes) == (frozenset({(1, 2)}), 20)
    assert read.worth(theirs, (1, 1, 1)) == 12 + 4
    assert analyse(read).sampled


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"issues": [], "parties": [], "offers": [], "red_lines": {}}, "There is no issue to agree on"),
        ({"parties": [], "offers": []}, "Two to 8 parties can be analysed, not 0"),
        ({"issues": [{"name": "Price", "options": ["a", "a"]}]}, "“Price” needs options that differ"),
        ({"offers": [{"by": "x", "package": {"Price": "low"}}]}, "An offer needs an option of “Days”"),
        ({"red_lines": {"Colour": ["red"]}}, "there is no issue “Colour”"),
        ({"red_lines": {"Price": ["middle"]}}, "“Price” has no option “middle”"),
        ({"parties": "all"}, "“parties” is missing"),
    ],
)
def test_document_that_cannot_be_read_is_refused_with_its_reason(
    change: dict[str, object], reason: str
) -> None:
    with pytest.raises(NotAnalysable, match=reason):
        document.read(json.dumps({**DOCUMENT, **change}).encode())


@settings(deadline=None, max_examples=300)
@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_any_bytes_are_a_document_or_refused(content: bytes) -> None:
    with suppress(NotAnalysable):
        document.read(content)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.floats() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(sorted(DOCUMENT)), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(deadline=None, max_examples=300)
@given(st.sampled_from(sorted(DOCUMENT)), VALUES)
def test_any_value_in_a_document_is_read_or_refused(key: str, value: object) -> None:
    with suppress(NotAnalysable):
        document.read(json.dumps({**DOCUMENT, key: value}).encode())


@settings(deadline=None, max_examples=300)
@given(st.data())
def test_damaged_domains_are_read_or_refused(data: st.DataObject) -> None:
    damaged = [_damaged(data, text) for text in (DOMAIN, BUYER, SELLER)]
    with suppress(NotAnalysable):
        genius.read(damaged[0], [("buyer", damaged[1]), ("seller", damaged[2])])


def _damaged(data: st.DataObject, text: str) -> bytes:
    """The text with a piece of it exchanged."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start, min(len(text), start + 12)))
    return (text[:start] + data.draw(st.text(max_size=8)) + text[end:]).encode("utf-8", "replace")
