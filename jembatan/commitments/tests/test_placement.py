"""A promise is seen by whoever sees where it was said, also after that has moved."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.commitments.actions.ask_partner import ask_partner
from jembatan.commitments.actions.record import Promise, correct_commitment
from jembatan.commitments.actions.renegotiate import renegotiate
from jembatan.commitments.models import Commitment
from jembatan.commitments.queries.source import NOWHERE, said_in_entry, said_in_meeting, said_in_message
from jembatan.commitments.queries.visible import visible_commitments
from jembatan.commitments.tests.scene import in_days, theirs
from jembatan.correspondence.actions.classify import put_in_dossier
from jembatan.correspondence.actions.clearance.told import CLEARED, tell_cleared
from jembatan.correspondence.tests.scene import message, thread
from jembatan.directory.models import Person
from jembatan.dossiers.actions.access import restrict
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.dossiers.models import Dossier
from jembatan.journal.actions.note import write_note
from jembatan.journal.queries.timeline import visible_entries
from jembatan.meetings.actions.change_meeting import change_meeting
from jembatan.meetings.actions.plan_meeting import Times, plan_meeting

ClientOf = Callable[[Actor], Client]


def _secret(officer: Actor) -> Dossier:
    dossier = open_dossier(officer, "Rahasia")
    return restrict(officer, dossier)


def _seen(actor: Actor) -> tuple[int, int]:
    lines = visible_entries(actor).filter(kind="commitment.made")
    return visible_commitments(actor).count(), lines.count()


def test_promise_follows_its_mail(officer: Actor, second_officer: Actor, budi: Person) -> None:
    mail = message(thread(officer.desk))
    said = said_in_message(officer, mail.pk)
    assert said is not None
    made = theirs(officer, budi, said=said, dossier=open_dossier(officer, "Lain"))
    assert (made.dossier, made.made_at) == (None, mail.sent_at)
    assert (_seen(officer), _seen(second_officer)) == ((1, 1), (1, 1))
    put_in_dossier(officer, mail.thread, dossier=_secret(officer))
    assert (_seen(officer), _seen(second_officer)) == ((1, 1), (0, 0))
    put_in_dossier(officer, mail.thread, dossier=None)
    assert (_seen(officer), _seen(second_officer)) == ((1, 1), (1, 1))


def test_promise_stands_where_its_mail_stands_when_it_is_written_down(
    officer: Actor, second_officer: Actor, budi: Person
) -> None:
    """Not where that stood when the form was opened."""
    mail = message(thread(officer.desk))
    said, theirs_too = said_in_message(officer, mail.pk), said_in_message(second_officer, mail.pk)
    assert said is not None
    assert theirs_too is not None
    put_in_dossier(officer, mail.thread, dossier=_secret(officer))
    theirs(officer, budi, said=said)
    assert (_seen(officer), _seen(second_officer)) == ((1, 1), (0, 0))
    with pytest.raises(ValidationError):
        theirs(second_officer, budi, said=theirs_too)


def test_lines_of_a_promise_go_where_it_is_put(officer: Actor, second_officer: Actor, budi: Person) -> None:
    made = theirs(officer, budi)
    assert _seen(second_officer) == (1, 1)
    moved = Promise(side=made.side, what=made.what, person=budi, dossier=_secret(officer))  # type: ignore[arg-type]  # as it is kept
    correct_commitment(officer, made, moved)
    assert (_seen(officer), _seen(second_officer)) == ((1, 1), (0, 0))


def test_letter_about_a_closed_promise_is_named_to_nobody_else(
    officer: Actor, second_officer: Actor, budi: Person
) -> None:
    made = theirs(officer, budi, dossier=_secret(officer))
    letter = ask_partner(officer, made).letter
    assert letter is not None
    tell_cleared(officer, letter)
    read = [visible_entries(each).filter(kind=CLEARED).exists() for each in (officer, second_officer)]
    assert read == [True, False]


def test_correction_from_an_old_page_takes_nothing_back_unseen(
    officer: Actor, second_officer: Actor, budi: Person, client_of: ClientOf
) -> None:
    made, client = theirs(officer, budi), client_of(officer)
    address = f"/promises/{made.pk}/correction/"
    seen = client.get(address).context["seen"]
    renegotiate(second_officer, made, in_days(officer, 9), "Their minister travels")
    sent = {"side": "theirs", "what": "kirim peta", "partner": str(budi), "due": "", "grade": "will"}
    sent |= {"marking": "TLP:GREEN", "seen": seen}
    told = client.post(address, sent)
    assert (told.status_code, "kirim peta" in told.text, "It says now" in told.text) == (422, True, True)
    assert Commitment.objects.get().due == in_days(officer, 9)
    assert client.post(address, sent | {"seen": told.context["seen"]}).status_code == 302
    assert Commitment.objects.get().what == "kirim peta"


def test_history_names_no_dossier_that_is_closed_to_the_reader(
    officer: Actor, second_officer: Actor, budi: Person, client_of: ClientOf
) -> None:
    """The promise has stood in one, and has come out of it with its mail."""
    mail = message(thread(officer.desk))
    made = theirs(officer, budi, said=said_in_message(officer, mail.pk) or NOWHERE)
    for dossier in (_secret(officer), None):
        put_in_dossier(officer, mail.thread, dossier=dossier)
    named = [
        "Rahasia" in client_of(actor).get(f"/promises/{made.pk}/").text for actor in (officer, second_officer)
    ]
    assert named == [True, False]


def test_promise_follows_its_meeting(officer: Actor, second_officer: Actor, budi: Person) -> None:
    starts = timezone.now() - timedelta(days=1)
    times = Times(starts, starts + timedelta(hours=1))
    meeting = plan_meeting(officer, "Rapat", times=times, zone="Asia/Jakarta", parties=(budi,))
    said = said_in_meeting(officer, meeting.pk)
    assert said is not None
    theirs(officer, budi, said=said)
    change_meeting(officer, meeting, "dossier", _secret(officer), version=meeting.version)
    assert (_seen(officer), _seen(second_officer)) == ((1, 1), (0, 0))


def test_promise_stands_in_the_dossier_of_its_note(
    officer: Actor, second_officer: Actor, budi: Person
) -> None:
    note = write_note(officer, "Budi berjanji", dossier=_secret(officer))
    said = said_in_entry(officer, note.pk)
    assert said is not None
    theirs(officer, budi, said=said)
    assert said_in_entry(second_officer, note.pk) is None
    assert (_seen(officer), _seen(second_officer)) == ((1, 1), (0, 0))


def test_promise_without_a_source_stands_where_it_was_put(
    officer: Actor, second_officer: Actor, budi: Person
) -> None:
    theirs(officer, budi, dossier=_secret(officer))
    assert Commitment.objects.get().dossier == Dossier.objects.get()
    assert (_seen(officer), _seen(second_officer)) == ((1, 1), (0, 0))


def test_stranger_sees_no_promise(officer: Actor, stranger: Actor, budi: Person) -> None:
    theirs(officer, budi)
    assert _seen(stranger) == (0, 0)
