"""The desk's servers and the addresses that its mail can be from."""

from django.db.models import F, Q, QuerySet

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import OutgoingServer, SendingAddress
from jembatan.correspondence.servers.smtp import Server
from jembatan.correspondence.servers.troubles import ServerTrouble, Trouble
from jembatan.platform.sealing import Unsealable, unseal


def servers(actor: Actor) -> QuerySet[OutgoingServer]:
    """Of the desk, in a fixed order."""
    return OutgoingServer.objects.filter(desk=actor.desk).order_by("host", "port", "pk")


def all_addresses(actor: Actor) -> QuerySet[SendingAddress]:
    """Of the desk, also those of single members; not the retired ones."""
    standing = SendingAddress.objects.filter(desk=actor.desk, retired_at__isnull=True)
    return standing.select_related("server", "user").order_by("user__full_name", "email", "pk")


def addresses_for(actor: Actor) -> QuerySet[SendingAddress]:
    """Those that the actor may write from: the member's own before the desk's."""
    mine = all_addresses(actor).filter(Q(user__isnull=True) | Q(user=actor.user))
    return mine.order_by(F("user").desc(nulls_last=True), "email", "pk")


def server_of(stored: OutgoingServer) -> Server:
    """With its password opened. Raises `ServerTrouble` where that is not possible any more."""
    try:
        password = unseal(stored.sealed_password)
    except Unsealable:
        raise ServerTrouble(Trouble.UNREADABLE_PASSWORD) from None
    return Server(stored.host, stored.port, stored.security, stored.username, password)


def own_addresses(actor: Actor) -> QuerySet[SendingAddress]:
    """Those that are the actor's alone."""
    return all_addresses(actor).filter(user=actor.user).exclude(user=None)
