"""Mail that comes in while pages are open: it is there at once, and nobody loses their place."""

from pathlib import Path

from playwright.sync_api import expect

from demo import cast
from demo.trial import Office
from tests.journeys.conftest import SignIn

FIRST = """From: Kapten Baru <kapten@baru.example>
To: {to}
Subject: Jadwal sandar
Message-ID: <sandar-1@baru.example>
Date: Sun, 29 Nov 2026 08:00:00 +0700

Apakah dermaga kosong?
"""
SECOND = FIRST.replace("sandar-1", "sandar-2").replace(
    "Subject:", "In-Reply-To: <sandar-1@baru.example>\nSubject: Re:"
)
THIRD = FIRST.replace("sandar-1", "pandu-1").replace("Jadwal sandar", "Jadwal kapal pandu")
FOURTH = SECOND.replace("sandar", "pandu").replace("Jadwal pandu", "Jadwal kapal pandu")
# A line is written, and the page that follows is still on its way.
WRITE = """async () => {
  const csrfmiddlewaretoken = document.querySelector("meta[name=csrf-token]").content;
  const body = new URLSearchParams({ csrfmiddlewaretoken, line: "@PHA called back" });
  await fetch("/capture/", { method: "POST", body, redirect: "manual" });
}"""


def test_open_pages_show_what_comes_in(sign_in: SignIn, office: Office, tmp_path: Path) -> None:
    page = sign_in(cast.SECOND_OFFICER)
    page.goto("/inbox/")
    page.keyboard.press("j")
    place = page.locator("[data-current] .row-title").inner_text()
    mail = tmp_path / "one.eml"
    mail.write_text(FIRST.format(to=cast.OWN_ADDRESSES[0]))
    office.command("import", str(mail))
    row = page.get_by_role("main").get_by_role("link", name="Jadwal sandar")
    expect(row).to_be_visible()
    expect(page.locator("#inbox-news")).to_have_text("1 new conversation")
    expect(page.locator(":focus")).to_have_text(place)
    row.click()
    expect(page.locator(".message")).to_have_count(1)
    mail.write_text(SECOND.format(to=cast.OWN_ADDRESSES[0]))
    office.command("import", str(mail))
    expect(page.locator(".message")).to_have_count(2)
    expect(page.locator("#thread-news")).to_have_text("1 new message")


def test_news_leave_what_was_just_done_to_the_next_page(
    sign_in: SignIn, office: Office, tmp_path: Path
) -> None:
    mail = tmp_path / "one.eml"
    mail.write_text(THIRD.format(to=cast.OWN_ADDRESSES[0]))
    office.command("import", str(mail))
    page = sign_in(cast.SECOND_OFFICER)
    page.goto("/inbox/")
    page.get_by_role("main").get_by_role("link", name="Jadwal kapal pandu").click()
    expect(page.locator(".message")).to_have_count(1)
    page.evaluate(WRITE)
    with page.expect_response(lambda response: "presence" in response.url):
        page.locator("#presence").dispatch_event("every")
    mail.write_text(FOURTH.format(to=cast.OWN_ADDRESSES[0]))
    office.command("import", str(mail))
    expect(page.locator(".message")).to_have_count(2)
    page.reload()
    expect(page.get_by_role("status")).to_contain_text("Written in the journal.")
