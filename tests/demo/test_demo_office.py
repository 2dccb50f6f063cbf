"""The demo office has something of everything to look at, and leaves nothing behind."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.utils import timezone, translation
from model_bakery import baker
from pytest_django.plugin import DjangoDbBlocker

from demo import cast
from demo.load import load
from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk, Role, User
from jembatan.commitments.models import Commitment
from jembatan.correspondence.actions.clearance.decide import clear
from jembatan.correspondence.models import (
    Announcement,
    Clearance,
    Consultation,
    Draft,
    Line,
    Message,
    OutgoingServer,
    ReadBack,
    Thread,
)
from jembatan.correspondence.queries.announcements.results import outcomes
from jembatan.correspondence.queries.clearance.fingerprint import fingerprint
from jembatan.correspondence.queries.lines.visible import standings, visible_lines
from jembatan.correspondence.queries.reminders.unseen import unseen
from jembatan.correspondence.queries.statements import visible_statements
from jembatan.dossiers.models import Dossier
from jembatan.journal.models import Entry
from jembatan.journal.queries.timeline import visible_entries
from jembatan.meetings.models import AgendaItem, Meeting, Minutes, Poll, Room
from jembatan.meetings.queries.circulation.content import content_of, fingerprint_of
from jembatan.meetings.queries.minutes.reading import since
from jembatan.meetings.queries.outcomes.carried import open_actions_for
from jembatan.meetings.queries.outcomes.standing import sitting_of
from jembatan.meetings.queries.series import occurrence_at
from jembatan.platform.imports.actions.roll_back import remove_demo

# What somebody of the desk settles or writes; all of it has to be there, and to go.
SETTLED = [
    "Line",
    "LineVersion",
    "LineUse",
    "LineHearer",
    "OutgoingServer",
    "SendingAddress",
    "ClearanceRule",
    "Clearance",
    "NumberSeries",
    "ReservedNumber",
    "LetterTemplate",
    "Statement",
    "StatementLetter",
    "ContactList",
    "Announcement",
    "AnnouncementReceiver",
    "Consent",
    "Consultation",
    "Snooze",
    "Reminder",
    "Draft",
    "OutgoingMail",
    "ReadBack",
    "ReadBackReceiver",
]
ARRANGED = [
    "AgendaItem",
    "Booking",
    "Poll",
    "PollGuest",
    "PollVote",
    "Room",
    "Minutes",
    "MinutesAttendee",
    "MinutesPartner",
    "MinutesSection",
    "MinutesVersion",
    "Decision",
    "Action",
]
NEGOTIATED = [
    "Negotiation",
    "NegotiatingParty",
    "Interest",
    "Option",
    "Mandate",
    "OfferedOption",
    "AgreedPoint",
    "Score",
]


@pytest.fixture(scope="module")
def standing(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Desk]:
    """As `bin/run` opens it: loaded once, in a transaction that never ends."""
    with django_db_blocker.unblock(), transaction.atomic():
        with translation.override("en"):
            desk = load(today=timezone.localdate())
        yield desk
        transaction.set_rollback(True)


@pytest.fixture
def demo(standing: Desk, django_db_blocker: DjangoDbBlocker) -> Iterator[Desk]:
    """A test's own part of that transaction; what it writes keeps every key, and is undone."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield Desk.objects.get(pk=standing.pk)
        connection.check_constraints()
        transaction.set_rollback(True)


def member(desk: Desk, key: cast.Member) -> Actor:
    return Actor(desk=desk, role=Role(key.role), user=User.objects.get(email=key.email))


def counted() -> dict[str, int]:
    """Rows by model."""
    named = [
        *(("correspondence", name) for name in SETTLED),
        *(("meetings", name) for name in ARRANGED),
        *(("negotiation", name) for name in NEGOTIATED),
    ]
    named.append(("commitments", "Commitment"))
    return {name: apps.get_model(app, name)._default_manager.count() for app, name in named}


def test_office_has_something_of_everything(demo: Desk) -> None:
    assert [name for name, count in counted().items() if not count] == []


def test_what_it_shows_is_consistent(demo: Desk) -> None:
    head = member(demo, cast.HEAD)
    lines = {standing.line.word: standing.holds for standing in standings(head, visible_lines(head))}
    assert (lines["pelatihan-pandu"], lines["data-survei"]) == (True, False)
    standing = dict(visible_statements(head).values_list("number", "standing"))
    assert standing["RNSC-0412"] == "answered"
    assert standing["RNSC-0433"] == "drafted"
    assert standing["KUP-2026124"] == "open"
    sent = Announcement.objects.get(state=Announcement.State.SENT)
    assert [outcome.result.value for outcome in outcomes(sent)].count("sent") == 4
    assert {"unsubscribed", "left_out"} <= {outcome.result.value for outcome in outcomes(sent)}
    assert Consultation.objects.filter(state="answered").count() == 1
    assert unseen(head).count() == 1


def test_what_it_arranges_is_consistent(demo: Desk) -> None:
    poll = Poll.objects.get()
    assert sorted(guest.answered_at is not None for guest in poll.guests.all()) == [False, True, True]
    invited = Meeting.objects.get(desk=demo, invited_as__gt="")
    answers = invited.attendances.filter(told__isnull=False).order_by("pk")
    assert {answer.status for answer in answers} == {"accepted", "tentative"}
    assert Entry.objects.filter(kind="meeting.answered", import_batch__isnull=False).count() == 2
    agendas = AgendaItem.objects.values_list("meeting__title", flat=True).distinct()
    assert len(agendas) == 5
    assert AgendaItem.objects.filter(owner__isnull=False).exclude(notes="").exists()
    read_back = ReadBack.objects.get()
    waiting = Message.objects.get(message_id=read_back.message_id).thread
    assert (waiting.turn, waiting.due_at) == (Thread.Turn.THEIRS, read_back.expected_by)


def test_what_came_of_its_meetings_is_consistent(demo: Desk) -> None:
    agreed = Minutes.objects.get(state=Minutes.State.AGREED)
    assert agreed.versions.get().fingerprint == fingerprint_of(content_of(agreed))
    tomorrow = Meeting.objects.get(title="Pilot training MoU: last open article")
    sitting = sitting_of(tomorrow, occurrence_at(tomorrow, ""))
    carried = open_actions_for(member(demo, cast.SECOND_OFFICER), sitting)
    assert [each.is_overdue for each in carried] == [True, False]
    writing = Minutes.objects.get(state=Minutes.State.WRITING)
    assert {*writing.sections.exclude(text="").values_list("pk", flat=True)} == {*since(writing, 0)}
    assert len(since(writing, 0)) == 2
    assert set(Commitment.objects.values_list("side", "state")) == {
        ("ours", "open"),
        ("ours", "kept"),
        ("theirs", "open"),
    }
    assert Commitment.objects.filter(section__isnull=False).count() == 1


def test_rooms_and_polls_that_the_desk_has_gone_on_with_stay(demo: Desk) -> None:
    room = Room.objects.get(name="Ruang Arafura")
    own = baker.make(Meeting, desk=demo, uid="sendiri", title="Sendiri", room=room, clock="floating", zone="")
    Poll.objects.update(state=Poll.State.DECIDED)
    remove_demo(member(demo, cast.HEAD))
    own.refresh_from_db()
    assert (own.room, Poll.objects.count()) == (room, 1)


def test_a_drafters_mail_waits_and_can_be_cleared(demo: Desk) -> None:
    asked = Clearance.objects.get(state="asked")
    cleared = clear(member(demo, cast.OFFICER), asked, read=fingerprint(asked.draft))
    assert cleared.state == Clearance.State.CLEARED


def test_nothing_leaves_this_machine(demo: Desk) -> None:
    assert [server.host for server in OutgoingServer.objects.all()] == ["127.0.0.1"]


def test_demo_leaves_nothing_but_its_members(demo: Desk) -> None:
    head = member(demo, cast.HEAD)
    remove_demo(head)
    assert {name: count for name, count in counted().items() if count} == {}
    assert not Thread.objects.exists()
    assert not Dossier.objects.exists()
    left = visible_entries(head).values_list("kind", flat=True).distinct()
    assert set(left) <= {"import.done", "import.rolled_back"}
    assert Entry.objects.filter(kind="line.cleared").exists()


def test_what_the_desk_has_gone_on_with_stays(demo: Desk) -> None:
    head = member(demo, cast.HEAD)
    thread = Thread.objects.get(subject="Near miss on 4 November")
    Thread.objects.filter(pk=thread.pk).update(owner=head.user)
    remove_demo(head)
    assert Thread.objects.filter(pk=thread.pk).exists()
    assert not Line.objects.exists()
    assert not Draft.objects.exists()
