"""What an officer does in a moment between two calls: a line about a partner, a conversation done, and taken back."""

from playwright.sync_api import expect

from demo import cast
from tests.journeys.conftest import SignIn


def test_captured_line_lands_on_the_partners_timeline(sign_in: SignIn) -> None:
    page = sign_in(cast.SECOND_OFFICER)
    page.goto("/")
    page.keyboard.press("c")
    page.get_by_role("textbox", name="What happened").fill("@PHA agrees to the second week of January #MoU")
    sheet = page.get_by_role("dialog")
    expect(sheet.locator(".chip", has_text="Port of Halvern Authority")).to_be_visible()
    expect(sheet.locator(".chip", has_text="MoU pelatihan pandu")).to_be_visible()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status")).to_contain_text("Written in the journal.")
    page.goto("/directory/organisations/?q=Halvern")
    page.get_by_role("main").get_by_role("link", name="Port of Halvern Authority").click()
    timeline = page.get_by_role("region", name="Timeline")
    expect(timeline).to_contain_text("agrees to the second week of January")


def test_conversation_is_done_and_comes_back_by_z(sign_in: SignIn) -> None:
    page = sign_in(cast.SECOND_OFFICER)
    page.goto("/inbox/?turn=ours")
    row = page.locator("[data-list] > *", has_text="Comments on draft recommendation R-114")
    row.get_by_role("link").first.focus()
    page.keyboard.press("e")
    expect(row).to_have_count(0)
    expect(page.get_by_role("status")).to_contain_text("Done.")
    page.keyboard.press("z")
    expect(page.get_by_role("status")).to_contain_text("The conversation is open again.")
    expect(row).to_be_visible()


def test_directory_is_filtered_as_one_types(sign_in: SignIn) -> None:
    page = sign_in(cast.SECOND_OFFICER)
    page.goto("/directory/organisations/")
    page.keyboard.press("f")
    page.keyboard.type("halvern")
    rows = page.locator("#list [data-list] > *")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("Port of Halvern Authority")
    page.get_by_label("Mine").check()
    expect(rows).to_have_count(1)
    assert "q=halvern" in page.url
