"""The desk without a mouse: where one is can always be seen, and what closes gives the focus back."""

import re

from playwright.sync_api import Browser, Page, expect

from demo import cast
from demo.trial import Office
from tests.journeys.conftest import SignIn

FOCUS = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return "nowhere";
  const row = element.closest("[data-list] > [data-current]");
  const drawn = [element, element.closest("label")].filter(Boolean);
  const outlined = drawn.some((each) => getComputedStyle(each).outlineStyle !== "none");
  return outlined || row ? "seen" : `unseen: ${element.outerHTML.slice(0, 120)}`;
}"""


def _focus(page: Page) -> str:
    found: str = page.evaluate(FOCUS)
    return found


def _name(page: Page) -> str:
    found: str = page.evaluate("document.activeElement.getAttribute('href') ?? document.activeElement.id")
    return found


def test_one_signs_in_by_tab_and_enter(browser: Browser, office: Office) -> None:
    page = browser.new_context(base_url=office.site).new_page()
    page.goto(office.sign_in_address(cast.OFFICER.email))
    page.keyboard.press("Tab")
    assert _focus(page) == "seen"
    page.keyboard.press("Enter")
    page.wait_for_url(f"{office.site}/")
    page.context.close()


def test_skip_link_leads_past_the_rail(sign_in: SignIn) -> None:
    page = sign_in(cast.SECOND_OFFICER)
    page.goto("/inbox/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_every_stop_of_the_tab_key_can_be_seen(sign_in: SignIn) -> None:
    page = sign_in(cast.SECOND_OFFICER)
    lost = []
    for place in ("/", "/inbox/", "/directory/organisations/", "/settings/"):
        page.goto(place)
        for _ in range(45):
            page.keyboard.press("Tab")
            if (focus := _focus(page)) not in {"seen", "nowhere"}:
                lost.append(f"{place} {focus}")
    assert lost == []


def test_help_lists_the_keys_and_gives_the_focus_back(sign_in: SignIn) -> None:
    page = sign_in(cast.SECOND_OFFICER)
    page.goto("/inbox/")
    page.keyboard.press("j")
    before = _name(page)
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog")
    keys = dialog.get_by_role("listitem")
    expect(keys.filter(has_text=re.compile("Inbox\\s*GI"))).to_be_visible()
    expect(keys.filter(has_text="Next row")).to_be_visible()
    expect(dialog.get_by_role("link", name="Inbox")).to_have_attribute("href", "/help/inbox/")
    page.keyboard.press("Escape")
    assert (_name(page), _focus(page)) == (before, "seen")


def test_rows_are_walked_and_opened(sign_in: SignIn) -> None:
    page = sign_in(cast.SECOND_OFFICER)
    page.goto("/")
    page.keyboard.type("gi")
    page.wait_for_url("**/inbox/")
    rows = page.locator("[data-list] > *")
    page.keyboard.type("jjjk")
    expect(rows.nth(1)).to_have_attribute("data-current", "")
    subject = rows.nth(1).locator(".row-title").inner_text()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(subject)
    page.go_back()
    page.wait_for_url("**/inbox/")
    page.keyboard.press("j")
    assert _focus(page) == "seen"


def test_line_is_captured_over_any_page(sign_in: SignIn) -> None:
    page = sign_in(cast.SECOND_OFFICER)
    page.goto("/calendar/")
    page.keyboard.press("c")
    expect(page.get_by_role("textbox", name="What happened")).to_be_focused()
    page.keyboard.type("Chidi called: the simulator is free in February.")
    page.keyboard.press("Tab")
    assert _focus(page) == "seen"
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Written in the journal.")).to_be_visible()
    assert page.url.endswith("/calendar/")
    page.keyboard.type("gj")
    expect(page.get_by_role("main")).to_contain_text("the simulator is free in February")


def test_palette_leads_to_an_organisation_and_gives_the_focus_back(sign_in: SignIn) -> None:
    page = sign_in(cast.SECOND_OFFICER)
    page.goto("/inbox/")
    page.keyboard.press("j")
    before = _name(page)
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox")).to_be_focused()
    page.keyboard.press("Escape")
    assert (_name(page), _focus(page)) == (before, "seen")
    page.keyboard.press("Control+k")
    page.keyboard.type("Astraline Ferries")
    found = page.get_by_role("option").filter(has_text="Astraline Ferries Ltd").filter(has_text="Company")
    found.wait_for()
    while found.get_attribute("aria-selected") != "true":
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Astraline Ferries Ltd")


def test_rail_folds_to_icons_and_stays_so(sign_in: SignIn) -> None:
    page = sign_in(cast.SECOND_OFFICER)
    page.goto("/")
    page.keyboard.press("[")
    expect(page.get_by_role("navigation", name="Main")).to_have_css("width", "56px")
    page.keyboard.type("gi")
    page.wait_for_url("**/inbox/")
    expect(page.get_by_role("button", name="Icons only")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("navigation", name="Main")).to_have_css("width", "56px")
    page.keyboard.press("[")
    expect(page.get_by_role("navigation", name="Main")).to_have_css("width", "240px")
