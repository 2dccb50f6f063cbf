"""The main job, in a browser, on the running product: whose turn it is, the brief, the report."""

from pathlib import Path

from demo import cast
from tests.journeys.conftest import SignIn


def test_brief_is_one_click_away(sign_in: SignIn, tmp_path: Path) -> None:
    page = sign_in(cast.SECOND_OFFICER)
    page.goto("/directory/organisations/")
    page.get_by_role("link", name="Port of Halvern Authority").first.click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Brief (PDF)").click()
    download.value.save_as(tmp_path / "brief.pdf")
    assert (tmp_path / "brief.pdf").read_bytes().startswith(b"%PDF")


def test_report_of_the_week_is_three_clicks_away(sign_in: SignIn, tmp_path: Path) -> None:
    page = sign_in(cast.SECOND_OFFICER)
    page.goto("/")
    page.get_by_role("link", name="Reports").first.click()
    with page.expect_download() as download:
        page.get_by_role("button", name="PDF").click()
    download.value.save_as(tmp_path / "week.pdf")
    assert (tmp_path / "week.pdf").read_bytes().startswith(b"%PDF")


def test_inbox_says_whose_turn_it_is(sign_in: SignIn) -> None:
    page = sign_in(cast.SECOND_OFFICER)
    page.goto("/inbox/?turn=ours")
    assert page.get_by_text("Draft MoU on pilot training").first.is_visible()
