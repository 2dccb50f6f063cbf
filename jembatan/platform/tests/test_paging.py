"""What comes back in an address is a number or a mark of ours, or it is nothing; never a fault."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jembatan.platform.paging import mark_at, read_mark
from jembatan.platform.record_numbers import record_number


@given(st.integers(min_value=0, max_value=10**18 - 1))
def test_record_number_is_read_as_it_was_written(number: int) -> None:
    assert record_number(str(number)) == number


@pytest.mark.parametrize("text", ["", " 7", "-7", "7.0", "1_000", "²", "٧", "x", "9" * 19, "9" * 5000])
def test_what_names_no_record_is_no_number(text: str) -> None:
    assert record_number(text) is None


@given(st.none() | st.datetimes(timezones=st.just(UTC)), st.integers(min_value=0, max_value=10**18 - 1))
def test_mark_is_read_as_it_was_written(moment: datetime | None, number: int) -> None:
    assert read_mark(mark_at(moment, number)) == (moment, number)


@pytest.mark.parametrize(
    "text", ["", "|", "|x", "x|7", "2026-11-25T03:00:00|7", "2026-11-25T03:00:00+00:00|²"]
)
def test_mark_that_makes_no_sense_is_none(text: str) -> None:
    assert read_mark(text) is None


@given(st.text())
def test_any_text_is_a_mark_or_none(text: str) -> None:
    read = read_mark(text)
    assert read is None or read[1] >= 0
