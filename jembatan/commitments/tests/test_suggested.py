"""Suggestions: shown beside a mail and below minutes, taken with one press, dismissed for good."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.commitments.actions.suggested import take
from jembatan.commitments.models import Commitment, PassedOver
from jembatan.commitments.queries.suggested import guess_of, suggested_in_thread
from jembatan.correspondence.models import Message, Recipient, Sender
from jembatan.correspondence.tests.scene import OURS, message, sender, thread
from jembatan.directory.models import Organisation, Person
from jembatan.meetings.actions.minutes.begin import begin_minutes
from jembatan.meetings.actions.plan_meeting import Times, plan_meeting
from jembatan.meetings.models import MinutesSection

ClientOf = Callable[[Actor], Client]
TEXT = """Yth. Ibu Maria,

Terima kasih atas surat Ibu. Kami akan mengirimkan draf
paling lambat besok. Mohon kirimkan daftar peserta sebelum Rabu.

> We will send the old list.
"""
LIST_QUERIES = 8


def _mail(officer: Actor, text: str = TEXT, **fields: object) -> Message:
    fields = {"sent_at": timezone.now() - timedelta(hours=1)} | fields
    talk = fields.pop("thread", None) or thread(officer.desk)
    return message(talk, text=text, **fields)  # type: ignore[arg-type]  # any of its fields


def _known(officer: Actor, budi: Person, ministry: Organisation, **fields: object) -> Message:
    mail = _mail(officer, **fields)  # type: ignore[arg-type]  # any of its fields
    Sender.objects.filter(messages=mail).update(person=budi, organisation=ministry)
    return mail


def _shown(client: Client, mail: Message) -> list[tuple[str, str, str]]:
    found = client.get(f"/promises/suggested/threads/{mail.thread_id}/").context["suggestions"]
    return [(each.side, each.grade, " ".join(each.sentence.split())) for each in found]


def _digest(client: Client, address: str, number: int = 0) -> str:
    return str(client.get(address).context["suggestions"][number].digest)


def test_suggestion_becomes_a_promise(
    officer: Actor, budi: Person, ministry: Organisation, client_of: ClientOf
) -> None:
    mail, client = _known(officer, budi, ministry), client_of(officer)
    address = f"/promises/suggested/threads/{mail.thread_id}/"
    assert f'hx-get="{address}"' in client.get(f"/threads/{mail.thread_id}/").text
    sentence = "Kami akan mengirimkan draf paling lambat besok."
    asked = ("ours", "asked", "Mohon kirimkan daftar peserta sebelum Rabu.")
    assert _shown(client, mail) == [("theirs", "will", sentence), asked]
    digest = _digest(client, address)
    page = client.post(
        f"/promises/suggested/messages/{mail.pk}/",
        {"do": "take", "digest": digest},
        headers={"HX-Request": "true"},
    )
    assert (page.status_code, sentence in page.text, asked[2] in page.text) == (200, False, True)
    made = Commitment.objects.get()
    assert (made.message, made.person, made.organisation) == (mail, budi, ministry)
    assert (made.side, made.grade, made.made_at) == ("theirs", "will", mail.sent_at)
    assert made.due is not None
    assert " ".join(made.evidence.split()) == sentence
    assert _shown(client, mail) == [asked]


def test_dismissed_sentence_does_not_return(
    officer: Actor, second_officer: Actor, budi: Person, ministry: Organisation, client_of: ClientOf
) -> None:
    mail, client = _known(officer, budi, ministry), client_of(officer)
    digest = _digest(client, f"/promises/suggested/threads/{mail.thread_id}/")
    address = f"/promises/suggested/messages/{mail.pk}/"
    client.post(address, {"do": "pass", "digest": digest})
    assert [grade for _side, grade, _words in _shown(client_of(second_officer), mail)] == ["asked"]
    toast = client.session["toasts"][-1]
    client.post(toast["undo"], toast["undo_fields"])
    assert not PassedOver.objects.exists()
    assert len(_shown(client, mail)) == 2


def test_what_we_wrote_is_ours(
    officer: Actor, budi: Person, ministry: Organisation, client_of: ClientOf
) -> None:
    text = "We will send the draft by Friday. Could you send us the list? Maria will call the airport."
    mail = _mail(officer, text, email=OURS, name="Desk", to=("budi@laut.example",))
    known = sender(officer.desk, "budi@laut.example", person=budi, organisation=ministry)
    Recipient.objects.filter(message=mail).update(sender=known)
    client = client_of(officer)
    assert [each[:2] for each in _shown(client, mail)] == [
        ("ours", "will"),
        ("theirs", "asked"),
        ("ours", "will"),  # Maria is a colleague
    ]
    digest = _digest(client, f"/promises/suggested/threads/{mail.thread_id}/", 1)
    client.post(f"/promises/suggested/messages/{mail.pk}/", {"do": "take", "digest": digest})
    made = Commitment.objects.get()
    assert (made.side, made.grade, made.person, made.member) == ("theirs", "asked", budi, officer.user)


def test_stranger_of_the_directory_is_asked_for(officer: Actor, client_of: ClientOf) -> None:
    mail, client = _mail(officer), client_of(officer)
    digest = _digest(client, f"/promises/suggested/threads/{mail.thread_id}/")
    sent = {"do": "take", "digest": digest}
    response = client.post(f"/promises/suggested/messages/{mail.pk}/", sent)
    assert response.headers["Location"].startswith(f"/promises/new/?message={mail.pk}&evidence=Kami+akan")
    assert client.get(response.headers["Location"]).context["form"].initial["evidence"].startswith("Kami")
    assert not Commitment.objects.exists()


@pytest.mark.parametrize(
    "fields",
    [
        {"automatic": True},
        {"internal": True},
        {"pretends": True},
        {"sent_at": timezone.now() - timedelta(days=100)},
    ],
)
def test_such_mail_suggests_nothing(officer: Actor, client_of: ClientOf, fields: dict[str, object]) -> None:
    assert _shown(client_of(officer), _mail(officer, **fields)) == []  # type: ignore[arg-type]  # any of its fields


def test_minutes_suggest_below_their_text(officer: Actor, budi: Person, client_of: ClientOf) -> None:
    starts = timezone.now() - timedelta(days=1)
    times = Times(starts, starts + timedelta(hours=1))
    meeting = plan_meeting(officer, "Rapat", times=times, zone="Asia/Jakarta", parties=(budi,))
    minutes = begin_minutes(officer, meeting)
    section = MinutesSection.objects.filter(minutes=minutes).first()
    assert section is not None
    client, address = client_of(officer), f"/promises/suggested/sections/{section.pk}/"
    assert address not in client.get(f"/minutes/{minutes.pk}/").text
    words = (
        "Rapat dibuka pukul 10.\nPak Budi akan menyerahkan peta minggu depan\nKami akan menyiapkan ruangan"
    )
    MinutesSection.objects.filter(pk=section.pk).update(text=words)
    page = client.get(f"/minutes/{minutes.pk}/").text
    assert address in page
    assert re.search(rf'section={section.pk}"[^>]*data-key="t"', page)
    found = client.get(address).context["suggestions"]
    assert [(each.side, each.grade) for each in found] == [("theirs", "will"), ("ours", "will")]
    client.post(f"{address}decision/", {"do": "take", "digest": found[0].digest})
    made = Commitment.objects.get()
    assert (made.section, made.person, made.side) == (section, budi, "theirs")
    client.post(f"{address}decision/", {"do": "pass", "digest": found[1].digest})
    assert client.get(address).context["suggestions"] == []


def test_two_who_press_at_once_write_one_promise(
    officer: Actor, second_officer: Actor, budi: Person, ministry: Organisation
) -> None:
    mail = _known(officer, budi, ministry)
    [suggested, *_others] = suggested_in_thread(officer, mail.thread_id, language="id")
    guessed = guess_of(officer, suggested, language="id")
    made = [take(actor, suggested, guessed) for actor in (officer, second_officer)]
    assert [each is None for each in made] == [False, True]
    assert Commitment.objects.count() == 1


@pytest.mark.parametrize("number", [1, 3])
def test_suggestions_ask_as_often_for_three_as_for_one(
    officer: Actor, client_of: ClientOf, django_assert_num_queries: DjangoAssertNumQueries, number: int
) -> None:
    talk = thread(officer.desk)
    for each in range(number):
        mail = _mail(officer, f"Pak Budi akan menyerahkan peta {each} besok.", thread=talk)
    client = client_of(officer)
    assert len(_shown(client, mail)) == number
    with django_assert_num_queries(LIST_QUERIES):
        client.get(f"/promises/suggested/threads/{talk.pk}/", headers={"HX-Request": "true"})
