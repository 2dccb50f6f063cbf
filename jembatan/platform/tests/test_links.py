from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from jembatan.platform.links import LinkTo, LinkUnreadable, read, signed

TOMORROW = datetime(2027, 1, 2, 3, 4, 5, tzinfo=UTC)
MOMENTS = st.integers(min_value=0, max_value=2**33).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
NUMBERS = st.integers(min_value=0, max_value=2**63)


@given(NUMBERS, NUMBERS, MOMENTS)
def test_a_link_leads_to_what_it_was_made_for(number: int, issue: int, until: datetime) -> None:
    to = LinkTo(number, issue, until)
    assert read("answer", signed("answer", to)) == to


@given(st.text())
def test_what_is_no_link_is_unreadable(token: str) -> None:
    with pytest.raises(LinkUnreadable):
        read("answer", token)


@given(st.integers(min_value=0), st.characters())
def test_a_changed_link_is_unreadable(place: int, other: str) -> None:
    token = signed("answer", LinkTo(7, 1, TOMORROW))
    place %= len(token)
    changed = token[:place] + other + token[place + 1 :]
    if changed != token:
        with pytest.raises(LinkUnreadable):
            read("answer", changed)


def test_a_link_for_one_purpose_opens_no_other() -> None:
    with pytest.raises(LinkUnreadable):
        read("unsubscribe", signed("answer", LinkTo(7, 1, TOMORROW)))


def test_a_link_of_another_installation_is_unreadable(settings: pytest.FixtureRequest) -> None:
    token = signed("answer", LinkTo(7, 1, TOMORROW))
    settings.SECRET_KEY = "another"  # type: ignore[attr-defined]  # pytest-django's settings
    with pytest.raises(LinkUnreadable):
        read("answer", token)


def test_a_link_is_over_after_its_moment() -> None:
    now = timezone.now()
    assert LinkTo(7, 1, now - timedelta(seconds=1)).is_over
    assert not LinkTo(7, 1, now + timedelta(minutes=1)).is_over


def test_a_token_stands_in_an_address_as_it_is() -> None:
    token = signed("answer", LinkTo(7, 1, TOMORROW))
    assert all(character.isalnum() or character in "-_~" for character in token)
