"""The button that sends, and the outbox."""

from collections.abc import Callable, Iterator
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.outbox.deliver import work_on
from jembatan.correspondence.models import Draft, OutgoingMail
from jembatan.correspondence.tests import scene
from jembatan.correspondence.tests.mail_server import MailServer, certificate, mail_server
from jembatan.correspondence.tests.outbox_scene import due, sending_address, written

type ClientOf = Callable[[Actor], Client]
State = OutgoingMail.State


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[MailServer]:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate()))
    with mail_server() as heard:
        yield heard


@pytest.fixture
def ready(officer: Actor, server: MailServer) -> Actor:
    """Bagus, whose desk can send."""
    sending_address(officer.desk, server)
    return officer


def typed(draft: Draft, **words: str) -> dict[str, str]:
    values = {
        "from_address": str(draft.from_address_id),
        "to": draft.to,
        "subject": draft.subject,
        "text": draft.text,
    }
    return values | {"version": str(draft.version), "editor": "a"} | words


def test_what_was_typed_last_is_what_leaves(ready: Actor, client_of: ClientOf) -> None:
    asked = scene.message(scene.thread(ready.desk))
    draft = written(ready, answers=asked)
    client = client_of(ready)

    answer = client.post(f"/drafts/{draft.pk}/sending/", typed(draft, text="Terakhir."))

    mail = OutgoingMail.objects.get()
    assert answer.headers["Location"] == f"/threads/{asked.thread_id}/"
    assert Draft.objects.get().text == "Terakhir."
    page = client.get(answer.headers["Location"]).text
    assert "The mail leaves in 20 seconds." in page
    assert f'action="/outbox/{mail.pk}/withdrawal/"' in page


def test_undo_leads_back_to_the_composer(ready: Actor, client_of: ClientOf) -> None:
    draft = written(ready)
    client = client_of(ready)
    client.post(f"/drafts/{draft.pk}/sending/", typed(draft))
    mail = OutgoingMail.objects.get()

    answer = client.post(f"/outbox/{mail.pk}/withdrawal/")

    assert answer.headers["Location"] == f"/drafts/{draft.pk}/"
    assert "Naskah kami setujui." in client.get(answer.headers["Location"]).text


def test_wording_of_a_colleague_is_never_sent_over(
    ready: Actor, second_officer: Actor, client_of: ClientOf
) -> None:
    draft = written(ready)
    behind = typed(draft, version="1", editor="lain", text="lama")

    answer = client_of(second_officer).post(f"/drafts/{draft.pk}/sending/", behind)

    assert (answer.status_code, OutgoingMail.objects.count()) == (409, 0)


def test_many_receivers_are_asked_about(ready: Actor, client_of: ClientOf) -> None:
    draft = written(ready, to=", ".join(f"a{number}@x.example" for number in range(25)))
    client, path = client_of(ready), f"/drafts/{draft.pk}/sending/"

    asked = client.post(path, typed(draft))
    assert (asked.status_code, OutgoingMail.objects.count()) == (422, 0)
    assert "This mail goes to 25 receivers." in asked.text
    client.post(path, {"confirmed": "1", "later": ""})

    assert OutgoingMail.objects.get().receivers.count() == 25


@pytest.mark.parametrize(
    "words", [{"to": "bukan alamat"}, {"later": "kapan-kapan"}, {"later": "1 Jan 2020 08:00"}]
)
def test_refusal_stands_in_the_composer(ready: Actor, client_of: ClientOf, words: dict[str, str]) -> None:
    draft = written(ready)

    answer = client_of(ready).post(f"/drafts/{draft.pk}/sending/", typed(draft, **words))

    assert (answer.status_code, OutgoingMail.objects.count()) == (422, 0)
    assert 'class="notice bata" role="alert"' in answer.text


def test_pre_flight_check_is_shown_and_asked(ready: Actor, client_of: ClientOf) -> None:
    draft = written(ready, text="Terlampir draf kami.")
    client = client_of(ready)
    assert 'id="findings"' in client.get(f"/drafts/{draft.pk}/").text

    asked = client.post(f"/drafts/{draft.pk}/sending/", typed(draft))

    assert (asked.status_code, OutgoingMail.objects.count()) == (422, 0)
    assert "Send this mail?" in asked.text
    client.post(f"/drafts/{draft.pk}/sending/", {"confirmed": "1"})
    assert OutgoingMail.objects.count() == 1


def test_what_must_not_go_to_a_receiver_does_not_leave(ready: Actor, client_of: ClientOf) -> None:
    asked = scene.message(scene.thread(ready.desk, marking="TLP:AMBER+STRICT"))
    draft = written(ready, answers=asked)

    answer = client_of(ready).post(f"/drafts/{draft.pk}/sending/", typed(draft) | {"confirmed": "1"})

    assert (answer.status_code, OutgoingMail.objects.count()) == (422, 0)
    assert 'class="notice bata" role="alert"' in answer.text


def test_mail_is_sent_later(ready: Actor, client_of: ClientOf) -> None:
    draft = written(ready)

    client_of(ready).post(f"/drafts/{draft.pk}/sending/", typed(draft, later="tomorrow 08:00"))

    mail = OutgoingMail.objects.get()
    local = timezone.localtime(mail.due_at, ZoneInfo("Asia/Jakarta"))
    assert (local.date() - timezone.localdate(timezone=ZoneInfo("Asia/Jakarta"))).days == 1
    assert (local.hour, local.minute, mail.state) == (8, 0, State.WAITING)


def test_drafter_finds_no_button_that_sends(ready: Actor, drafter: Actor, client_of: ClientOf) -> None:
    path = f"/drafts/{written(ready).pk}/"

    assert "/sending/" in client_of(ready).get(path).text
    assert "/sending/" not in client_of(drafter).get(path).text


def test_doubt_is_shown_with_what_to_do(ready: Actor, server: MailServer, client_of: ClientOf) -> None:
    server.answers = ["hang up"]
    mail = due(ready, written(ready))
    work_on(mail.pk)
    client = client_of(ready)

    page = client.get("/outbox/").text
    assert "in doubt" in page
    assert f"/outbox/{mail.pk}/repetition/" in page
    client.post(f"/outbox/{mail.pk}/arrival/")

    mail.refresh_from_db()
    assert mail.state == State.SENT


def test_doubt_waits_where_everybody_looks(
    ready: Actor, reader: Actor, server: MailServer, client_of: ClientOf
) -> None:
    server.answers = ["hang up"]
    mail = due(ready, written(ready))
    assert "Mail that has not left" not in client_of(ready).get("/").text

    work_on(mail.pk)

    for path in ("/", "/inbox/"):
        assert f"/outbox/#outgoing-{mail.pk}" in client_of(ready).get(path).text
        assert "Mail that has not left" not in client_of(reader).get(path).text


def test_composer_of_a_mail_in_the_outbox_is_closed(ready: Actor, client_of: ClientOf) -> None:
    draft = written(ready)
    due(ready, draft)

    page = client_of(ready).get(f"/drafts/{draft.pk}/").text

    assert "This mail is in the outbox." in page
    assert "data-composer" not in page
    assert "disabled" in page


def test_failure_is_shown_with_the_server_s_words(
    ready: Actor, server: MailServer, client_of: ClientOf
) -> None:
    server.refuses = {"budi@laut.example": "550 5.1.1 <b>tidak dikenal</b>"}
    draft = written(ready)
    mail = due(ready, draft)
    work_on(mail.pk)
    client = client_of(ready)

    assert "550 5.1.1 &lt;b&gt;tidak dikenal&lt;/b&gt;" in client.get("/outbox/").text
    answer = client.post(f"/outbox/{mail.pk}/rewriting/")
    assert answer.headers["Location"] == f"/drafts/{draft.pk}/"


@pytest.mark.parametrize("count", [1, 3])
def test_outbox_needs_the_same_queries_for_any_number(
    ready: Actor, client_of: ClientOf, django_assert_max_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    for _number in range(count):
        work_on(due(ready, written(ready)).pk)
        due(ready, written(ready))
        written(ready)
    client = client_of(ready)

    with django_assert_max_num_queries(16):
        assert client.get("/outbox/").status_code == 200
