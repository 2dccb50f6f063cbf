"""What a guest reads by their link: the agenda, and the papers that may go to them."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.organisations import add_organisation
from jembatan.directory.actions.people import add_person
from jembatan.meetings.actions.agenda import Content, add_point
from jembatan.meetings.actions.guests import remove_guest
from jembatan.meetings.actions.papers import add_paper
from jembatan.meetings.actions.plan_meeting import Times, plan_meeting
from jembatan.meetings.models import Attendance, Meeting, Paper
from jembatan.meetings.queries.guest_page.link import PURPOSE, link_for, to
from jembatan.meetings.queries.invitations.words import words_of
from jembatan.meetings.tests.invitations.scene import Posted
from jembatan.platform.links import LinkTo, signed
from jembatan.platform.markings import Marking

RED, AMBER, GREEN = Marking.RED, Marking.AMBER, Marking.GREEN


@pytest.fixture
def meeting(officer: Actor, posted: Posted) -> Meeting:
    begins = timezone.now().replace(minute=0, second=0, microsecond=0) + timedelta(days=2)
    times = Times(begins, begins + timedelta(minutes=60))
    port = add_organisation(officer, "Port of Halvern")
    kim = add_person(
        officer, "Ana Kim", organisation=port, email="kim@halvern.example", fields={"languages": "en"}
    )
    return plan_meeting(officer, "Bilateral", times=times, zone="Asia/Jakarta", parties=[kim], marking=GREEN)


@pytest.fixture
def guest(meeting: Meeting) -> Attendance:
    return meeting.attendances.get(ours=False)


@pytest.fixture
def papers(officer: Actor, meeting: Meeting, guest: Attendance) -> dict[str, Paper]:
    content = Content(title="Article 7", minutes=20, owner=guest, speaks=True, notes="Catatan kita sendiri")
    item = add_point(officer, meeting, content)
    return {
        marking: add_paper(officer, item, marking.encode(), name=f"{marking[4:]}.pdf", marking=marking)
        for marking in (GREEN, AMBER, RED)
    }


def page_of(guest: Attendance) -> str:
    return f"/meeting/{signed(PURPOSE, to(guest))}/"


def test_guest_reads_agenda_and_the_papers_that_may_go_there(
    guest: Attendance,
    papers: dict[str, Paper],
    posted: Posted,
) -> None:
    address = page_of(guest)

    page = Client().get(address)
    text = page.content.decode()

    assert page["Cache-Control"] == "no-store"
    assert page["Content-Language"] == "en"
    assert "Article 7" in text
    assert "Ana Kim speaks" in text
    assert "Catatan kita sendiri" not in text
    assert [name in text for name in ("GREEN.pdf", "AMBER.pdf", "RED.pdf")] == [True, True, False]
    got = Client().get(f"{address}papers/{papers[AMBER].pk}/")
    assert b"".join(getattr(got, "streaming_content", ())) == b"TLP:AMBER"
    assert Client().get(f"{address}papers/{papers[RED].pk}/").status_code == 404

    posted.narrowest = {guest.organisation_id or 0: GREEN}
    assert "AMBER.pdf" not in Client().get(address).content.decode()
    assert Client().get(f"{address}papers/{papers[AMBER].pk}/").status_code == 404


def test_paper_of_another_meeting_or_taken_out_is_not_there(
    officer: Actor, guest: Attendance, papers: dict[str, Paper]
) -> None:
    other = plan_meeting(
        officer,
        "Lain",
        times=Times(guest.meeting.starts_at + timedelta(days=1), guest.meeting.ends_at + timedelta(days=1)),
        zone="Asia/Jakarta",
    )
    item = add_point(officer, other, Content(title="Lain"))
    elsewhere = add_paper(officer, item, b"x", name="x.pdf", marking=GREEN)
    Paper.objects.filter(pk=papers[GREEN].pk).update(taken_out_at=timezone.now())

    for paper in (elsewhere, papers[GREEN]):
        assert Client().get(f"{page_of(guest)}papers/{paper.pk}/").status_code == 404


def test_meeting_that_is_marked_too_high_is_shown_no_more(
    guest: Attendance, papers: dict[str, Paper]
) -> None:
    Meeting.objects.update(marking=RED)

    page = Client().get(page_of(guest))

    assert page.status_code == 410
    assert "Article 7" not in page.content.decode()
    assert Client().get(f"{page_of(guest)}papers/{papers[GREEN].pk}/").status_code == 410


def test_link_ends_with_the_guest_and_with_time(officer: Actor, guest: Attendance) -> None:
    address = page_of(guest)
    old = signed(PURPOSE, LinkTo(guest.pk, 1, timezone.now() - timedelta(seconds=1)))
    assert Client().get(f"/meeting/{old}/").status_code == 410
    assert Client().post(address).status_code == 405
    assert Client().get(address.replace("~", "~x")).status_code == 404

    remove_guest(officer, guest)

    assert Client().get(address).status_code == 404


def test_colleague_has_no_guest_page(officer: Actor, meeting: Meeting) -> None:
    ours = meeting.attendances.get(ours=True)
    assert Client().get(page_of(ours)).status_code == 404


def test_invitation_names_the_page(guest: Attendance) -> None:
    link = link_for(guest.meeting, None, email=guest.email) or link_for(guest.meeting, guest.person)

    _subject, text = words_of(guest.meeting, "REQUEST", page=link)

    assert f"Agenda and papers: {link}" in text
    assert link_for(guest.meeting, None, email="orang@lain.example") == ""
