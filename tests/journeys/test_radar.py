"""A late promise becomes a signal by itself; it is read with its evidence, dismissed, taken back and made a task."""

import re
from datetime import UTC, datetime, timedelta

from playwright.sync_api import expect

from demo import cast
from tests.journeys.conftest import Say, SignIn, in_both_languages


@in_both_languages
def test_late_promise_comes_up_and_becomes_a_task(sign_in: SignIn, say: Say, member: cast.Member) -> None:
    promise, task = (
        f"Peta alur pelayaran timur ({member.key})",
        f"Send the chart to the embassy ({member.key})",
    )
    page = sign_in(member)
    page.goto("/promises/new/")
    page.get_by_label(say("Whose promise")).select_option("ours")
    page.get_by_label(say("What is promised")).fill(promise)
    page.get_by_label(say("The other side")).fill("Embassy of Akitsu")
    page.get_by_label(say("By when")).fill((datetime.now(UTC) - timedelta(days=27)).date().isoformat())
    page.get_by_role("button", name=say("Save")).click()
    expect(page).to_have_url(re.compile(r"/promises/\d+/$"))

    signal = page.get_by_role("main").get_by_role("link", name=re.compile(f"“{re.escape(promise)}”")).first
    for _look in range(40):
        page.goto("/radar/?view=all&rule=promise")
        if signal.count():
            break
        page.wait_for_timeout(250)
    signal.click()
    expect(page.get_by_role("heading", name=say("What to do"))).to_be_visible()
    expect(page.get_by_role("link", name=re.compile(re.escape(promise))).first).to_be_visible()

    page.keyboard.press("3")
    page.get_by_label(say("Why is this no fault?")).fill("They know")
    page.get_by_role("button", name=say("Dismiss"), exact=True).click()
    expect(page.get_by_text(say("The signal is dismissed."))).to_be_visible()
    page.keyboard.press("z")
    expect(page.get_by_role("link", name=re.compile("^" + say("Make it a task")))).to_be_visible()

    page.keyboard.press("1")
    page.get_by_label(say("Task"), exact=True).fill(task)
    page.get_by_role("button", name=say("Make it a task")).last.click()
    expect(page.get_by_text(say("The signal is a task now."))).to_be_visible()
    page.goto("/")
    page.get_by_role("link", name=task).click()
    page.keyboard.press("r")
    expect(page).to_have_url(re.compile(r"/drafts/\d+/$"))
    expect(page.get_by_role("textbox", name=say("Text"))).to_have_value(re.compile("We had promised you"))
