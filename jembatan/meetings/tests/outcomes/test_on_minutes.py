"""Decisions and actions on the page of the minutes, below the section of their point, and on paper."""

from collections.abc import Callable
from datetime import date

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.agenda import Content, add_point
from jembatan.meetings.actions.minutes.begin import begin_minutes
from jembatan.meetings.actions.outcomes.closing import close_action
from jembatan.meetings.actions.outcomes.decisions import write_decision
from jembatan.meetings.models import Action, Minutes
from jembatan.meetings.queries.outcomes.printed import outcome_lines
from jembatan.meetings.tests.outcomes.scene import given, met, partner, sitting

type ClientOf = Callable[[Actor], Client]


def begun(officer: Actor) -> Minutes:
    """With two points."""
    meeting = met(officer, partner(officer), days=-1)
    for title in ("Peta", "Biaya"):
        add_point(officer, meeting, Content(title=title))
    return begin_minutes(officer, meeting)


def test_line_below_a_section_belongs_to_its_point(officer: Actor, client_of: ClientOf) -> None:
    minutes, client = begun(officer), client_of(officer)
    point, address = minutes.meeting.agenda.get(title="Peta"), f"/minutes/{minutes.pk}/"
    form = {"line": "@Retno kirim peta", "agenda_item": str(point.pk), "next": address}

    answer = client.post(f"/meetings/{minutes.meeting_id}/actions/new/", form)

    assert answer["Location"] == f"{address}#outcomes"
    assert Action.objects.get().agenda_item == point
    page = client.get(address).content.decode()
    assert page.count("kirim peta</a>") == 1
    assert f"/minutes/{minutes.pk}/circulation/" in page


def test_page_asks_as_much_for_three_as_for_one(
    officer: Actor, client_of: ClientOf, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    minutes, client = begun(officer), client_of(officer)
    given(officer, minutes.meeting)
    client.get(f"/minutes/{minutes.pk}/")
    with CaptureQueriesContext(connection) as first:
        client.get(f"/minutes/{minutes.pk}/")
    for point in minutes.meeting.agenda.all():
        given(officer, minutes.meeting, item=point)
    with django_assert_num_queries(len(first)):
        client.get(f"/minutes/{minutes.pk}/")


def test_paper_has_them_below_their_sections(officer: Actor) -> None:
    minutes = begun(officer)
    point = minutes.meeting.agenda.get(title="Biaya")
    write_decision(officer, sitting(minutes.meeting), "Dibagi dua", item=point)
    action = given(officer, minutes.meeting, "Hitung", owner=officer.user, due=date(2027, 3, 5))
    close_action(officer, action)

    lines = outcome_lines(officer, sitting(minutes.meeting))

    assert [line.text for line in lines[point.pk]] == ["Dibagi dua"]
    [line] = lines[0]
    assert (line.text, line.label) == ("Hitung", "Action")
    assert line.detail == f"{officer.user} · due 5 Mar 2027 · done"
