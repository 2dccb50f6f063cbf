"""Seats are given, changed and printed from the keyboard alone."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from demo import cast
from demo.trial import Office
from tests.journeys.conftest import SignIn, Violations
from tests.journeys.hands import Hands

SCENE = """
from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk, User
from jembatan.meetings.tests.protocol_scene import protocol_scene
desk = Desk.objects.get()
head = Actor(desk=desk, role='head', user=User.objects.get(email__startswith='ratna@'))
officer = Actor(desk=desk, role='officer', user=User.objects.get(email__startswith='bagus@'))
print('ID', protocol_scene(head, officer).meeting.pk)
"""


@pytest.fixture(scope="module")
def meeting_id(office: Office) -> int:
    """Four from outside, two of ours, in an order of precedence."""
    return int(office.command("manage", "shell", "--command", SCENE).stdout.rpartition("ID")[2].split()[0])


def seats(page: Page) -> list[str]:
    """Names in the list of seats, from the most honoured on."""
    return page.locator("#seats .row-title").all_inner_texts()


def test_seats_are_given_changed_and_printed_by_keyboard(
    sign_in: SignIn, violations: Violations, meeting_id: int, tmp_path: Path
) -> None:
    page = sign_in(cast.SECOND_OFFICER)
    hands = Hands(page)
    page.goto(f"/meetings/{meeting_id}/order/")
    assert violations(page) == []
    page.goto(f"/meetings/{meeting_id}/seating/")
    hands.enter(page.get_by_role("button", name="Long table with a head"))
    expect(page.get_by_role("img", name="The table with its seats")).to_be_visible()
    assert seats(page)[1:3] == ["Sari", "Anton"]
    assert violations(page) == []

    hands.enter(page.get_by_role("link", name="Move Sari"))
    hands.enter(page.get_by_role("button", name="Change seats Anton"))
    expect(page.locator("#seats .row-title").nth(1)).to_have_text("Anton")
    assert seats(page)[1:3] == ["Anton", "Sari"]

    hands.enter(page.get_by_role("link", name="Move Budi"))
    hands.enter(page.get_by_role("button", name="Interpret from behind Sari"))
    expect(page.locator("#seats")).to_contain_text("interpreter: Budi")
    assert violations(page) == []

    with page.expect_download() as downloading:
        hands.enter(page.get_by_role("link", name="Place cards (PDF)"))
    downloading.value.save_as(tmp_path / "cards.pdf")
    assert (tmp_path / "cards.pdf").read_bytes().startswith(b"%PDF")


def test_row_is_dragged_onto_another(sign_in: SignIn, meeting_id: int) -> None:
    page = sign_in(cast.SECOND_OFFICER)
    page.goto(f"/meetings/{meeting_id}/order/")
    rows = page.locator("[data-moving]")
    rows.filter(has_text="Wati").drag_to(rows.first)
    expect(rows.first).to_contain_text("Wati")
    expect(rows.first).to_contain_text("by hand, Maria Lengkong")
