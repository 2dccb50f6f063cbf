"""The pages of promises: what each shows, what happens when a form is sent, how many queries it takes."""

from collections.abc import Callable
from datetime import timedelta
from urllib.parse import quote

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.commitments.actions.closing import keep
from jembatan.commitments.models import Commitment, MovedDate
from jembatan.commitments.tests.scene import in_days, ours, theirs
from jembatan.correspondence.models import Message, Sender
from jembatan.correspondence.tests.scene import answer, message, thread
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.journal.actions.note import write_note
from jembatan.meetings.actions.minutes.begin import begin_minutes
from jembatan.meetings.actions.plan_meeting import Times, plan_meeting
from jembatan.meetings.models import MinutesSection

ClientOf = Callable[[Actor], Client]
SENTENCE = "Kami akan kirim draf paling lambat Jumat."


def _page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def _mail(officer: Actor, budi: Person, ministry: Organisation) -> Message:
    mail = message(thread(officer.desk), text=SENTENCE)
    Sender.objects.filter(messages=mail).update(person=budi, organisation=ministry)
    return mail


def test_list_is_narrowed(officer: Actor, budi: Person, client_of: ClientOf) -> None:
    ours(officer, budi, "milik kami", due=in_days(officer, 2))
    theirs(officer, budi, "terlambat", due=in_days(officer, -1))
    theirs(officer, budi, "nanti", due=in_days(officer, 30))
    keep(officer, theirs(officer, budi, "selesai"))
    client = client_of(officer)
    found = {
        query: [
            what
            for what in ("milik kami", "terlambat", "nanti", "selesai")
            if f">{what}<" in _page(client, f"/promises/?{query}")
        ]
        for query in ("", "side=mine", "side=theirs", "when=overdue", "when=week", "when=closed", "when=x")
    }
    assert found == {
        "": ["milik kami", "terlambat", "nanti"],
        "side=mine": ["milik kami"],
        "side=theirs": ["terlambat", "nanti"],
        "when=overdue": ["terlambat"],
        "when=week": ["milik kami"],
        "when=closed": ["selesai"],
        "when=x": ["milik kami", "terlambat", "nanti"],
    }


def test_list_goes_on(officer: Actor, budi: Person, client_of: ClientOf) -> None:
    for number in range(32):
        theirs(officer, budi, f"janji {number}", due=in_days(officer, 1) if number % 2 else None)
    first = client_of(officer).get("/promises/")
    assert len(first.context["promises"]) == 30
    rest = client_of(officer).get(first.context["more_url"], headers={"HX-Request": "true"})
    shown = {each.pk for page in (first, rest) for each in page.context["promises"]}
    assert len(shown) == 32


@pytest.mark.parametrize("number", [1, 3])
def test_list_asks_as_often_for_three_as_for_one(
    officer: Actor,
    budi: Person,
    client_of: ClientOf,
    django_assert_num_queries: DjangoAssertNumQueries,
    number: int,
) -> None:
    for each in range(number):
        theirs(officer, budi, f"janji {each}")
    client = client_of(officer)
    client.get("/promises/")
    with django_assert_num_queries(LIST_QUERIES):
        client.get("/promises/")


LIST_QUERIES = 6


def test_selected_sentence_becomes_a_promise(
    officer: Actor, budi: Person, ministry: Organisation, client_of: ClientOf
) -> None:
    mail = _mail(officer, budi, ministry)
    client = client_of(officer)
    assert f'href="/promises/new/?thread={mail.thread_id}"' in _page(
        client, reverse("correspondence:thread", args=[mail.thread_id])
    )
    address = f"/promises/new/?message={mail.pk}&evidence={quote(SENTENCE)}"
    form = client.get(address).context["form"]
    assert (form.initial["side"], form.initial["partner"]) == ("theirs", "Budi Santoso")
    assert form.initial["due"].weekday() == 4
    sent = {
        "side": "theirs",
        "what": "draf",
        "partner": "Budi Santoso",
        "due": form.initial["due"].isoformat(),
        "grade": "will",
        "evidence": SENTENCE,
        "next": client.get(address).context["next"],
    }
    response = client.post(address, sent, follow=True)
    assert response.status_code == 200
    assert [url for url, _status in response.redirect_chain][-1].endswith(f"#message-{mail.pk}")
    made = Commitment.objects.get()
    assert (made.message, made.person, made.organisation, made.evidence) == (mail, budi, ministry, SENTENCE)
    assert "The promise is written down." in response.content.decode()
    for page in (f"/directory/people/{budi.pk}/", f"/directory/organisations/{ministry.pk}/"):
        assert "Open promises" in _page(client, page)
    shown = _page(client, f"/promises/{made.pk}/")
    assert reverse("correspondence:message", args=[mail.pk]) in shown


def test_what_we_wrote_is_our_promise(
    officer: Actor, budi: Person, ministry: Organisation, client_of: ClientOf
) -> None:
    mail = _mail(officer, budi, ministry)
    answer(mail.thread)
    form = client_of(officer).get(f"/promises/new/?thread={mail.thread_id}").context["form"]
    assert (form.initial["side"], form.initial["partner"]) == ("ours", "Budi Santoso")


def test_wrong_name_keeps_what_was_typed(officer: Actor, client_of: ClientOf) -> None:
    sent = {"side": "theirs", "what": "draf pertama", "partner": "Tidak Ada", "grade": "will"}
    response = client_of(officer).post("/promises/new/", sent)
    page = response.content.decode()
    assert response.status_code == 422
    assert "draf pertama" in page
    assert "This names nobody here" in page
    assert not Commitment.objects.exists()


def test_undo_of_a_new_promise_withdraws_it(officer: Actor, budi: Person, client_of: ClientOf) -> None:
    sent = {
        "side": "theirs",
        "what": "draf",
        "partner": "Budi Santoso",
        "grade": "will",
        "marking": "TLP:GREEN",
    }
    client = client_of(officer)
    client.post("/promises/new/", sent)
    toast = client.session["toasts"][-1]
    client.post(toast["undo"], toast["undo_fields"])
    assert Commitment.objects.get().reason == "Written down by mistake."


def test_minutes_and_notes_lead_to_a_promise(
    officer: Actor, reader: Actor, budi: Person, client_of: ClientOf
) -> None:
    starts = timezone.now() - timedelta(days=1)
    times = Times(starts, starts + timedelta(hours=1))
    meeting = plan_meeting(officer, "Rapat", times=times, zone="Asia/Jakarta", parties=(budi,))
    minutes = begin_minutes(officer, meeting)
    section = MinutesSection.objects.filter(minutes=minutes).first()
    assert section is not None
    client = client_of(officer)
    address = f"/promises/new/?section={section.pk}"
    assert address in _page(client, f"/minutes/{minutes.pk}/")
    assert address not in _page(client_of(reader), f"/minutes/{minutes.pk}/")
    form = client.get(f"{address}&evidence=Bagus+kirim+daftar").context["form"]
    assert (form.initial["side"], form.initial["member"]) == ("ours", officer.user)
    sent = {"side": "ours", "what": "daftar", "partner": "Budi Santoso", "grade": "will"}
    client.post(address, sent)
    made = Commitment.objects.get()
    assert (made.meeting, made.section) == (meeting, section)
    assert f'href="/minutes/{minutes.pk}/"' in _page(client, f"/promises/{made.pk}/")
    note = write_note(officer, "Budi berjanji", parties=(budi,))
    assert f"/promises/new/?entry={note.pk}" in _page(client, f"/journal/{note.pk}/")
    client.post(f"/promises/new/?entry={note.pk}", sent)
    assert Commitment.objects.filter(entry=note).exists()


def test_source_that_is_not_there_is_not_found(officer: Actor, client_of: ClientOf) -> None:
    for query in ("message=9", "thread=9", "section=9", "meeting=9", "entry=9", "message=x"):
        assert client_of(officer).get(f"/promises/new/?{query}").status_code == 404


def test_promise_page_shows_sentence_and_old_days(officer: Actor, budi: Person, client_of: ClientOf) -> None:
    made = theirs(officer, budi, due=in_days(officer, -1))
    client = client_of(officer)
    assert "overdue since" in _page(client, f"/promises/{made.pk}/")
    assert client.post(f"/promises/{made.pk}/another-day/", {"why": "Macet"}).status_code == 422
    sent = {"due": in_days(officer, 5).isoformat(), "why": "Menteri pergi"}
    client.post(f"/promises/{made.pk}/another-day/", sent)
    page = _page(client, f"/promises/{made.pk}/")
    assert "<blockquote" in page
    assert "Menteri pergi" in page
    assert MovedDate.objects.count() == 1
    toast = client.session["toasts"][-1] if client.session.get("toasts") else None
    assert toast is None


def test_kept_is_undone(officer: Actor, budi: Person, client_of: ClientOf) -> None:
    made = theirs(officer, budi)
    client = client_of(officer)
    client.post(f"/promises/{made.pk}/keeping/")
    assert Commitment.objects.get().state == "kept"
    toast = client.session["toasts"][-1]
    client.post(toast["undo"], toast["undo_fields"])
    assert Commitment.objects.get().is_open


def test_ticked_ones_are_kept_and_undone(officer: Actor, budi: Person, client_of: ClientOf) -> None:
    made = [theirs(officer, budi, what) for what in ("satu", "dua", "tiga")]
    client = client_of(officer)
    client.post("/promises/keeping/", {"chosen": [made[0].pk, made[1].pk]})
    assert Commitment.objects.filter(state="kept").count() == 2
    toast = client.session["toasts"][-1]
    client.post(toast["undo"], toast["undo_fields"])
    assert Commitment.objects.filter(state="kept").count() == 0


def test_correction_is_undone(officer: Actor, budi: Person, client_of: ClientOf) -> None:
    made = theirs(officer, budi, due=in_days(officer, 3))
    client = client_of(officer)
    sent = {
        "side": "ours",
        "what": "naskah",
        "partner": "Budi Santoso",
        "grade": "intends",
        "marking": "TLP:AMBER",
    }
    client.post(f"/promises/{made.pk}/correction/", sent)
    now = Commitment.objects.get()
    assert (now.side, now.what, now.due, now.marking) == ("ours", "naskah", None, "TLP:AMBER")
    toast = client.session["toasts"][-1]
    client.post(toast["undo"], toast["undo_fields"])
    now = Commitment.objects.get()
    assert (now.side, now.what, now.due, now.marking) == ("theirs", "kirim draf", made.due, "TLP:GREEN")


def test_withdrawal_asks_for_a_reason(officer: Actor, budi: Person, client_of: ClientOf) -> None:
    made = theirs(officer, budi)
    client = client_of(officer)
    assert client.post(f"/promises/{made.pk}/withdrawal/", {"reason": " "}).status_code == 422
    client.post(f"/promises/{made.pk}/withdrawal/", {"reason": "Rapat batal"})
    assert "Rapat batal" in _page(client, "/promises/?when=closed")


def test_today_tells_what_is_due_and_what_is_late(
    officer: Actor, second_officer: Actor, budi: Person, client_of: ClientOf
) -> None:
    ours(officer, budi, "punya saya", due=in_days(officer, 1))
    theirs(officer, budi, "mereka telat", due=in_days(officer, -1))
    theirs(officer, budi, "mereka nanti", due=in_days(officer, 1))
    page, other = _page(client_of(officer), "/"), _page(client_of(second_officer), "/")
    calls = [f">{what}<" for what in ("punya saya", "mereka telat", "mereka nanti")]
    assert [what in page for what in calls] == [True, True, False]
    assert [what in other for what in calls] == [False, True, False]


def test_dossier_shows_its_open_promises(officer: Actor, budi: Person, client_of: ClientOf) -> None:
    dossier = open_dossier(officer, "MoU")
    theirs(officer, budi, "draf nota", dossier=dossier)
    assert "draf nota" in _page(client_of(officer), f"/dossiers/{dossier.pk}/")


def test_search_finds_promises(officer: Actor, budi: Person, client_of: ClientOf) -> None:
    theirs(officer, budi, "draf nota")
    assert "draf nota" in _page(client_of(officer), "/search/?q=nota")
