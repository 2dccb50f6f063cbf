"""The inbox and a conversation have room: nothing touches, and a phone keeps its first screen for mail."""

import pytest

from demo import cast
from tests.journeys.conftest import SignIn

ROWS = "buttons => new Set(buttons.map(b => b.getBoundingClientRect().top + b.offsetHeight / 2 | 0)).size"


def test_what_waits_above_the_list_leaves_room_for_the_filters(sign_in: SignIn) -> None:
    for width in (1280, 390):
        page = sign_in(cast.HEAD, width=width)
        page.goto("/inbox/")
        waiting = page.locator(".page-content > .panel").last.bounding_box()
        filters = page.locator(".toolbar").first.bounding_box()
        assert waiting is not None
        assert filters is not None
        assert filters["y"] - waiting["y"] - waiting["height"] >= 12


@pytest.mark.parametrize("place", ["/inbox/", "a conversation"])
def test_phone_has_the_buttons_of_the_page_in_one_row(sign_in: SignIn, place: str) -> None:
    page = sign_in(cast.OFFICER, width=390)
    page.goto("/inbox/")
    if place != "/inbox/":
        page.locator(".mail-row a.row-title").first.click()
        page.wait_for_url("**/threads/*/")
    buttons = page.locator(".page-actions .button")
    assert buttons.evaluate_all(ROWS) == 1
    assert buttons.evaluate_all("buttons => buttons.every(b => b.offsetWidth >= 44 && b.offsetHeight >= 44)")
    assert buttons.evaluate_all("buttons => buttons.every(b => b.textContent.trim())")
