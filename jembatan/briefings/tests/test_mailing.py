"""A cleared brief by mail: exactly what was cleared, and to nobody whom it is not for."""

import pytest

from jembatan.accounts.actor import Actor
from jembatan.briefings.actions.circulate import circulate
from jembatan.briefings.actions.mail_brief import mail_brief
from jembatan.briefings.models import Audience, Brief
from jembatan.briefings.tests.scene import call_on, cleared, written
from jembatan.correspondence.actions.drafts.write import Content, save_draft
from jembatan.correspondence.actions.outbox.send import send_draft
from jembatan.correspondence.actions.outgoing_servers import keep_server
from jembatan.correspondence.actions.preflight.limits import set_limit
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.actions.sending_addresses import keep_address
from jembatan.correspondence.models import Draft, OutgoingMail
from jembatan.directory.actions.people import add_person
from jembatan.directory.models import Organisation
from jembatan.meetings.models import Attendance, Meeting
from jembatan.platform.markings import Marking


@pytest.fixture
def meeting(head: Actor, officer: Actor, ministry: Organisation) -> Meeting:
    """With a guest who has an address, at a desk that sends mail."""
    server = keep_server(head, None, host="127.0.0.1", port=1, security="tls")
    keep_address(head, None, server=server, name="Biro", email="biro@selatnusantara.example")
    budi = add_person(officer, "Budi", email="budi@laut.example", organisation=ministry)
    meeting = call_on(officer, ministry)
    Attendance.objects.create(meeting=meeting, person=budi, name="Budi", email="budi@laut.example")
    return meeting


def _to(officer: Actor, draft: Draft, receiver: str) -> OutgoingMail:
    content = Content(from_address=draft.from_address, to=receiver, subject=draft.subject, text=draft.text)
    return send_draft(officer, save_draft(officer, draft, content, version=draft.version), confirmed=True)


def test_what_is_not_cleared_is_not_sent(officer: Actor, meeting: Meeting) -> None:
    with pytest.raises(Refused, match="not cleared"):
        mail_brief(officer, written(officer, meeting))


def test_brief_for_the_other_side_goes_to_their_guests(officer: Actor, head: Actor, meeting: Meeting) -> None:
    brief = written(officer, meeting, audience=Audience.THEIRS, purpose="Fix a date")
    cleared(head, brief)
    draft = mail_brief(officer, brief)
    assert "budi@laut.example" in draft.to
    assert [file.type for file in draft.attachments.all()] == ["application/pdf"]
    assert send_draft(officer, draft, confirmed=True).state == OutgoingMail.State.WAITING


def test_brief_for_us_goes_to_nobody_outside(
    officer: Actor, head: Actor, second_officer: Actor, meeting: Meeting
) -> None:
    assert second_officer.user
    brief = written(officer, meeting)
    cleared(head, brief)
    circulate(officer, brief, [second_officer.user])
    draft = mail_brief(officer, brief)
    assert second_officer.user.email in draft.to
    with pytest.raises(Refused, match="does not go to"):
        _to(officer, draft, "budi@laut.example")
    draft.refresh_from_db()
    assert _to(officer, draft, second_officer.user.email).state == OutgoingMail.State.WAITING


def test_marking_of_what_is_cleared_counts_for_the_mail(
    officer: Actor, head: Actor, ministry: Organisation, meeting: Meeting
) -> None:
    brief = written(officer, meeting, audience=Audience.THEIRS, purpose="Fix a date")
    Brief.objects.filter(pk=brief.pk).update(marking=Marking.GREEN)
    cleared(head, brief)
    set_limit(head, ministry, highest=Marking.CLEAR)
    with pytest.raises(Refused):
        send_draft(officer, mail_brief(officer, brief), confirmed=True)
