"""The page of a conversation."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Message, MessageAttachment, Sender
from jembatan.correspondence.queries.conversation import conversation
from jembatan.correspondence.queries.parties import parties_of
from jembatan.correspondence.tests import scene
from jembatan.correspondence.web.shown import as_written, kind_of, shown_messages
from jembatan.directory.models import Position

type ClientOf = Callable[[Actor], Client]


def test_messages_stand_in_order_of_their_dates(officer: Actor) -> None:
    talk = scene.thread(officer.desk)
    late = scene.message(talk, hours=5)
    early = scene.message(talk, hours=1)

    shown = conversation(officer, talk)

    assert [spoken.message.pk for spoken in shown.messages] == [early.pk, late.pk]
    assert shown.before is None


def test_long_conversation_comes_in_pages_from_its_end(officer: Actor) -> None:
    talk = scene.thread(officer.desk)
    made = [scene.message(talk, hours=number // 3).pk for number in range(70)]

    last = conversation(officer, talk)
    middle = conversation(officer, talk, before=last.before)
    first = conversation(officer, talk, before=middle.before)

    assert [spoken.message.pk for page in (first, middle, last) for spoken in page.messages] == made
    assert first.before is None


def test_message_that_is_asked_for_is_on_the_page(officer: Actor) -> None:
    talk = scene.thread(officer.desk)
    made = [scene.message(talk, hours=number).pk for number in range(40)]

    shown = conversation(officer, talk, at=made[3])

    assert [spoken.message.pk for spoken in shown.messages] == made[3:]
    assert shown.before == made[3]


def test_message_names_the_one_that_it_answers(officer: Actor) -> None:
    talk = scene.thread(officer.desk)
    first = scene.message(talk)
    scene.answer(talk, in_reply_to=first.message_id, references=["hilang@laut.example", first.message_id])
    scene.message(talk, in_reply_to="hilang@laut.example")

    shown = conversation(officer, talk).messages

    assert [spoken.answers.pk if spoken.answers else None for spoken in shown] == [None, first.pk, None]
    assert [spoken.answered_id for spoken in shown] == ["", first.message_id, "hilang@laut.example"]


def test_looping_references_do_no_harm(officer: Actor) -> None:
    talk = scene.thread(officer.desk)
    loop = scene.message(talk)
    Message.objects.filter(pk=loop.pk).update(in_reply_to=loop.message_id, references=[loop.message_id])

    [spoken] = conversation(officer, talk).messages

    assert spoken.answers is None


def test_sender_stands_with_today_s_position(officer: Actor) -> None:
    budi, ministry = scene.person(officer.desk), scene.organisation(officer.desk)
    held = Position.objects.create(desk=officer.desk, person=budi, organisation=ministry, title="Direktur")
    Position.objects.create(
        desk=officer.desk, person=budi, organisation=ministry, title="Kepala Seksi", until=date(2020, 1, 1)
    )
    talk = scene.conversation(officer.desk)
    Sender.objects.filter(email="budi@laut.example").update(person=budi)

    [spoken] = conversation(officer, talk).messages

    assert spoken.positions == [held]


def test_parties_are_those_outside_each_once(officer: Actor) -> None:
    talk = scene.conversation(officer.desk, answered=True)
    scene.answer(talk, to=("budi@laut.example", "tata@laut.example"))

    assert [party.email for party in parties_of(officer, talk)] == ["budi@laut.example", "tata@laut.example"]


@pytest.mark.parametrize(
    ("name", "kind"), [("Draf.docx", "DOCX"), ("draf", "application/x"), ("a.b c", "application/x")]
)
def test_kind_of_a_file_is_told_by_its_ending(name: str, kind: str) -> None:
    assert kind_of(MessageAttachment(name=name, type="application/x")) == kind


def test_pictures_of_the_formatted_text_are_no_attachments(officer: Actor) -> None:
    message = scene.message(scene.thread(officer.desk), html='<img src="cid:a@x">')
    scene.attachment(message, scene.PNG, content_id="a@x", inline=True, name="logo.png", type="image/png")
    picture = scene.attachment(message, scene.PNG, name="peta.png", type="image/png")

    [shown] = shown_messages(conversation(officer, message.thread).messages, latest=True, at=None)

    assert [file.attachment for file in shown.pictures] == [picture]
    assert shown.files == []


@pytest.mark.parametrize(("offset", "written"), [(60, "2 Nov 2026, 04:00 (UTC+1)"), (420, ""), (None, "")])
def test_date_by_the_sender_s_clock(offset: int | None, written: str) -> None:
    assert as_written(Message(sent_at=scene.BEGINNING, sent_offset=offset)) == written


def test_page_folds_quotations_and_signatures(reader: Actor, client_of: ClientOf) -> None:
    talk = scene.thread(reader.desk)
    scene.message(talk, text="Setuju, lihat https://laut.example/a.\n\n> Apakah setuju?\n\n-- \nBudi\n")

    page = client_of(reader).get(f"/threads/{talk.pk}/").text

    assert '<a href="https://laut.example/a" target="_blank" rel="noopener noreferrer nofollow">' in page
    assert '<div class="mail-text quoted">&gt; Apakah setuju?</div>' in page
    assert '<div class="mail-text">-- \nBudi</div>' in page


def test_markup_in_a_mail_is_text(reader: Actor, client_of: ClientOf) -> None:
    talk = scene.thread(reader.desk, "<b>Penting</b>")
    scene.message(talk, text="<script>alert(1)</script>", name="<i>Budi</i>", defects=["<u>rusak</u>"])

    page = client_of(reader).get(f"/threads/{talk.pk}/").text

    for markup in ("<b>Penting", "<script>alert", "<i>Budi", "<u>rusak"):
        assert markup not in page


@pytest.mark.parametrize("messages", [1, 3])
def test_thread_page_needs_the_same_queries_for_any_number_of_messages(
    officer: Actor, client_of: ClientOf, django_assert_max_num_queries: DjangoAssertNumQueries, messages: int
) -> None:
    talk = scene.thread(officer.desk)
    for number in range(messages):
        message = scene.message(talk, email=f"orang{number}@laut.example", html="<p>Halo</p>")
        scene.attachment(message)
    client = client_of(officer)

    with django_assert_max_num_queries(27):
        assert client.get(f"/threads/{talk.pk}/").status_code == 200


def test_thread_is_open_to_members_and_closed_to_others(
    head: Actor, officer: Actor, drafter: Actor, reader: Actor, stranger: Actor, client_of: ClientOf
) -> None:
    talk = scene.conversation(head.desk)
    path = f"/threads/{talk.pk}/"

    for actor in (head, officer, drafter, reader):
        assert client_of(actor).get(path).status_code == 200
    assert client_of(stranger).get(path).status_code == 404
    scene.restrict(talk)
    assert client_of(head).get(path).status_code == 200
    assert client_of(officer).get(path).status_code == 404


def test_buttons_are_shown_to_those_who_may(
    officer: Actor, drafter: Actor, reader: Actor, client_of: ClientOf
) -> None:
    talk = scene.conversation(officer.desk, answered=True)

    def offered(actor: Actor) -> tuple[bool, bool]:
        page = client_of(actor).get(f"/threads/{talk.pk}/").text
        return "/closing/" in page, "/split/" in page

    assert (offered(officer), offered(drafter), offered(reader)) == (
        (True, True),
        (False, True),
        (False, False),
    )


def test_message_address_leads_to_its_place(reader: Actor, stranger: Actor, client_of: ClientOf) -> None:
    message = scene.message(scene.thread(reader.desk))

    for path in (f"/messages/{message.pk}/", f"/messages/{message.pk}/head/"):
        assert client_of(stranger).get(path).status_code == 404
    assert (
        client_of(reader).get(f"/messages/{message.pk}/").headers["Location"]
        == f"/threads/{message.thread_id}/?at={message.pk}#message-{message.pk}"
    )


def test_headers_are_shown_as_text(reader: Actor, client_of: ClientOf) -> None:
    message = scene.message(scene.thread(reader.desk), head="Subject: <b>x</b>")

    page = client_of(reader).get(f"/messages/{message.pk}/head/").text

    assert "Subject: &lt;b&gt;x&lt;/b&gt;" in page
    assert message.message_id in page


def test_earlier_messages_come_as_a_fragment(reader: Actor, client_of: ClientOf) -> None:
    talk = scene.thread(reader.desk)
    for number in range(31):
        scene.message(talk, hours=number)
    before = conversation(reader, talk).before

    fragment = (
        client_of(reader).get(f"/threads/{talk.pk}/?before={before}", headers={"HX-Request": "true"}).text
    )

    assert "<html" not in fragment
    assert fragment.count('class="message"') == 1
