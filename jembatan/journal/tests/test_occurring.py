"""Chips of a timeline: kinds that occur lately in front, the others behind "More", and hidden entries tell nothing."""

from collections.abc import Callable

from django.test import Client

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation
from jembatan.dossiers.actions.access import restrict
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.journal.actions.record import Line, record
from jembatan.journal.queries.glances import glances_of
from jembatan.journal.queries.kinds import groups, groups_of_subjects
from jembatan.journal.queries.occurring import by_occurrence

type ClientOf = Callable[[Actor], Client]


def test_kinds_that_occur_stand_in_front(officer: Actor, ministry: Organisation) -> None:
    record(officer, Line(kind="note", summary="Menelepon", parties=(ministry,)))
    record(officer, Line(kind="mail.received", summary="Surel"))

    frequent, rare = by_occurrence(glances_of(officer, None), groups())
    assert {"note", "mail"} <= frequent.keys()
    assert frequent | rare == groups()
    assert list(by_occurrence(glances_of(officer, ministry), groups_of_subjects())[0]) == ["note"]


def test_what_one_may_not_see_occurs_for_nobody_else(
    officer: Actor, second_officer: Actor, ministry: Organisation
) -> None:
    dossier = open_dossier(officer, title="Rahasia")
    restrict(officer, dossier)
    record(officer, Line(kind="note", summary="Diam", parties=(ministry,), dossier=dossier))

    assert list(by_occurrence(glances_of(officer, ministry), groups_of_subjects())[0]) == ["note"]
    assert by_occurrence(glances_of(second_officer, ministry), groups_of_subjects())[0] == {}


def test_others_are_behind_more_and_open_where_one_is_chosen(
    officer: Actor, ministry: Organisation, client_of: ClientOf
) -> None:
    record(officer, Line(kind="note", summary="Menelepon", parties=(ministry,)))
    client = client_of(officer)

    for address in ("/journal/", f"/directory/organisations/{ministry.pk}/"):
        closed = client.get(address, {"kind": "note"}).text
        opened = client.get(address, {"kind": "mail"}).text
        assert '<details class="chips-more">' in closed
        assert '<details class="chips-more" open>' in opened
        assert closed.index("kind=note") < closed.index("chips-more") < closed.index("kind=mail")
