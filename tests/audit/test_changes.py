"""The audit: for the head, of the desk, complete."""

from collections.abc import Callable

import pghistory
import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import translation
from django.utils.functional import Promise

from jembatan.accounts.actor import Actor
from jembatan.dossiers.actions.access import restrict
from jembatan.dossiers.actions.dossiers import edit_dossier, open_dossier
from jembatan.dossiers.models import Dossier
from jembatan.platform.audit.changes import Change, change_page, history_of
from jembatan.platform.audit.differences import Difference
from jembatan.platform.audit.naming import told_fields
from jembatan.platform.audit.newest import Filters
from jembatan.platform.audit.tracked import event_models
from jembatan.platform.markings import Marking

ClientOf = Callable[[Actor], Client]


@pytest.fixture
def dossier(officer: Actor) -> Dossier:
    """Opened and restricted by a command, then reworded by Bagus in a request."""
    opened = restrict(officer, open_dossier(officer, "MoU", objective="Tahun ini"))
    assert officer.user is not None
    with pghistory.context(user=officer.user.pk):
        return edit_dossier(
            officer, opened, title="MoU Selat", objective="Tahun ini", marking=Marking.RED, version=1
        )


def test_changes_say_who_did_what_to_which_record(head: Actor, dossier: Dossier) -> None:
    with translation.override("en"):
        edited, restricted, opened = change_page(head, Filters(kind="dossiers.dossier")).rows

    assert (edited.who, edited.verb, edited.record) == ("Bagus Prasetyo", "update", "MoU Selat")
    assert edited.address == f"/dossiers/{dossier.pk}/"
    assert _values(edited) == [("MoU", "MoU Selat"), ("TLP:AMBER", "TLP:RED")]
    assert (restricted.who, _values(restricted)) == ("", [("no", "yes")])
    assert (opened.verb, opened.record) == ("insert", "MoU")
    assert ("", "Tahun ini") in _values(opened)


def _values(change: Change) -> list[tuple[str, str]]:
    return [(difference.before, difference.after) for difference in change.differences]


def test_filters_narrow_to_a_kind_a_record_and_an_author(
    head: Actor, officer: Actor, dossier: Dossier
) -> None:
    assert officer.user is not None

    def records(filters: Filters) -> list[tuple[str, str]]:
        return [(change.record, change.verb) for change in change_page(head, filters).rows]

    assert records(Filters(kind="dossiers.dossiermember")) == [("MoU Selat · Bagus Prasetyo", "insert")]
    assert records(Filters(kind="dossiers.dossier", record_id=dossier.pk)) == [
        ("MoU Selat", "update"),
        ("MoU", "update"),
        ("MoU", "insert"),
    ]
    assert records(Filters(user_id=officer.user.pk)) == [("MoU Selat", "update")]


def test_pages_follow_each_other_across_the_histories(head: Actor, officer: Actor) -> None:
    for number in range(20):
        restrict(officer, open_dossier(officer, f"Perkara {number}"))

    seen: list[Change] = []
    after = ""
    while True:
        page = change_page(head, Filters(), after=after)
        seen += page.rows
        if not (after := page.next_after):
            break

    assert len(seen) == len(set(seen)) == 60
    assert [change.moment for change in seen] == sorted((change.moment for change in seen), reverse=True)


@pytest.mark.parametrize("after", ["x", "1.2", "." * 40])
def test_mark_that_makes_no_sense_is_the_beginning(head: Actor, dossier: Dossier, after: str) -> None:
    assert len(change_page(head, Filters(), after=after).rows) == 4


def test_other_roles_are_refused_and_other_desks_see_nothing(
    officer: Actor, drafter: Actor, reader: Actor, stranger: Actor, dossier: Dossier, client_of: ClientOf
) -> None:
    for actor in (officer, drafter, reader):
        with pytest.raises(PermissionDenied):
            change_page(actor, Filters())
        refused = client_of(actor).get("/audit/")
        assert refused.status_code == 403
        assert "<h1" in refused.content.decode()
    assert change_page(stranger, Filters()).rows == []


def test_page_shows_and_filters(head: Actor, dossier: Dossier, client_of: ClientOf) -> None:
    client = client_of(head)

    assert "MoU Selat" in client.get("/audit/").content.decode()
    narrowed = client.get("/audit/", {"kind": "dossiers.dossiermember"})
    assert [change.kind for change in narrowed.context["page"].rows] == ["member of a dossier"]
    assert client.get("/audit/", {"kind": "nonsense", "user": "x", "record": "y"}).status_code == 200


def test_every_kind_and_field_is_named_in_the_readers_language(head: Actor, dossier: Dossier) -> None:
    names = [
        name
        for model in event_models().values()
        for name in (
            model.pgh_tracked_model._meta.verbose_name,
            *(field.verbose_name for field in told_fields(model)),
        )
    ]
    assert [name for name in names if not isinstance(name, Promise)] == []
    with translation.override("id"):
        changes = change_page(head, Filters()).rows
    assert {change.kind for change in changes} == {"berkas", "anggota berkas"}


def test_history_of_a_record_is_its_own(officer: Actor, dossier: Dossier) -> None:
    other = open_dossier(officer, "Lain")

    assert [change.record for change in history_of(officer, other)] == ["Lain"]
    assert [change.verb for change in history_of(officer, dossier)] == ["update", "update", "insert"]
    title = history_of(officer, other)[0].differences[0]
    assert isinstance(title, Difference)
    assert (title.before, title.after) == ("", "Lain")
