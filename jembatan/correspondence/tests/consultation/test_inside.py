"""Asked from the conversation and the composer; the answer stands there, on Today, and in the next mail."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Membership
from jembatan.correspondence.actions.consultation.answer import answer
from jembatan.correspondence.actions.consultation.quote import insert_answer
from jembatan.correspondence.actions.consultation.remind import let_expire, remind
from jembatan.correspondence.actions.consultation.settle import close, send_new_link, withdraw
from jembatan.correspondence.actions.outbox.file import file_sent
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import (
    Consultation,
    ConsultationReminder,
    Message,
    OutgoingMail,
    OutgoingReceiver,
    Thread,
)
from jembatan.correspondence.queries.consultation.due import to_remind
from jembatan.correspondence.queries.consultation.visible import consultations_below, standing_for
from jembatan.correspondence.tests import scene as mail
from jembatan.correspondence.tests.consultation.scene import asked_below, link_to, long_ago
from jembatan.correspondence.tests.outbox_scene import written
from jembatan.directory.actions.people import add_person

type ClientOf = Callable[[Actor], Client]
State = Consultation.State
Occasion = ConsultationReminder.Occasion
TYPED = {
    "to": "hukum@laut.example",
    "wants": "contribution",
    "text": "Apakah cukup?",
    "due": "2027-03-05 10:00",
}


@pytest.fixture
def message(officer: Actor) -> Message:
    return mail.message(mail.thread(officer.desk))


def answered(
    asked: Consultation, text: str = "Pasal 4 cukup.", *, clears: bool | None = None
) -> Consultation:
    given = answer(link_to(asked), name="Rina Hukum", text=text, clears=clears)
    asked.refresh_from_db()
    return given


def test_asked_from_the_conversation(officer: Actor, message: Message, client_of: ClientOf) -> None:
    client, path = client_of(officer), f"/threads/{message.thread_id}/questions/new/"
    assert f'href="{path}" data-key="q"' in client.get(f"/threads/{message.thread_id}/").text

    told = client.post(path, TYPED | {"confirmed": "1"})

    assert told.headers["Location"] == f"/threads/{message.thread_id}/"
    page = client.get(told.headers["Location"]).text
    assert "Apakah cukup?" in page
    assert f'action="/questions/{Consultation.objects.get().pk}/withdrawal/"' in page


def test_asked_by_the_name_of_the_directory(officer: Actor, message: Message, client_of: ClientOf) -> None:
    add_person(officer, "Retno Marsudi", email="retno@laut.example")
    path = f"/threads/{message.thread_id}/questions/new/"

    client_of(officer).post(path, TYPED | {"to": "Retno Marsudi", "due": "5 Mar 2027", "confirmed": "1"})

    asked = Consultation.objects.get()
    assert asked.email == "retno@laut.example"
    assert asked.due_at.isoformat() == "2027-03-05T10:00:00+00:00"  # 17.00 WIB


@pytest.mark.parametrize(
    "wrong",
    [{"to": "Entah Siapa"}, {"to": "a@x.example, b@x.example"}, {"to": "@"}, {"due": "kapan"}, {"text": ""}],
)
def test_what_cannot_be_asked_stays_in_the_form(
    officer: Actor, message: Message, client_of: ClientOf, wrong: dict[str, str]
) -> None:
    path = f"/threads/{message.thread_id}/questions/new/"

    page = client_of(officer).post(path, TYPED | {"passage": "Naskah ini."} | wrong)

    assert (page.status_code, Consultation.objects.count()) == (422, 0)
    assert "Naskah ini." in page.text


def test_answer_stands_in_the_conversation_and_on_today_until_it_is_closed(
    officer: Actor, second_officer: Actor, message: Message, client_of: ClientOf
) -> None:
    asked = asked_below(officer, message)
    answered(asked)
    client, path = client_of(officer), f"/threads/{message.thread_id}/"
    for page in (client.get(path).text, client.get("/").text):
        assert "Pasal 4 cukup." in page
    assert "Rina Hukum" in client.get(path).text
    assert "Answers to your questions" not in client_of(second_officer).get("/").text

    client.post(f"/questions/{asked.pk}/closing/")

    assert "Answers to your questions" not in client.get("/").text
    assert "Pasal 4 cukup." in client.get(path).text


def test_answer_goes_into_a_mail_with_its_author(
    officer: Actor, message: Message, client_of: ClientOf
) -> None:
    asked = asked_below(officer, message)
    draft = written(officer, answers=message, text="Yth. Bapak,")
    with pytest.raises(Refused):
        insert_answer(officer, draft, asked)
    answered(asked, "Pasal 4 cukup.\nLihat UU 24.")

    client_of(officer).post(f"/drafts/{draft.pk}/questions/{asked.pk}/insertion/")

    draft.refresh_from_db()
    assert asked.answered_at is not None
    day = asked.answered_at.astimezone(ZoneInfo(officer.desk.time_zone)).strftime("%-d %b %Y")
    assert draft.text == f"Yth. Bapak,\n\nRina Hukum, {day}:\n> Pasal 4 cukup.\n> Lihat UU 24.\n"
    assert draft.version == 3


def test_answer_of_another_conversation_is_not_quoted(officer: Actor, message: Message) -> None:
    asked = asked_below(officer, mail.message(mail.thread(officer.desk)))
    answered(asked)
    with pytest.raises(Refused):
        insert_answer(officer, written(officer, answers=message), asked)


def test_question_about_a_mail_stands_in_its_composer(officer: Actor, client_of: ClientOf) -> None:
    draft = written(officer)
    client, path = client_of(officer), f"/drafts/{draft.pk}/questions/new/"
    assert "Naskah kami setujui." in client.get(path).text

    client.post(path, TYPED | {"wants": "clearance", "passage": draft.text, "confirmed": "1"})

    asked = Consultation.objects.get()
    assert (asked.draft, asked.fingerprint != "") == (draft, True)
    assert "Apakah cukup?" in client.get(f"/drafts/{draft.pk}/").text


def test_answered_questions_are_closed_and_open_ones_withdrawn(officer: Actor, message: Message) -> None:
    asked = asked_below(officer, message)
    answered(asked)
    with pytest.raises(Refused):
        withdraw(officer, asked)
    close(officer, asked)
    with pytest.raises(Refused):
        send_new_link(officer, asked)

    other = asked_below(officer, message)
    withdraw(officer, other)
    assert list(OutgoingMail.objects.order_by("pk").values_list("state", flat=True)) == [
        "waiting",
        "withdrawn",
    ]
    assert consultations_below(officer, [message.pk])[message.pk] == [asked]


def test_nobody_waits_for_a_mail_that_was_answered_by_the_page(officer: Actor, message: Message) -> None:
    asked = asked_below(officer, message)
    letter = OutgoingMail.objects.get()
    OutgoingReceiver.objects.update(state="accepted")
    file_sent(letter.pk)
    sent = Thread.objects.get(messages__outgoing=letter)
    assert (sent.turn, sent.done_at) == (Thread.Turn.THEIRS, None)

    answered(asked)

    sent.refresh_from_db()
    assert sent.done_at is not None


def test_reminded_once_before_and_once_after(officer: Actor, message: Message) -> None:
    asked = asked_below(officer, message)
    assert to_remind() == []
    long_ago(asked, days=4.5)
    assert to_remind() == [(asked.pk, Occasion.BEFORE)]

    remind(asked.pk, Occasion.BEFORE)
    assert (remind(asked.pk, Occasion.BEFORE), to_remind()) == (None, [])
    long_ago(asked, days=1)
    assert to_remind() == [(asked.pk, Occasion.AFTER)]
    remind(asked.pk, Occasion.AFTER)

    subjects = list(OutgoingMail.objects.order_by("pk").values_list("subject", flat=True))
    question = "Question: Nota kesepahaman"
    assert subjects == [question, f"Reminder: {question}", f"Reminder: {question}"]
    assert to_remind() == []


def test_nobody_is_reminded_of_what_is_settled(officer: Actor, message: Message) -> None:
    for settle in (answered, lambda asked: withdraw(officer, asked)):
        asked = asked_below(officer, message)
        settle(asked)
        long_ago(asked, days=4.5)
    assert to_remind() == []


def test_reminder_that_may_not_leave_says_why(officer: Actor, message: Message) -> None:
    asked = asked_below(officer, message)
    Membership.objects.filter(desk=officer.desk, user=officer.user).update(role="drafter")

    reminder = remind(asked.pk, Occasion.AFTER)

    assert reminder is not None
    assert reminder.refusal == "Only an officer or the head of this desk can do this."
    assert OutgoingMail.objects.count() == 1


def test_silence_ends_with_the_link_and_the_asker_is_told(officer: Actor, message: Message) -> None:
    asked = asked_below(officer, message)
    assert let_expire() == 0
    long_ago(asked, days=30)

    assert let_expire() == 1

    assert [each.state for each in standing_for(officer)] == [State.EXPIRED]


@pytest.mark.parametrize("count", [1, 3])
def test_lists_take_a_constant_number_of_queries(
    officer: Actor, message: Message, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _number in range(count):
        answered(asked_below(officer, message))

    with django_assert_num_queries(1):
        below = consultations_below(officer, [message.pk])[message.pk]
        assert len([each.asked_by.full_name for each in below]) == count
    with django_assert_num_queries(1):
        assert len([str(each.message and each.message.thread_id) for each in standing_for(officer)]) == count
