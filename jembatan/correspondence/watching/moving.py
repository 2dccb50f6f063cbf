"""Doing on the server what the desk wishes there: marking what it has answered and moving what it has done with.

In a conversation of its own, so that it never hinders fetching.
"""

import logging
import threading
from collections.abc import Iterable

from django.db import InterfaceError, OperationalError, connections
from django.db.models import Q

from jembatan.correspondence.actions.incoming.marks import carry_out_marks, put_off_marks
from jembatan.correspondence.actions.incoming.moves import carry_out, put_off
from jembatan.correspondence.actions.incoming.signing_in import server_of
from jembatan.correspondence.models import IncomingFolder
from jembatan.correspondence.queries.incoming import due_marks, due_moves, watched_folders
from jembatan.correspondence.servers.imap import connected
from jembatan.correspondence.servers.troubles import ServerTrouble

log = logging.getLogger(__name__)


def move_done(folder: IncomingFolder) -> int:
    """What is due of a folder; how many messages were moved. Where the server cannot be used, all of it waits."""
    moves, marks = due_moves().filter(folder=folder), due_marks().filter(folder=folder)
    if not (moves.exists() or marks.exists()):
        return 0
    try:
        with connected(server_of(folder.server)) as conversation:
            carry_out_marks(conversation, folder)  # first: what has been moved has another number
            return carry_out(conversation, folder.pk)
    except ServerTrouble as trouble:
        put_off(moves, trouble)
        put_off_marks(marks, trouble)
        return 0


class Mover(threading.Thread):
    """Goes through these folders once."""

    def __init__(self, folder_ids: Iterable[int]) -> None:
        super().__init__(name="move-done", daemon=True)
        self.folder_ids = frozenset(folder_ids)

    def run(self) -> None:
        """A wish that is cut off is carried out by the next one."""
        try:
            moves = due_moves().filter(folder__in=self.folder_ids).values("folder")
            marks = due_marks().filter(folder__in=self.folder_ids).values("folder")
            for folder in watched_folders().filter(Q(pk__in=moves) | Q(pk__in=marks)):
                move_done(folder)
        except (OperationalError, InterfaceError) as error:
            log.warning("Moving what is done: %s", error)
        except Exception:
            log.exception("Moving what is done")
        finally:
            connections.close_all()
