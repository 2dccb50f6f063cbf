"""A sentence in a mail becomes a promise, and stands on the partner's page and in the brief."""

import re

from playwright.sync_api import expect

from demo import cast
from tests.journeys.conftest import Say, SignIn, in_both_languages

SENTENCE = "Akan kami kirim segera."


@in_both_languages
def test_selected_sentence_becomes_a_promise(sign_in: SignIn, say: Say, member: cast.Member) -> None:
    promise = f"Salinan keputusan dikirim ({member.key})"
    page = sign_in(member)
    page.goto("/inbox/?q=Tarif+pandu")
    page.get_by_role("main").get_by_role("link", name="Tarif pandu kapal penumpang").first.click()
    message = page.locator("li.message", has_text=SENTENCE).first
    if message.locator("details").first.get_attribute("open") is None:
        message.locator("summary").first.click()
    text = message.locator(".mail-text", has_text=SENTENCE).first
    expect(text).to_be_visible()
    text.select_text()
    page.keyboard.press("t")

    expect(page.get_by_label(say("The sentence that says so"))).to_have_value(re.compile(re.escape(SENTENCE)))
    expect(page.get_by_label(say("The other side"))).not_to_have_value("")
    page.get_by_label(say("What is promised")).fill(promise)
    page.get_by_label(say("By when")).fill("2026-12-04")
    page.get_by_role("button", name=say("Save")).click()
    expect(page.get_by_text(say("The promise is written down."))).to_be_visible()
    expect(page).to_have_url(re.compile(r"#message-\d+$"))

    page.goto("/promises/?side=theirs")
    page.get_by_role("link", name=promise).click()
    expect(page.locator("blockquote")).to_contain_text(SENTENCE)
    page.get_by_role("main").get_by_role("link", name="Otoritas Pelabuhan Tanjung Bahari").click()
    expect(page.get_by_role("heading", name=say("Open promises"))).to_be_visible()
    number = re.search(r"/organisations/(\d+)/", page.url)
    assert number is not None
    page.goto(f"/organisations/{number[1]}/brief/")
    expect(page.get_by_role("heading", name=say("Promises both ways"))).to_be_visible()
    expect(page.get_by_text(promise).first).to_be_visible()

    page.goto("/promises/?side=theirs")
    page.keyboard.press("j")
    page.keyboard.press("e")
    expect(page.get_by_text(say("The promise is kept."))).to_be_visible()
    page.keyboard.press("z")
    expect(page.get_by_role("link", name=promise)).to_be_visible()
