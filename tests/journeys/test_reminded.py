"""A deadline, by the keyboard alone: set, fallen due, told by the bell, seen to."""

from datetime import UTC, datetime, timedelta

from playwright.sync_api import expect

from demo import cast
from demo.trial import Office
from tests.journeys.conftest import SignIn, Violations
from tests.journeys.hands import Hands

CONVERSATION = "Comments on draft recommendation R-114"
# What the worker does every five minutes, as of that moment.
LOOK = """
from datetime import timedelta
from jembatan.accounts.models import Desk
from jembatan.correspondence.actions.reminders.remind import remind_desk
from jembatan.correspondence.models import Thread
remind_desk(Desk.objects.get(), now=Thread.objects.get(subject=%r).due_at + timedelta(minutes=1))
"""


def test_deadline_falls_due_and_is_seen_to(sign_in: SignIn, violations: Violations, office: Office) -> None:
    head = sign_in(cast.HEAD)
    hands = Hands(head)
    head.goto("/settings/reminders/")
    hands.write(head.locator("[name=before_hours]"), "2")
    hands.press("Enter")
    expect(head.get_by_role("status")).to_contain_text("pengingat")
    assert violations(head) == []

    page = sign_in(cast.SECOND_OFFICER)
    hands = Hands(page)
    page.goto("/inbox/")
    hands.enter(page.get_by_role("main").get_by_role("link", name=CONVERSATION))
    page.wait_for_url("**/threads/*/")
    hands.press("m")
    expect(page.get_by_role("main")).to_contain_text("Maria Lengkong")
    tomorrow = datetime.now(UTC) + timedelta(days=2)
    hands.write(page.get_by_role("textbox", name="Deadline"), f"{tomorrow:%d %B %Y} 10:00")
    hands.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("To be answered by")
    assert len(hands.keys) <= 4, hands.keys

    office.command("manage", "shell", "--command", LOOK % CONVERSATION)
    page.goto("/calendar/")
    assert violations(page) == []
    hands.enter(page.get_by_role("link", name="Reminders"))
    page.wait_for_url("**/#reminders")
    row = page.locator("#reminders .row", has_text=CONVERSATION)
    expect(row).to_contain_text("The answer is due.")
    assert violations(page) == []
    hands.enter(row.get_by_role("button", name="Seen"))
    expect(page.get_by_role("status")).to_contain_text("Seen. It stays due.")
    expect(row).to_have_count(0)
    hands.press("z")
    expect(row).to_have_count(1)
    hands.enter(row.get_by_role("link", name=CONVERSATION))
    page.wait_for_url("**/threads/*/")
    conversation = page.url
    hands.press("e")
    page.wait_for_url("**/inbox/")
    page.goto("/")
    expect(row).to_have_count(0)
    page.goto(conversation)
    hands.press("e")
    expect(page.get_by_role("status")).to_contain_text("The conversation is open again.")
