"""What may be done to a dossier, by whom, and what is announced."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.actions.access import (
    LockedOut,
    NotOfThisDesk,
    add_member,
    remove_member,
    restrict,
    unrestrict,
)
from jembatan.dossiers.actions.dossiers import (
    ChangedMeanwhile,
    TitleTaken,
    close_dossier,
    edit_dossier,
    open_dossier,
    reopen_dossier,
)
from jembatan.dossiers.actions.parties import PartyOfAnotherDesk, add_party, remove_party
from jembatan.dossiers.events import Change, DossierChanged
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.queries.listing import dossiers_of, parties_of
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.platform import events
from jembatan.platform.markings import Marking


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[DossierChanged]:
    """What dossiers announce, in the order they do."""
    announced: list[DossierChanged] = []
    monkeypatch.setitem(events._listeners, DossierChanged, [announced.append])
    return announced


@pytest.fixture
def dossier(officer: Actor) -> Dossier:
    return open_dossier(officer, "MoU Selat", objective="Ditandatangani tahun ini")


def test_life_of_a_dossier_is_announced(
    officer: Actor, ministry: Organisation, budi: Person, heard: list[DossierChanged]
) -> None:
    dossier = open_dossier(officer, "Kabel laut", marking=Marking.GREEN)
    add_party(officer, dossier, ministry)
    add_party(officer, dossier, ministry)
    add_party(officer, dossier, budi)
    assert [row.party for row in parties_of(dossier)] == [ministry, budi] or [
        row.party for row in parties_of(dossier)
    ] == [budi, ministry]
    remove_party(officer, dossier, budi)
    closed = close_dossier(officer, dossier)
    close_dossier(officer, dossier)
    reopened = reopen_dossier(officer, dossier)

    assert (closed.closed_at is None, reopened.closed_at is None) == (False, True)
    assert [(event.change, event.parties) for event in heard] == [
        (Change.OPENED, ()),
        (Change.PARTY_ADDED, (ministry,)),
        (Change.PARTY_ADDED, (budi,)),
        (Change.PARTY_REMOVED, (budi,)),
        (Change.CLOSED, (ministry,)),
        (Change.REOPENED, (ministry,)),
    ]
    assert list(dossiers_of(officer, ministry)) == [dossier]


def test_title_is_given_once_a_desk(officer: Actor, stranger: Actor, dossier: Dossier) -> None:
    with pytest.raises(TitleTaken):
        open_dossier(officer, "MoU Selat")
    other = open_dossier(officer, "Lain")
    with pytest.raises(TitleTaken):
        edit_dossier(officer, other, title="MoU Selat", objective="", marking=Marking.AMBER, version=1)
    assert open_dossier(stranger, "MoU Selat").desk == stranger.desk


def test_edit_of_an_old_version_is_a_conflict(officer: Actor, drafter: Actor, dossier: Dossier) -> None:
    edited = edit_dossier(drafter, dossier, title="MoU", objective="Baru", marking=Marking.RED, version=1)

    with pytest.raises(ChangedMeanwhile) as conflict:
        edit_dossier(officer, dossier, title="MoU kita", objective="", marking=Marking.AMBER, version=1)

    assert (edited.title, edited.version) == ("MoU", 2)
    assert conflict.value.dossier.title == "MoU"


def test_restricted_dossier_is_seen_by_its_head_and_its_members(
    officer: Actor,
    second_officer: Actor,
    head: Actor,
    drafter: Actor,
    reader: Actor,
    stranger: Actor,
    dossier: Dossier,
) -> None:
    restrict(officer, dossier)
    assert drafter.user is not None
    add_member(officer, dossier, drafter.user)

    def who_sees() -> list[str]:
        actors = (head, officer, second_officer, drafter, reader, stranger)
        return [actor.name.split()[0] for actor in actors if dossier in visible_dossiers(actor)]

    assert who_sees() == ["Ratna", "Bagus", "Dimas"]
    remove_member(officer, dossier, drafter.user)
    assert who_sees() == ["Ratna", "Bagus"]
    unrestrict(officer, dossier)
    assert who_sees() == ["Ratna", "Bagus", "Maria", "Dimas", "Yohana"]


def test_dossier_opened_restricted_names_who_opens_it(officer: Actor, second_officer: Actor) -> None:
    dossier = open_dossier(officer, "Rahasia", restricted=True)

    assert dossier in visible_dossiers(officer)
    assert dossier not in visible_dossiers(second_officer)
    with pytest.raises(Dossier.DoesNotExist):
        close_dossier(second_officer, dossier)


def test_officer_does_not_lock_themselves_out(officer: Actor, head: Actor, dossier: Dossier) -> None:
    restrict(officer, dossier)
    assert officer.user is not None

    with pytest.raises(LockedOut):
        remove_member(officer, dossier, officer.user)
    remove_member(head, dossier, officer.user)
    assert dossier not in visible_dossiers(officer)


def test_strangers_are_neither_members_nor_parties(officer: Actor, stranger: Actor, dossier: Dossier) -> None:
    outsider = Organisation.objects.create(desk=stranger.desk, name="Lain", name_folded="lain")
    assert stranger.user is not None

    with pytest.raises(NotOfThisDesk):
        add_member(officer, dossier, stranger.user)
    with pytest.raises(PartyOfAnotherDesk):
        add_party(officer, dossier, outsider)


@pytest.mark.parametrize(
    "action",
    [
        lambda actor, dossier: close_dossier(actor, dossier),
        lambda actor, dossier: reopen_dossier(actor, dossier),
        lambda actor, dossier: restrict(actor, dossier),
        lambda actor, dossier: unrestrict(actor, dossier),
        lambda actor, dossier: add_member(actor, dossier, actor.user),
        lambda actor, dossier: remove_member(actor, dossier, actor.user),
        lambda actor, dossier: open_dossier(actor, "Lain", restricted=True),
    ],
)
def test_drafter_and_reader_do_not_decide(
    drafter: Actor, reader: Actor, dossier: Dossier, action: Callable[[Actor, Dossier], object]
) -> None:
    for actor in (drafter, reader):
        with pytest.raises(PermissionDenied):
            action(actor, dossier)


def test_reader_does_not_write(reader: Actor, dossier: Dossier, ministry: Organisation) -> None:
    for action in (
        lambda: open_dossier(reader, "Lain"),
        lambda: edit_dossier(reader, dossier, title="x", objective="", marking=Marking.RED, version=1),
        lambda: add_party(reader, dossier, ministry),
        lambda: remove_party(reader, dossier, ministry),
    ):
        with pytest.raises(PermissionDenied):
            action()
