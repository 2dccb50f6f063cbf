"""Mail that is being written: whom it goes to, what was written when, and that nothing of it is lost."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.drafts.files import attach
from jembatan.correspondence.actions.drafts.hold import NotOpen
from jembatan.correspondence.actions.drafts.start import start_answer, start_mail
from jembatan.correspondence.actions.drafts.versions import restore_version
from jembatan.correspondence.actions.drafts.write import (
    Content,
    SavedMeanwhile,
    bring_back_draft,
    discard_draft,
    save_draft,
)
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.formats.quotation import split
from jembatan.correspondence.formats.whatsapp_readings import CHAT_DOMAIN
from jembatan.correspondence.models import Draft, DraftVersion, Message, Recipient, Sender, UnfinishedNote
from jembatan.correspondence.queries.drafts import differences, visible_drafts, wordings
from jembatan.correspondence.queries.letters import whole_text
from jembatan.correspondence.queries.receivers import receivers_of
from jembatan.correspondence.tests import scene
from jembatan.correspondence.web.composing import Receivers
from jembatan.directory.models import ContactPoint, Position

type ClientOf = Callable[[Actor], Client]
Kind = Draft.Kind


def letter(actor: Actor, **fields: object) -> Message:
    return scene.message(scene.thread(actor.desk), **fields)  # type: ignore[arg-type]  # passed on as it is


def named(message: Message, field: str, *emails: str) -> None:
    for email in emails:
        known = scene.sender(message.desk, email)
        Recipient.objects.create(message=message, field=field, email=email, sender=known)


def test_reply_goes_to_the_sender_or_to_whom_he_names(officer: Actor) -> None:
    plain, elsewhere = letter(officer), letter(officer)
    named(elsewhere, "reply_to", "sekretariat@laut.example")

    assert start_answer(officer, plain, kind=Kind.REPLY).to == "Budi Santoso <budi@laut.example>"
    assert start_answer(officer, elsewhere, kind=Kind.REPLY).to == "sekretariat@laut.example"


def test_reply_to_our_own_mail_goes_to_whom_we_wrote(officer: Actor) -> None:
    ours = scene.answer(scene.thread(officer.desk))

    assert start_answer(officer, ours, kind=Kind.REPLY).to == "budi@laut.example"


def test_reply_to_all_takes_everyone_of_this_mail_but_us_and_robots(officer: Actor) -> None:
    message = letter(officer, to=(scene.OURS, "tata@laut.example"))
    named(message, "cc", "cici@laut.example", "no-reply@laut.example", "budi@laut.example")
    named(message, "bcc", "rahasia@laut.example")

    draft = start_answer(officer, message, kind=Kind.REPLY_ALL)

    assert (draft.to, draft.cc, draft.bcc) == (
        "Budi Santoso <budi@laut.example>, tata@laut.example",
        "cici@laut.example",
        "",
    )


def test_copies_of_an_earlier_mail_are_not_carried_over(officer: Actor) -> None:
    talk = scene.thread(officer.desk)
    first = scene.message(talk)
    named(first, "cc", "atasan@laut.example")
    later = scene.message(talk)

    assert start_answer(officer, later, kind=Kind.REPLY_ALL).cc == ""


def test_nobody_answers_a_robot(officer: Actor) -> None:
    with pytest.raises(Refused):
        start_answer(officer, letter(officer, email="noreply@laut.example"), kind=Kind.REPLY)


def test_chat_is_not_answered_by_mail(officer: Actor) -> None:
    said = letter(officer, message_id=f"satu.0@{CHAT_DOMAIN}")

    with pytest.raises(Refused):
        start_answer(officer, said, kind=Kind.REPLY)
    assert start_answer(officer, said, kind=Kind.FORWARD).to == ""


def test_two_colleagues_write_one_reply(officer: Actor, second_officer: Actor) -> None:
    message = letter(officer)

    begun = start_answer(officer, message, kind=Kind.REPLY)

    assert start_answer(second_officer, message, kind=Kind.REPLY) == begun
    assert start_answer(second_officer, message, kind=Kind.FORWARD) != begun


def test_subjects_are_marked_once(officer: Actor) -> None:
    talk = scene.thread(officer.desk, "Re: Naskah")
    message = scene.message(talk)

    assert start_answer(officer, message, kind=Kind.REPLY).subject == "Re: Naskah"
    assert start_answer(officer, message, kind=Kind.FORWARD).subject == "Fwd: Re: Naskah"


@pytest.mark.parametrize(("language", "words"), [("en", "wrote:"), ("id", "menulis:"), ("ja", "wrote:")])
def test_quotation_stands_below_and_is_read_back_as_one(officer: Actor, language: str, words: str) -> None:
    draft = start_answer(officer, letter(officer, language=language), kind=Kind.REPLY)
    draft.text = "Kami setuju."

    parts = split(whole_text(draft, None))

    assert (parts.reply.strip(), "Mohon tanggapan" in parts.quoted) == ("Kami setuju.", True)
    assert words in parts.quoted


def test_forwarded_mail_takes_its_files_along(officer: Actor) -> None:
    message = letter(officer)
    scene.attachment(message, name="../draf.pdf")

    draft = start_answer(officer, message, kind=Kind.FORWARD)

    assert [each.name for each in draft.attachments.all()] == ["_draf.pdf"]
    assert "Subject: Nota kesepahaman" in whole_text(draft, None)
    assert draft.to == ""


def test_saving_counts_versions_and_refuses_an_old_one(officer: Actor, second_officer: Actor) -> None:
    draft = start_mail(officer)
    saved = save_draft(officer, draft, Content(text="satu"), version=1, editor="a")

    with pytest.raises(SavedMeanwhile) as refusal:
        save_draft(second_officer, draft, Content(text="dua"), version=1, editor="b")
    assert (refusal.value.current.text, saved.version) == ("satu", 2)
    assert save_draft(second_officer, draft, Content(text="dua"), version=2, editor="b").version == 3
    with pytest.raises(SavedMeanwhile):
        save_draft(officer, draft, Content(text="tiga"), version=2, editor="a")


def test_page_that_saved_last_may_be_one_answer_behind(officer: Actor) -> None:
    draft = start_mail(officer)
    save_draft(officer, draft, Content(text="s"), version=1, editor="a")

    assert save_draft(officer, draft, Content(text="sa"), version=1, editor="a").text == "sa"


def test_savings_of_one_sitting_are_one_version(officer: Actor, second_officer: Actor) -> None:
    draft = start_mail(officer)
    for number, text in enumerate(("a", "ab", "abc"), start=1):
        save_draft(officer, draft, Content(text=text), version=number)
    save_draft(second_officer, draft, Content(text="abcd"), version=4)
    DraftVersion.objects.update(saved_at=timezone.now() - timedelta(hours=1))
    save_draft(second_officer, draft, Content(text="abcde"), version=5)

    kept = list(draft.versions.order_by("version").values_list("version", "text"))
    assert kept == [(1, ""), (4, "abc"), (5, "abcd"), (6, "abcde")]


def test_earlier_wording_comes_back_as_the_newest(officer: Actor) -> None:
    draft = start_mail(officer, subject="lama")
    save_draft(officer, draft, Content(subject="baru", text="x"), version=1)

    restored = restore_version(officer, draft, version=1)

    assert (restored.subject, restored.text, restored.version) == ("lama", "", 3)
    assert [each.version.version for each in wordings(draft)] == [3, 2, 1]


def test_differences_are_told_by_words() -> None:
    told = differences("Kami tidak setuju.\n", "Kami setuju.\nSalam")

    assert [(each.kind, each.text) for each in told] == [
        ("same", "Kami "),
        ("gone", "tidak "),
        ("same", "setuju.\n"),
        ("added", "Salam"),
    ]


def test_discarded_draft_is_brought_back_whole(officer: Actor) -> None:
    draft = start_mail(officer, subject="Naskah")
    discard_draft(officer, draft)
    with pytest.raises(NotOpen):
        save_draft(officer, draft, Content(), version=1)

    assert bring_back_draft(officer, draft).subject == "Naskah"


def test_draft_is_shared_and_follows_its_conversation(
    officer: Actor, second_officer: Actor, drafter: Actor, reader: Actor, stranger: Actor
) -> None:
    message = letter(officer)
    draft = start_answer(drafter, message, kind=Kind.REPLY)
    assert list(visible_drafts(second_officer)) == [draft]
    assert list(visible_drafts(stranger)) == []

    scene.restrict(message.thread, *filter(None, [officer.user]))

    assert (list(visible_drafts(officer)), list(visible_drafts(second_officer))) == ([draft], [])
    with pytest.raises(PermissionDenied):
        start_mail(reader)


def test_receivers_are_told_as_they_are_today(officer: Actor) -> None:
    budi, ministry = scene.person(officer.desk), scene.organisation(officer.desk, short_name="Kemenlaut")
    post = Position.objects.create(desk=officer.desk, person=budi, organisation=ministry, title="Direktur")
    ContactPoint.objects.create(
        desk=officer.desk, person=budi, kind="email", value="budi@laut.example", normal="budi@laut.example"
    )
    draft = start_answer(officer, letter(officer), kind=Kind.REPLY)
    draft.cc = "asing@lain.example, belum selesai"

    known, added = receivers_of(officer, draft)

    assert (known.person, known.positions, known.organisation, known.added) == (budi, [post], ministry, False)
    assert (added.added, added.unknown, added.name) == (True, True, "asing@lain.example")
    assert Receivers([known, added]).button == "Send to 2 · Kemenlaut"


@pytest.mark.parametrize("count", [1, 3])
def test_receivers_need_the_same_queries_for_any_number(
    officer: Actor, django_assert_max_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    draft = start_mail(officer, to=", ".join(f"a{number}@x.example" for number in range(count)))

    with django_assert_max_num_queries(6):
        assert len(receivers_of(officer, draft)) == count


def test_composer_saves_for_a_script_and_shows_both_wordings(
    officer: Actor, second_officer: Actor, client_of: ClientOf
) -> None:
    draft = start_mail(officer)
    path = f"/drafts/{draft.pk}/"
    words = {
        "to": "",
        "cc": "",
        "bcc": "",
        "subject": "S",
        "text": "milik Bagus",
        "version": "1",
        "editor": "a",
    }

    first = client_of(officer).post(path, words, headers={"HX-Request": "true"})
    second = client_of(second_officer).post(
        path, words | {"text": "milik Maria", "editor": "b"}, headers={"HX-Request": "true"}
    )

    assert (first.status_code, second.status_code) == (200, 409)
    assert '<input type="hidden" name="version" value="2">' in first.text
    assert "Bagus" in second.text
    assert "Maria" in second.text
    draft.refresh_from_db()
    assert draft.text == "milik Bagus"


def test_conflict_without_script_keeps_what_was_typed(
    officer: Actor, second_officer: Actor, client_of: ClientOf
) -> None:
    draft = start_mail(officer)
    save_draft(officer, draft, Content(text="milik Bagus"), version=1)
    path, words = f"/drafts/{draft.pk}/", {"text": "milik Maria", "version": "1"}
    client = client_of(second_officer)

    page = client.post(path, words)
    assert page.status_code == 409
    assert "milik Maria</textarea>" in page.text
    assert 'name="version" value="2"' in page.text
    client.post(path, words | {"version": "2"})

    draft.refresh_from_db()
    assert draft.text == "milik Maria"


def test_thread_offers_two_composers_of_which_none_is_open(
    officer: Actor, reader: Actor, client_of: ClientOf
) -> None:
    message = letter(officer)
    path = f"/threads/{message.thread_id}/"

    page = client_of(officer).get(path).text

    assert f'action="/messages/{message.pk}/answers/"' in page
    assert '<details class="mail-note">' in page
    assert "data-composer" not in page
    assert "/answers/" not in client_of(reader).get(path).text


def test_note_is_no_mail(officer: Actor, reader: Actor, client_of: ClientOf) -> None:
    message = letter(officer)
    path = f"/threads/{message.thread_id}/"

    empty = client_of(officer).post(f"{path}notes/", {"note": " "})
    client_of(officer).post(f"{path}notes/", {"note": "Hati-hati\ndengan pasal 3"})

    assert empty.status_code == 422
    assert "dengan pasal 3" in client_of(reader).get(path).text
    assert (Draft.objects.count(), Message.objects.count()) == (0, 1)
    assert "pasal 3" not in whole_text(start_answer(officer, message, kind=Kind.REPLY), None)


def test_unfinished_note_waits_for_its_writer_alone(
    officer: Actor, second_officer: Actor, reader: Actor, client_of: ClientOf
) -> None:
    path = f"/threads/{letter(officer).thread_id}/"
    client = client_of(officer)

    assert client.post(f"{path}notes/unfinished/", {"note": "Setengah kata"}).status_code == 204
    assert "Setengah kata</textarea>" in client.get(path).text
    assert "Setengah kata" not in client_of(second_officer).get(path).text
    assert client_of(reader).post(f"{path}notes/unfinished/", {"note": "x"}).status_code == 403
    client.post(f"{path}notes/", {"note": "Kata utuh"})

    assert UnfinishedNote.objects.count() == 0
    client.post(f"{path}notes/unfinished/", {"note": "lagi"})
    client.post(f"{path}notes/unfinished/", {"note": " "})
    assert UnfinishedNote.objects.count() == 0


def test_files_lose_hostile_names_and_have_a_limit(officer: Actor, client_of: ClientOf) -> None:
    draft = start_mail(officer)
    upload = SimpleUploadedFile("faktur\u202efdp.exe", b"isi", content_type="text/html")

    client_of(officer).post(f"/drafts/{draft.pk}/files/", {"file": [upload]})
    with pytest.raises(Refused):
        attach(officer, draft, b"\x00" * (20 << 20), name="besar.bin")

    [file] = draft.attachments.all()
    assert file.name == "fakturfdp.exe"
    answer = client_of(officer).get(f"/drafts/{draft.pk}/files/{file.pk}/")
    assert b"".join(answer) == b"isi"
    assert answer.headers["Content-Type"] == "application/octet-stream"


def test_own_addresses_are_no_news(officer: Actor) -> None:
    message = letter(officer, to=(scene.OURS,))
    draft = start_answer(officer, message, kind=Kind.REPLY)
    draft.cc = scene.OURS

    assert [(each.ours, each.added) for each in receivers_of(officer, draft)] == [
        (False, False),
        (True, False),
    ]
    assert Sender.objects.get(email=scene.OURS).state == Sender.State.OURS
