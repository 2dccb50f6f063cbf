"""From what people type to what is found."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jembatan.accounts.models import Desk
from jembatan.correspondence.models import Mailbox, Message, Thread
from jembatan.platform.search import text as search_text
from jembatan.platform.search.text import best_matches, headlines, marked, words_query

Write = Callable[..., Message]
START = datetime(2026, 11, 2, tzinfo=UTC)


@pytest.fixture
def write(desk: Desk) -> Write:
    mailbox = Mailbox.objects.create(desk=desk)
    thread = Thread.objects.create(desk=desk)

    def make(subject: str, body: str = "", *, language: str = "id", days: int = 0) -> Message:
        number = Message.objects.count()
        return Message.objects.create(
            desk=desk,
            mailbox=mailbox,
            thread=thread,
            message_id=f"{number}@x.example",
            digest=str(number),
            subject=subject,
            text=body,
            language=language,
            sent_at=START + timedelta(days=days),
        )

    return make


def found(question: str) -> list[str]:
    return [
        message.subject
        for message in best_matches(Message.objects.all(), question, newest="-sent_at", limit=10)
    ]


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("mempelajari", ["Kami pelajari"]),
        ("agreement", ["Two agreements"]),
        ("agree", ["Two agreements"]),
        ("cafe", ["Café"]),
        ("café", ["Café"]),
        ("kami two", []),
        ('"usul baru"', ["Usul baru"]),
        ('"baru usul"', []),
        ("usul -lama", ["Usul baru"]),
        ("budi@laut.example", ["Dari budi@laut.example"]),
        ("!!! ' & | <->", []),
        ("", []),
    ],
)
def test_question_finds_what_it_means(write: Write, question: str, answers: list[str]) -> None:
    for subject, language in (
        ("Kami pelajari", "id"),
        ("Two agreements", "en"),
        ("Café", ""),
        ("Usul baru", "id"),
        ("Usul lama", "id"),
        ("Dari budi@laut.example", "id"),
    ):
        write(subject, language=language)

    assert found(question) == answers


def test_best_comes_first_and_a_common_word_gives_the_newest(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("Rapat", "tentang kapal", days=1)
    write("Kapal kapal", "kapal", days=0)
    write("Kapal", "lain", days=2)

    assert found("kapal")[0] == "Kapal kapal"
    monkeypatch.setattr(search_text, "RANKED", 2)
    assert found("kapal") == ["Kapal", "Rapat", "Kapal kapal"]


def test_headline_shows_the_passage_and_escapes_the_rest(write: Write) -> None:
    message = write("Surat", "Harga < 5 & kapal besar\nberangkat")

    assert headlines(Message.objects.all(), "kapal", field="text", pks=[message.pk]) == {
        message.pk: "Harga &lt; 5 &amp; <mark>kapal</mark> besar berangkat"
    }
    assert headlines(Message.objects.all(), "", field="text", pks=[message.pk]) == {}
    assert marked("<script>\ue000x\ue001") == "&lt;script&gt;<mark>x</mark>"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100, deadline=None)
@given(
    st.text(
        alphabet=st.characters(codec="utf-8", exclude_characters="\x00")
        | st.sampled_from("'\"\\-!&|():*<> "),
        max_size=40,
    )
)
def test_any_text_is_a_valid_question(desk: Desk, question: str) -> None:
    query = words_query(question)
    if query is not None:
        best_matches(Message.objects.all(), question, limit=1)
    assert connection.needs_rollback is False
