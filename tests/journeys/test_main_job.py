"""The main job, in a browser, on the running product: whose turn it is, the brief, the report."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from demo import cast
from tests.journeys.conftest import CHROMIUM, SignIn

pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="There is no Chromium on this machine: no page was tried."
)
PLACES = (
    "/",
    "/inbox/",
    "/calendar/",
    "/directory/",
    "/dossiers/",
    "/journal/",
    "/reports/",
    "/imports/",
    "/settings/",
)


def _violations(page: Page, axe: str) -> list[str]:
    page.evaluate(axe)
    found = page.evaluate("async () => (await axe.run()).violations.map(v => `${v.id}: ${v.nodes[0].html}`)")
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("member", [cast.HEAD, cast.SECOND_OFFICER], ids=["Indonesian", "English"])
def test_places_are_accessible(sign_in: SignIn, axe: str, member: cast.Member, theme: str) -> None:
    page = sign_in(member, theme=theme)
    found = {}
    for place in PLACES:
        page.goto(place)
        if violations := _violations(page, axe):
            found[place] = violations
    assert found == {}


def test_places_fit_a_phone(sign_in: SignIn) -> None:
    page = sign_in(cast.HEAD, width=320)
    wide = []
    for place in PLACES:
        page.goto(place)
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(place)
    assert wide == []


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
