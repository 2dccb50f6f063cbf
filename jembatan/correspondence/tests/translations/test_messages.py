"""Messages in the reader's language, on the page of their conversation."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.actions.translations import asking
from jembatan.correspondence.actions.translations.message import translate_message
from jembatan.correspondence.formats import pieces
from jembatan.correspondence.models import Message, MessageTranslation
from jembatan.correspondence.servers.translation_troubles import TranslationTrouble
from jembatan.correspondence.tests import scene
from jembatan.correspondence.tests.translations.server import TranslationServer
from jembatan.journal.models import Entry
from jembatan.platform.markings import Marking

type ClientOf = Callable[[Actor], Client]
HTMX = {"HX-Request": "true"}
LETTER = "Mohon tanggapan.\n\n> Please comment.\n\n-- \nBudi\n"


def letter(actor: Actor, text: str = LETTER, **fields: str) -> Message:
    return scene.message(scene.thread(actor.desk, **fields), text=text)


def test_only_the_author_s_own_words_leave(officer: Actor, set_up: TranslationServer) -> None:
    made = translate_message(officer, letter(officer), language="en")
    assert set_up.asked == [{"q": "Mohon tanggapan.", "source": "id", "target": "en", "format": "text"}]
    assert (made.text, made.provider, made.is_whole) == ("[en] Mohon tanggapan.", "127.0.0.1", True)


def test_asking_again_costs_nothing(officer: Actor, drafter: Actor, set_up: TranslationServer) -> None:
    message = letter(officer)
    first = translate_message(officer, message, language="en")
    assert translate_message(drafter, message, language="en") == first
    assert len(set_up.texts) == 1


def test_that_the_text_left_is_one_line_of_the_journal(officer: Actor, set_up: TranslationServer) -> None:
    message = letter(officer)
    for _time in range(2):
        translate_message(officer, message, language="en")
    [entry] = Entry.objects.filter(kind="mail.translated")
    assert entry.summary == "The text of “Nota kesepahaman” went to 127.0.0.1 to be translated."
    assert (entry.source_id, entry.marking) == (message.pk, Marking.GREEN)


def test_what_is_marked_above_the_limit_never_leaves(officer: Actor, set_up: TranslationServer) -> None:
    with pytest.raises(Refused, match="TLP:AMBER, and only texts up to TLP:GREEN may go to"):
        translate_message(officer, letter(officer, marking=Marking.AMBER), language="en")
    assert set_up.asked == []


def test_without_a_server_it_is_said(officer: Actor) -> None:
    with pytest.raises(Refused, match="No translation server is set up"):
        translate_message(officer, letter(officer), language="en")


def test_message_without_own_words_is_refused(officer: Actor, set_up: TranslationServer) -> None:
    with pytest.raises(Refused, match="no words of its own"):
        translate_message(officer, letter(officer, "> Please comment."), language="en")


def test_reader_asks_for_nothing(reader: Actor, set_up: TranslationServer) -> None:
    with pytest.raises(PermissionDenied):
        translate_message(reader, letter(reader), language="en")


def test_long_mail_is_made_in_pieces_and_the_rest_on_asking_again(
    officer: Actor, set_up: TranslationServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "ANSWER_SECONDS", 0.7)
    set_up.seconds = 0.3
    words = "\n\n".join(f"Alinea {number} " + "kata " * 250 for number in range(4)).strip()
    message = letter(officer, words)

    first = translate_message(officer, message, language="en")
    set_up.seconds = 0
    whole = translate_message(officer, message, language="en")

    assert len(pieces.pieces(words)) == 4
    assert (len(first.pieces), first.is_whole, whole.is_whole) == (1, False, True)
    assert whole.text == "\n\n".join(f"[en] {part}" for part in words.split(" \n\n")).replace(
        "kata\n\n", "kata \n\n"
    )
    assert len(set_up.texts) == 4


def test_trouble_leaves_nothing_behind(officer: Actor, set_up: TranslationServer) -> None:
    set_up.answers = ["hang up"]
    with pytest.raises(TranslationTrouble):
        translate_message(officer, letter(officer), language="en")
    assert (MessageTranslation.objects.count(), Entry.objects.filter(kind="mail.translated").count()) == (
        0,
        0,
    )


def test_button_is_there_only_where_it_is_of_use(
    officer: Actor, reader: Actor, client_of: ClientOf, set_up: TranslationServer
) -> None:
    foreign = letter(officer)
    own = scene.message(scene.thread(officer.desk), text="Please comment.", language="en")
    marked = letter(officer, marking=Marking.RED)

    def offered(actor: Actor, message: Message) -> bool:
        page = client_of(actor).get(f"/threads/{message.thread_id}/").text
        return f'action="/messages/{message.pk}/translation/"' in page

    assert [offered(officer, each) for each in (foreign, own, marked)] == [True, False, False]
    assert not offered(reader, foreign)


def test_no_button_without_a_server(officer: Actor, client_of: ClientOf) -> None:
    page = client_of(officer).get(f"/threads/{letter(officer).thread_id}/").text
    assert "/translation/" not in page


def test_translation_stands_beside_the_original(
    officer: Actor, reader: Actor, client_of: ClientOf, set_up: TranslationServer
) -> None:
    message = letter(officer)
    answer = client_of(officer).post(f"/messages/{message.pk}/translation/")
    assert answer.headers["Location"] == f"/threads/{message.thread_id}/?at={message.pk}#message-{message.pk}"
    for actor in (officer, reader):
        page = client_of(actor).get(f"/threads/{message.thread_id}/").text
        assert '<div class="mail-text" lang="id">Mohon tanggapan.</div>' in page
        assert '<div class="mail-text">[en] Mohon tanggapan.</div>' in page
        assert "Machine translation by 127.0.0.1" in page


def test_script_gets_the_words_alone(officer: Actor, client_of: ClientOf, set_up: TranslationServer) -> None:
    message = letter(officer)
    page = client_of(officer).post(f"/messages/{message.pk}/translation/", headers=HTMX).text
    assert page.strip().startswith(f'<div class="mail-words beside" id="words-{message.pk}">')
    assert "[en] Mohon tanggapan." in page


def test_trouble_is_told_beside_the_words(
    officer: Actor, client_of: ClientOf, set_up: TranslationServer
) -> None:
    set_up.answers = ["hang up", "hang up"]
    message = letter(officer)
    client = client_of(officer)
    path = f"/messages/{message.pk}/translation/"
    told = "The translation server ended the connection. Try again in a moment."
    assert told in client.post(path, headers=HTMX).text
    assert told in client.get(client.post(path).headers["Location"].partition("#")[0]).text


def test_markup_of_the_server_is_text(officer: Actor, client_of: ClientOf, set_up: TranslationServer) -> None:
    message = letter(officer, "<script>alert(1)</script> mohon")
    page = client_of(officer).post(f"/messages/{message.pk}/translation/", headers=HTMX).text
    assert "<script>" not in page
    assert "[en] &lt;script&gt;" in page
