"""A desk whose mail gets into the outbox, and no further: nothing listens where its server should be."""

import pytest

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.outgoing_servers import keep_server
from jembatan.correspondence.actions.sending_addresses import keep_address
from jembatan.correspondence.models import SendingAddress


@pytest.fixture
def desk_that_sends(head: Actor) -> SendingAddress:
    """Its address."""
    server = keep_server(head, None, host="127.0.0.1", port=1, security="tls")
    return keep_address(
        head,
        None,
        server=server,
        name="Biro Kerja Sama",
        email="biro@selatnusantara.example",
        signature="Biro",
    )
