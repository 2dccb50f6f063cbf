"""Open actions stand on the agenda of the next meeting with the same partners until they are closed."""

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation
from jembatan.dossiers.actions.access import restrict
from jembatan.dossiers.models import Dossier
from jembatan.meetings.actions.cancel_meeting import cancel_meeting
from jembatan.meetings.actions.outcomes.closing import close_action
from jembatan.meetings.actions.outcomes.giving import Task, give_action
from jembatan.meetings.actions.schedule import schedule
from jembatan.meetings.models import Meeting
from jembatan.meetings.queries.outcomes.carried import open_actions_for
from jembatan.meetings.tests.outcomes.scene import given, met, partner, sitting


def carried(actor: Actor, meeting: Meeting, at: str = "") -> list[tuple[str, int]]:
    return [(each.action.text, each.carried) for each in open_actions_for(actor, sitting(meeting, at))]


def test_open_action_is_carried_past_every_meeting_until_it_is_closed(
    officer: Actor, ministry: Organisation
) -> None:
    first = met(officer, ministry, days=-30)
    action = given(officer, first)
    second, third = met(officer, ministry, days=-20), met(officer, ministry, days=1)

    assert carried(officer, first) == []
    assert carried(officer, second) == [("Kirim draf", 0)]
    assert carried(officer, third) == [("Kirim draf", 1)]
    [row] = open_actions_for(officer, sitting(third))
    assert row.days == 30

    close_action(officer, action)
    assert carried(officer, third) == []


def test_meeting_that_was_called_off_carried_nothing(officer: Actor, ministry: Organisation) -> None:
    given(officer, met(officer, ministry, days=-30))
    cancel_meeting(officer, met(officer, ministry, days=3))
    assert carried(officer, met(officer, ministry, days=5)) == [("Kirim draf", 0)]


def test_meeting_with_others_knows_nothing_of_it(officer: Actor, ministry: Organisation) -> None:
    retno = partner(officer)
    given(officer, met(officer, ministry, days=-3))
    met(officer, retno, days=-2)
    assert carried(officer, met(officer, retno, days=1)) == []
    assert carried(officer, met(officer, ministry, retno, days=2)) == [("Kirim draf", 0)]


def test_another_person_of_the_same_body_is_the_same_partner(officer: Actor) -> None:
    given(officer, met(officer, partner(officer), days=-3))
    assert carried(officer, met(officer, partner(officer, "Sri Lestari"), days=1)) == [("Kirim draf", 0)]


def test_occurrences_of_a_series_carry_from_one_to_the_next(officer: Actor) -> None:
    begins = (timezone.now() - timedelta(days=15)).replace(microsecond=0)
    series = met(officer, days=-15, title="Mingguan")
    series.rule = "RRULE:FREQ=WEEKLY;COUNT=6"
    series.starts_at, series.ends_at = begins, begins + timedelta(hours=1)
    series.save()
    schedule([series])
    names = list(series.occurrences.order_by("starts_at").values_list("recurrence_id", flat=True))
    give_action(officer, sitting(series, names[0]), Task(text="Kirim draf"))

    assert carried(officer, series, names[0]) == []
    assert carried(officer, series, names[1]) == [("Kirim draf", 0)]
    assert carried(officer, series, names[3]) == [("Kirim draf", 2)]


def test_restricted_dossier_keeps_its_actions(officer: Actor, reader: Actor, ministry: Organisation) -> None:
    dossier = Dossier.objects.create(desk=officer.desk, title="Tertutup")
    given(officer, met(officer, ministry, days=-3, dossier=dossier))
    restrict(officer, dossier)
    later = met(officer, ministry, days=1)
    assert carried(officer, later) == [("Kirim draf", 0)]
    assert carried(reader, later) == []


@pytest.mark.parametrize("number", [1, 3])
def test_number_of_queries_is_constant(
    officer: Actor, ministry: Organisation, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for days in range(number):
        given(officer, met(officer, ministry, days=-3 - days), owner=officer.user)
    met(officer, ministry, days=-1)
    later = sitting(met(officer, ministry, days=1))
    with django_assert_num_queries(5):
        rows = open_actions_for(officer, later)
        assert [str(row.action.owner) for row in rows] == [str(officer.user)] * number


def test_nothing_open_costs_two_queries(
    officer: Actor, ministry: Organisation, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    later = sitting(met(officer, ministry, days=1))
    with django_assert_num_queries(2):
        assert open_actions_for(officer, later) == []
