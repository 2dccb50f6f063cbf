"""A room is given once, and one of us is in one place, unless somebody says so; the database sees to it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.test import Client
from django.urls import reverse

from jembatan.accounts.actor import Actor
from jembatan.journal.models import Entry
from jembatan.meetings.actions.book import DoubleBooked
from jembatan.meetings.actions.cancel_meeting import cancel_meeting, restore_meeting
from jembatan.meetings.actions.change_meeting import change_meeting
from jembatan.meetings.actions.plan_meeting import Times, plan_meeting
from jembatan.meetings.actions.rooms import add_room, retire_room
from jembatan.meetings.models import Booking, Meeting, Room

type ClientOf = Callable[[Actor], Client]

START = datetime(2099, 3, 5, 7, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def room(head: Actor) -> Room:
    return add_room(head, "Ruang Garuda")


def plan(
    actor: Actor,
    title: str = "Rapat",
    *,
    at: datetime = START,
    room: Room | None = None,
    allowed: bool = False,
) -> Meeting:
    times = Times(at, at + HOUR)
    return plan_meeting(actor, title, times=times, zone="Asia/Jakarta", room=room, allowed=allowed)


def test_member_is_in_one_place_unless_it_is_allowed(officer: Actor) -> None:
    plan(officer, "Pertama")

    with pytest.raises(DoubleBooked, match="Bagus Prasetyo is taken at that time by “Pertama”") as refused:
        plan(officer, "Kedua", at=START + HOUR / 2)
    allowed = plan(officer, "Kedua", at=START + HOUR / 2, allowed=True)

    assert refused.value.may_be_allowed
    booking = Booking.objects.get(meeting=allowed)
    assert (booking.allowed, booking.allowed_by) == (True, officer.user)
    assert (
        Entry.objects.filter(
            source_id=allowed.pk, summary__contains="takes part in two meetings at that time: Kedua"
        ).count()
        == 1
    )
    assert [meeting.title for meeting in Meeting.objects.order_by("pk")] == ["Pertama", "Kedua"]


def test_room_is_given_once_whatever_is_allowed(officer: Actor, second_officer: Actor, room: Room) -> None:
    plan(officer, "Pertama", room=room)

    with pytest.raises(DoubleBooked) as refused:
        plan(second_officer, "Kedua", room=room, allowed=True)

    assert not refused.value.may_be_allowed
    assert Meeting.objects.count() == 1


def test_one_after_the_other_is_no_conflict(officer: Actor, room: Room) -> None:
    plan(officer, room=room)

    plan(officer, at=START + HOUR, room=room)

    assert Booking.objects.count() == 4


def test_meeting_that_moves_takes_its_new_time_and_gives_up_the_old(officer: Actor, room: Room) -> None:
    first, second = plan(officer, "Pertama", room=room), plan(officer, "Kedua", at=START + 3 * HOUR)
    there = (Times(START + 3 * HOUR, START + 4 * HOUR), "Asia/Jakarta")

    with pytest.raises(DoubleBooked):
        change_meeting(officer, first, "times", there, version=1)
    change_meeting(officer, first, "times", there, version=1, confirmed=True)

    plan(officer, "Ketiga", room=room)
    assert Booking.objects.filter(meeting=second, allowed=False).exists()


def test_cancelled_meeting_gives_up_its_room_and_gets_it_back_if_it_is_free(
    officer: Actor, second_officer: Actor, room: Room
) -> None:
    first = plan(officer, "Pertama", room=room)
    cancel_meeting(officer, first)
    second = plan(second_officer, "Kedua", room=room)

    with pytest.raises(DoubleBooked):
        restore_meeting(officer, first)
    cancel_meeting(second_officer, second)
    restore_meeting(officer, first)

    first.refresh_from_db()
    assert first.status == Meeting.Status.CONFIRMED
    assert Booking.objects.filter(room=room).get().meeting == first


@pytest.mark.parametrize("of_room", [True, False])
def test_database_refuses_what_nobody_asked(officer: Actor, room: Room, of_room: bool) -> None:
    first, second = plan(officer, room=room), plan(officer, at=START + 9 * HOUR)
    taken = {"room": room} if of_room else {"member": officer.user}
    span = DateTimeTZRange(START + HOUR / 2, START + 2 * HOUR)

    with pytest.raises(IntegrityError), transaction.atomic():
        Booking.objects.create(meeting=second, span=span, **taken)

    assert Booking.objects.filter(meeting=first).count() == 2


def test_rooms_are_the_heads(head: Actor, officer: Actor, room: Room, client_of: ClientOf) -> None:
    with pytest.raises(PermissionDenied):
        add_room(officer, "Ruang Merak")
    with pytest.raises(ValidationError):
        add_room(head, "ruang garuda")
    client = client_of(head)
    client.post(reverse("meetings:rooms"), {"name": "Ruang Merak"})
    shown = client.get(reverse("meetings:rooms")).content.decode()
    client.post(reverse("meetings:room_retirement", args=[room.pk]))

    assert "Ruang Merak" in shown
    assert [each.name for each in Room.objects.filter(retired_at__isnull=True)] == ["Ruang Merak"]


def test_retired_room_is_not_booked(head: Actor, officer: Actor, room: Room) -> None:
    retire_room(head, room)

    with pytest.raises(ValidationError, match="There is no such room"):
        plan(officer, room=room)


def test_form_offers_to_allow_it_and_keeps_what_was_typed(
    officer: Actor, room: Room, client_of: ClientOf
) -> None:
    plan(officer, "Pertama")
    client = client_of(officer)
    typed = {"title": "Kedua", "starts": "2099-03-05T14:00", "minutes": "60", "marking": "TLP:GREEN"}

    asked = client.post(reverse("meetings:new"), typed)
    done = client.post(reverse("meetings:new"), typed | {"allowed": "on"})

    page = asked.content.decode()
    assert asked.status_code == 422
    assert "is taken at that time by “Pertama”: Thu, 5 Mar 2099, 14:00–15:00 WIB (UTC+7)." in page
    assert 'value="Kedua"' in page
    assert 'type="checkbox" name="allowed"' in page
    assert done.status_code == 302


def test_room_of_a_meeting_is_chosen_on_its_page(officer: Actor, room: Room, client_of: ClientOf) -> None:
    meeting = plan(officer)
    client = client_of(officer)

    client.post(reverse("meetings:room", args=[meeting.pk]), {"room": room.pk})

    assert "Ruang Garuda" in client.get(reverse("meetings:meeting", args=[meeting.pk])).content.decode()


def test_meeting_says_who_is_elsewhere(officer: Actor, client_of: ClientOf) -> None:
    plan(officer, "Pertama")
    second = plan(officer, "Kedua", allowed=True)

    page = client_of(officer).get(reverse("meetings:meeting", args=[second.pk])).content.decode()

    assert "Bagus Prasetyo is at another meeting then: Pertama" in page
