"""Mail that a server holds becomes mail of the desk: the same way as from files, and the folder's position moves with it."""

import time
from collections.abc import Collection
from dataclasses import dataclass

from django.db import transaction

from jembatan.accounts.actor import operator
from jembatan.correspondence.actions.incoming.copies import forget_numbers, note_copies, note_gone
from jembatan.correspondence.actions.incoming.marks import note_marks
from jembatan.correspondence.formats.workshop import Workshop
from jembatan.correspondence.importer.mailboxes import NAME_LENGTH
from jembatan.correspondence.importer.run import take_all
from jembatan.correspondence.importer.windows import Window
from jembatan.correspondence.models import IncomingFolder
from jembatan.correspondence.servers.imap import Marks, Standing
from jembatan.platform.imports.actions.arrivals import add_to, batch_of_today
from jembatan.platform.imports.importer import ImportJob
from jembatan.platform.imports.one_at_a_time import one_import_at_a_time

INBOX = "INBOX"


class Moved(Exception):
    """Somebody else has read on in this folder, or it was taken away: what was fetched counts for nothing."""


@dataclass(frozen=True, slots=True)
class Position:
    """Everything up to `last_uid` of this UIDVALIDITY has been filed or set aside."""

    uid_validity: int
    last_uid: int


def held_folder(folder_id: int, expected: Position) -> IncomingFolder:
    """Locked until the transaction ends. Raises `Moved` unless it still stands where it is expected to."""
    folder = (
        IncomingFolder.objects.select_for_update(of=("self",))
        .select_related("server__desk", "batch")
        .filter(pk=folder_id, uid_validity=expected.uid_validity, last_uid=expected.last_uid)
        .first()
    )
    if folder is None:
        raise Moved
    return folder


@transaction.atomic
def begin(folder: IncomingFolder, standing: Standing) -> Position:
    """Where to read on. Under another UIDVALIDITY the numbers mean nothing any more: all is read again, and known again."""
    current = IncomingFolder.objects.select_for_update().filter(pk=folder.pk).first()
    if current is None:
        raise Moved
    if current.uid_validity != standing.uid_validity:
        current.uid_validity, current.last_uid, current.marks_modseq = standing.uid_validity, 0, 0
        current.save(update_fields=["uid_validity", "last_uid", "marks_modseq"])
        forget_numbers(current)
    return Position(current.uid_validity, current.last_uid)


@transaction.atomic
def take_in(folder_id: int, expected: Position, window: Window, *, upto: int, workshop: Workshop) -> Position:
    """File the window and move the position to `upto`, or do neither. Raises `Moved`."""
    one_import_at_a_time()
    folder = held_folder(folder_id, expected)
    started = time.perf_counter()
    server = folder.server
    actor = operator(server.desk, label=server.username)
    if not window.is_empty:
        folder.batch = batch_of_today(actor, folder.batch, kind="mail", label=window.mailbox)
        job = ImportJob(batch=folder.batch, actor=actor, kind="mail")
        arrived_at = server.host if folder.name.upper() == INBOX else ""
        taken = take_all(job, [window], workshop, arrived_at=arrived_at)
        folder.mailbox = taken.of(window.mailbox)
        note_copies(folder, window.numbered)
        add_to(folder.batch, job.account, seconds=time.perf_counter() - started)
    folder.last_uid = upto
    folder.save(update_fields=["batch", "mailbox", "last_uid"])
    return Position(expected.uid_validity, upto)


@transaction.atomic
def settle(folder_id: int, expected: Position, there: Collection[int]) -> int:
    """Note which mails of those that were read have left the folder: all but these numbers. How many that were; raises `Moved`."""
    return note_gone(held_folder(folder_id, expected), there)


@transaction.atomic
def settle_marks(folder_id: int, expected: Position, marks: Marks) -> int:
    """Note which mails others have marked; how many have changed. Raises `Moved`."""
    return note_marks(held_folder(folder_id, expected), marks)


def mailbox_name(folder: IncomingFolder) -> str:
    """The user name for the inbox itself, so that what is sent from this address lies in the same one."""
    name = folder.server.username
    if folder.name.upper() != INBOX:
        name = f"{name} · {folder.name.replace('/', ' › ')}"  # in names of sources a slash stands for a folder of files
    return name[:NAME_LENGTH]
