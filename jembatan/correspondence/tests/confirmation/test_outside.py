"""The page outside, the links that do not open it, and what becomes of an answer inside."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.confirmation.answer import correct
from jembatan.correspondence.actions.confirmation.ask import ask_to_confirm
from jembatan.correspondence.actions.confirmation.settle import accept_corrections, leave_corrections
from jembatan.correspondence.actions.outbox.take_back import take_back
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Confirmation, OutgoingMail
from jembatan.correspondence.queries.confirmation.link import PURPOSE, to
from jembatan.correspondence.queries.confirmation.visible import Correction, corrections_of
from jembatan.correspondence.tests.confirmation.scene import over, page_of
from jembatan.directory.actions.removal import remove_party
from jembatan.directory.models import ContactPoint, Person, Position
from jembatan.directory.queries.positions import is_held_on, today_at
from jembatan.journal.models import Entry
from jembatan.platform.links import LinkUnreadable, read

type ClientOf = Callable[[Actor], Client]
State = Confirmation.State


def keys(person: Person) -> tuple[str, str, str]:
    """Of the post, the e-mail address and the mobile number."""
    post, points = person.positions.get(), person.contact_points
    email, mobile = points.get(kind=ContactPoint.Kind.EMAIL), points.get(kind=ContactPoint.Kind.MOBILE)
    return f"position-{post.pk}", f"contact-{email.pk}", f"contact-{mobile.pk}"


def typed(person: Person, **changed: str) -> dict[str, str]:
    """The form as the page gave it, with changes."""
    post, email, mobile = keys(person)
    shown = {"full_name": "Retno Kusumawati", "titles_before": "", "degrees_after": ""}
    return shown | {post: "Direktur", email: "retno@laut.example", mobile: "+62 812 3456 7890"} | changed


def test_page_shows_their_own_data_and_nothing_else(asked: Confirmation) -> None:
    Person.objects.update(note="Rahasia kami", tags=["sulit"])
    page = Client().get(page_of(asked))

    assert page.status_code == 200
    for words in ("Ibu Retno", "Retno Kusumawati", "Direktur", "retno@laut.example", "+62 812 3456 7890"):
        assert words in page.text
    for words in ("Rahasia kami", "sulit"):
        assert words not in page.text
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["X-Robots-Tag"] == "noindex, nofollow"


def test_opening_the_page_changes_nothing(asked: Confirmation) -> None:
    before = Confirmation.objects.values().get()
    Client().get(page_of(asked))
    Client().head(page_of(asked))
    assert Confirmation.objects.values().get() == before


def test_all_is_right_is_kept_and_shown(asked: Confirmation, reader: Actor, client_of: ClientOf) -> None:
    address = f"/directory/people/{asked.person_id}/"
    assert "Asked to confirm on" in client_of(reader).get(address).text

    told = Client().post(page_of(asked), {"right": "1"})

    assert (told.status_code, Confirmation.objects.get().state) == (302, State.CONFIRMED)
    assert "You have confirmed that all is right." in Client().get(page_of(asked)).text
    assert "Confirmed on" in client_of(reader).get(address).text
    [entry] = Entry.objects.filter(kind="confirmation.answered")
    assert (entry.summary, entry.actor_name) == (
        "Retno Kusumawati confirms what we have.",
        "Retno Kusumawati",
    )


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


def test_roles(reader: Actor, drafter: Actor, asked: Confirmation) -> None:
    correct(to(asked), {"words": "Halo"})
    with pytest.raises(PermissionDenied):
        accept_corrections(reader, asked)
    with pytest.raises(PermissionDenied):
        ask_to_confirm(drafter, asked.person)
    assert leave_corrections(drafter, asked).state == State.SETTLED


def test_nothing_changed_is_no_correction(asked: Confirmation) -> None:
    page = Client().post(page_of(asked), typed(asked.person))
    assert (page.status_code, "You have changed nothing." in page.text) == (422, True)
    page = Client().post(page_of(asked), typed(asked.person, full_name=" "))
    assert (page.status_code, Confirmation.objects.get().state) == (422, State.ASKED)


def test_links_that_open_nothing(officer: Actor, asked: Confirmation) -> None:
    good = page_of(asked)
    for path in (good[:-3] + "xx/", page_of(asked, purpose="consultation"), "/confirmation/1-1-1/"):
        assert (Client().get(path).status_code, Client().post(path, {"right": "1"}).status_code) == (404, 404)
    over(asked)
    expired = page_of(asked)
    ask_to_confirm(officer, asked.person)
    for path in (good, expired):
        assert (Client().get(path).status_code, Client().post(path, {"right": "1"}).status_code) == (410, 410)
    assert Confirmation.objects.get().state == State.ASKED


def test_link_ends_with_the_mail_and_with_the_person(officer: Actor, asked: Confirmation) -> None:
    remove_party(officer, asked.person)
    assert Client().get(page_of(asked)).status_code == 410
    Person.objects.update(removed_at=None)
    take_back(officer, OutgoingMail.objects.get())
    page = Client().get(page_of(asked))
    assert (page.status_code, "retno@laut.example" in page.text) == (410, False)


def test_answered_once(asked: Confirmation) -> None:
    Client().post(page_of(asked), {"right": "1"})
    again = Client().post(page_of(asked), typed(asked.person, full_name="Lain"))
    assert (again.status_code, Confirmation.objects.get().corrections) == (200, {})


def test_desk_does_not_answer_in_the_name_of_others(
    officer: Actor, stranger: Actor, asked: Confirmation, client_of: ClientOf
) -> None:
    client = client_of(officer)
    assert "retno@laut.example" not in client.get(page_of(asked)).text
    assert client.post(page_of(asked), {"right": "1"}).status_code == 403
    assert client_of(stranger).post(page_of(asked), {"right": "1"}).status_code == 302


def test_form_of_another_site_is_refused(asked: Confirmation) -> None:
    assert Client(enforce_csrf_checks=True).post(page_of(asked), {"right": "1"}).status_code == 403


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=60))
def test_no_token_that_was_not_signed_is_read(token: str) -> None:
    with pytest.raises(LinkUnreadable):
        read(PURPOSE, token)
