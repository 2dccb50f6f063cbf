"""Which replies only hold: an answer is promised, and the day by which it comes."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jembatan.correspondence.formats.holding import Holding, read_holding
from jembatan.correspondence.formats.language import language_of
from jembatan.correspondence.tests.holding_cases import HOLDING, NOT_HOLDING

NOW = datetime(2026, 11, 25, 10, 0, tzinfo=ZoneInfo("Asia/Jakarta"))


@pytest.mark.parametrize(("reply", "promised"), HOLDING)
def test_holding_reply_promises_an_answer(reply: str, promised: str | None) -> None:
    day = datetime.fromisoformat(f"{promised}+07:00") if promised else None

    assert read_holding(reply, written_at=NOW, language=language_of(reply)) == Holding(day)


@pytest.mark.parametrize("reply", NOT_HOLDING)
def test_answer_is_no_holding_reply(reply: str) -> None:
    assert read_holding(reply, written_at=NOW, language=language_of(reply)) is None


def test_holding_reply_without_a_date_of_its_own_promises_none() -> None:
    assert read_holding("We will reply by Friday.", written_at=None, language="en") == Holding(None)


@given(st.text(max_size=200))
def test_any_reply_is_read(reply: str) -> None:
    found = read_holding(reply, written_at=NOW, language="id")

    assert found is None or found.promised is None or found.promised > NOW
