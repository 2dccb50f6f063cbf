"""The first journey that this desk is measured by: a mail wants an answer by Friday, and within ten actions everything is under way."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

from playwright.sync_api import expect

from demo import cast
from demo.trial import Office
from tests.journeys.conftest import SignIn
from tests.journeys.counted import Counted

SUBJECT = "Access of training ships"
MAIL = """From: Annelies van der Berg <vanderberg@halvern.example>
To: {to}
Subject: {subject}
Message-ID: <access-1@halvern.example>
Date: {date}

Dear Ms Lengkong,

May our training ships call at Port Ende without a visa for the cadets? Please send us your answer by Friday, 17:00.

Kind regards,
Annelies van der Berg
"""
SAID = "We support visa exemption for cadets on training ships."
LINE = (
    "from jembatan.accounts.actor import operator; from jembatan.accounts.models import Desk;"
    "from jembatan.correspondence.actions.lines.clear import clear_line;"
    "from jembatan.correspondence.actions.lines.write import LineContent, write_line;"
    "head = operator(Desk.objects.get());"
    f"content = LineContent(topic='Cadets', word='cadets', texts={{'en': '{SAID}'}}, do_not_say={{}});"
    "clear_line(head, write_line(head, None, content), number=1)"
)
MOST = 10


def test_mail_that_wants_an_answer_by_friday(sign_in: SignIn, office: Office, tmp_path: Path) -> None:
    office.command("manage", "shell", "--command", LINE)
    mail = tmp_path / "access.eml"
    now = datetime.now(UTC)
    mail.write_text(MAIL.format(to=cast.OWN_ADDRESSES[0], subject=SUBJECT, date=format_datetime(now)))
    office.command("import", str(mail))
    page = sign_in(cast.SECOND_OFFICER)
    page.goto("/inbox/")
    desk = Counted(page)

    desk.click(page.get_by_role("main").get_by_role("link", name=SUBJECT))
    expect(page.locator(".mail-suggestion")).to_contain_text("Friday")
    desk.press("m")
    expect(page.get_by_role("main")).to_contain_text("Maria Lengkong")
    desk.press("d")
    expect(page.get_by_role("main").locator(".chip", has_text="Due").first).to_be_visible()

    desk.press("q")
    page.locator("[name=to]").fill("hukum@selatnusantara.example")
    page.locator("[name=text]").fill("Does this need a new regulation?")
    page.locator("[name=due]").fill(f"{now + timedelta(days=3):%d %B %Y} 12:00")
    desk.click(page.locator(".form-actions .primary"))
    expect(page.locator(".consultation")).to_contain_text("Does this need a new regulation?")

    desk.press("r")
    text = page.get_by_role("textbox", name="Text")
    text.press_sequentially("Dear Ms van der Berg,\n\nThank you for your letter. ;cadets")
    desk.press("Tab")
    expect(text).to_have_value(f"Dear Ms van der Berg,\n\nThank you for your letter. {SAID}")
    expect(page.locator("[data-saved]")).to_contain_text("Maria Lengkong")
    desk.click(page.locator(".composer-foot [formaction$='/sending/']"))
    expect(page.get_by_role("status")).to_contain_text("The mail leaves in 20 seconds.")

    desk.press("c")
    promise = "@Annelies van der Berg: we will send the new rules on Thursday 15:00"
    page.get_by_role("textbox", name="What happened").fill(promise)
    desk.click(page.get_by_role("button", name="Save", exact=True))
    expect(page.get_by_role("status")).to_contain_text("Written in the journal.")
    assert len(desk.actions) <= MOST, desk.actions
