"""Attendance in order: by the version of the day, with reasons, exceptions by hand, and ranks given on the spot."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.precedence.tables import begin_version, put_table_away
from jembatan.meetings.actions.order import follow_table, leave_to_table, move_guest
from jembatan.meetings.models import Meeting, PlaceByHand
from jembatan.meetings.queries.order import Order, day_of, order_of
from jembatan.meetings.queries.printed.order import printed_delegations, printed_order
from jembatan.meetings.tests.protocol_scene import Scene, protocol_scene
from jembatan.platform.markings import Marking

type ClientOf = Callable[[Actor], Client]


@pytest.fixture
def scene(head: Actor, officer: Actor) -> Scene:
    return protocol_scene(head, officer)


def current(scene: Scene) -> Order:
    found = order_of(scene.meeting, scene.meeting.begins)
    assert found is not None
    return found


def names(scene: Scene) -> list[str]:
    return [each.guest.name.split()[0] for each in current(scene).standings]


def test_order_says_why_and_puts_those_without_a_rank_last(scene: Scene) -> None:
    order = current(scene)
    assert names(scene)[:3] == ["Sari", "Anton", "Wati"]
    assert [each.reason for each in order.ranked] == [
        "rank 1: Minister",
        "rank 2: Director, butir 2",
        "rank 2: Director, butir 2",
    ]
    assert {each.guest.name for each in order.unranked} >= {"Budi"}
    assert {each.reason for each in order.unranked} == {
        "no rank for this post",
        "no post in the directory on this day",
    }


def test_version_is_that_of_the_day_of_the_meeting(head: Actor, scene: Scene) -> None:
    tomorrow = day_of(scene.meeting, scene.meeting.starts_at) - timedelta(days=1)
    later = begin_version(head, scene.table, source="Baru", valid_from=tomorrow)
    assert current(scene).version == later
    Meeting.objects.filter(pk=scene.meeting.pk).update()
    past = order_of(scene.meeting, scene.meeting.begins - timedelta(days=9))
    assert past is not None
    assert past.version != later


def test_exception_keeps_who_and_why_and_can_be_left(officer: Actor, scene: Scene) -> None:
    move_guest(officer, scene.guests["Wati"], place=1, reason="Tuan rumah acara")
    assert names(scene)[:3] == ["Wati", "Sari", "Anton"]
    first = current(scene).standings[0]
    assert first.reason == f"by hand, {officer.user}: Tuan rumah acara"
    move_guest(officer, scene.guests["Budi"], place=99)
    assert names(scene)[-1] == "Budi"
    move_guest(officer, scene.guests["Wati"], place=2)
    assert current(scene).standings[1].reason.endswith("Tuan rumah acara")
    leave_to_table(officer, scene.guests["Wati"])
    assert names(scene)[:3] == ["Sari", "Anton", "Wati"]


def test_nobody_moves_without_an_order(officer: Actor, reader: Actor, scene: Scene) -> None:
    with pytest.raises(PermissionDenied):
        move_guest(reader, scene.guests["Wati"], place=1)
    follow_table(officer, scene.meeting, None)
    assert order_of(scene.meeting, scene.meeting.begins) is None
    with pytest.raises(ValidationError):
        move_guest(officer, scene.guests["Wati"], place=1)


def test_database_keeps_one_place_a_guest(officer: Actor, scene: Scene) -> None:
    move_guest(officer, scene.guests["Wati"], place=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        PlaceByHand.objects.create(guest=scene.guests["Wati"], place=2)
    with pytest.raises(IntegrityError), transaction.atomic():
        PlaceByHand.objects.update(place=0)


def test_printed_order_and_delegations(officer: Actor, scene: Scene) -> None:
    document = printed_order(officer, scene.meeting, at="", language="en")
    assert [section.title for section in document.sections] == ["Taking part", "Without a rank"]
    assert document.sections[0].lines[0].detail.endswith("rank 1: Minister")
    assert "Kebiasaan meja" in document.subtitle
    lists = printed_delegations(officer, scene.meeting, at="", language="id")
    assert [section.title.split(" · ")[0] for section in lists.sections][:2] == [
        "Kementerian Laut",
        "Badan Pelabuhan",
    ]
    head_of_delegation = lists.sections[0].lines[0]
    assert head_of_delegation.text == "Sari"
    assert "Menteri Kelautan" in head_of_delegation.detail
    assert "ketua delegasi" in head_of_delegation.detail
    assert "Ibu" in head_of_delegation.detail


def test_lists_bear_the_highest_marking_of_those_on_them(officer: Actor, scene: Scene) -> None:
    person = scene.guests["Sari"].person
    assert person is not None
    person.marking = Marking.AMBER
    person.save()
    assert printed_delegations(officer, scene.meeting, at="", language="en").marking == Marking.AMBER
    assert printed_order(officer, scene.meeting, at="", language="en").marking == Marking.AMBER


def test_lists_bear_the_marking_of_where_somebody_holds_a_post(officer: Actor, scene: Scene) -> None:
    standing = next(each for each in current(scene).standings if each.position)
    assert standing.position is not None
    body = standing.position.organisation
    body.marking = Marking.RED
    body.save()
    scene.meeting.attendances.update(organisation=None)
    assert printed_delegations(officer, scene.meeting, at="", language="en").marking == Marking.RED
    assert printed_order(officer, scene.meeting, at="", language="en").marking == Marking.RED


def test_queries_do_not_grow_with_guests(
    scene: Scene, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(8):
        current(scene)


def test_page_moves_and_gives_ranks(officer: Actor, scene: Scene, client_of: ClientOf) -> None:
    client = client_of(officer)
    args = [scene.meeting.pk, scene.guests["Wati"].pk]
    client.post(reverse("meetings:place", args=args), {"up": "1"})
    assert names(scene)[:3] == ["Sari", "Wati", "Anton"]
    client.post(reverse("meetings:place", args=args), {"place": "1", "reason": "Tamu utama"})
    page = client.get(reverse("meetings:order", args=[scene.meeting.pk])).content.decode()
    assert "Tamu utama" in page
    meeting_page = client.get(reverse("meetings:meeting", args=[scene.meeting.pk])).content.decode()
    assert "In the order of: Tata tempat" in meeting_page
    assert "rank 1: Minister" in meeting_page
    client.post(reverse("meetings:place_removal", args=args))
    budi = [scene.meeting.pk, scene.guests["Budi"].pk]
    rank = current(scene).ranks[0]
    client.post(reverse("meetings:guest_rank", args=budi), {"rank": str(rank.pk)})
    assert names(scene)[:4] == ["Sari", "Budi", "Anton", "Wati"]
    client.post(reverse("meetings:order", args=[scene.meeting.pk]), {"table": ""})
    assert order_of(scene.meeting, scene.meeting.begins) is None


def fields_of_undo(page: str) -> dict[str, str]:
    """What the Undo button in the toast posts."""
    toast = page.partition('<div class="toast')[2]
    return dict(re.findall(r'<input type="hidden" name="(place|reason|rank|table)" value="([^"]*)"', toast))


def test_every_move_is_undone_with_its_reason(officer: Actor, scene: Scene, client_of: ClientOf) -> None:
    client, args = client_of(officer), [scene.meeting.pk, scene.guests["Wati"].pk]
    address = reverse("meetings:place", args=args)
    client.post(address, {"place": "1"}, follow=True)
    page = client.post(address, {"place": "2", "reason": "Tamu utama"}, follow=True).content.decode()
    undo = fields_of_undo(page)
    client.post(address, undo)
    assert (PlaceByHand.objects.get().place, PlaceByHand.objects.get().reason) == (1, "")
    client.post(address, {"place": "2", "reason": "Tamu utama"})
    page = client.post(reverse("meetings:place_removal", args=args), follow=True).content.decode()
    assert not PlaceByHand.objects.exists()
    client.post(address, fields_of_undo(page))
    assert (PlaceByHand.objects.get().place, PlaceByHand.objects.get().reason) == (2, "Tamu utama")


def test_choice_of_an_order_is_undone(officer: Actor, scene: Scene, client_of: ClientOf) -> None:
    client, address = client_of(officer), reverse("meetings:order", args=[scene.meeting.pk])
    page = client.post(address, {"table": ""}, follow=True).content.decode()
    assert order_of(scene.meeting, scene.meeting.begins) is None
    client.post(address, fields_of_undo(page))
    assert current(scene).table == scene.table


def test_rank_given_on_the_spot_is_undone(officer: Actor, scene: Scene, client_of: ClientOf) -> None:
    client = client_of(officer)
    address = reverse("meetings:guest_rank", args=[scene.meeting.pk, scene.guests["Budi"].pk])
    rank = current(scene).ranks[0]
    page = client.post(address, {"rank": str(rank.pk)}, follow=True).content.decode()
    assert "Budi" in {each.guest.name for each in current(scene).ranked}
    other = current(scene).ranks[1]
    page = client.post(address, {"rank": str(other.pk)}, follow=True).content.decode()
    client.post(address, fields_of_undo(page))
    assert next(each.rank for each in current(scene).ranked if each.guest.name == "Budi") == rank
    page = client.post(address, {"rank": ""}, follow=True).content.decode()
    assert "Budi" in {each.guest.name for each in current(scene).unranked}
    client.post(address, fields_of_undo(page))
    assert next(each.rank for each in current(scene).ranked if each.guest.name == "Budi") == rank
    assert client.post(address, {"rank": "x"}).status_code == 404


def test_place_that_is_told_is_the_one_that_was_given(
    officer: Actor, scene: Scene, client_of: ClientOf
) -> None:
    args = [scene.meeting.pk, scene.guests["Sari"].pk]
    page = client_of(officer).post(reverse("meetings:place", args=args), {"up": "1"}, follow=True)
    assert "Sari stands at place 1." in page.content.decode()


def test_order_that_was_put_away_stays_chosen(
    head: Actor, officer: Actor, scene: Scene, client_of: ClientOf
) -> None:
    put_table_away(head, scene.table)
    address = reverse("meetings:order", args=[scene.meeting.pk])
    page = client_of(officer).get(address).content.decode()
    assert f'<option value="{scene.table.pk}" selected>' in page
    assert client_of(officer).post(address, {"table": str(scene.table.pk)}).status_code == 302


@pytest.mark.parametrize("form", ["pdf", "docx", "xlsx"])
@pytest.mark.parametrize("page", ["printed_order", "printed_delegations"])
def test_documents_are_made(officer: Actor, scene: Scene, client_of: ClientOf, page: str, form: str) -> None:
    address = reverse(f"meetings:{page}", args=[scene.meeting.pk, form])
    answer = client_of(officer).get(address, {"language": "id"})
    assert answer.content.startswith(b"%PDF" if form == "pdf" else b"PK")
