"""The page of those outside, the links that do not open it, and what an answer sets off."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.consultation.settle import close, send_new_link, withdraw
from jembatan.correspondence.models import Consultation, Message, OutgoingMail
from jembatan.correspondence.queries.consultation.link import PURPOSE
from jembatan.correspondence.tests import scene as mail
from jembatan.correspondence.tests.consultation.scene import Wants, asked_below, link_to, long_ago, page_of
from jembatan.journal.models import Entry
from jembatan.platform.links import LinkUnreadable, read, signed
from jembatan.platform.markings import Marking

type ClientOf = Callable[[Actor], Client]
State = Consultation.State
ANSWER = {"name": "Rina Hukum", "text": "Pasal 4 cukup."}


@pytest.fixture
def message(officer: Actor) -> Message:
    return mail.message(mail.thread(officer.desk, marking=Marking.AMBER))


@pytest.fixture
def asked(officer: Actor, message: Message) -> Consultation:
    return asked_below(officer, message)


def sent(asked: Consultation, **words: str) -> tuple[int, str]:
    """The status and the page."""
    page = Client().post(page_of(asked), ANSWER | words)
    return page.status_code, page.text


def test_page_shows_the_question_and_nothing_else_of_the_matter(
    asked: Consultation, message: Message
) -> None:
    page = Client().get(page_of(asked))

    assert page.status_code == 200
    for words in ("Apakah pasal 4 cukup?", "Pasal 4 berlaku.", "Please answer by", "TLP:AMBER"):
        assert words in page.text
    assert message.text not in page.text
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert page.headers["Referrer-Policy"] == "same-origin"


def test_page_speaks_their_language(officer: Actor, message: Message) -> None:
    asked = asked_below(officer, message)
    Consultation.objects.update(language="id")

    client = Client(headers={"accept-language": "en"})
    page = client.get(page_of(asked))

    assert "Pertanyaan untuk Anda" in page.text
    assert '<html lang="id"' in page.text
    assert page.headers["Content-Language"] == "id"
    client.post("/settings/language/", {"language": "en"})
    assert "A question for you" in client.get(page_of(asked)).text


def test_opening_the_page_changes_nothing(asked: Consultation) -> None:
    before = Consultation.objects.values().get()
    for path in (page_of(asked), f"{page_of(asked)}renewal/"):
        Client().get(path)
        Client().head(path)
    assert Consultation.objects.values().get() == before


def test_answer_is_kept_with_its_author_and_can_be_changed(asked: Consultation) -> None:
    assert "Your answer is kept." in sent(asked)[1]
    sent(asked, text="Pasal 4 tidak cukup.", name="Rina")

    asked.refresh_from_db()
    assert (asked.state, asked.answer, asked.answered_as) == (State.ANSWERED, "Pasal 4 tidak cukup.", "Rina")
    assert "Pasal 4 tidak cukup." in Client().get(page_of(asked)).text
    [entry] = Entry.objects.filter(kind="consultation.answered")
    assert (entry.user, entry.actor_name, entry.summary) == (None, "Rina Hukum", "Pasal 4 cukup.")


@pytest.mark.parametrize("words", [{"name": ""}, {"name": "  "}, {"text": " "}, {"text": "a" * 20_001}])
def test_what_was_typed_stays_when_something_is_missing(asked: Consultation, words: dict[str, str]) -> None:
    status, page = sent(asked, **words)

    assert (status, Consultation.objects.get().state) == (422, State.OPEN)
    assert (ANSWER | words)["text"].strip() in page


def test_clearance_wants_a_decision_and_a_refusal_wants_words(officer: Actor, message: Message) -> None:
    asked = asked_below(officer, message, wants=Wants.CLEARANCE)
    assert sent(asked)[0] == 422
    assert sent(asked, clears="no", text="")[0] == 422

    assert sent(asked, clears="yes", text="")[0] == 200

    asked.refresh_from_db()
    assert (asked.clears, asked.answer) == (True, "")


def test_contribution_takes_no_decision(asked: Consultation) -> None:
    sent(asked, clears="yes")
    assert Consultation.objects.get().clears is None


def test_links_that_open_nothing(asked: Consultation) -> None:
    good = page_of(asked)
    other_purpose = f"/answers/{signed('minutes', link_to(asked))}/"
    for path in (good[:-3] + "xx/", good.replace("~", "x"), other_purpose, "/answers/1-1-1/"):
        assert (Client().get(path).status_code, Client().post(path, ANSWER).status_code) == (404, 404)
    assert Consultation.objects.get().state == State.OPEN


def test_links_that_are_over_say_whom_to_ask(officer: Actor, message: Message) -> None:
    expired, replaced, withdrawn, closed = (asked_below(officer, message) for _number in range(4))
    long_ago(expired, days=60)
    old = page_of(replaced)
    send_new_link(officer, replaced, confirmed=True)
    withdraw(officer, withdrawn)
    sent(closed)
    close(officer, closed)

    for path in (page_of(expired), old, page_of(withdrawn), page_of(closed)):
        opened, answered = Client().get(path), Client().post(path, ANSWER)
        assert (opened.status_code, answered.status_code) == (410, 410)
        assert "Bagus Prasetyo of" in opened.text
        assert "Apakah pasal 4 cukup?" not in opened.text
        assert ANSWER["text"] in answered.text
        assert opened.headers["Cache-Control"] == "no-store"
    assert Consultation.objects.filter(state=State.ANSWERED).count() == 1
    for settled in (withdrawn, closed):
        assert "Ask for a new link" not in Client().post(f"{page_of(settled)}renewal/").text
    assert Consultation.objects.filter(link_wanted_at__isnull=False).count() == 0


def test_new_link_is_asked_for_told_and_sent(
    officer: Actor, asked: Consultation, client_of: ClientOf
) -> None:
    long_ago(asked, days=60)
    old = page_of(asked)
    page = Client().post(f"{old}renewal/")
    assert (page.status_code, "has been passed on" in page.text) == (410, True)
    client = client_of(officer)
    assert "asks for a new link" in client.get("/").text

    client.post(f"/questions/{asked.pk}/link/")

    asked.refresh_from_db()
    assert (asked.issue, asked.link_wanted_at) == (2, None)
    assert asked.open_until > timezone.now() + timedelta(days=13)
    assert OutgoingMail.objects.count() == 2
    assert (Client().get(page_of(asked)).status_code, Client().get(old).status_code) == (200, 410)


def test_form_of_another_site_is_refused(asked: Consultation) -> None:
    assert Client(enforce_csrf_checks=True).post(page_of(asked), ANSWER).status_code == 403


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=60))
def test_no_token_that_was_not_signed_is_read(token: str) -> None:
    with pytest.raises(LinkUnreadable):
        read(PURPOSE, token)
