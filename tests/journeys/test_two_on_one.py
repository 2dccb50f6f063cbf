"""Two members at one conversation: each sees the other, and the second to answer knows it before writing a word."""

from playwright.sync_api import expect

from demo import cast
from tests.journeys.conftest import SignIn, Violations

CONVERSATION = "Laporan kepadatan dermaga Oktober"


def test_two_members_at_one_conversation(sign_in: SignIn, violations: Violations) -> None:
    maria, ratna = sign_in(cast.SECOND_OFFICER), sign_in(cast.HEAD)
    maria.goto("/inbox/?turn=")
    maria.get_by_role("main").get_by_role("link", name=CONVERSATION).first.click()
    expect(maria.locator("[data-key=r]").first).to_be_visible()
    conversation = maria.url
    ratna.goto("/inbox/?turn=")
    row = ratna.locator(".mail-row").filter(has_text=CONVERSATION).first
    expect(row.locator(".mail-others")).to_contain_text("Maria Lengkong")
    ratna.goto(conversation)
    expect(ratna.locator("#presence")).to_contain_text("Maria Lengkong")
    expect(maria.locator("#presence")).to_contain_text(cast.HEAD.full_name)

    maria.keyboard.press("r")
    maria.get_by_role("textbox", name="Text").fill("Yth. Bapak, terima kasih.")
    expect(maria.locator("[data-saved]")).to_contain_text("Maria Lengkong")
    expect(ratna.locator("#presence .soga")).to_contain_text("Maria Lengkong")

    ratna.locator(".mail-answering [data-key=r]").click()
    expect(ratna.get_by_role("main")).to_contain_text("Yth. Bapak, terima kasih.")
    expect(ratna.locator("[name=text]")).to_have_count(0)
    assert violations(ratna) == []
    ratna.locator("[name=own]").click()
    expect(ratna.locator("[name=text]")).not_to_have_value("Yth. Bapak, terima kasih.")
