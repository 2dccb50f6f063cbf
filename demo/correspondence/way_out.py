"""How the demo office sends: by a port of this machine at which nobody listens, so that nothing invented ever leaves."""

from contextlib import suppress

from django.db import transaction
from django.db.models import ProtectedError

from demo import cast
from demo.correspondence.scene import Scene
from jembatan.accounts.models import Desk
from jembatan.correspondence.actions.outgoing_servers import keep_server
from jembatan.correspondence.actions.sending_addresses import keep_address
from jembatan.correspondence.models import OutgoingServer, SendingAddress
from jembatan.correspondence.models.outgoing_server import NOWHERE

HOST, PORT = NOWHERE
EMAIL = f"kerjasama@{cast.DOMAIN}"
SIGNATURE = f"{cast.DESK_NAME}\n{cast.ORGANISATION_NAME}"


def write(scene: Scene) -> None:
    """One server, one address for the desk."""
    head = scene.actor(cast.HEAD.key)
    server = keep_server(head, None, host=HOST, port=PORT, security=OutgoingServer.Security.TLS)
    keep_address(head, None, server=server, name=cast.DESK_NAME, email=EMAIL, signature=SIGNATURE)


def remove(desk: Desk) -> None:
    """Where the desk has written from that address, it stays."""
    servers = OutgoingServer.objects.filter(desk=desk, host=HOST, port=PORT)
    with suppress(ProtectedError), transaction.atomic():
        SendingAddress.objects.filter(server__in=servers).delete()
        servers.delete()
