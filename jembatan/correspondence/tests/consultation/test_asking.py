"""Asking: what leaves, in which language, and what may not go to them."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.clearance.rules import add_rule
from jembatan.correspondence.actions.consultation.ask import ask_about_message
from jembatan.correspondence.actions.outbox.send import Unconfirmed
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.formats.message import Address
from jembatan.correspondence.formats.mime import parse
from jembatan.correspondence.models import ClearanceRule, Consultation, Draft, Message, OutgoingMail, Thread
from jembatan.correspondence.queries.consultation.link import link_of
from jembatan.correspondence.queries.consultation.visible import visible_consultations
from jembatan.correspondence.queries.drafts import visible_drafts
from jembatan.correspondence.tests import scene as mail
from jembatan.correspondence.tests.consultation.scene import LEGAL, Wants, asked_about, asked_below, question
from jembatan.correspondence.tests.outbox_scene import written
from jembatan.directory.actions.people import add_person
from jembatan.journal.models import Entry
from jembatan.platform.files.store import open_stored
from jembatan.platform.markings import Marking


@pytest.fixture
def message(officer: Actor) -> Message:
    return mail.message(mail.thread(officer.desk))


def letter(outgoing: OutgoingMail) -> str:
    with open_stored(outgoing.raw) as stored:
        return parse(stored.read()).text


def test_letter_says_who_asks_what_by_when_and_where(officer: Actor, message: Message) -> None:
    asked = asked_below(officer, message)

    outgoing = OutgoingMail.objects.get()
    text = letter(outgoing)
    assert list(outgoing.receivers.values_list("name", "email")) == [(LEGAL.name, LEGAL.email)]
    assert outgoing.subject == "Question: Nota kesepahaman"
    assert "Dear Biro Hukum," in text
    assert "Bagus Prasetyo of" in text
    assert "asks for your contribution by" in text
    assert "Apakah pasal 4 cukup?" in text
    assert "> Pasal 4 berlaku." in text
    assert link_of(asked) in text
    assert message.text not in text


def test_letter_speaks_their_language(officer: Actor, message: Message) -> None:
    retno = add_person(officer, "Retno Marsudi", email="retno@laut.example")
    retno.languages, retno.form_of_address, retno.call_name = ["id"], "Ibu", "Retno"
    retno.save()

    asked = asked_below(officer, message, to=Address("", "retno@laut.example"), wants=Wants.CLEARANCE)

    assert (asked.person, asked.name, asked.language) == (retno, "Retno Marsudi", "id")
    text = letter(OutgoingMail.objects.get())
    assert "Yth. Ibu Retno," in text
    assert "meminta persetujuan Anda paling lambat" in text


def test_marking_that_may_not_go_to_them_is_refused(officer: Actor, message: Message) -> None:
    Thread.objects.filter(pk=message.thread_id).update(marking=Marking.AMBER_STRICT)

    with pytest.raises(Refused, match="may not go to"):
        asked_below(officer, message)
    with pytest.raises(Refused):
        asked_below(officer, mail.message(mail.thread(officer.desk)), passage="TLP:RED\nRahasia.")

    assert (Consultation.objects.count(), Draft.objects.count()) == (0, 0)


def test_question_needs_the_clearance_that_any_mail_needs(
    head: Actor, officer: Actor, message: Message
) -> None:
    partner = mail.organisation(officer.desk, domains=["laut.example"])
    add_rule(head, ClearanceRule(condition="partner", organisation=partner, clearer="head"))

    with pytest.raises(Refused, match="needs clearance first"):
        asked_below(officer, message)
    asked_below(head, message)


def test_letter_is_as_closed_as_the_conversation(
    officer: Actor, second_officer: Actor, message: Message
) -> None:
    assert officer.user is not None
    mail.restrict(message.thread, officer.user)

    asked = asked_below(officer, message)

    assert list(visible_consultations(second_officer)) == []
    assert list(visible_drafts(second_officer)) == []
    assert list(visible_consultations(officer)) == [asked]
    with pytest.raises(Message.DoesNotExist):
        asked_below(second_officer, message)


def test_warnings_are_asked_about(officer: Actor, message: Message) -> None:
    with pytest.raises(Unconfirmed):
        ask_about_message(officer, message, question(text="Terlampir drafnya. Setuju?"))
    assert Consultation.objects.count() == 0


@pytest.mark.parametrize(
    "wrong",
    [{"text": "  "}, {"due_at": timezone.now()}, {"due_at": timezone.now() + timedelta(days=400)}],
)
def test_half_a_question_is_refused(officer: Actor, message: Message, wrong: dict[str, object]) -> None:
    with pytest.raises(Refused):
        asked_below(officer, message, **wrong)


def test_drafters_and_readers_ask_nobody_outside(drafter: Actor, reader: Actor, message: Message) -> None:
    for actor in (drafter, reader):
        with pytest.raises(PermissionDenied):
            asked_below(actor, message)


def test_clearance_of_a_part_clears_no_mail(officer: Actor) -> None:
    draft = written(officer)
    assert asked_about(officer, draft).fingerprint != ""
    assert asked_about(officer, draft, passage="Naskah").fingerprint == ""
    assert asked_about(officer, draft, wants=Wants.CONTRIBUTION).fingerprint == ""


def test_asking_is_one_line_of_the_journal(officer: Actor, message: Message) -> None:
    asked_below(officer, message, text="Apakah cukup?\nMohon dasar hukumnya.")

    [entry] = Entry.objects.filter(kind="consultation.asked")
    assert (entry.user, entry.summary, entry.detail) == (
        officer.user,
        "Apakah cukup?",
        "Mohon dasar hukumnya.",
    )
    assert (entry.source_kind, entry.source_id) == ("message", message.pk)


def test_database_refuses_half_a_consultation(officer: Actor, message: Message) -> None:
    asked = asked_below(officer, message)
    for change in (
        {"message": None},
        {"question": ""},
        {"state": "answered"},
        {"state": "answered", "answered_at": timezone.now(), "answered_as": "Rina"},
        {"clears": True},
        {"open_until": asked.due_at - timedelta(days=1)},
        {"state": "entah"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Consultation.objects.filter(pk=asked.pk).update(**change)
