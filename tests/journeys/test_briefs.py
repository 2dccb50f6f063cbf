"""Tomorrow's brief: written by two, cleared, taken along, spoken from where there is no network."""

from pathlib import Path

from playwright.sync_api import Page, expect

from demo import cast
from tests.journeys.conftest import SignIn, Violations

MEETING = "Courtesy call of the Vice Minister"
SPEECH = "Thank you for coming.\n\nThe buoys are back.\n\nLet us keep them there."


def _open_brief(page: Page) -> None:
    page.goto("/calendar/?view=agenda")
    page.get_by_role("link", name=MEETING).first.click()
    page.wait_for_url("**/meetings/*/")
    page.keyboard.press("w")
    page.wait_for_url("**/briefs/*/")


def _write(page: Page, part: str, text: str) -> None:
    """As a person: type, and wait until it says that it is saved."""
    page.locator(f"#text-{part}").fill(text)
    expect(page.locator(f"#{part} [data-saved]")).to_contain_text("Maria")


def test_brief_from_meeting_to_podium(sign_in: SignIn, violations: Violations, tmp_path: Path) -> None:
    maria, ratna = sign_in(cast.SECOND_OFFICER), sign_in(cast.HEAD)
    _open_brief(maria)
    address = maria.url
    _write(maria, "certain", "Who pays for the new buoy\nWhen it is laid\nWho tells the pilots")
    _write(maria, "never", "The name of the ship")
    _write(maria, "speech", SPEECH)
    maria.reload()
    expect(maria.locator("#text-speech")).to_have_value(SPEECH)
    assert violations(maria) == []

    ratna.goto(address)
    ratna.locator("#text-purpose").fill("Alur aman")
    expect(ratna.locator("#purpose [data-saved]")).to_contain_text("Ratna")
    maria.locator("#text-purpose").fill("A safe channel")
    expect(maria.locator("#purpose [data-conflict]")).to_contain_text("Ratna")
    assert violations(maria) == []
    maria.locator("#purpose [data-keep-mine]").click()
    expect(maria.locator("#text-purpose")).to_have_value("A safe channel")

    maria.keyboard.press("e")
    expect(maria.get_by_role("button", name="Withdraw the question")).to_be_visible()
    ratna.goto("/")
    assert violations(ratna) == []
    ratna.get_by_role("main").get_by_role("link", name=MEETING).first.click()
    ratna.wait_for_url("**/clearances/*/")
    assert violations(ratna) == []
    ratna.keyboard.press("1")
    ratna.wait_for_url("**/cleared/")
    assert violations(ratna) == []

    maria.goto(f"{address}cleared/")
    with maria.expect_download() as download:
        maria.keyboard.press("b")
    download.value.save_as(tmp_path / "brief.pdf")
    assert (tmp_path / "brief.pdf").read_bytes().startswith(b"%PDF")

    maria.keyboard.press("p")
    maria.wait_for_url("**/podium/")
    expect(maria.locator("[data-offline]")).to_be_visible()
    assert violations(maria) == []
    expect(maria.locator("[aria-current]")).to_have_text("Thank you for coming.")
    maria.keyboard.press("ArrowDown")
    expect(maria.locator("[aria-current]")).to_have_text("The buoys are back.")
    maria.keyboard.press("q")
    expect(maria.locator("#answers")).to_be_visible()
    assert "The name of the ship" not in maria.content()


def test_podium_goes_on_without_a_network(sign_in: SignIn) -> None:
    page = sign_in(cast.SECOND_OFFICER, width=390, height=844, theme="dark")
    page.goto("/briefs/")
    page.get_by_role("link", name="Pilot training MoU: last open article").first.click()
    page.goto(f"{page.url}podium/")
    expect(page.locator("[data-offline]")).to_be_visible()
    page.wait_for_timeout(500)
    page.context.set_offline(True)
    page.reload()
    expect(page.locator("[aria-current]")).to_contain_text("thank you for making the time")
    page.keyboard.press(" ")
    expect(page.locator("[aria-current]")).to_contain_text("Half a year ago")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.context.set_offline(False)


def test_handover_pack_is_taken_along(sign_in: SignIn, violations: Violations, tmp_path: Path) -> None:
    page = sign_in(cast.SECOND_OFFICER)
    page.goto("/handover/")
    assert violations(page) == []
    page.get_by_role("main").get_by_role("link", name="Maria Lengkong").first.click()
    page.wait_for_url("**/handover/members/*/")
    page.locator("#id_taker").select_option(label="Bagus Prasetyo")
    page.wait_for_url("**taker=*")
    assert violations(page) == []
    with page.expect_download() as download:
        page.keyboard.press("b")
    download.value.save_as(tmp_path / "handover.pdf")
    assert (tmp_path / "handover.pdf").read_bytes().startswith(b"%PDF")
