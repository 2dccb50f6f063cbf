"""Settings: which servers take the desk's mail, and whom it is from."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.outgoing_servers import keep_server, remove_server
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.actions.sending_addresses import (
    bring_back_address,
    keep_address,
    retire_address,
)
from jembatan.correspondence.models import OutgoingServer, SendingAddress
from jembatan.correspondence.queries.sending import addresses_for, server_of
from jembatan.correspondence.servers.troubles import ServerTrouble, Trouble
from jembatan.correspondence.tests.mail_server import PASSWORD, USER, certificate, mail_server

type ClientOf = Callable[[Actor], Client]
PAGE = "/settings/sending/"


def server(head: Actor, **facts: Any) -> OutgoingServer:
    values: dict[str, Any] = {"host": "smtp.selat.example", "port": 587, "security": "starttls"} | facts
    return keep_server(head, None, **values)


def test_password_is_stored_sealed(head: Actor) -> None:
    kept = server(head, username=USER, password=PASSWORD)

    assert PASSWORD not in kept.sealed_password
    assert server_of(kept).password == PASSWORD
    assert PASSWORD not in repr(server_of(kept))


def test_password_of_another_installation_is_told(head: Actor, settings: Any) -> None:
    kept = server(head, username=USER, password=PASSWORD)
    settings.SECRET_KEY = "another installation"

    with pytest.raises(ServerTrouble) as trouble:
        server_of(kept)
    assert trouble.value.trouble == Trouble.UNREADABLE_PASSWORD


def test_password_stays_unless_another_is_typed_and_never_goes_to_another_host(head: Actor) -> None:
    kept = server(head, username=USER, password=PASSWORD)
    facts: dict[str, Any] = {"security": "tls", "username": USER}

    kept = keep_server(head, kept, host=kept.host, port=465, **facts)
    assert server_of(kept).password == PASSWORD
    with pytest.raises(Refused):
        keep_server(head, kept, host="smtp.jahat.example", port=465, **facts)
    kept.refresh_from_db()
    assert kept.host == "smtp.selat.example"


def test_audit_tells_who_changed_where_mail_goes_and_no_password(head: Actor, client_of: ClientOf) -> None:
    kept = server(head, username=USER, password=PASSWORD)
    keep_server(head, kept, host="smtp.baru.example", port=587, security="starttls", password="lain")

    page = client_of(head).get("/audit/").text

    assert "smtp.baru.example" in page
    assert kept.sealed_password not in page


def test_server_is_there_once_and_stays_while_addresses_need_it(head: Actor) -> None:
    kept = server(head)
    with pytest.raises(Refused):
        server(head)
    keep_address(head, None, server=kept, name="Biro", email="Biro@Selat.example")

    with pytest.raises(Refused):
        remove_server(head, kept)


def test_address_becomes_ours_and_can_go_and_return(head: Actor) -> None:
    kept = keep_address(head, None, server=server(head), name="Biro", email="Biro@Selat.example")

    assert kept.email == "biro@selat.example"
    assert "biro@selat.example" in head.desk.own_addresses
    retire_address(head, kept)
    assert list(addresses_for(head)) == []
    bring_back_address(head, kept)
    assert list(addresses_for(head)) == [kept]


def test_address_is_kept_as_servers_understand_it(head: Actor) -> None:
    stored = server(head)

    kept = keep_address(head, None, server=stored, name="Biro", email="biro@münchen.example")

    assert kept.email == "biro@xn--mnchen-3ya.example"
    with pytest.raises(Refused):
        keep_address(head, None, server=stored, name="Biro", email="bìro@selat.example")


def test_address_of_a_member_is_for_that_member(
    head: Actor, officer: Actor, second_officer: Actor, stranger: Actor
) -> None:
    stored = server(head)
    shared = keep_address(head, None, server=stored, name="Biro", email="biro@selat.example")
    own = keep_address(
        head, None, server=stored, name="Bagus", email="bagus@selat.example", user=officer.user
    )

    assert list(addresses_for(officer)) == [own, shared]
    assert list(addresses_for(second_officer)) == [shared]
    with pytest.raises(Refused):
        keep_address(head, None, server=stored, name="X", email="x@selat.example", user=stranger.user)


@pytest.mark.parametrize("host", ["smtp selat", "http://smtp.selat.example", "smtp\r\n.example", "-x"])
def test_host_is_a_name_alone(head: Actor, client_of: ClientOf, host: str) -> None:
    sent = {"host": host, "port": "587", "security": "starttls", "per_minute": "30"}

    answer = client_of(head).post(f"{PAGE}servers/new/", sent)

    assert (answer.status_code, OutgoingServer.objects.count()) == (422, 0)


def test_head_sets_up_a_server_and_an_address(head: Actor, client_of: ClientOf) -> None:
    client = client_of(head)
    sent = {"host": "smtp.selat.example", "port": "587", "security": "starttls", "username": USER}
    client.post(f"{PAGE}servers/new/", sent | {"password": PASSWORD, "per_minute": "20"})
    stored = OutgoingServer.objects.get()
    client.post(
        f"{PAGE}addresses/new/",
        {"name": "Biro", "email": "biro@selat.example", "server": stored.pk, "signature": "Salam"},
    )

    page = client.get(PAGE).text
    assert "smtp.selat.example:587" in page
    assert "biro@selat.example" in page
    assert (SendingAddress.objects.get().signature, stored.per_minute) == ("Salam", 20)
    assert PASSWORD not in client.get(f"{PAGE}servers/{stored.pk}/").text


def test_connection_is_tried_and_told(
    head: Actor, client_of: ClientOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate()))
    client = client_of(head)
    with mail_server(sign_in=True) as heard:
        kept = server(head, host="127.0.0.1", port=heard.port, username=USER, password=PASSWORD)
        good = client.post(f"{PAGE}servers/{kept.pk}/trial/", follow=True).text
        keep_server(
            head, kept, host=kept.host, port=kept.port, security="starttls", username=USER, password="x"
        )
        bad = client.post(f"{PAGE}servers/{kept.pk}/trial/", follow=True).text

    assert f"The connection to 127.0.0.1:{heard.port} works." in good
    assert "The server refuses the user name or the password." in bad


def test_tab_is_the_head_s(head: Actor, officer: Actor, client_of: ClientOf) -> None:
    assert PAGE in client_of(head).get("/settings/receiving/").text
    assert "/settings/receiving/" in client_of(head).get("/settings/").text
    assert "/settings/receiving/" not in client_of(officer).get("/settings/").text
