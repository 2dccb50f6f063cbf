"""The weekly report: three clicks to the file; kept, written in, given out; and the figures open."""

from pathlib import Path

from playwright.sync_api import expect

from demo import cast
from tests.journeys.conftest import Say, SignIn, Violations, in_both_languages
from tests.journeys.counted import Counted


@in_both_languages
def test_report_leaves_by_three_clicks_and_is_kept_written_and_given_out(
    sign_in: SignIn, violations: Violations, say: Say, member: cast.Member, tmp_path: Path
) -> None:
    period = {"id": "Last week", "en": "Last month"}[
        member.language
    ]  # a report of one's own in each language
    page = sign_in(member)
    page.goto("/reports/")
    page.get_by_role("link", name=say(period), exact=True).click()
    hands = Counted(page)
    ticks = page.get_by_role("checkbox", checked=True)
    hands.click(ticks.nth(1))
    hands.click(ticks.nth(0))
    with page.expect_download() as download:
        hands.click(page.get_by_role("button", name="PDF"))
    download.value.save_as(tmp_path / "unticked.pdf")
    assert (tmp_path / "unticked.pdf").read_bytes().startswith(b"%PDF")
    assert len(hands.actions) == 3
    counted = page.locator("table tbody tr").first.get_by_role("link")
    value = counted.inner_text()
    counted.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(value)
    page.go_back()
    page.keyboard.press("w")
    page.wait_for_url("**/reports/kept/*/")
    page.locator("#text-summary").fill("A quiet month.")
    expect(page.locator("#summary [data-saved]")).to_contain_text(member.full_name.split()[0])
    assert violations(page) == []
    page.get_by_role("button", name=say("Read the journal anew")).click()
    expect(page.locator("#text-summary")).to_have_value("A quiet month.")
    page.get_by_role("button", name=say("Make an edition")).click()
    page.wait_for_url("**/editions/*/")
    expect(page.get_by_text("A quiet month.")).to_be_visible()
    assert violations(page) == []
    with page.expect_download() as download:
        page.get_by_role("button", name="PDF").click()
    download.value.save_as(tmp_path / "report.pdf")
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
