"""Writing in a browser: saved while one types, both wordings shown, sent with twenty seconds to think again, and notes apart."""

import json

from playwright.sync_api import Page, Route, expect

from demo import cast
from demo.trial import Office
from tests.journeys.conftest import SignIn, Violations

CONVERSATION = "Comments on draft recommendation R-114"


def answering(page: Page, kind: str) -> None:
    """From the conversation into its composer."""
    page.goto("/inbox/")
    page.get_by_role("main").get_by_role("link", name=CONVERSATION).first.click()
    page.locator(".mail-answering").get_by_role("button", name=kind, exact=True).click()
    expect(page.get_by_role("textbox", name="Text")).to_be_visible()


def test_words_are_saved_as_they_are_typed_and_both_wordings_are_shown(
    sign_in: SignIn, violations: Violations
) -> None:
    maria, ratna = sign_in(cast.SECOND_OFFICER), sign_in(cast.HEAD)
    answering(maria, "Reply to all")
    ratna.goto(maria.url)

    maria.get_by_role("textbox", name="Text").fill("Kata Maria.")
    maria.get_by_role("textbox", name="Cc", exact=True).fill("orang.baru@lain.example")
    expect(maria.get_by_text("new in this conversation")).to_be_visible()
    expect(maria.locator("[data-saved]")).to_contain_text("Maria Lengkong")

    ratna.locator("[name=text]").fill("Kata Ratna.")
    expect(ratna.locator("[data-conflict]")).to_contain_text("Maria")
    assert violations(ratna) == []
    ratna.locator("[data-keep-mine]").click()
    expect(ratna.locator("[name=text]")).to_have_value("Kata Ratna.")
    maria.reload()
    expect(maria.get_by_role("textbox", name="Text")).to_have_value("Kata Ratna.")
    assert violations(maria) == []


def test_words_that_are_quicker_than_the_page_are_saved(sign_in: SignIn) -> None:
    page, held = sign_in(cast.SECOND_OFFICER), list[Route]()
    page.route("**/saves-itself*.js", lambda route: held.append(route))
    page.goto("/inbox/")
    page.get_by_role("main").get_by_role("link", name=CONVERSATION).first.click()
    expect(page.locator("[data-key=r]").first).to_be_visible()
    page.keyboard.press("r")
    page.get_by_role("textbox", name="Text").fill("Kata yang cepat.")
    with page.expect_response(lambda answer: answer.request.method == "POST" and "/drafts/" in answer.url):
        held[0].continue_()
    page.unroute_all()
    page.reload()
    expect(page.get_by_role("textbox", name="Text")).to_have_value("Kata yang cepat.")


def test_mail_is_sent_and_taken_back_within_twenty_seconds(sign_in: SignIn) -> None:
    page = sign_in(cast.SECOND_OFFICER)
    answering(page, "Forward")
    page.get_by_role("textbox", name="To", exact=True).fill("vanderberg@halvern.example")
    page.get_by_role("textbox", name="Text").fill("Thank you.")
    page.get_by_role("button", name="Send to 1").click()
    expect(page.get_by_role("status")).to_contain_text("The mail leaves in 20 seconds.")
    page.keyboard.press("z")
    expect(page.get_by_role("textbox", name="Text")).to_have_value("Thank you.")


def test_note_has_a_composer_of_its_own(sign_in: SignIn, violations: Violations) -> None:
    page = sign_in(cast.SECOND_OFFICER)
    page.goto("/inbox/")
    page.get_by_role("main").get_by_role("link", name=CONVERSATION).first.click()
    page.wait_for_url("**/threads/*/")
    note = page.get_by_role("textbox", name="Internal note")
    expect(note).to_be_hidden()
    page.keyboard.press("n")
    note.fill("Tunggu Biro Hukum.")
    assert violations(page) == []
    page.get_by_role("button", name="Keep the internal note").click()
    expect(page.get_by_role("status")).to_contain_text("Only your desk reads it.")
    expect(page.locator(".composer.note").first).to_contain_text("Tunggu Biro Hukum.")


def test_nothing_typed_is_lost_on_the_way_out(sign_in: SignIn, office: Office) -> None:
    page = sign_in(cast.SECOND_OFFICER)
    page.goto("/mail/new/")
    page.get_by_role("textbox", name="Subject").fill("Tergesa-gesa")
    page.get_by_role("button", name="Write", exact=True).click()
    page.get_by_role("textbox", name="Text").fill("Kata terakhir")
    page.get_by_role("button", name="Discard").click()
    expect(page.get_by_role("status")).to_contain_text("The draft is discarded.")
    code = "from jembatan.correspondence.models import Draft; import json; print(json.dumps(Draft.objects.get(subject='Tergesa-gesa').text))"
    said = office.command("manage", "shell", "--verbosity", "0", "--command", code).stdout
    assert json.loads(said.strip().splitlines()[-1]) == "Kata terakhir"
