"""A sentence in a mail becomes a promise, and stands on the partner's page and in the brief."""

import re

from playwright.sync_api import expect

from demo import cast
from tests.journeys.conftest import SignIn

SENTENCE = "Akan kami kirim segera."


def test_selected_sentence_becomes_a_promise(sign_in: SignIn) -> None:
    page = sign_in(cast.OFFICER)
    page.goto("/inbox/?q=Tarif+pandu")
    page.get_by_role("main").get_by_role("link", name="Tarif pandu kapal penumpang").first.click()
    message = page.locator("li.message", has_text=SENTENCE).first
    if message.locator("details").first.get_attribute("open") is None:
        message.locator("summary").first.click()
    text = message.locator(".mail-text", has_text=SENTENCE).first
    expect(text).to_be_visible()
    text.select_text()
    page.keyboard.press("t")

    expect(page.get_by_label("Kalimat yang mengatakannya")).to_have_value(re.compile(re.escape(SENTENCE)))
    expect(page.get_by_label("Pihak lain")).not_to_have_value("")
    page.get_by_label("Apa yang dijanjikan").fill("Salinan keputusan dikirim")
    page.get_by_label("Paling lambat").fill("2026-12-04")
    page.get_by_role("button", name="Simpan").click()
    expect(page.get_by_text("Janji sudah dicatat.")).to_be_visible()
    expect(page).to_have_url(re.compile(r"#message-\d+$"))

    page.goto("/promises/?side=theirs")
    page.get_by_role("link", name="Salinan keputusan dikirim").click()
    expect(page.locator("blockquote")).to_contain_text(SENTENCE)
    page.get_by_role("main").get_by_role("link", name="Otoritas Pelabuhan Tanjung Bahari").click()
    expect(page.get_by_role("heading", name="Janji yang belum ditepati")).to_be_visible()
    number = re.search(r"/organisations/(\d+)/", page.url)
    assert number is not None
    page.goto(f"/organisations/{number[1]}/brief/")
    expect(page.get_by_role("heading", name="Janji kedua pihak")).to_be_visible()
    expect(page.get_by_text("Salinan keputusan dikirim").first).to_be_visible()

    page.goto("/promises/?side=theirs")
    page.keyboard.press("j")
    page.keyboard.press("e")
    expect(page.get_by_text("Janji sudah ditepati.")).to_be_visible()
    page.keyboard.press("z")
    expect(page.get_by_role("link", name="Salinan keputusan dikirim")).to_be_visible()
