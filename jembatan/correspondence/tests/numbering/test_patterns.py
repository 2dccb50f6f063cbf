"""Patterns of numbers: what they write, and what is none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jembatan.correspondence.formats.number_patterns import (
    NotAPattern,
    check_pattern,
    counts_by_year,
    number_text,
)

DAY = date(2026, 11, 29)
PIECES = ["{number}", "{number:03}", "{number:6}", "{year}", "{month}", "{month:02}", "{month_roman}"]


@pytest.mark.parametrize(
    ("pattern", "text", "by_year"),
    [
        ("{number:03}/KEMLU/LO/{month_roman}/{year}", "007/KEMLU/LO/XI/2026", True),
        ("LS-{number}", "LS-7", False),
        ("B-{number:5}/{year}/{month:02}", "B-00007/2026/11", True),
    ],
)
def test_number_is_written_by_its_pattern(pattern: str, text: str, by_year: bool) -> None:
    assert number_text(check_pattern(f" {pattern} "), 7, DAY) == text
    assert counts_by_year(pattern) is by_year


@pytest.mark.parametrize(
    ("pattern", "fault"),
    [
        ("LS-1", "Say where the number goes: {number}, or {number:03} for three digits."),
        ("{nomor}/{number}", "“{nomor}” is unknown. There are {number}, {year}, {month} and {month_roman}."),
        ("{number:x}", "“{number:x}” does not say how many digits: write {number:03} for three."),
        ("{number:0}", "“{number:0}” does not say how many digits: write {number:03} for three."),
        (
            "{number}/{month_roman:2}",
            "“{month_roman:2}” does not say how many digits: write {number:03} for three.",
        ),
        ("{number", "The brace “{” stands alone."),
        ("{number}\nx", "A pattern is one line of letters, digits and signs."),
        ("{number}" + "x" * 60, "A pattern has at most 60 characters."),
    ],
)
def test_what_is_no_pattern_is_told(pattern: str, fault: str) -> None:
    with pytest.raises(NotAPattern) as refused:
        check_pattern(pattern)
    assert str(refused.value) == fault


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=8).map("".join))
def test_any_text_is_a_pattern_or_is_refused(pattern: str) -> None:
    try:
        checked = check_pattern(pattern)
    except NotAPattern:
        return
    assert number_text(checked, 1, DAY) != number_text(checked, 2, DAY)
    assert len(number_text(checked, 999_999_999, DAY)) <= 80
