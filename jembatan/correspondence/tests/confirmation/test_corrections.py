"""What they correct: it waits beside what we have until it is accepted or left."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.confirmation.answer import correct
from jembatan.correspondence.actions.confirmation.ask import ask_to_confirm
from jembatan.correspondence.actions.confirmation.settle import accept_corrections, leave_corrections
from jembatan.correspondence.actions.confirmation.take_back import take_back_settling
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Confirmation
from jembatan.correspondence.queries.confirmation.link import to
from jembatan.correspondence.queries.confirmation.visible import Correction, corrections_of
from jembatan.correspondence.tests.confirmation.scene import keys, page_of, typed
from jembatan.directory.actions.positions import PositionFacts, change_position
from jembatan.directory.models import ContactPoint, Person, Position
from jembatan.directory.queries.positions import is_held_on, today_at

type ClientOf = Callable[[Actor], Client]
State = Confirmation.State


def test_corrections_wait_beside_what_we_have(
    officer: Actor, asked: Confirmation, client_of: ClientOf
) -> None:
    post, _email, mobile = keys(asked.person)
    changed = {post: "Direktur Jenderal", mobile: "", "words": "Telepon <b>kantor</b> saja."}

    Client().post(page_of(asked), typed(asked.person, **changed))

    asked.refresh_from_db()
    assert (asked.state, asked.corrections) == (State.CORRECTED, changed)
    assert corrections_of(asked) == [
        Correction("Position at Kementerian Kelautan", "Direktur", "Direktur Jenderal"),
        Correction("Mobile", "+62 812 3456 7890", ""),
        Correction("", "", "Telepon <b>kantor</b> saja."),
    ]
    assert Position.objects.get().title == "Direktur"
    assert ContactPoint.objects.count() == 2
    page = client_of(officer).get(f"/directory/people/{asked.person_id}/").text
    assert "<ins>Direktur Jenderal</ins>" in page
    assert "Telepon &lt;b&gt;kantor&lt;/b&gt; saja." in page


def test_accepting_applies_them_all(officer: Actor, asked: Confirmation, client_of: ClientOf) -> None:
    post, email, mobile = keys(asked.person)
    changed = {
        "full_name": "Retno Marsudi",
        post: "Direktur Jenderal",
        email: "retno@baru.example",
        mobile: "",
    }
    Client().post(page_of(asked), typed(asked.person, **changed))

    client_of(officer).post(f"/confirmations/{asked.pk}/acceptance/")

    asked.refresh_from_db()
    assert (asked.state, asked.settled_by) == (State.SETTLED, officer.user)
    assert Person.objects.get().full_name == "Retno Marsudi"
    assert Position.objects.get().title == "Direktur Jenderal"
    assert list(ContactPoint.objects.values_list("value", flat=True)) == ["retno@baru.example"]
    assert (
        "Corrected by themselves on" in client_of(officer).get(f"/directory/people/{asked.person_id}/").text
    )
    history = client_of(officer).get(f"/directory/people/{asked.person_id}/history/").text
    assert "retno@laut.example" in history


def test_no_longer_there_ends_the_post_when_it_is_accepted(officer: Actor, asked: Confirmation) -> None:
    Client().post(page_of(asked), typed(asked.person, left="on"))
    today = today_at(officer.desk)
    assert is_held_on(Position.objects.get(), today)

    accept_corrections(officer, Confirmation.objects.get())

    assert not is_held_on(Position.objects.get(), today)


def test_what_the_directory_refuses_is_accepted_not_at_all(officer: Actor, asked: Confirmation) -> None:
    post, email, _mobile = keys(asked.person)
    correct(to(asked), {post: "Menteri", email: "entah"})
    with pytest.raises(Refused, match="Write an e-mail address"):
        accept_corrections(officer, asked)

    assert (Position.objects.get().title, Confirmation.objects.get().state) == ("Direktur", State.CORRECTED)
    leave_corrections(officer, asked)
    assert Confirmation.objects.get().state == State.SETTLED
    with pytest.raises(Refused):
        accept_corrections(officer, asked)


def test_undo_puts_the_directory_back_and_the_corrections_wait_again(
    officer: Actor, asked: Confirmation, client_of: ClientOf
) -> None:
    post, email, mobile = keys(asked.person)
    changed = {
        "full_name": "Retno Marsudi",
        post: "Direktur Jenderal",
        email: "retno@baru.example",
        mobile: "",
    }
    Client().post(page_of(asked), typed(asked.person, **changed, left="on"))
    before = _directory()
    client = client_of(officer)
    page = client.post(f"/confirmations/{asked.pk}/acceptance/", follow=True).text
    assert f'action="/confirmations/{asked.pk}/return/"' in page
    assert _directory() != before

    client.post(f"/confirmations/{asked.pk}/return/")

    assert _directory() == before
    asked.refresh_from_db()
    assert (asked.state, asked.settled_by, asked.accepted) == (State.CORRECTED, None, {})
    client.post(f"/confirmations/{asked.pk}/acceptance/")
    assert Person.objects.get().full_name == "Retno Marsudi"


def test_undo_of_leaving_lets_the_corrections_wait_again(officer: Actor, asked: Confirmation) -> None:
    correct(to(asked), {"words": "Halo"})
    leave_corrections(officer, asked)
    assert take_back_settling(officer, asked).state == State.CORRECTED
    with pytest.raises(Refused, match="nothing to take back"):
        take_back_settling(officer, asked)


def test_undo_overwrites_nobodys_later_edit(officer: Actor, asked: Confirmation) -> None:
    post, email, _mobile = keys(asked.person)
    correct(to(asked), {post: "Direktur Jenderal", email: "retno@baru.example"})
    accept_corrections(officer, asked)
    position = Position.objects.get()
    change_position(officer, position, PositionFacts(title="Menteri"), version=position.version)

    with pytest.raises(Refused, match="Somebody has changed it since"):
        take_back_settling(officer, asked)

    assert Position.objects.get().title == "Menteri"
    assert ContactPoint.objects.filter(value="retno@baru.example").exists()


def _directory() -> list[object]:
    people = Person.objects.values_list("full_name", flat=True)
    posts = Position.objects.order_by("pk").values_list("title", "until")
    points = ContactPoint.objects.order_by("pk").values_list("pk", "kind", "value", "preferred", "label")
    return [*people, *posts, *points]


def test_roles(reader: Actor, drafter: Actor, asked: Confirmation) -> None:
    correct(to(asked), {"words": "Halo"})
    for deed in (accept_corrections, take_back_settling):
        with pytest.raises(PermissionDenied):
            deed(reader, asked)
    with pytest.raises(PermissionDenied):
        ask_to_confirm(drafter, asked.person)
    assert leave_corrections(drafter, asked).state == State.SETTLED


def test_nothing_changed_is_no_correction(asked: Confirmation) -> None:
    page = Client().post(page_of(asked), typed(asked.person))
    assert (page.status_code, "You have changed nothing." in page.text) == (422, True)
    page = Client().post(page_of(asked), typed(asked.person, full_name=" "))
    assert (page.status_code, Confirmation.objects.get().state) == (422, State.ASKED)
