"""A draft with its words in another language below, which a person has to check before it leaves."""

from collections.abc import Callable, Iterator

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.drafts.write import Content, SavedMeanwhile, save_draft
from jembatan.correspondence.actions.outbox.send import send_draft
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.actions.translations.draft import read_translation, translate_draft
from jembatan.correspondence.models import Draft, DraftTranslation
from jembatan.correspondence.queries.preflight import findings_for
from jembatan.correspondence.queries.preflight.drafted import letter_of_draft
from jembatan.correspondence.tests import scene
from jembatan.correspondence.tests.mail_server import certificate, mail_server
from jembatan.correspondence.tests.outbox_scene import sending_address, written
from jembatan.correspondence.tests.translations.server import TranslationServer
from jembatan.journal.models import Entry
from jembatan.platform.markings import Marking

type ClientOf = Callable[[Actor], Client]
OWN = "Naskah kami setujui dan akan kami kirim."
BOTH = f"{OWN}\n\nTranslation (by a machine):\n[en] {OWN}\n"


@pytest.fixture
def ready(officer: Actor, monkeypatch: pytest.MonkeyPatch) -> Iterator[Actor]:
    """Bagus, whose desk can send."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate()))
    with mail_server() as heard:
        sending_address(officer.desk, heard)
        yield officer


def unchecked(actor: Actor, draft: Draft) -> list[str]:
    found = findings_for(actor, letter=letter_of_draft(draft))
    return [finding.words for finding in found if finding.rule == "unchecked-translation"]


def typed(draft: Draft, **words: str) -> dict[str, str]:
    return {"text": draft.text, "version": str(draft.version), "editor": "a"} | words


def test_translation_stands_below_the_words(officer: Actor, set_up: TranslationServer) -> None:
    draft = translate_draft(officer, written(officer, text=OWN), language="en")
    assert (draft.text, draft.version) == (BOTH, 3)
    assert list(draft.versions.order_by("-version").values_list("text", flat=True))[:1] == [BOTH]


def test_that_a_draft_left_for_the_server_is_a_line_of_the_journal(
    officer: Actor, set_up: TranslationServer
) -> None:
    asked = scene.message(scene.thread(officer.desk))
    for draft in (written(officer, text=OWN), written(officer, answers=asked, text=OWN)):
        translate_draft(officer, draft, language="en")
    lines = Entry.objects.filter(kind="mail.translated").order_by("pk").values_list("summary", "source_id")
    told = "The text of “Naskah” went to 127.0.0.1 to be translated."
    assert list(lines) == [(told, None), (told, asked.pk)]


def test_translating_again_replaces_what_the_machine_wrote(officer: Actor, set_up: TranslationServer) -> None:
    draft = translate_draft(officer, written(officer, text=OWN), language="en")
    windows = Content(to=draft.to, text=draft.text.replace("\n", "\r\n"))
    draft = save_draft(officer, draft, windows, version=draft.version)

    draft = translate_draft(officer, draft, language="en")

    assert draft.text == BOTH
    assert set_up.texts == [OWN, OWN]
    assert DraftTranslation.objects.count() == 1


def test_unchecked_translation_does_not_leave(ready: Actor, set_up: TranslationServer) -> None:
    draft = translate_draft(ready, written(ready, text=OWN), language="en")
    assert unchecked(ready, draft) == [f"Translation (by a machine):\n[en] {OWN}"]
    with pytest.raises(Refused, match="nobody has checked it"):
        send_draft(ready, draft, confirmed=True)

    read_translation(ready, draft.translations.get())

    assert unchecked(ready, draft) == []
    assert send_draft(ready, draft, confirmed=True).draft == draft


def test_translation_that_was_taken_out_is_no_finding(officer: Actor, set_up: TranslationServer) -> None:
    draft = translate_draft(officer, written(officer, text=OWN), language="en")
    draft = save_draft(officer, draft, Content(to=draft.to, text=OWN), version=draft.version)
    assert unchecked(officer, draft) == []


def test_what_may_not_go_there_stays(officer: Actor, set_up: TranslationServer) -> None:
    asked = scene.message(scene.thread(officer.desk, marking=Marking.AMBER_STRICT))
    with pytest.raises(Refused, match=r"TLP:AMBER\+STRICT"):
        translate_draft(officer, written(officer, answers=asked, text=OWN), language="en")
    assert set_up.asked == []


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        (OWN, "fr", "one of the languages that are offered"),
        (OWN, "id", "in this language already"),
        (" ", "en", "Write a few words first"),
    ],
)
def test_what_makes_no_sense_is_refused(
    officer: Actor, set_up: TranslationServer, text: str, language: str, told: str
) -> None:
    with pytest.raises(Refused, match=told):
        translate_draft(officer, written(officer, text=text), language=language)


@pytest.mark.django_db(transaction=True)
def test_words_written_meanwhile_are_never_lost(officer: Actor, set_up: TranslationServer) -> None:
    draft = written(officer, text=OWN)

    def a_colleague_writes_on() -> None:
        save_draft(officer, draft, Content(to=draft.to, text="Lain."), version=draft.version)
        connection.close()

    set_up.meanwhile = a_colleague_writes_on
    with pytest.raises(SavedMeanwhile):
        translate_draft(officer, draft, language="en")
    assert Draft.objects.get().text == "Lain."


def test_reader_translates_no_draft(officer: Actor, reader: Actor, set_up: TranslationServer) -> None:
    with pytest.raises(PermissionDenied):
        translate_draft(reader, written(officer, text=OWN), language="en")


def test_composer_offers_what_the_draft_is_not_written_in(
    officer: Actor, client_of: ClientOf, set_up: TranslationServer
) -> None:
    draft = written(officer, text=OWN)
    client = client_of(officer)
    page = client.get(f"/drafts/{draft.pk}/").text
    assert '<option value="en">English</option></select>' in page
    assert '<option value="id">' not in page

    answer = client.post(f"/drafts/{draft.pk}/translations/", typed(draft, text=OWN, into="en"))

    page = client.get(answer.headers["Location"]).text
    assert "Check it before the mail leaves." in page
    assert "nobody has checked it yet" in page


def test_checking_keeps_what_was_typed(
    officer: Actor, client_of: ClientOf, set_up: TranslationServer
) -> None:
    draft = translate_draft(officer, written(officer, text=OWN), language="en")
    part = draft.translations.get()
    client = client_of(officer)

    answer = client.post(
        f"/drafts/{draft.pk}/translations/{part.pk}/reading/", typed(draft, text=f"{OWN}\n\nWe agree.")
    )

    assert answer.headers["Location"] == f"/drafts/{draft.pk}/"
    part.refresh_from_db()
    assert (part.read_by, Draft.objects.get().text) == (officer.user, f"{OWN}\n\nWe agree.")
    assert "nobody has checked it yet" not in client.get(answer.headers["Location"]).text


def test_trouble_is_told_above_the_words(
    officer: Actor, client_of: ClientOf, set_up: TranslationServer
) -> None:
    set_up.answers = [(429, b'{"error": "Slowdown"}')]
    draft = written(officer, text=OWN)
    answer = client_of(officer).post(f"/drafts/{draft.pk}/translations/", typed(draft, into="en"))
    assert answer.status_code == 422
    assert "asked too often just now" in answer.text


def test_composer_offers_nothing_without_a_server(officer: Actor, client_of: ClientOf) -> None:
    assert "/translations/" not in client_of(officer).get(f"/drafts/{written(officer, text=OWN).pk}/").text
