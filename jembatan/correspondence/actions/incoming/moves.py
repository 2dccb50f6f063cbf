"""Moving mail on its server when the desk has done with it: wishes in the database, which a process carries out."""

from datetime import timedelta
from functools import partial

from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils import timezone

from jembatan.correspondence.actions.incoming.standing import TOPIC
from jembatan.correspondence.formats.identity import identity
from jembatan.correspondence.models import IncomingFolder, IncomingServer, Message, ServerMove, Thread
from jembatan.correspondence.queries.incoming import due_moves
from jembatan.correspondence.servers.imap import Conversation
from jembatan.correspondence.servers.imap_moving import Sought, Whereabouts, move
from jembatan.correspondence.servers.troubles import ServerTrouble, Trouble
from jembatan.platform.live.news import tell

FIRST_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(hours=6)
MOST_TRIES_COUNTED = 1000
TOLD_EVERY = 20
WISHES = f"""
    INSERT INTO {ServerMove._meta.db_table} (message_id, folder_id, target, tries, trouble, words)
    SELECT DISTINCT ON (message.id) message.id, folder.id, %(target)s, 0, '', ''
    FROM {IncomingFolder._meta.db_table} AS folder
    JOIN {Message._meta.db_table} AS message ON message.mailbox_id = folder.mailbox_id
    JOIN {Thread._meta.db_table} AS thread ON thread.id = message.thread_id
    WHERE folder.server_id = %(server)s AND thread.done_at IS NOT NULL
    ORDER BY message.id, folder.id
    ON CONFLICT DO NOTHING
"""


def wish_to_move(thread: Thread) -> None:
    """Inside the caller's transaction: all mail of the conversation that came from a folder whose done mail is moved."""
    folders = IncomingFolder.objects.filter(server__desk=thread.desk_id).exclude(server__done_folder="")
    by_mailbox = {each.mailbox_id: each for each in folders.select_related("server")}
    ServerMove.objects.bulk_create(
        (
            ServerMove(message=message, folder=folder, target=folder.server.done_folder)
            for message in Message.objects.filter(thread=thread, mailbox__in=by_mailbox.keys() - {None})
            if (folder := by_mailbox[message.mailbox_id])
        ),
        ignore_conflicts=True,
    )


def wish_for_what_is_done(server: IncomingServer) -> None:
    """Inside the caller's transaction: the same for all conversations that were closed before; there may be many."""
    with connection.cursor() as cursor:
        cursor.execute(WISHES, {"server": server.pk, "target": server.done_folder})


def carry_out(conversation: Conversation, folder_id: int) -> int:
    """All wishes of a folder that are due; how many messages were moved.

    One that the server refuses waits, and holds up no other. Raises every other `ServerTrouble`.
    """
    count = 0
    due = list(due_moves().filter(folder=folder_id).values_list("pk", flat=True))
    for number, wish_id in enumerate(due, 1):
        try:
            count += _carry_out_one(conversation, wish_id)
        except ServerTrouble as trouble:
            if trouble.trouble != Trouble.SAID_NO:
                raise
            put_off(due_moves().filter(pk=wish_id), trouble)
        if number % TOLD_EVERY == 0:
            _tell(folder_id)
    _tell(folder_id)
    return count


def _tell(folder_id: int) -> None:
    """Open pages hear how far it is."""
    for desk_id, server_id in IncomingFolder.objects.filter(pk=folder_id).values_list(
        "server__desk", "server"
    ):
        tell(desk_id, TOPIC, [server_id])


@transaction.atomic
def put_off(wishes: QuerySet[ServerMove], trouble: ServerTrouble) -> None:
    """They wait, longer after each try, and say why."""
    for wish in wishes.select_for_update(of=("self",), skip_locked=True):
        wish.next_try_at = timezone.now() + min(FIRST_PAUSE * 2 ** min(wish.tries, 10), LONGEST_PAUSE)
        wish.tries = min(wish.tries + 1, MOST_TRIES_COUNTED)
        wish.trouble, wish.words = trouble.trouble, trouble.words
        wish.save(update_fields=["tries", "next_try_at", "trouble", "words"])


@transaction.atomic
def _carry_out_one(conversation: Conversation, wish_id: int) -> bool:
    """Locked until the server has answered: two processes never move one message."""
    wishes = due_moves().filter(pk=wish_id).select_related("message__thread", "folder")
    wish = wishes.select_for_update(of=("self",), skip_locked=True).first()
    if wish is None:
        return False
    sought = Sought(wish.message.message_id, partial(_is, wish.message))
    if wish.message.thread.done_at is None:
        moved = wish.moved_at is not None and _bring_back(conversation, wish, sought)
        wish.delete()
        return moved
    found = move(conversation, sought, source=wish.folder.name, target=wish.target)
    if found == Whereabouts.NOWHERE:
        wish.delete()
        return False
    wish.moved_at, wish.tries, wish.trouble, wish.words = timezone.now(), 0, "", ""
    wish.save(update_fields=["moved_at", "tries", "trouble", "words"])
    return found == Whereabouts.MOVED


def _bring_back(conversation: Conversation, wish: ServerMove, sought: Sought) -> bool:
    return move(conversation, sought, source=wish.target, target=wish.folder.name) == Whereabouts.MOVED


def _is(message: Message, head: bytes) -> bool:
    found = identity(head)
    return found.message_id == message.message_id and found.is_copy_of(message.digest)
