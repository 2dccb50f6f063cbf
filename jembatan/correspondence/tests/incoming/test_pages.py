"""The head's pages: which mailboxes are read, whether they work, and what they store."""

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.incoming.servers import Secrets, keep_incoming
from jembatan.correspondence.actions.incoming.signing_in import server_of
from jembatan.correspondence.actions.incoming.standing import record_fetched, record_trouble
from jembatan.correspondence.models import IncomingFolder, IncomingServer
from jembatan.correspondence.queries.incoming import watched_folders
from jembatan.correspondence.servers.imap_troubles import IncomingTrouble
from jembatan.correspondence.servers.troubles import Trouble
from jembatan.correspondence.tests.incoming.dovecot import PASSWORD, USER, Dovecot
from jembatan.correspondence.tests.incoming.scene import keep_login

type ClientOf = Callable[[Actor], Client]

TYPED = {
    "username": USER,
    "host": "imap.selatnusantara.example",
    "port": "993",
    "security": "tls",
    "sign_in": "password",
    "folders": "INBOX\n Terkirim \n\nINBOX",
    "password": "rahasia",
}


def test_mailbox_is_stored_with_its_password_sealed(head: Actor, client_of: ClientOf) -> None:
    answer = client_of(head).post("/settings/receiving/new/", TYPED)

    assert answer.headers["Location"] == "/settings/receiving/"
    server = IncomingServer.objects.get()
    assert [folder.name for folder in server.folders.order_by("pk")] == ["INBOX", "Terkirim"]
    assert "rahasia" not in server.sealed_password
    assert server_of(server).password == "rahasia"
    page = client_of(head).get(f"/settings/receiving/{server.pk}/").text
    assert "rahasia" not in page
    assert 'value="imap.selatnusantara.example"' in page


def test_folder_that_stays_keeps_its_position(head: Actor, client_of: ClientOf) -> None:
    client = client_of(head)
    client.post("/settings/receiving/new/", TYPED)
    server = IncomingServer.objects.get()
    IncomingFolder.objects.update(uid_validity=5, last_uid=9)

    client.post(f"/settings/receiving/{server.pk}/", TYPED | {"folders": "INBOX\nArsip", "password": ""})

    kept = server.folders.order_by("name").values_list("name", "last_uid")
    assert list(kept) == [("Arsip", 0), ("INBOX", 9)]
    assert server_of(IncomingServer.objects.get()).password == "rahasia"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"host": "imap lain"}, "Write the name of the server alone"),
        ({"folders": "\n".join(map(str, range(21)))}, "Name one to twenty folders, one a line."),
        ({"security": "none"}, "Without encryption only a server on this machine can be used."),
        ({"token_url": "http://token.example/"}, "The address that gives tokens has to begin with https://."),
    ],
)
def test_what_cannot_be_is_said(
    head: Actor, client_of: ClientOf, changes: dict[str, str], sentence: str
) -> None:
    answer = client_of(head).post("/settings/receiving/new/", TYPED | changes)
    assert (answer.status_code, sentence in answer.text, IncomingServer.objects.count()) == (422, True, 0)


def test_mailbox_is_there_once(head: Actor, client_of: ClientOf) -> None:
    client = client_of(head)
    client.post("/settings/receiving/new/", TYPED)
    answer = client.post("/settings/receiving/new/", TYPED)
    assert (answer.status_code, "This mailbox is there already." in answer.text) == (422, True)


def test_password_goes_to_no_other_server(head: Actor, client_of: ClientOf) -> None:
    client = client_of(head)
    client.post("/settings/receiving/new/", TYPED)
    server = IncomingServer.objects.get()
    moved = TYPED | {"host": "imap.lain.example", "password": ""}
    answer = client.post(f"/settings/receiving/{server.pk}/", moved)
    assert (answer.status_code, "Type the password again" in answer.text) == (422, True)


def test_known_provider_is_filled_in(head: Actor, client_of: ClientOf) -> None:
    page = client_of(head).get("/settings/receiving/new/?address=biro@gmail.com").text
    assert 'value="imap.gmail.com"' in page
    assert 'value="biro@gmail.com"' in page


def test_connection_is_tried(head: Actor, server: Dovecot, client_of: ClientOf) -> None:
    client = client_of(head)
    good = keep_login(head, server.tls_port)
    client.post(f"/settings/receiving/{good.pk}/trial/")
    assert "The connection to 127.0.0.1 works." in client.get("/settings/receiving/").text
    keep_incoming(
        head,
        good,
        facts={"host": "127.0.0.1", "port": server.tls_port, "username": USER, "token_url": ""},
        folders=["INBOX", "Hilang"],
        secrets=Secrets(PASSWORD),
    )
    client.post(f"/settings/receiving/{good.pk}/trial/")
    assert "The server has no folder of this name." in client.get("/settings/receiving/").text


def test_page_says_how_each_folder_stands(head: Actor, client_of: ClientOf) -> None:
    keep_login(head, 993)
    folder = IncomingFolder.objects.get()
    client = client_of(head)
    assert "not read yet" in client.get("/settings/receiving/").text
    record_trouble(folder.pk, IncomingTrouble(Trouble.PASSWORD, "LOGIN failed"))
    page = client.get("/settings/receiving/").text
    assert "The server refuses the user name or the password. “LOGIN failed”" in page
    record_fetched(folder.pk)
    page = client.get("/settings/receiving/").text
    assert ("read at" in page, "LOGIN failed" in page) == (True, False)


def test_paused_mailbox_is_not_watched(head: Actor, client_of: ClientOf) -> None:
    login = keep_login(head, 993)
    client = client_of(head)
    client.post(f"/settings/receiving/{login.pk}/pause/")
    assert (watched_folders().count(), "paused" in client.get("/settings/receiving/").text) == (0, True)
    client.post(f"/settings/receiving/{login.pk}/return/")
    assert watched_folders().count() == 1
    client.post(f"/settings/receiving/{login.pk}/removal/")
    assert IncomingServer.objects.count() == 0


@pytest.mark.parametrize("count", [1, 3])
def test_list_asks_as_much_for_many(
    head: Actor, client_of: ClientOf, django_assert_max_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    for number in range(count):
        keep_login(head, 993 + number)
    client = client_of(head)
    with django_assert_max_num_queries(10):
        assert client.get("/settings/receiving/").status_code == 200
