"""Asking when people have time: what is asked, what they say, and what becomes of it."""

from collections.abc import Collection, Iterator, Mapping
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.dossiers.actions.access import restrict
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.meetings.actions.invitations.post import InvitationLetter, post, register_post
from jembatan.meetings.actions.plan_meeting import Times, plan_meeting
from jembatan.meetings.actions.polls.settle import call_off, decide, open_again
from jembatan.meetings.actions.polls.vote import LinkOver, vote, vote_for
from jembatan.meetings.models import Attendance, Meeting, Poll, PollGuest, PollVote
from jembatan.meetings.queries.polls.link import to
from jembatan.meetings.queries.polls.standing import guests_of, judged, visible_polls
from jembatan.meetings.tests.polls.scene import asked, morning, partner
from jembatan.platform.links import LinkTo
from jembatan.platform.markings import Marking

YES, MAYBE, NO = PollVote.Answer.YES, PollVote.Answer.MAYBE, PollVote.Answer.NO


class Tray:
    """In place of the outbox."""

    def __init__(self) -> None:
        self.letters: list[InvitationLetter] = []

    def addresses(self, actor: Actor) -> list[str]:
        return ["biro@selatnusantara.example"]

    def limits(self, actor: Actor, organisations: Collection[int]) -> Mapping[int, Marking]:
        return {}

    def send(self, actor: Actor, letter: InvitationLetter) -> None:
        self.letters.append(letter)


@pytest.fixture
def tray() -> Iterator[Tray]:
    before, tray = post(), Tray()
    register_post(tray)
    yield tray
    register_post(before)


def said(guest: PollGuest, *answers: str) -> dict[int, str]:
    """These answers to its times, in their order."""
    return dict(
        zip(guest.poll.slots.order_by("starts_at").values_list("pk", flat=True), answers, strict=False)
    )


def test_guest_with_an_address_gets_a_link_in_their_language(officer: Actor, tray: Tray) -> None:
    asked(
        officer,
        partner(officer, email="mori@mlit.example", languages=["en"]),
        partner(officer, "Tanpa Surel"),
    )

    [letter] = tray.letters
    assert (letter.receiver, letter.subject) == (
        "mori@mlit.example",
        "When do you have time? Rapat koordinasi",
    )
    assert "/poll/" in letter.text


def test_guest_s_clock_is_that_of_their_country(officer: Actor) -> None:
    guest = asked(officer, partner(officer, time_zone="Asia/Tokyo")).guests.get()
    assert guest.zone == "Asia/Tokyo"


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"starts": []}, "Choose at least one time."),
        ({"starts": [timezone.now() - timedelta(hours=1)]}, "begun already"),
        ({"starts": [morning(2, hour) for hour in range(21)]}, "at most 20"),
        ({"answer_by": timezone.now() - timedelta(days=1)}, "has passed"),
        ({"title": " "}, "title"),
    ],
    ids=["no time", "past", "too many", "no time to answer", "no title"],
)
def test_what_cannot_be_asked_is_refused_in_a_sentence(
    officer: Actor, facts: dict[str, object], sentence: str
) -> None:
    with pytest.raises(ValidationError, match=sentence):
        asked(officer, partner(officer), **facts)
    assert not Poll.objects.exists()


def test_nobody_asks_nobody(officer: Actor) -> None:
    with pytest.raises(ValidationError, match="with whom"):
        asked(officer)


def test_only_officers_ask(drafter: Actor, officer: Actor) -> None:
    somebody = partner(officer)
    with pytest.raises(PermissionDenied):
        asked(drafter, somebody)


def test_last_word_of_a_guest_counts(officer: Actor) -> None:
    guest = asked(officer, partner(officer)).guests.get()
    vote(to(guest), said(guest, YES, NO, NO), "Pagi saja")
    vote(to(guest), said(guest, MAYBE))

    assert list(PollVote.objects.filter(guest=guest).values_list("answer", flat=True)) == [MAYBE]
    guest.refresh_from_db()
    assert guest.answered_at is not None


def test_answers_to_times_of_another_poll_are_none(officer: Actor) -> None:
    somebody = partner(officer)
    guest, other = (asked(officer, somebody).guests.get() for _ in range(2))
    with pytest.raises(ValidationError, match="at least one time"):
        vote(to(guest), said(other, YES, YES, YES))


def test_link_that_is_over_changes_nothing(officer: Actor) -> None:
    poll = asked(officer, partner(officer))
    guest = poll.guests.get()
    good = to(guest)
    for link in (
        LinkTo(good.number, good.issue + 1, good.until),
        LinkTo(good.number, good.issue, timezone.now() - timedelta(seconds=1)),
        LinkTo(good.number + 999, good.issue, good.until),
    ):
        with pytest.raises(LinkOver):
            vote(link, said(guest, YES))
    call_off(officer, poll)
    with pytest.raises(LinkOver):
        vote(good, said(guest, YES))
    open_again(officer, poll)
    vote(good, said(guest, YES))
    assert PollVote.objects.count() == 1


def test_times_are_ranked_by_whom_they_leave_out(officer: Actor) -> None:
    poll = asked(officer, partner(officer), partner(officer, "Tom Okafor"))
    first, second = guests_of(poll)
    vote(to(first), said(first, NO, MAYBE, YES))
    vote(to(second), said(second, YES, YES, MAYBE))

    ranked = judged(poll, guests_of(poll))

    mornings = [slot.starts_at for slot in poll.slots.order_by("starts_at")]
    assert [each.slot.starts_at for each in ranked] == [mornings[1], mornings[2], mornings[0]]
    assert [(each.yes, each.maybe, each.no) for each in ranked] == [(1, 1, 0), (1, 1, 0), (1, 0, 1)]


def test_one_of_ours_who_is_engaged_makes_a_time_worse(officer: Actor) -> None:
    taken = morning(7)
    plan_meeting(officer, "Rapat lain", times=Times(taken, taken + timedelta(hours=1)), zone="Asia/Jakarta")
    poll = asked(officer, partner(officer))

    *_others, last = judged(poll, guests_of(poll))

    assert last.slot.starts_at == taken
    assert list(last.engaged) == [officer.user]


def test_guests_stand_in_the_order_in_which_they_were_asked(officer: Actor) -> None:
    earlier, later = partner(officer), partner(officer, "Tom Okafor")
    poll = asked(officer, later, earlier)

    meeting = decide(officer, poll, poll.slots.all()[0].pk)

    names = ["Tom Okafor", "Mori Aiko"]
    assert [guest.name for guest in guests_of(poll)] == names
    assert list(meeting.attendances.filter(ours=False).order_by("pk").values_list("name", flat=True)) == names


def test_deciding_makes_the_meeting_with_the_answers(officer: Actor) -> None:
    poll = asked(officer, partner(officer), partner(officer, "Tom Okafor"), location="Gedung A")
    first, second = guests_of(poll)
    vote(to(first), said(first, YES, NO))
    vote(to(second), said(second, MAYBE))
    slot = poll.slots.order_by("starts_at").first()
    assert slot

    meeting = decide(officer, poll, slot.pk)

    assert (meeting.starts_at, meeting.ends_at, meeting.location) == (
        slot.starts_at,
        slot.ends_at,
        "Gedung A",
    )
    answers = dict(meeting.attendances.filter(ours=False).values_list("name", "status"))
    assert answers == {"Mori Aiko": Attendance.Status.ACCEPTED, "Tom Okafor": Attendance.Status.TENTATIVE}
    assert meeting.attendances.filter(ours=True).count() == 1
    poll.refresh_from_db()
    assert (poll.state, poll.meeting) == (Poll.State.DECIDED, meeting)


def test_a_time_at_which_one_of_ours_is_engaged_is_taken_knowingly_or_not_at_all(officer: Actor) -> None:
    taken = morning(7)
    plan_meeting(officer, "Rapat lain", times=Times(taken, taken + timedelta(hours=1)), zone="Asia/Jakarta")
    poll = asked(officer, partner(officer))
    slot = poll.slots.get(starts_at=taken)

    with pytest.raises(ValidationError, match="Rapat lain"):
        decide(officer, poll, slot.pk)
    assert Meeting.objects.count() == 1

    decide(officer, poll, slot.pk, allowed=True)
    assert Meeting.objects.count() == 2


def test_a_poll_is_decided_once(officer: Actor) -> None:
    poll = asked(officer, partner(officer))
    slots = list(poll.slots.values_list("pk", flat=True))
    decide(officer, poll, slots[0])
    with pytest.raises(ValidationError, match="over already"):
        decide(officer, poll, slots[1])
    assert Meeting.objects.count() == 1


def test_what_was_said_on_the_telephone_is_written_down(
    drafter: Actor, officer: Actor, reader: Actor
) -> None:
    guest = asked(officer, partner(officer)).guests.get()
    vote_for(drafter, guest, said(guest, NO, YES))
    assert PollVote.objects.count() == 2
    with pytest.raises(PermissionDenied):
        vote_for(reader, guest, said(guest, YES))


def test_poll_of_a_restricted_dossier_is_for_its_members(officer: Actor, drafter: Actor) -> None:
    dossier = open_dossier(officer, "Rahasia")
    poll = asked(officer, partner(officer), dossier=dossier)
    restrict(officer, dossier)

    assert poll in visible_polls(officer)
    assert poll not in visible_polls(drafter)


@pytest.mark.parametrize(
    "broken",
    [{"title": ""}, {"minutes": 0}, {"minutes": 24 * 60 + 1}],
    ids=["no title", "no length", "too long"],
)
def test_database_refuses_a_poll_that_is_none(officer: Actor, broken: dict[str, object]) -> None:
    poll = asked(officer, partner(officer))
    with pytest.raises(IntegrityError), transaction.atomic():
        Poll.objects.filter(pk=poll.pk).update(**broken)


def test_database_refuses_an_open_poll_with_a_meeting(officer: Actor) -> None:
    poll = asked(officer, partner(officer))
    decide(officer, poll, poll.slots.values_list("pk", flat=True)[0])
    with pytest.raises(IntegrityError), transaction.atomic():
        Poll.objects.filter(pk=poll.pk).update(state=Poll.State.OPEN)


@pytest.mark.parametrize("number", [1, 4])
def test_any_number_of_guests_takes_the_same_queries(
    officer: Actor, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    poll = asked(officer, *(partner(officer, f"Tamu {each}") for each in range(number)))
    guests = guests_of(poll)
    with django_assert_num_queries(4):
        assert len(judged(poll, guests)) == 3
