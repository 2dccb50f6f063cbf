"""An announcement, by the keyboard alone: a list with consent, the words, a look at them, sent, and a receiver who wants no more."""

import re
import time
from collections.abc import Iterator
from email import message_from_bytes, policy

import pytest
from playwright.sync_api import Browser, Page, expect

from demo import cast
from demo.trial import Office
from jembatan.correspondence.tests.mail_server import MailServer, mail_server
from tests.journeys.conftest import SignIn, Violations
from tests.journeys.hands import Hands

LIST = "Standards committee"
RECEIVERS = ("Lakshmi Raman", "María José García Márquez")
SENDER = "pengumuman@selatnusantara.example"
PLACE = "jembatan.correspondence.actions"
SET_UP = f"""
from jembatan.accounts.actor import operator
from jembatan.accounts.models import Desk
from {PLACE}.outgoing_servers import keep_server
from {PLACE}.sending_addresses import keep_address
head = operator(Desk.objects.get())
server = keep_server(head, None, host="127.0.0.1", port=%d, security="starttls", per_minute=1000)
keep_address(head, None, server=server, name="Biro", email="{SENDER}")
"""
RETIRE = f"""
from jembatan.accounts.actor import operator
from jembatan.correspondence.models import SendingAddress
from {PLACE}.sending_addresses import retire_address
address = SendingAddress.objects.get(email="{SENDER}")
retire_address(operator(address.desk), address)
"""
WAY_OFF = re.compile(r"http\S+/unsubscribe/\S+")
PATIENCE = 60


@pytest.fixture
def server(office: Office) -> Iterator[MailServer]:
    """One that takes mail, and an address that sends by it as long as the test runs."""
    with mail_server() as heard:
        office.command("manage", "shell", "--command", SET_UP % heard.port)
        yield heard
        office.command("manage", "shell", "--command", RETIRE)


def test_announcement_from_its_list_to_the_one_who_wants_no_more(
    sign_in: SignIn, violations: Violations, office: Office, browser: Browser, server: MailServer
) -> None:
    page = sign_in(cast.SECOND_OFFICER)
    hands = Hands(page)
    page.goto("/contact-lists/")
    hands.press("n")
    hands.write(page.get_by_label("Name", exact=True), LIST)
    hands.press("Enter")
    for name in RECEIVERS:
        hands.write(page.get_by_role("main").get_by_label("Person"), name)
        hands.press("Enter")
        expect(page.get_by_role("main").get_by_role("link", name=name)).to_be_visible()
    expect(page.get_by_text("not asked yet").first).to_be_visible()
    hands.choose(page.get_by_label("How we know"), "on duty")
    hands.enter(page.get_by_role("button", name="They have agreed"))
    expect(page.get_by_role("main").get_by_text("wants announcements")).to_have_count(2)
    assert violations(page) == []

    page.goto("/announcements/")
    hands.press("n")
    hands.choose(page.get_by_label("To the list"), LIST)
    hands.choose(page.get_by_label("From"), "Biro <pengumuman")
    english = page.locator("section", has=page.get_by_role("heading", name="English"))
    hands.write(english.get_by_label("Subject"), "Eastern channel reopened")
    hands.write(english.get_by_label("Text"), "{greeting},\n\nthe eastern channel is open again.")
    assert violations(page) == []
    hands.enter(page.get_by_role("button", name="Save and look at it"))
    expect(page.locator(".mail-text")).to_contain_text("the eastern channel is open again.")
    expect(page.locator(".mail-text")).not_to_contain_text("{greeting}")
    expect(page.locator("#getting li")).to_have_count(2)
    assert violations(page) == []

    hands.enter(page.get_by_role("button", name="Send to 2"))
    expect(page.get_by_role("status").first).to_contain_text("The announcement is being sent.")
    _wait_until_sent(page)
    assert violations(page) == []

    outside = browser.new_page(viewport={"width": 390, "height": 844})
    outside.goto(_way_off(server))
    assert violations(outside) == []
    other = Hands(outside)
    other.enter(outside.get_by_role("button", name="Send me no more"))
    expect(outside.locator("p[role=status]")).to_be_visible()
    assert violations(outside) == []
    outside.close()

    page.reload()
    expect(page.get_by_role("main").locator(".row", has_text="unsubscribed")).to_have_count(1)


def _wait_until_sent(page: Page) -> None:
    """The results are read anew until a worker has sent both."""
    until = time.monotonic() + PATIENCE
    while page.get_by_role("main").locator(".row .chip", has_text="sent").count() < len(RECEIVERS):
        assert time.monotonic() < until, page.get_by_role("main").inner_text()
        page.wait_for_timeout(500)
        page.reload()


def _way_off(server: MailServer) -> str:
    """The address at the foot of the first mail."""
    content = server.taken[0].content
    assert isinstance(content, bytes)
    words = message_from_bytes(content, policy=policy.default).get_body(("plain",))
    assert words is not None
    found = WAY_OFF.search(words.get_content())
    assert found is not None, words.get_content()
    return found[0]
