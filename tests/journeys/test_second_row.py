"""The second journey that this desk is measured by: a bilateral is four actions away from its brief; three points are added, the PDF is sent."""

from playwright.sync_api import expect

from demo import cast
from tests.journeys.conftest import SignIn
from tests.journeys.counted import Counted

MEETING = "Koordinasi perbaikan rambu alur timur"
POINTS = "Who pays for the new buoy\nWhen it is laid\nWho tells the pilots"
COLLEAGUE = "maria.lengkong@selatnusantara.example"
MOST_BEFORE_TYPING, MOST = 4, 9


def test_brief_of_the_bilateral_with_three_points_by_mail(sign_in: SignIn) -> None:
    page = sign_in(cast.HEAD)
    page.goto("/calendar/?view=agenda")
    desk = Counted(page)

    desk.click(page.get_by_role("main").get_by_role("link", name=MEETING).first)
    page.wait_for_url("**/meetings/*/")
    desk.press("w")
    page.wait_for_url("**/briefs/*/")
    points = page.locator("#text-certain")
    expect(page.get_by_role("main")).to_contain_text(MEETING)
    desk.click(points)
    assert len(desk.actions) <= MOST_BEFORE_TYPING, desk.actions
    page.keyboard.type(POINTS)
    expect(page.locator("#certain [data-saved]")).to_contain_text("Ratna")

    page.keyboard.press("Escape")
    desk.press("e")
    page.wait_for_url("**/clearances/*/")
    expect(page.get_by_role("main")).to_contain_text("Who tells the pilots")
    desk.press("1")
    page.wait_for_url("**/cleared/")
    desk.press("m")
    page.wait_for_url("**/drafts/*/")
    expect(page.get_by_role("main")).to_contain_text(".pdf")
    page.locator("[name=to]").fill(COLLEAGUE)
    desk.click(page.locator(".composer-foot [formaction$='/sending/']"))
    expect(page.get_by_role("status")).to_contain_text("Surel dikirim dalam 20 detik.")
    assert len(desk.actions) <= MOST, desk.actions
