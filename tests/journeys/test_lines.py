"""A line to take in a browser: its word and Tab, what was changed by hand restored with one press."""

import pytest
from playwright.sync_api import expect

from demo import cast
from demo.trial import Office
from tests.journeys.conftest import SignIn, Violations

SAID = "We support visa exemption for official delegations."


@pytest.fixture(scope="module")
def _line(office: Office) -> None:
    """Cleared by whoever runs the machine."""
    code = (
        "from jembatan.accounts.actor import operator; from jembatan.accounts.models import Desk;"
        "from jembatan.correspondence.actions.lines.clear import clear_line;"
        "from jembatan.correspondence.actions.lines.write import LineContent, write_line;"
        "head = operator(Desk.objects.get());"
        f"content = LineContent(topic='Visas', word='visa', texts={{'en': '{SAID}'}}, do_not_say={{}});"
        "clear_line(head, write_line(head, None, content), number=1)"
    )
    office.command("manage", "shell", "--command", code)


@pytest.mark.usefixtures("_line")
def test_line_is_inserted_by_its_word_and_restored_after_a_change(
    sign_in: SignIn, violations: Violations
) -> None:
    maria = sign_in(cast.SECOND_OFFICER)
    maria.goto("/mail/new/")
    maria.locator("[name=to]").fill("orang.baru@lain.example")
    maria.locator("main form").get_by_role("button").first.click()
    text = maria.get_by_role("textbox", name="Text")
    text.press_sequentially("Thank you for the letter that you have sent to our office. ;visa")
    text.press("Tab")
    expect(text).to_have_value(f"Thank you for the letter that you have sent to our office. {SAID}")

    text.fill(text.input_value().replace("support", "oppose"))
    finding = maria.locator("#findings li", has_text="changed by hand")
    finding.get_by_role("button").click()
    expect(text).to_have_value(f"Thank you for the letter that you have sent to our office. {SAID}")

    maria.goto("/lines/")
    maria.get_by_role("main").get_by_role("link", name="Visas").click()
    expect(maria.get_by_text("What we say")).to_be_visible()
    assert violations(maria) == []
