"""Seats: the rule of the right hand at every shape, one seat a person, and nobody moved by a newcomer."""

import re
from collections.abc import Callable
from datetime import timedelta
from itertools import combinations

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from jembatan.accounts.actor import Actor
from jembatan.directory.models import PrecedenceTable
from jembatan.meetings.actions.draft_of_event import draft_of
from jembatan.meetings.actions.filing import file_meetings
from jembatan.meetings.actions.objects.keep import read_object
from jembatan.meetings.actions.plan_meeting import Times, plan_meeting
from jembatan.meetings.actions.seating import make_plan, seat_behind, seat_guest, take_seat_away
from jembatan.meetings.formats.seating import SEAT_HEIGHT, SEAT_WIDTH, drawing, places, seated
from jembatan.meetings.models import Attendance, Meeting, MeetingOrder, Seat, SeatingPlan
from jembatan.meetings.queries.printed.seating import printed_cards, printed_plan
from jembatan.meetings.queries.seating import Seating, seating_of
from jembatan.meetings.tests.protocol_scene import Scene, protocol_scene
from jembatan.platform.markings import Marking

type ClientOf = Callable[[Actor], Client]
SHAPES = SeatingPlan.Shape.values


@pytest.fixture
def scene(head: Actor, officer: Actor) -> Scene:
    return protocol_scene(head, officer)


@pytest.fixture
def plan(officer: Actor, scene: Scene) -> SeatingPlan:
    return make_plan(officer, scene.meeting, "facing")


def at(plan: SeatingPlan) -> dict[str, str]:
    return {
        seat.place: seat.guest.name.split()[0]
        for seat in plan.seats.select_related("guest").filter(place__isnull=False)
        if seat.place
    }


def current(scene: Scene) -> Seating:
    found = seating_of(scene.meeting, scene.meeting.begins)
    assert found is not None
    return found


@given(st.sampled_from(SHAPES), st.integers(0, 12), st.integers(0, 12))
def test_everybody_has_one_place_and_nobody_another_ones(shape: str, hosts: int, guests: int) -> None:
    ours, theirs = [f"O{n}" for n in range(hosts)], [f"T{n}" for n in range(guests)]
    found = seated(shape, hosts=ours, guests=theirs)
    assert sorted(found.values()) == sorted(ours + theirs)
    assert set(found) == set(places(shape, hosts=hosts, guests=guests))


@given(st.sampled_from(SHAPES), st.integers(1, 8), st.integers(1, 8))
def test_seats_are_on_the_drawing_and_stay_where_they_are_when_the_table_grows(
    shape: str, hosts: int, guests: int
) -> None:
    drawn = drawing(shape, places(shape, hosts=hosts, guests=guests))
    spots = {spot.place: (spot.x, spot.y) for spot in drawn.spots}
    assert len(set(spots.values())) == len(spots)
    left, width = drawn.filled
    assert 0 <= left <= left + width <= drawn.width
    for x, y in [*spots.values(), *(spot.behind for spot in drawn.spots)]:
        assert left + SEAT_WIDTH / 2 <= x <= left + width - SEAT_WIDTH / 2
        assert SEAT_HEIGHT / 2 <= y <= drawn.height - SEAT_HEIGHT / 2
    for one, other in combinations(spots.values(), 2):
        assert abs(one[0] - other[0]) >= SEAT_WIDTH or abs(one[1] - other[1]) >= SEAT_HEIGHT
    if shape in {"u", "head", "theatre"}:
        more = drawing(shape, places(shape, hosts=hosts, guests=guests + 1))
        assert {spot.place: (spot.x, spot.y) for spot in more.spots if spot.place in spots} == spots


@pytest.mark.parametrize("shape", ["u", "round", "head"])
def test_guest_of_honour_sits_at_the_right_hand_of_the_host(shape: str) -> None:
    found = seated(shape, hosts=["host", "deputy"], guests=["first", "second", "third"])
    assert [found[str(number)] for number in range(1, 6)] == ["host", "first", "second", "deputy", "third"]
    host, right, left, *_rest = drawing(shape, list(found)).spots
    assert right.x < host.x < left.x  # the host looks down the drawing


def test_heads_of_two_sides_face_each_other_each_with_the_next_at_the_right() -> None:
    spots = {spot.place: spot for spot in drawing("facing", ["h1", "h2", "h3", "g1", "g2", "g3"]).spots}
    assert spots["h1"].x == spots["g1"].x
    assert spots["g2"].x < spots["g1"].x < spots["g3"].x
    assert spots["h3"].x < spots["h1"].x < spots["h2"].x


def test_plan_follows_the_order_of_the_meeting(plan: SeatingPlan) -> None:
    found = at(plan)
    assert [found[f"g{number}"] for number in range(1, 5)] == ["Sari", "Anton", "Wati", "Budi"]
    assert {found["h1"], found["h2"]} == {"Ratna", "Bagus"}


def test_two_change_seats(officer: Actor, scene: Scene, plan: SeatingPlan) -> None:
    seat_guest(officer, plan, scene.guests["Budi"], "g1")
    assert (at(plan)["g1"], at(plan)["g4"]) == ("Budi", "Sari")
    with pytest.raises(ValidationError):
        seat_guest(officer, plan, scene.guests["Budi"], "g99")
    with pytest.raises(ValidationError):
        seat_guest(officer, plan, scene.guests["Budi"], "1; drop")


def test_newcomer_moves_nobody_and_is_offered_a_seat(officer: Actor, scene: Scene, plan: SeatingPlan) -> None:
    seat_guest(officer, plan, scene.guests["Budi"], "g1")
    before = at(plan)
    late = Attendance.objects.create(meeting=scene.meeting, name="Joko", email="joko@laut.example")
    assert [guest.name for guest in current(scene).unseated] == ["Joko"]
    assert at(plan) == before
    seat_guest(officer, plan, late)
    assert at(plan) == before | {"g5": "Joko"}


def test_interpreter_leaves_the_table_and_sits_behind(
    officer: Actor, scene: Scene, plan: SeatingPlan
) -> None:
    budi, sari, wati = (scene.guests[name] for name in ("Budi", "Sari", "Wati"))
    seat_behind(officer, plan, budi, sari)
    assert "Budi" not in at(plan).values()
    chair = next(each for each in current(scene).chairs if each.guest == sari)
    assert chair.interpreter == budi
    with pytest.raises(ValidationError):
        seat_behind(officer, plan, wati, sari)
    with pytest.raises(ValidationError):
        seat_behind(officer, plan, wati, budi)
    with pytest.raises(ValidationError):
        seat_behind(officer, plan, sari, wati)
    make_plan(officer, scene.meeting, "round")
    assert next(each for each in current(scene).chairs if each.guest == sari).interpreter == budi
    take_seat_away(officer, plan, sari)
    assert {guest.name for guest in current(scene).unseated} == {"Sari", "Budi"}


def test_database_gives_one_seat_a_person_and_one_person_a_seat(scene: Scene, plan: SeatingPlan) -> None:
    sari = scene.guests["Sari"]
    wrong: list[dict[str, object]] = [
        {"guest": sari, "place": "g9"},
        {"guest": Attendance.objects.create(meeting=scene.meeting, name="Joko"), "place": "g1"},
        {"guest": Attendance.objects.create(meeting=scene.meeting, name="Tono"), "place": None},
    ]
    for fields in wrong:
        with pytest.raises(IntegrityError), transaction.atomic():
            _take(plan, fields)
    with pytest.raises(IntegrityError), transaction.atomic():
        Seat.objects.filter(guest=sari).update(place=None, behind=sari)
    with pytest.raises(IntegrityError), transaction.atomic():
        SeatingPlan.objects.update(shape="star")


def _take(plan: SeatingPlan, fields: dict[str, object]) -> None:
    Seat.objects.create(plan=plan, **fields)
    connection.check_constraints()


def test_database_seats_and_orders_within_the_meeting_and_its_desk(
    officer: Actor, stranger: Actor, scene: Scene, plan: SeatingPlan
) -> None:
    times = Times(scene.meeting.starts_at + timedelta(days=9), scene.meeting.ends_at + timedelta(days=9))
    other = plan_meeting(officer, "Lain", times=times, zone="Asia/Jakarta").attendances.get()
    speaker = plan.seats.exclude(place=None).first()
    assert speaker is not None
    theirs = PrecedenceTable.objects.create(desk=stranger.desk, name="Lain")

    for fields in ({"place": "g40"}, {"behind": speaker.guest}):
        with pytest.raises(IntegrityError, match="only who takes part"), transaction.atomic():
            Seat.objects.create(plan=plan, guest=other, **fields)
    with pytest.raises(IntegrityError, match="its own desk"), transaction.atomic():
        MeetingOrder.objects.update_or_create(meeting=scene.meeting, defaults={"table": theirs})


def test_reader_seats_nobody(reader: Actor, scene: Scene, plan: SeatingPlan) -> None:
    with pytest.raises(PermissionDenied):
        seat_guest(reader, plan, scene.guests["Budi"], "g1")
    with pytest.raises(PermissionDenied):
        make_plan(reader, scene.meeting, "u")


def test_page_seats_swaps_and_undoes(officer: Actor, scene: Scene, client_of: ClientOf) -> None:
    client, address = client_of(officer), reverse("meetings:seating", args=[scene.meeting.pk])
    client.post(address, {"shape": "facing"})
    plan = SeatingPlan.objects.get()
    budi = [scene.meeting.pk, scene.guests["Budi"].pk]
    client.post(reverse("meetings:seat", args=budi), {"place": "g1"})
    kept = at(plan)
    page = client.get(address, {"picked": str(budi[1])}).content.decode()
    assert "Where does Budi sit?" in page
    assert "Change seats" in page
    client.post(address, {"shape": "u"})
    seats = " ".join(f"{place}:{scene.guests[name].pk}" for place, name in kept.items())
    client.post(address, {"shape": "facing", "seats": seats})
    assert at(plan) == kept
    client.post(reverse("meetings:seat_removal", args=budi))
    assert "Budi" not in at(plan).values()
    assert client.post(address, {"shape": "star"}).status_code == 404


def test_moving_and_taking_away_are_undone_with_interpreters(
    officer: Actor, scene: Scene, client_of: ClientOf, plan: SeatingPlan
) -> None:
    client, address = client_of(officer), reverse("meetings:seating", args=[scene.meeting.pk])
    seat_behind(officer, plan, scene.guests["Budi"], scene.guests["Sari"])
    before = _seats(plan)
    late = Attendance.objects.create(meeting=scene.meeting, name="Joko")
    for view, who, said in (
        ("meetings:seat", late, {"place": "g1"}),
        ("meetings:seat", scene.guests["Budi"], {"place": "g2"}),
        ("meetings:seat_removal", scene.guests["Sari"], {}),
    ):
        answer = client.post(reverse(view, args=[scene.meeting.pk, who.pk]), said, follow=True)
        assert _seats(plan) != before
        fields = dict(
            re.findall(r'<input type="hidden" name="(shape|seats)" value="([^"]*)"', answer.content.decode())
        )
        assert set(fields) == {"shape", "seats"}
        client.post(address, fields)
        assert _seats(plan) == before


def _seats(plan: SeatingPlan) -> str:
    rows = plan.seats.order_by("guest").values_list("guest", "place", "behind")
    return " ".join(f"{guest}:{place}:{behind}" for guest, place, behind in rows)


@pytest.mark.parametrize(
    "seats",
    [
        "gx:{0}",
        "g²:{0}",
        "g999999999:{0}",
        "1:{0}",
        "g-5:{0}",
        "g1:{0} g2:{0}",
        "g1:{0} behind{0}:{0}",
    ],
)
def test_seats_that_no_table_has_are_refused_in_a_sentence(
    officer: Actor, scene: Scene, client_of: ClientOf, plan: SeatingPlan, seats: str
) -> None:
    client, address = client_of(officer), reverse("meetings:seating", args=[scene.meeting.pk])
    before = _seats(plan)
    answer = client.post(
        address, {"shape": "facing", "seats": seats.format(scene.guests["Sari"].pk)}, follow=True
    )
    assert answer.status_code == 200
    assert _seats(plan) == before


@pytest.mark.parametrize("shape", SHAPES)
def test_plan_and_cards_are_printed(officer: Actor, scene: Scene, client_of: ClientOf, shape: str) -> None:
    plan = make_plan(officer, scene.meeting, shape)
    someone = plan.seats.exclude(guest=scene.guests["Budi"]).filter(place__isnull=False).first()
    assert someone is not None
    seat_behind(officer, plan, scene.guests["Budi"], someone.guest)
    for what in ("plan", "cards"):
        answer = client_of(officer).get(reverse("meetings:printed_seating", args=[scene.meeting.pk, what]))
        assert answer.content.startswith(b"%PDF")


@pytest.mark.parametrize("what", [printed_plan, printed_cards])
def test_plan_and_cards_bear_the_marking_of_interpreters(
    officer: Actor,
    scene: Scene,
    plan: SeatingPlan,
    monkeypatch: pytest.MonkeyPatch,
    what: Callable[..., tuple[str, bytes]],
) -> None:
    said: dict[str, object] = {}
    module = "jembatan.meetings.queries.printed.seating.typeset"
    monkeypatch.setattr(module, lambda _name, data, **_other: said.update(data) or b"")
    seat_behind(officer, plan, scene.guests["Budi"], scene.guests["Sari"])
    person = scene.guests["Budi"].person
    assert person is not None
    person.marking = Marking.RED
    person.save()
    what(officer, scene.meeting, at="", language="en")
    assert said["marking"] == Marking.RED


EVENT = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:luar@example.org
SEQUENCE:{sequence}
DTSTAMP:20260101T00000{sequence}Z
DTSTART:20300101T090000Z
SUMMARY:Undangan
ATTENDEE;CN=Sari:mailto:sari@laut.example
ATTENDEE;CN={other}:mailto:{other}@laut.example
END:VEVENT
END:VCALENDAR
"""


def test_later_version_of_a_calendar_leaves_everybody_in_their_seat(officer: Actor) -> None:
    def came(sequence: int, other: str) -> Meeting:
        event = read_object(EVENT.format(sequence=sequence, other=other).encode())[""]
        file_meetings(officer, [draft_of(event)], batch_id=None)
        return Meeting.objects.get(uid="luar@example.org")

    meeting = came(1, "Budi")
    plan = make_plan(officer, meeting, "round")
    assert at(plan) == {"1": "Sari", "2": "Budi"}
    came(2, "Wati")
    assert at(plan) == {"1": "Sari"}
    found = seating_of(meeting, meeting.begins)
    assert found is not None
    assert [guest.name for guest in found.unseated] == ["Wati"]
