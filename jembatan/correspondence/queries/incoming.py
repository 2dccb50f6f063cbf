"""The servers that the desk's mail comes from, how far each folder has been read, and what hinders it."""

from django.db.models import Prefetch, QuerySet

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import IncomingFolder, IncomingServer
from jembatan.platform.access import require_head


def incoming_servers(actor: Actor) -> QuerySet[IncomingServer]:
    """For the head, with their folders."""
    require_head(actor)
    folders = IncomingFolder.objects.order_by("pk").select_related("mailbox", "batch")
    servers = IncomingServer.objects.filter(desk=actor.desk).order_by("username", "host", "pk")
    return servers.prefetch_related(Prefetch("folders", folders))


def watched_folders() -> QuerySet[IncomingFolder]:
    """Of all desks: those whose server is not paused. For the process that watches, which acts for nobody."""
    folders = IncomingFolder.objects.filter(server__paused_at__isnull=True)
    return folders.select_related("server__desk").order_by("pk")
