"""A meeting is invited to by keyboard, and an invitation that arrived is accepted where it was read."""

import pytest
from playwright.sync_api import expect

from demo import cast
from demo.trial import Office
from tests.journeys.conftest import SignIn

SCENE = """
from datetime import UTC, datetime
from jembatan.accounts.actor import operator
from jembatan.accounts.models import Desk
from jembatan.correspondence.actions.filing.messages import Filing
from jembatan.correspondence.formats.reading import read
from jembatan.correspondence.models import Mailbox, Message
from jembatan.meetings.actions.plan_meeting import Times, plan_meeting
from jembatan.meetings.models import Attendance
from jembatan.meetings.tests.invitations.scene import request
actor = operator(Desk.objects.get())
times = Times(datetime(2099, 3, 5, 7, tzinfo=UTC), datetime(2099, 3, 5, 8, tzinfo=UTC))
meeting = plan_meeting(actor, 'Rapat teknis', times=times, zone='Asia/Jakarta', location='Ruang 2')
Attendance.objects.create(meeting=meeting, name='Sari Dewi', email='sari@mitra.example')
raw = ('From: Sari <sari@mitra.example>\\nTo: biro@selatnusantara.example\\nSubject: Undangan rapat koordinasi\\n'
  'Message-ID: <undangan@mitra.example>\\nDate: Mon, 2 Mar 2026 08:00:00 +0700\\nMIME-Version: 1.0\\n'
  'Content-Type: multipart/alternative; boundary=x\\n\\n--x\\nContent-Type: text/plain\\n\\nLihat undangan.\\n'
  '--x\\nContent-Type: text/calendar; method=REQUEST\\n\\n' + request() + '\\n--x--\\n')
filing = Filing(actor)
filing.file(Mailbox.objects.get_or_create(desk=actor.desk, name='undangan')[0], [read(raw.encode())])
filing.finish()
print('IDS', meeting.pk, Message.objects.get(message_id='undangan@mitra.example').thread_id)
"""


@pytest.fixture(scope="module")
def scene(office: Office) -> tuple[int, int]:
    """A meeting with a guest from outside, and a conversation that brought an invitation: their ids."""
    said = office.command("manage", "shell", "--command", SCENE).stdout
    meeting, thread = said.rpartition("IDS")[2].split()[:2]
    return int(meeting), int(thread)


def test_meeting_is_invited_to_by_keyboard(sign_in: SignIn, scene: tuple[int, int]) -> None:
    page = sign_in(cast.SECOND_OFFICER)
    page.goto(f"/meetings/{scene[0]}/")
    page.keyboard.press("i")
    sheet = page.get_by_role("dialog")
    expect(sheet.get_by_label("Sari Dewi · sari@mitra.example")).to_be_checked()
    expect(sheet).to_contain_text("Anda diundang ke pertemuan ini.")  # in the language of the desk
    sheet.get_by_role("button", name="Send the invitation").press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("The invitation is in the outbox.")
    expect(page.get_by_role("main")).to_contain_text("invited, no answer")


def test_arrived_invitation_is_accepted_on_its_conversation(sign_in: SignIn, scene: tuple[int, int]) -> None:
    page = sign_in(cast.SECOND_OFFICER)
    page.goto(f"/threads/{scene[1]}/")
    page.get_by_label("A word to the organiser").fill("Dengan senang hati")
    page.get_by_role("button", name="Accept", exact=True).click()
    expect(page.get_by_role("status").first).to_contain_text("Your answer is in the outbox.")
    expect(page.get_by_text("Our answer: accepted")).to_be_visible()
