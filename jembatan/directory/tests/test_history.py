"""Who changed what when, as the database itself wrote it down."""

from collections.abc import Callable

import pghistory
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.contact_points import add_contact_point
from jembatan.directory.actions.detail_removal import remove_detail
from jembatan.directory.actions.fields import change_field
from jembatan.directory.actions.positions import PositionFacts, add_position
from jembatan.directory.models import ContactPoint
from jembatan.directory.queries.history import history_of
from jembatan.directory.tests.people import a_ministry, retno
from jembatan.platform.audit.differences import Difference


def test_history_tells_author_and_both_values(officer: Actor, second_officer: Actor) -> None:
    person = retno(officer)
    assert second_officer.user
    with pghistory.context(user=second_officer.user.pk):
        change_field(second_officer, person, field="country", value="JP", version=1, seen="")
    with translation.override("en"):
        newest, oldest = history_of(officer, person)
    assert (newest.who, newest.what, newest.title) == ("Maria Lengkong", "update", "Changed")
    assert newest.differences == (Difference("Country", "", "Japan"),)
    assert (oldest.who, oldest.what) == ("", "insert")


def test_history_holds_the_details_and_what_became_of_them(officer: Actor) -> None:
    person, ministry = retno(officer), a_ministry(officer)
    add_position(officer, person, ministry, PositionFacts(title="Direktur"))
    point = add_contact_point(officer, person, kind=ContactPoint.Kind.EMAIL, value="r@hubla.example")
    remove_detail(officer, point)
    with translation.override("en"):
        titles = {line.title for line in history_of(officer, person)}
        removed = next(line for line in history_of(officer, person) if line.what == "delete")
        of_ministry = [line.title for line in history_of(officer, ministry)]
    assert titles == {"Added", "Position added", "Contact point added", "Contact point removed"}
    assert Difference("Value", "r@hubla.example", "") in removed.differences
    assert sorted(of_ministry) == ["Added", "Position added"]


def test_history_leaves_out_what_only_the_machine_wrote(officer: Actor) -> None:
    person = retno(officer)
    type(person).objects.filter(pk=person.pk).update(version=7, search_text="x")
    assert len(history_of(officer, person)) == 1


def test_history_takes_five_queries_for_any_number_of_changes(officer: Actor) -> None:
    person, ministry = retno(officer), a_ministry(officer)
    counts = []
    for title in ("a", "b", "c"):
        add_position(officer, person, ministry, PositionFacts(title=title))
        with CaptureQueriesContext(connection) as captured:
            history_of(officer, person)
        counts.append(len(captured))
    assert counts == [4, 4, 4]


def test_request_leaves_its_author(officer: Actor, client_of: Callable[[Actor], Client]) -> None:
    person = retno(officer)
    address = reverse("directory:field", args=["people", person.pk, "call_name"])
    client_of(officer).post(address, {"value": "Eno", "version": "1", "seen": "Retno"})
    assert history_of(officer, person)[0].who == "Bagus Prasetyo"
