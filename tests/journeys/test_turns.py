"""What do we owe them an answer on? One press on the partner's page, by mouse or keys, on a laptop and on a phone."""

import re

import pytest
from playwright.sync_api import expect

from demo import cast
from tests.journeys.conftest import SignIn

OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("width", [1280, 390])
def test_partner_s_conversations_are_narrowed_by_turn(sign_in: SignIn, width: int) -> None:
    page = sign_in(cast.SECOND_OFFICER, width=width)
    page.goto("/inbox/?turn=ours")
    page.locator(".mail-row a.row-title").first.click()
    page.wait_for_url("**/threads/*/")
    page.get_by_role("main").locator("a[href*='/directory/organisations/']").first.click()
    page.wait_for_url("**/directory/organisations/*/")
    panel = page.locator("#conversations")
    theirs = panel.get_by_role("link", name="Their turn")

    theirs.focus()
    page.keyboard.press("Enter")

    expect(theirs).to_have_attribute("aria-current", "page")
    expect(theirs).to_be_focused()
    expect(page).to_have_url(re.compile(r"\?turn=theirs$"))
    expect(panel).not_to_contain_text("our turn")
    assert page.evaluate(OVERFLOW) <= 0
    panel.get_by_role("link", name="Our turn").click()
    expect(panel).to_contain_text("our turn")
    page.reload()
    expect(panel.get_by_role("link", name="Our turn")).to_have_attribute("aria-current", "page")
    page.go_back()
    expect(theirs).to_have_attribute("aria-current", "page")


@pytest.mark.parametrize("width", [1280, 390])
def test_directory_and_search_are_narrowed_by_turn(sign_in: SignIn, width: int) -> None:
    page = sign_in(cast.SECOND_OFFICER, width=width)
    page.goto("/directory/organisations/")
    rows = page.locator(".directory-rows > li")
    everybody = rows.count()
    page.locator(".directory-filters > summary").click()
    page.get_by_label("Whose turn").select_option("ours")

    expect(page).to_have_url(re.compile(r"[?&]turn=ours"))
    expect(rows).not_to_have_count(everybody)
    expect(rows).not_to_have_count(0)
    assert page.evaluate(OVERFLOW) <= 0

    page.goto("/search/?q=data&kind=messages")
    page.get_by_role("link", name="Our turn").click()
    expect(page.get_by_role("link", name="Our turn")).to_have_attribute("aria-current", "page")
    for subtitle in page.locator("main .row-sub:first-of-type").all_inner_texts():
        assert "their turn" not in subtitle
    assert page.evaluate(OVERFLOW) <= 0
