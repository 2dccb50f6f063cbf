"""A negotiation from an empty sheet to an offer, a counter-offer, what the sheet suggests, other numbers and an agreed point."""

import re

from playwright.sync_api import Page, expect

from demo import cast
from tests.journeys.conftest import Say, SignIn, Violations, in_both_languages

PARTNER = "Otoritas Pelabuhan Tanjung Bahari"
ISSUES = {"Tarif sandar": ("rendah", "sedang", "tinggi"), "Masa kontrak": ("dua tahun", "lima tahun")}
# Weights and scores in the order of the fields: a weight and its options, issue by issue.
OURS = (60, 0, 60, 100, 40, 100, 0)
THEIRS = (30, 100, 70, 0, 70, 0, 100)


@in_both_languages
def test_from_a_new_sheet_to_an_agreed_point(
    sign_in: SignIn, violations: Violations, say: Say, member: cast.Member
) -> None:
    title = f"Dermaga timur bersama ({member.key})"
    limit = f"Tarif sedang adalah yang paling rendah ({member.key})"
    page = sign_in(member)
    page.goto("/negotiations/new/")
    page.get_by_label(say("Title")).fill(title)
    page.get_by_label(say("With")).fill(PARTNER)
    page.get_by_role("button", name=say("Begin"), exact=True).click()
    expect(page.get_by_role("heading", name=title)).to_be_visible()
    for name, options in ISSUES.items():
        _add_issue(page, say, name, options)
    for place, numbers in enumerate((OURS, THEIRS)):
        _value(page, say, place, numbers)
    page.get_by_text(say("Set a mandate")).click()
    page.get_by_label(say("Limit")).fill(limit)
    page.get_by_label(say("Authorised by")).fill("Kepala Badan")
    page.get_by_role("button", name=say("Set"), exact=True).click()
    expect(page.get_by_text(limit)).to_be_visible()

    _offer(page, say, cast.ORGANISATION_NAME, "tinggi", "dua tahun")
    _offer(page, say, PARTNER, "rendah", "dua tahun")
    expect(page.get_by_role("link", name=say("Take into an offer")).first).to_be_visible()
    assert violations(page) == []
    page.get_by_role("link", name=say("Take into an offer")).first.click()
    expect(page.locator("#offers details")).to_have_attribute("open", "")
    page.get_by_role("button", name=say("Record"), exact=True).click()
    expect(page.locator("#offers thead th")).to_have_count(4)

    page.keyboard.press("u")
    status = page.get_by_role("status").filter(has_text=PARTNER)
    before = status.inner_text()
    slider = page.get_by_role("slider", name="Tarif sandar").nth(1)
    slider.focus()
    for _time in range(4):
        page.keyboard.press("PageUp")
    expect(page.locator("polyline.before").first).to_be_visible()
    expect(status).not_to_have_text(before)
    moved = slider.input_value()
    assert violations(page) == []
    page.reload()
    expect(slider).to_have_value(moved)
    page.get_by_role("button", name=say("Keep these numbers")).click()
    expect(page.get_by_text(say("The numbers are on the sheet now."))).to_be_visible()
    page.keyboard.press("z")
    expect(page.get_by_text(say("The numbers are on the sheet now."))).to_be_visible()

    page.get_by_role("button", name=say("Agreed on %(option)s") % {"option": "lima tahun"}).click()
    expect(page.get_by_text(say("agreed: %(option)s") % {"option": "lima tahun"})).to_be_visible()
    page.locator(".page-aside").get_by_role("link", name=PARTNER).click()
    page.wait_for_url(re.compile(r"/organisations/\d+/"))
    number = re.search(r"/organisations/(\d+)/", page.url)
    assert number is not None
    address = f"/organisations/{number[1]}/brief/"
    page.goto(address)
    expect(page.get_by_text(limit)).to_be_visible()
    colleague = sign_in(cast.SECOND_OFFICER if member == cast.OFFICER else cast.OFFICER)
    colleague.goto(address)
    expect(colleague.get_by_role("heading", name=PARTNER).first).to_be_visible()
    expect(colleague.get_by_text(limit)).to_have_count(0)


def _add_issue(page: Page, say: Say, name: str, options: tuple[str, ...]) -> None:
    form = page.locator("#issues form").last
    if not form.is_visible():
        page.keyboard.press("i")
    form.get_by_label(say("Issue")).fill(name)
    form.get_by_label(say("Options")).fill("\n".join(options))
    form.get_by_role("button", name=say("Add")).click()
    expect(page.locator("#issues .row-title").filter(has_text=name)).to_be_visible()


def _value(page: Page, say: Say, place: int, numbers: tuple[int, ...]) -> None:
    panel = page.locator(".negotiation-values").nth(place)
    if panel.get_attribute("open") is None:
        panel.locator("summary").click()
    fields = panel.locator("input[name^=weight], input[name^=score]")
    for field, number in enumerate(numbers):
        fields.nth(field).fill(str(number))
    expect(panel.locator("[data-saved]")).to_have_text(say("Saved."))


def _offer(page: Page, say: Say, party: str, *options: str) -> None:
    page.keyboard.press("o")
    form = page.locator("#offers form")
    form.get_by_label(say("Offer of")).select_option(party)
    for (name, _options), option in zip(ISSUES.items(), options, strict=True):
        form.get_by_label(name).select_option(option)
    form.get_by_role("button", name=say("Record"), exact=True).click()
    expect(page.get_by_text(say("The offer is recorded.")).first).to_be_visible()
