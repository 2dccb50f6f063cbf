"""Which servers take the desk's mail: for the head to settle."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import OutgoingServer
from jembatan.correspondence.queries.sending import server_of
from jembatan.correspondence.servers.smtp import greet
from jembatan.platform.access import require_head
from jembatan.platform.sealing import seal


@transaction.atomic
def keep_server(
    actor: Actor,
    server: OutgoingServer | None,
    *,
    host: str,
    port: int,
    security: str,
    username: str = "",
    password: str | None = None,
    per_minute: int | None = None,
) -> OutgoingServer:
    """A new server, or other facts of one; what is None stays as it is stored. Raises `Refused` for one that is there already.

    A password is never sent to another host than the one that it was typed for.
    """
    require_head(actor)
    kept = OutgoingServer(desk=actor.desk)
    if server is not None:
        kept = OutgoingServer.objects.select_for_update().get(pk=server.pk, desk=actor.desk)
        if kept.host != host and kept.sealed_password and password is None:
            raise Refused(_("Type the password again: it was stored for another server."))
    kept.host, kept.port, kept.security, kept.username = host, port, security, username
    kept.per_minute = per_minute or kept.per_minute
    if password is not None:
        kept.sealed_password = seal(password) if password else ""
    try:
        with transaction.atomic():
            kept.save()
    except IntegrityError:
        raise Refused(_("This server is there already, with this user name.")) from None
    return kept


@transaction.atomic
def remove_server(actor: Actor, server: OutgoingServer) -> None:
    """Forget a server and its password. Raises `Refused` where an address has ever sent by it."""
    require_head(actor)
    server = OutgoingServer.objects.select_for_update().get(pk=server.pk, desk=actor.desk)
    if server.addresses.exists():
        raise Refused(_("Mail is sent, or was sent, by this server. Change it instead of removing it."))
    server.delete()


def try_connection(actor: Actor, server: OutgoingServer) -> None:
    """Connect, encrypt and sign in, and send nothing. Raises `ServerTrouble` with a sentence that says what to do."""
    require_head(actor)
    greet(server_of(OutgoingServer.objects.get(pk=server.pk, desk=actor.desk)))
