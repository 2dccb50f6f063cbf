"""The servers that the desk's mail comes from, how far each folder has been read, and what hinders it."""

from dataclasses import dataclass

from django.db.models import Count, F, Prefetch, Q, QuerySet
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import IncomingFolder, IncomingServer, ServerCopy, ServerMove
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


def copies_there(folder: IncomingFolder) -> int:
    """How many mails lie in the folder, as far as it has been read."""
    return folder.copies.filter(gone_at__isnull=True).count()


def due_moves() -> QuerySet[ServerMove]:
    """Of servers that are not paused: mail that is done and still in its folder, and mail that is not done and was moved."""
    wishes = ServerMove.objects.filter(
        folder__server__paused_at__isnull=True, next_try_at__lte=timezone.now()
    )
    is_wished = Q(moved_at__isnull=True) | Q(message__thread__done_at__isnull=True)
    return wishes.filter(is_wished).order_by("pk")


def due_marks() -> QuerySet[ServerCopy]:
    """Of servers that are not paused: mail that the desk has answered, and that its server does not say so of yet."""
    return ServerCopy.objects.filter(
        folder__server__paused_at__isnull=True, gone_at__isnull=True, mark_due_at__lte=timezone.now()
    ).order_by("pk")


@dataclass(frozen=True, slots=True)
class Progress:
    """How many mails of closed conversations are to be moved yet, and how many have been."""

    left: int
    moved: int

    @property
    def total(self) -> int:
        """All that are wished."""
        return self.left + self.moved


def progress_of_moves(actor: Actor) -> dict[int, Progress]:
    """By folder, where anything is left; one query."""
    require_head(actor)
    left = Count("pk", filter=Q(moved_at__isnull=True, message__thread__done_at__isnull=False))
    moved = Count("pk", filter=Q(moved_at__isnull=False))
    wishes = ServerMove.objects.filter(folder__server__desk=actor.desk).order_by().values_list("folder")
    found = wishes.annotate(left=left, moved=moved)
    return {folder: Progress(left, moved) for folder, left, moved in found if left}


def hindered_moves(actor: Actor) -> dict[int, ServerMove]:
    """By folder, the wish that was tried last and failed."""
    require_head(actor)
    failed = ServerMove.objects.filter(folder__server__desk=actor.desk).exclude(trouble="")
    latest = failed.order_by("folder", F("next_try_at").desc()).distinct("folder")
    return {each.folder_id: each for each in latest}
