"""Somebody writes for the first time: they wait, are made a person in one step, and their conversation knows them."""

from playwright.sync_api import expect

from demo import cast
from tests.journeys.conftest import SignIn

SENDER = "Ingrid Solberg"
SUBJECT = "Introduction: Fjord Maritime Institute"


def test_sender_becomes_a_person_and_the_conversation_shows_them(sign_in: SignIn) -> None:
    page = sign_in(cast.SECOND_OFFICER)
    page.goto("/inbox/")
    page.get_by_role("main").get_by_role("link", name=SUBJECT).click()
    message = page.get_by_role("main")
    expect(message).to_contain_text(SENDER)
    expect(message.get_by_role("link", name=SENDER)).to_have_count(0)
    conversation = page.url
    page.goto("/screener/")
    waiting = page.locator(".screener-row", has_text=SENDER)
    waiting.get_by_role("button", name="Accept").click()
    expect(waiting).to_have_count(0)
    expect(page.get_by_role("status")).to_contain_text(SENDER)
    page.goto(conversation)
    page.get_by_role("main").get_by_role("link", name=SENDER).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(SENDER)
    expect(page.get_by_role("main")).to_contain_text(SUBJECT)
