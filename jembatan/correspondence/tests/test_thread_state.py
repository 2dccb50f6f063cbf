"""Done, owner, dossier and marking of a conversation, and who may change them."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.assign import assign
from jembatan.correspondence.actions.classify import LoweredMarking, mark, put_in_dossier
from jembatan.correspondence.actions.done import close, reopen
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Thread
from jembatan.correspondence.queries.owners import may_own
from jembatan.correspondence.tests import scene
from jembatan.dossiers.models import Dossier
from jembatan.platform.markings import Marking

type ClientOf = Callable[[Actor], Client]


def test_done_and_open_again(officer: Actor) -> None:
    talk = scene.conversation(officer.desk)

    closed_at = close(officer, talk).done_at
    assert closed_at is not None
    assert close(officer, talk).done_at == closed_at
    assert reopen(officer, talk).done_at is None


def test_owner_is_a_member_who_writes(officer: Actor, drafter: Actor, reader: Actor, stranger: Actor) -> None:
    talk = scene.conversation(officer.desk)

    assert assign(officer, talk, owner=drafter.user) is None
    assert assign(officer, talk, owner=None) == drafter.user
    for other in (reader, stranger):
        with pytest.raises(Refused):
            assign(officer, talk, owner=other.user)
    assert reader.user not in may_own(officer.desk)
    assert drafter.user in may_own(officer.desk)


def test_owner_must_see_the_thread(head: Actor, officer: Actor, second_officer: Actor) -> None:
    talk = scene.conversation(head.desk)
    assert second_officer.user is not None
    scene.restrict(talk, second_officer.user)

    with pytest.raises(Refused):
        assign(head, talk, owner=officer.user)
    assign(head, talk, owner=second_officer.user)


def test_dossier_that_the_owner_cannot_see_is_refused(head: Actor, officer: Actor) -> None:
    talk = scene.conversation(head.desk)
    assign(head, talk, owner=officer.user)
    closed = Dossier.objects.create(desk=head.desk, title="Perundingan", restricted=True)

    with pytest.raises(Refused):
        put_in_dossier(head, talk, dossier=closed)


def test_dossier_of_others_cannot_be_chosen(officer: Actor, stranger: Actor) -> None:
    talk = scene.conversation(officer.desk)
    theirs = Dossier.objects.create(desk=stranger.desk, title="Lain")
    closed = Dossier.objects.create(desk=officer.desk, title="Perundingan", restricted=True)

    for dossier in (theirs, closed):
        with pytest.raises(Dossier.DoesNotExist):
            put_in_dossier(officer, talk, dossier=dossier)


def test_lower_marking_has_to_be_confirmed(officer: Actor) -> None:
    talk = scene.conversation(officer.desk)

    assert mark(officer, talk, marking=Marking.RED) == Marking.GREEN
    with pytest.raises(LoweredMarking):
        mark(officer, talk, marking=Marking.CLEAR)
    assert mark(officer, talk, marking=Marking.CLEAR, confirmed=True) == Marking.RED


def test_drafters_and_readers_decide_nothing(officer: Actor, drafter: Actor, reader: Actor) -> None:
    talk = scene.conversation(officer.desk)

    for actor in (drafter, reader):
        for change in (
            lambda a: close(a, talk),
            lambda a: reopen(a, talk),
            lambda a: assign(a, talk, owner=a.user),
            lambda a: put_in_dossier(a, talk, dossier=None),
            lambda a: mark(a, talk, marking=Marking.RED),
        ):
            with pytest.raises(PermissionDenied):
                change(actor)


def test_strangers_change_nothing(officer: Actor, stranger: Actor) -> None:
    talk = scene.conversation(officer.desk)

    for change in (
        lambda: close(stranger, talk),
        lambda: assign(stranger, talk, owner=stranger.user),
        lambda: put_in_dossier(stranger, talk, dossier=None),
        lambda: mark(stranger, talk, marking=Marking.RED),
    ):
        with pytest.raises(Thread.DoesNotExist):
            change()


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("closing", {}),
        ("reopening", {}),
        ("owner", {"owner": ""}),
        ("dossier", {"dossier": ""}),
        ("marking", {"marking": "TLP:RED"}),
    ],
)
def test_state_pages_ask_the_role(
    path: str,
    fields: dict[str, str],
    head: Actor,
    officer: Actor,
    drafter: Actor,
    reader: Actor,
    stranger: Actor,
    client_of: ClientOf,
) -> None:
    address = f"/threads/{scene.conversation(officer.desk).pk}/{path}/"

    assert client_of(head).post(address, fields).status_code == 302
    assert client_of(officer).post(address, fields).status_code == 302
    assert client_of(drafter).post(address, fields).status_code == 403
    assert client_of(reader).post(address, fields).status_code == 403
    assert client_of(stranger).post(address, fields).status_code == 404


def test_done_row_leaves_the_list_and_can_be_undone(officer: Actor, client_of: ClientOf) -> None:
    talk = scene.conversation(officer.desk)

    response = client_of(officer).post(
        f"/threads/{talk.pk}/closing/",
        headers={"HX-Request": "true", "HX-Current-URL": "http://testserver/inbox/?turn=ours"},
    )

    assert (response.status_code, response.content) == (200, b"")
    assert f"/threads/{talk.pk}/reopening/" in response.headers["HX-Trigger"]
    assert "/inbox/?turn=ours" in response.headers["HX-Trigger"]


def test_done_leads_back_to_where_one_was_and_nowhere_else(officer: Actor, client_of: ClientOf) -> None:
    talk = scene.conversation(officer.desk)
    client = client_of(officer)

    back = client.post(f"/threads/{talk.pk}/closing/", {"next": "/inbox/?turn=ours"})
    elsewhere = client.post(f"/threads/{talk.pk}/closing/", {"next": "https://jahat.example/"})

    assert back.headers["Location"] == "/inbox/?turn=ours"
    assert elsewhere.headers["Location"] == "/inbox/"


def test_owner_sheet_lists_writers_and_answers_with_the_row(
    officer: Actor, drafter: Actor, client_of: ClientOf
) -> None:
    talk = scene.conversation(officer.desk)
    client = client_of(officer)
    assert drafter.user is not None

    sheet = client.get(f"/threads/{talk.pk}/owner/").text
    assert "Dimas Saputra" in sheet
    assert "Yohana Tefa" not in sheet
    row = client.post(
        f"/threads/{talk.pk}/owner/", {"owner": drafter.user.pk}, headers={"HX-Request": "true"}
    ).text
    assert "<html" not in row
    assert "Dimas Saputra" in row


def test_lower_marking_page_asks_first(officer: Actor, client_of: ClientOf) -> None:
    talk = scene.conversation(officer.desk)
    client = client_of(officer)

    question = client.post(f"/threads/{talk.pk}/marking/", {"marking": "TLP:CLEAR"})
    assert question.status_code == 422
    answer = client.post(f"/threads/{talk.pk}/marking/", {"marking": "TLP:CLEAR", "confirmed": "1"})
    assert answer.status_code == 302
    talk.refresh_from_db()
    assert talk.marking == Marking.CLEAR
