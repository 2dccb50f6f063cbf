"""Reminding a partner by a letter with a link, and what they answer by it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.commitments.actions.ask_partner import ask_partner
from jembatan.commitments.actions.closing import keep, withdraw
from jembatan.commitments.actions.partner_answer import accept_answer
from jembatan.commitments.models import Commitment, MovedDate, PartnerAnswer, PartnerQuestion
from jembatan.commitments.queries.partner_link import link_of
from jembatan.commitments.queries.partner_said import waiting_for_us
from jembatan.commitments.queries.source import Said, said_in_message
from jembatan.commitments.tests.scene import in_days, ours, theirs
from jembatan.correspondence.actions.drafts.start import start_answer
from jembatan.correspondence.actions.drafts.write import discard_draft
from jembatan.correspondence.models import Draft, Message
from jembatan.correspondence.tests.scene import message, thread
from jembatan.directory.models import ContactPoint, Person
from jembatan.dossiers.actions.access import restrict
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.journal.models import Entry

ClientOf = Callable[[Actor], Client]


def _said(officer: Actor) -> tuple[Message, Said]:
    mail = message(thread(officer.desk))
    said = said_in_message(officer, mail.pk)
    assert said is not None
    return mail, said


def _asked(officer: Actor, budi: Person) -> PartnerQuestion:
    return _left(ask_partner(officer, theirs(officer, budi, due=in_days(officer, -2))))


def _left(question: PartnerQuestion) -> PartnerQuestion:
    """Its letter is on its way."""
    assert question.letter is not None
    question.letter.state = Draft.State.QUEUED
    question.letter.save(update_fields=["state"])
    return question


def _path(question: PartnerQuestion) -> str:
    return link_of(question).partition("/promise/")[1] + link_of(question).partition("/promise/")[2]


def test_late_promise_is_chased_in_a_reply(officer: Actor, budi: Person, client_of: ClientOf) -> None:
    Person.objects.filter(pk=budi.pk).update(form_of_address="Bapak", call_name="Budi", languages=["id"])
    mail, said = _said(officer)
    promise = theirs(officer, Person.objects.get(pk=budi.pk), due=in_days(officer, -2), said=said)
    client = client_of(officer)
    assert f"/promises/{promise.pk}/letter/" in client.get(f"/promises/{promise.pk}/").text
    response = client.post(f"/promises/{promise.pk}/letter/")
    question = PartnerQuestion.objects.get()
    assert question.letter is not None
    assert response.headers["Location"] == f"/drafts/{question.letter.pk}/"
    letter = question.letter
    assert (letter.answers, letter.to, letter.state) == (mail, "Budi Santoso <budi@laut.example>", "open")
    for words in ("Yth. Bapak Budi,", "“Saya akan kirim draf.”", "semula kami harapkan", link_of(question)):
        assert words in letter.text
    assert client.get(f"/drafts/{letter.pk}/").status_code == 200


def test_letters_say_what_holds(officer: Actor, budi: Person) -> None:
    Person.objects.filter(pk=budi.pk).update(form_of_address="Mr", languages=["en"])
    budi = Person.objects.get(pk=budi.pk)
    ContactPoint.objects.create(
        desk=officer.desk, person=budi, kind="email", value="b@laut.example", normal="b@laut.example"
    )
    promises = [
        theirs(officer, budi, due=in_days(officer, 2)),
        theirs(officer, budi),
        ours(officer, budi, due=in_days(officer, 2)),
        ours(officer, budi),
    ]
    letters = [ask_partner(officer, each).letter for each in promises]
    told = (
        "whether that still holds",
        "by when we can expect it",
        "We have promised it for",
        "This is what we",
    )
    for letter, words in zip(letters, told, strict=True):
        assert letter is not None
        assert (letter.to, letter.matter_kind) == ("Budi Santoso <b@laut.example>", "commitment")
        assert words in letter.text
        assert letter.text.startswith("Dear Mr ")


def test_draft_that_was_begun_is_kept_below(officer: Actor, budi: Person) -> None:
    mail, said = _said(officer)
    begun = start_answer(officer, mail, kind=Draft.Kind.REPLY)
    Draft.objects.filter(pk=begun.pk).update(text="Yang sudah ditulis.")
    first = ask_partner(officer, theirs(officer, budi, said=said))
    assert first.letter == begun
    assert "Yang sudah ditulis." in first.letter.text.partition(link_of(first))[2]
    assert ask_partner(officer, first.commitment) == first


def test_partner_proposes_another_day(officer: Actor, budi: Person, client_of: ClientOf) -> None:
    question, outside, client = _asked(officer, budi), Client(), client_of(officer)
    promise, path, day = question.commitment, _path(question), in_days(officer, 9)
    page = outside.get(path)
    assert (page.status_code, "Saya akan kirim draf." in page.text, "no-store" in page["Cache-Control"]) == (
        200,
        True,
        True,
    )
    assert not PartnerAnswer.objects.exists()
    assert outside.post(path, {"kind": "day"}).status_code == 422
    assert outside.post(path, {"kind": "day", "due": "2020-01-01"}).status_code == 422
    sent = {"kind": "day", "due": day.isoformat(), "words": "Menteri pergi"}
    for _twice in range(2):
        assert outside.post(path, sent).status_code == 302
    answer = PartnerAnswer.objects.get()
    assert Commitment.objects.get().due == promise.due
    assert Entry.objects.filter(kind="commitment.answered").count() == 1
    assert promise.what in client.get("/").text
    assert "Menteri pergi" in client.get(f"/promises/{promise.pk}/").text
    client.post(f"/promises/answers/{answer.pk}/", {"do": "accept"})
    moved = MovedDate.objects.get()
    assert (moved.was, moved.due, "Menteri pergi" in moved.why) == (promise.due, day, True)
    assert Commitment.objects.get().due == day
    client.post(f"/promises/answers/{answer.pk}/", {"do": "leave"})
    assert PartnerAnswer.objects.get().accepted is True


def test_partner_says_that_it_is_done(officer: Actor, budi: Person, client_of: ClientOf) -> None:
    question, client = _asked(officer, budi), client_of(officer)
    Client().post(_path(question), {"kind": "done"})
    answer = PartnerAnswer.objects.get()
    client.post(f"/promises/answers/{answer.pk}/", {"do": "accept"})
    assert Commitment.objects.get().state == "kept"
    late = Client().post(_path(question), {"kind": "confirmed"})
    assert late.status_code == 422
    with pytest.raises(ValidationError):
        ask_partner(officer, question.commitment)


def test_answer_that_is_left_changes_nothing(officer: Actor, budi: Person, client_of: ClientOf) -> None:
    question = _asked(officer, budi)
    Client().post(_path(question), {"kind": "confirmed"})
    Client().post(_path(question), {"kind": "done"})
    answer = PartnerAnswer.objects.get(kind="done")
    client_of(officer).post(f"/promises/answers/{answer.pk}/", {"do": "leave"})
    assert (Commitment.objects.get().state, PartnerAnswer.objects.get(pk=answer.pk).accepted) == (
        "open",
        False,
    )


def test_last_answer_alone_waits_for_us(officer: Actor, budi: Person, client_of: ClientOf) -> None:
    question, client = _asked(officer, budi), client_of(officer)
    before, day = question.commitment.due, in_days(officer, 9)
    Client().post(_path(question), {"kind": "day", "due": day.isoformat()})
    Client().post(_path(question), {"kind": "confirmed"})
    assert not Commitment.objects.filter(waiting_for_us()).exists()
    page = client.get(f"/promises/{question.commitment_id}/").text
    assert ("answered anew since" in page, 'value="accept"' in page) == (True, False)
    answer = PartnerAnswer.objects.get(kind="day")
    client.post(f"/promises/answers/{answer.pk}/", {"do": "accept"})
    assert Commitment.objects.get().due == before


def test_promise_that_is_withdrawn_is_not_done_by_a_yes(officer: Actor, budi: Person) -> None:
    question = _asked(officer, budi)
    Client().post(_path(question), {"kind": "done"})
    withdraw(officer, question.commitment, "Not needed")
    with pytest.raises(ValidationError):
        accept_answer(officer, PartnerAnswer.objects.get())


def test_letter_in_the_making_keeps_up_with_the_marking(officer: Actor, budi: Person) -> None:
    question = ask_partner(officer, theirs(officer, budi))
    Commitment.objects.update(marking="TLP:AMBER")
    assert ask_partner(officer, question.commitment) == question
    question.refresh_from_db()
    assert Client().get(_path(_left(question))).status_code == 200


def test_link_that_is_over_says_so(officer: Actor, budi: Person) -> None:
    first = _asked(officer, budi)
    second = ask_partner(officer, first.commitment)
    assert second != first
    assert second.letter is not None
    assert [Client().get(_path(each)).status_code for each in (first, second)] == [200, 410]
    discard_draft(officer, second.letter)
    assert [Client().get(_path(each)).status_code for each in (first, second)] == [200, 410]
    second = _left(ask_partner(officer, first.commitment))
    replaced = Client().post(_path(first), {"kind": "done"})
    assert (replaced.status_code, "Please write to" in replaced.text) == (410, True)
    assert Client().get(_path(second)).status_code == 200
    PartnerQuestion.objects.filter(pk=second.pk).update(until=timezone.now() - timedelta(days=1))
    second.refresh_from_db()
    assert Client().get(_path(second)).status_code == 410
    assert Client().get("/promise/x~y/").status_code == 404
    assert not PartnerAnswer.objects.exists()


@pytest.mark.parametrize("change", ["marking", "dossier"])
def test_link_shows_nothing_that_was_closed_off(officer: Actor, budi: Person, change: str) -> None:
    question = _asked(officer, budi)
    promises = Commitment.objects.filter(pk=question.commitment_id)
    if change == "marking":
        promises.update(marking="TLP:RED")
    else:
        promises.update(dossier=restrict(officer, open_dossier(officer, "Rahasia")))
    page = Client().get(_path(question))
    assert (page.status_code, "kirim draf" in page.text) == (410, False)


def test_colleague_does_not_answer_for_the_partner(officer: Actor, budi: Person, client_of: ClientOf) -> None:
    question = _asked(officer, budi)
    client = client_of(officer)
    assert client.get(_path(question)).status_code == 200
    assert client.post(_path(question), {"kind": "done"}).status_code == 403
    assert not PartnerAnswer.objects.exists()


def test_stranger_settles_nothing(
    officer: Actor, reader: Actor, stranger: Actor, budi: Person, client_of: ClientOf
) -> None:
    question = _asked(officer, budi)
    Client().post(_path(question), {"kind": "done"})
    answer = PartnerAnswer.objects.get()
    keep_at = f"/promises/answers/{answer.pk}/"
    assert client_of(stranger).post(keep_at, {"do": "accept"}).status_code == 404
    assert client_of(reader).post(keep_at, {"do": "accept"}).status_code == 403
    keep(officer, question.commitment)
    assert client_of(officer).get(f"/promises/{question.commitment_id}/").status_code == 200
