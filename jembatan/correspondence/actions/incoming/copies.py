"""Following what becomes of mail on its server: others move and delete it there. Here nothing is deleted, it is only told."""

from collections.abc import Collection, Iterable

from django.utils import timezone

from jembatan.correspondence.formats.identity import Identity
from jembatan.correspondence.models import IncomingFolder, Message, ServerCopy


def note_copies(folder: IncomingFolder, found: Iterable[tuple[int, Identity | None]]) -> None:
    """Inside the caller's transaction: mail under these numbers, with its identity where it could be read."""
    numbered = dict(found)
    names = {name for each in numbered.values() if each for name in (each.message_id, each.second_name)}
    filed = Message.objects.filter(desk=folder.server.desk_id, message_id__among=names)
    known = {name: (pk, digest) for name, pk, digest in filed.values_list("message_id", "pk", "digest")}
    ServerCopy.objects.bulk_create(
        (ServerCopy(folder=folder, uid=uid, message_id=_of(known, each)) for uid, each in numbered.items()),
        ignore_conflicts=True,
    )


def _of(known: dict[str, tuple[int, str]], identity: Identity | None) -> int | None:
    """Under its own name, or under the second one where another message bears its name."""
    if identity is None:
        return None
    for name in (identity.message_id, identity.second_name):
        if name in known and identity.is_copy_of(known[name][1]):
            return known[name][0]
    return None


def forget_numbers(folder: IncomingFolder) -> None:
    """Inside the caller's transaction: they mean nothing any more. What is read again has new ones; the rest is not there."""
    folder.copies.filter(gone_at__isnull=True).update(gone_at=timezone.now())
    folder.copies.update(uid=None)


def note_gone(folder: IncomingFolder, there: Collection[int]) -> int:
    """Inside the caller's transaction. `there` are the numbers that the folder has up to the last that was read; how many mails have left it."""
    noted = dict(folder.copies.filter(gone_at__isnull=True).values_list("uid", "pk"))
    left = [pk for uid, pk in noted.items() if uid not in there]
    folder.copies.filter(pk__among=left).update(gone_at=timezone.now())
    note_copies(folder, ((uid, None) for uid in there if uid not in noted))
    return len(left)
