"""Lines to take: written, cleared, worded anew, withdrawn; and who may."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk
from jembatan.correspondence.actions.lines.clear import (
    bring_back_line,
    clear_line,
    let_officers_clear,
    withdraw_line,
)
from jembatan.correspondence.actions.lines.write import write_line
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import LineVersion
from jembatan.correspondence.queries.lines.listing import expiring_lines, lines_in, lines_to_clear
from jembatan.correspondence.queries.lines.visible import State, standing_of
from jembatan.correspondence.tests.lines.scene import ENGLISH, cleared, content, reworded, written
from jembatan.directory.queries.positions import today_at
from jembatan.dossiers.actions.access import restrict
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.journal.models import Entry


def days_from_today(desk: Desk, days: int) -> date:
    return today_at(desk) + timedelta(days=days)


def test_line_holds_once_it_is_cleared(head: Actor, drafter: Actor) -> None:
    line = written(drafter)
    assert standing_of(drafter, line).state == State.DRAFT
    assert [row.line for row in lines_to_clear(head)] == [line]

    version = clear_line(head, line, number=1)

    assert standing_of(drafter, line).state == State.CLEARED
    assert (version.cleared_by, version.number) == (head.user, 1)
    assert lines_to_clear(head) == []
    entry = Entry.objects.latest("pk")
    assert (entry.kind, entry.summary) == ("line.cleared", "Line cleared: Bebas visa (wording 1)")


def test_change_waits_while_the_cleared_wording_holds(head: Actor, drafter: Actor, desk: Desk) -> None:
    line = cleared(desk)

    write_line(drafter, line, content(texts={"id": "Kami menundanya."}, owner=line.owner))

    row = standing_of(head, line)
    assert row.current is not None
    assert row.waiting is not None
    assert (row.state, row.current.number, row.waiting.number) == (State.CLEARED, 1, 2)
    clear_line(head, line, number=2)
    said = standing_of(head, line).current
    assert said is not None
    assert said.texts == {"id": "Kami menundanya."}


def test_waiting_wording_is_written_over_and_the_same_words_are_no_new_one(
    drafter: Actor, head: Actor
) -> None:
    line = written(drafter)
    write_line(drafter, line, content(texts={"id": "Lain."}))
    assert list(line.versions.values_list("number", "texts")) == [(1, {"id": "Lain."})]
    clear_line(head, line, number=1)
    write_line(drafter, line, content(texts={"id": " Lain.\r\n"}))
    assert line.versions.count() == 1


def test_database_keeps_a_cleared_wording(desk: Desk) -> None:
    version = LineVersion.objects.get(line=cleared(desk))
    for change in ({"texts": {"id": "Lain."}}, {"valid_until": date(2030, 1, 1)}, {"cleared_at": None}):
        with pytest.raises(DatabaseError), transaction.atomic():
            LineVersion.objects.filter(pk=version.pk).update(**change)
    with pytest.raises(DatabaseError), transaction.atomic():
        version.delete()


def test_line_expires_by_the_date_alone(desk: Desk, head: Actor) -> None:
    line = cleared(desk, valid_until=days_from_today(desk, 0))
    assert standing_of(head, line).holds

    row = standing_of(head, line)
    later = type(row)(row.line, row.versions, row.day + timedelta(days=1))
    assert later.state == State.EXPIRED


def test_wording_whose_last_day_is_over_is_not_cleared(desk: Desk, head: Actor, drafter: Actor) -> None:
    line = written(drafter, valid_until=days_from_today(desk, -1))
    with pytest.raises(Refused):
        clear_line(head, line, number=1)


def test_own_lines_that_expire_soon_are_told(desk: Desk, head: Actor, officer: Actor) -> None:
    soon = cleared(desk, valid_until=days_from_today(desk, 14), owner=officer.user)
    cleared(desk, topic="Jauh", word="jauh", valid_until=days_from_today(desk, 15), owner=officer.user)
    cleared(desk, topic="Selalu", word="selalu", owner=officer.user)
    assert [row.line for row in expiring_lines(officer)] == [soon]
    assert expiring_lines(head) == []


def test_officers_clear_where_the_head_lets_them_and_not_their_own_words(
    head: Actor, officer: Actor, second_officer: Actor, drafter: Actor
) -> None:
    line = written(officer)
    with pytest.raises(PermissionDenied):
        clear_line(second_officer, line, number=1)
    with pytest.raises(PermissionDenied):
        let_officers_clear(officer, may=True)

    let_officers_clear(head, may=True)

    for actor in (officer, drafter):
        with pytest.raises(PermissionDenied):
            clear_line(actor, line, number=1)
    clear_line(second_officer, line, number=1)
    assert standing_of(officer, line).holds


def test_drafter_words_a_cleared_line_and_changes_nothing_else_of_it(drafter: Actor, desk: Desk) -> None:
    line = cleared(desk)
    with pytest.raises(PermissionDenied):
        write_line(drafter, line, content(marking="TLP:CLEAR", owner=line.owner))
    with pytest.raises(PermissionDenied):
        withdraw_line(drafter, line)


def test_reader_writes_no_line(reader: Actor) -> None:
    with pytest.raises(PermissionDenied):
        written(reader)


@pytest.mark.parametrize("facts", [{"word": "Vi sa"}, {"word": ""}, {"topic": " "}, {"texts": {"id": "  "}}])
def test_line_has_to_say_something(drafter: Actor, facts: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        written(drafter, **facts)


def test_word_names_one_line_until_that_is_withdrawn(officer: Actor) -> None:
    line = written(officer)
    with pytest.raises(Refused):
        written(officer, topic="Lain")

    withdraw_line(officer, line)
    written(officer, topic="Lain")

    assert standing_of(officer, line).state == State.WITHDRAWN
    with pytest.raises(Refused):
        bring_back_line(officer, line)


def test_list_is_by_topic_and_narrowed_by_words_and_state(desk: Desk, head: Actor, officer: Actor) -> None:
    visa = cleared(desk)
    budget = written(officer, topic="anggaran", word="anggaran", texts={"id": "Belum diputuskan."})
    old = withdraw_line(officer, written(officer, topic="Lama", word="lama"))

    assert [row.line for row in lines_in(officer)] == [budget, visa]
    assert [row.line for row in lines_in(officer, text="exemption")] == [visa]
    assert [row.line for row in lines_in(officer, state="draft")] == [budget]
    assert [row.line for row in lines_in(officer, state="withdrawn")] == [old]


def test_list_costs_the_same_for_three_lines(
    desk: Desk, officer: Actor, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    cleared(desk)
    with django_assert_num_queries(2):
        lines_in(officer)
    for word in ("dua", "tiga"):
        cleared(desk, word=word)
    with django_assert_num_queries(2):
        lines_in(officer)


def test_line_of_a_restricted_dossier_is_for_its_members(
    officer: Actor, second_officer: Actor, desk: Desk
) -> None:
    dossier = open_dossier(officer, "Perkara")
    line = cleared(desk, dossier=dossier)
    restrict(officer, dossier)
    assert [row.line for row in lines_in(officer)] == [line]
    assert lines_in(second_officer) == []


def test_wordings_are_kept_beside_each_other(desk: Desk, head: Actor) -> None:
    line = cleared(desk)
    reworded(desk, line, texts={"en": "We study it."}, owner=line.owner)
    assert [version.texts["en"] for version in standing_of(head, line).versions] == [ENGLISH, "We study it."]
