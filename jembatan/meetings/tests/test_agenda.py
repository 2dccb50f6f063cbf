"""The agenda: points in an order without gaps, their times, and a kind of meeting to start from."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.agenda import (
    Content,
    add_point,
    bring_back_point,
    change_point,
    move_point,
    start_from,
    take_out_point,
)
from jembatan.meetings.actions.plan_meeting import Times, plan_meeting
from jembatan.meetings.models import AgendaItem, Meeting
from jembatan.meetings.queries.agenda import agenda_of, standing_items
from jembatan.meetings.queries.agenda_kinds import KINDS

type ClientOf = Callable[[Actor], Client]


@pytest.fixture
def meeting(officer: Actor) -> Meeting:
    begins = timezone.now().replace(minute=0, second=0, microsecond=0) + timedelta(days=2)
    return plan_meeting(
        officer, "Rapat", times=Times(begins, begins + timedelta(minutes=60)), zone="Asia/Jakarta"
    )


def points(officer: Actor, meeting: Meeting, *titles: str) -> list[AgendaItem]:
    return [add_point(officer, meeting, Content(title=title)) for title in titles]


def order(meeting: Meeting) -> list[tuple[int | None, str]]:
    return [(item.position, item.title) for item in standing_items(meeting)]


def test_points_move_and_never_beyond_the_ends(officer: Actor, meeting: Meeting) -> None:
    first, second, third = points(officer, meeting, "A", "B", "C")
    move_point(officer, third, by=-1)
    assert order(meeting) == [(1, "A"), (2, "C"), (3, "B")]
    move_point(officer, first, by=-1)
    move_point(officer, second, by=9)
    assert order(meeting) == [(1, "A"), (2, "C"), (3, "B")]


def test_point_taken_out_leaves_no_gap_and_comes_back_to_its_place(officer: Actor, meeting: Meeting) -> None:
    _first, second, _third = points(officer, meeting, "A", "B", "C")
    take_out_point(officer, second)
    assert order(meeting) == [(1, "A"), (2, "C")]
    take_out_point(officer, second)
    assert order(meeting) == [(1, "A"), (2, "C")]
    bring_back_point(officer, second, position=2)
    assert order(meeting) == [(1, "A"), (2, "B"), (3, "C")]


def test_point_comes_back_at_the_end_where_its_place_is_gone(officer: Actor, meeting: Meeting) -> None:
    *others, last = points(officer, meeting, "A", "B", "C")
    for item in (last, *others):
        take_out_point(officer, item)
    bring_back_point(officer, last, position=3)
    assert order(meeting) == [(1, "C")]


def test_times_follow_the_minutes_and_one_point_takes_what_is_left(officer: Actor, meeting: Meeting) -> None:
    for title, minutes in (("Pembukaan", 5), ("Pembahasan", None), ("Penutup", 15)):
        add_point(officer, meeting, Content(title=title, minutes=minutes))

    agenda = agenda_of(meeting, meeting.starts_at, meeting.ends_at)

    begins = meeting.starts_at
    assert [(point.starts_at, point.ends_at) for point in agenda.points] == [
        (begins + timedelta(minutes=start), begins + timedelta(minutes=end))
        for start, end in ((0, 5), (5, 45), (45, 60))
    ]
    assert (agenda.minutes, agenda.over) == (20, 0)


def test_after_two_open_points_nobody_knows_the_time(officer: Actor, meeting: Meeting) -> None:
    points(officer, meeting, "A", "B")
    first, second = agenda_of(meeting, meeting.starts_at, meeting.ends_at).points
    assert (first.starts_at, first.ends_at) == (meeting.starts_at, None)
    assert (second.starts_at, second.hours) == (None, "")


def test_agenda_says_by_how_much_it_is_too_long(officer: Actor, meeting: Meeting) -> None:
    add_point(officer, meeting, Content(title="A", minutes=75))
    assert agenda_of(meeting, meeting.starts_at, meeting.ends_at).over == 15


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_meeting_is_a_start_and_only_that(officer: Actor, meeting: Meeting, kind: str) -> None:
    start_from(officer, meeting, kind)
    assert len(order(meeting)) == len(KINDS[kind].points)
    with pytest.raises(ValidationError, match="already"):
        start_from(officer, meeting, kind)


@pytest.mark.parametrize(
    ("content", "field"),
    [(Content(title="  "), "title"), (Content(title="A", minutes=0), "minutes")],
    ids=["no title", "no time"],
)
def test_what_is_no_point_is_refused(officer: Actor, meeting: Meeting, content: Content, field: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        add_point(officer, meeting, content)
    assert field in refusal.value.message_dict


def test_only_who_takes_part_leads_a_point(officer: Actor, meeting: Meeting) -> None:
    [item] = points(officer, meeting, "A")
    own = meeting.attendances.get()
    change_point(officer, item, Content(title="A", owner=own, speaks=True))
    begins = timezone.now()
    elsewhere = plan_meeting(officer, "Lain", times=Times(begins, begins), zone="Asia/Jakarta")
    with pytest.raises(ValidationError) as refusal:
        change_point(officer, item, Content(title="A", owner=elsewhere.attendances.get()))
    assert "owner" in refusal.value.message_dict


def test_readers_do_not_write_it(reader: Actor, officer: Actor, meeting: Meeting) -> None:
    with pytest.raises(PermissionDenied):
        points(reader, meeting, "A")


def test_database_keeps_positions_apart(officer: Actor, meeting: Meeting) -> None:
    first, _second = points(officer, meeting, "A", "B")

    def both_second() -> None:
        AgendaItem.objects.filter(pk=first.pk).update(position=2)
        connection.check_constraints()

    with pytest.raises(IntegrityError), transaction.atomic():
        both_second()


def test_page_shows_adds_and_undoes(officer: Actor, meeting: Meeting, client_of: ClientOf) -> None:
    client, base = client_of(officer), f"/meetings/{meeting.pk}/agenda"
    assert "start from a kind of meeting" in client.get(f"/meetings/{meeting.pk}/").content.decode()

    client.post(f"{base}/start/", {"kind": "press"})
    client.post(f"{base}/new/", {"title": "Foto bersama", "minutes": "5", "speaks": "on"})
    assert order(meeting)[-1] == (5, "Foto bersama")

    last = standing_items(meeting).last()
    assert last
    client.post(f"{base}/{last.pk}/removal/")
    page = client.get(f"/meetings/{meeting.pk}/").content.decode()
    assert "Foto bersama" not in page
    assert f"{base}/{last.pk}/restoration/" in page
    client.post(f"{base}/{last.pk}/restoration/", {"position": "1"})
    assert order(meeting)[0] == (1, "Foto bersama")


def test_wrong_point_stays_in_its_form(officer: Actor, meeting: Meeting, client_of: ClientOf) -> None:
    answer = client_of(officer).post(
        f"/meetings/{meeting.pk}/agenda/new/", {"title": "Pokok", "minutes": "0", "notes": "Catatan"}
    )
    assert answer.status_code == 422
    assert "Catatan" in answer.content.decode()
