"""A member's own words below their mail."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.outgoing_servers import keep_server
from jembatan.correspondence.actions.sending_addresses import keep_address
from jembatan.correspondence.models import SendingAddress

type ClientOf = Callable[[Actor], Client]


@pytest.fixture
def addresses(head: Actor, drafter: Actor) -> dict[str, SendingAddress]:
    """The desk's and the drafter's own."""
    server = keep_server(head, None, host="127.0.0.1", port=1, security="tls")
    return {
        "desk": keep_address(head, None, server=server, name="Biro", email="biro@selatnusantara.example"),
        "own": keep_address(
            head, None, server=server, name="Dimas", email="dimas@surat.example", user=drafter.user
        ),
    }


def test_member_writes_the_signature_of_the_own_address(
    client_of: ClientOf, drafter: Actor, addresses: dict[str, SendingAddress]
) -> None:
    client, page = client_of(drafter), reverse("correspondence:signature")
    client.post(page, {"address": addresses["own"].pk, "signature": "Dimas\r\nBiro Kerja Sama "})
    addresses["own"].refresh_from_db()
    assert addresses["own"].signature == "Dimas\nBiro Kerja Sama"
    assert "dimas@surat.example" in client.get(page).content.decode()


def test_no_one_elses_signature_is_written(
    client_of: ClientOf, drafter: Actor, officer: Actor, addresses: dict[str, SendingAddress]
) -> None:
    page = reverse("correspondence:signature")
    for actor, name in ((drafter, "desk"), (officer, "own"), (officer, "desk")):
        assert (
            client_of(actor).post(page, {"address": addresses[name].pk, "signature": "x"}).status_code == 404
        )
    assert set(SendingAddress.objects.values_list("signature", flat=True)) == {""}


def test_member_without_an_own_address_is_told_why(client_of: ClientOf, officer: Actor) -> None:
    page = client_of(officer).get(reverse("correspondence:signature")).content.decode()
    assert "You have no sending address of your own" in page


def test_reader_has_no_signature(client_of: ClientOf, reader: Actor) -> None:
    assert client_of(reader).get(reverse("correspondence:signature")).status_code == 403
