"""Fetching what is new in a folder, a bounded batch at a time. No message stops those behind it."""

import logging
from collections.abc import Iterator, Sequence

from django.db import InterfaceError, OperationalError
from django.utils.translation import gettext_noop as _

from jembatan.correspondence.formats.containers import LARGEST, RawMessage
from jembatan.correspondence.formats.identity import identity
from jembatan.correspondence.formats.workshop import Workshop
from jembatan.correspondence.importer.arriving import (
    Moved,
    begin,
    mailbox_name,
    settle,
    settle_marks,
    take_in,
)
from jembatan.correspondence.importer.run import KEPT_OF_HUGE
from jembatan.correspondence.importer.windows import MOST_BYTES, Window
from jembatan.correspondence.models import IncomingFolder
from jembatan.correspondence.queries.incoming import copies_there
from jembatan.correspondence.servers.imap import Conversation, Marks
from jembatan.correspondence.servers.troubles import ServerTrouble
from jembatan.platform.imports.reasons import because

MOST_MESSAGES = 250
FEW = 2000  # up to here starting a process of its own takes longer than it saves
NOBODYS_FAULT = (ServerTrouble, Moved, OperationalError, InterfaceError)
log = logging.getLogger(__name__)


class Fetch:
    """A folder, open in a conversation: `catch_up` as often as something may have come.

    Both raise `Moved` when somebody else reads this folder, and what the conversation raises.
    """

    def __init__(self, folder: IncomingFolder, conversation: Conversation) -> None:
        self.folder = folder
        self.conversation = conversation
        self.source = mailbox_name(folder)
        self.standing = conversation.open(folder.name)
        self.position = begin(folder, self.standing)
        self.marks: Marks | None = None

    @property
    def is_behind(self) -> bool:
        """Whether the server, when the folder was opened, had anything that is not here."""
        if self.standing.uid_next:
            return self.standing.uid_next > self.position.last_uid + 1
        counted = self.position.last_uid and self.standing.highest_modseq
        return not counted or counted != self.folder.highest_modseq

    def catch_up(self) -> int:
        """File or set aside all that is new, until a search finds nothing more; how many messages that were.

        What comes in while others are fetched is told with them, and waiting would not tell of it again.
        """
        count = 0
        while sizes := self.conversation.sizes(self.conversation.uids_after(self.position.last_uid)):
            count += len(sizes)
            with Workshop(workers=1 if len(sizes) > FEW else 0) as workshop:
                for uids in _batches(sizes):
                    self._take(self._window(uids, sizes), uids[-1], workshop)
        return count

    def follow(self) -> int:
        """Note what others have marked, moved or deleted of all that was read; how many messages have left.

        Numbers only ever rise: as long as the server counts as many up to the last that was read as are known here, none has left.
        """
        last = self.position.last_uid
        if last:
            self._follow_marks(last)
        if not last or self.conversation.number_up_to(last) == copies_there(self.folder):
            return 0
        return settle(self.folder.pk, self.position, self.conversation.uids_up_to(last))

    def _follow_marks(self, last: int) -> None:
        since = (
            IncomingFolder.objects.filter(pk=self.folder.pk).values_list("marks_modseq", flat=True).first()
        )
        marks = self.conversation.marks_up_to(last, since=since or 0, highest=self.standing.highest_modseq)
        if marks is not None and marks != self.marks:
            settle_marks(self.folder.pk, self.position, marks)
            self.marks = marks

    def _window(self, uids: Sequence[int], sizes: dict[int, int]) -> Window:
        """Those that are still there; of one that is too large, the beginning."""
        window = Window(self.source)
        if sizes[uids[0]] >= LARGEST:
            beginning = self.conversation.beginning(uids[0], KEPT_OF_HUGE)
            window.cut.append(RawMessage(self.source, uids[0], beginning))
            return window
        for uid, raw in self.conversation.messages(uids).items():
            window.messages.append((RawMessage(self.source, uid, raw), identity(raw)))
        return window

    def _take(self, window: Window, upto: int, workshop: Workshop) -> None:
        """A window that cannot be filed is halved, until the message that hinders it stands alone and is set aside."""
        try:
            self.position = take_in(self.folder.pk, self.position, window, upto=upto, workshop=workshop)
        except NOBODYS_FAULT:
            raise
        except Exception as error:
            if not window.messages:
                raise
            log.exception("A message of %s, up to number %s, cannot be filed.", self.source, upto)
            for part, end in _halves(window, upto, error):
                self._take(part, end, workshop)


def _halves(window: Window, upto: int, error: Exception) -> Iterator[tuple[Window, int]]:
    messages = window.messages
    if len(messages) == 1:
        reason = because(_("The message could not be filed: %(reason)s"), reason=type(error).__name__)
        yield Window(window.mailbox, poisoned=[(messages[0][0], reason)]), upto
        return
    middle = len(messages) // 2
    yield Window(window.mailbox, messages=messages[:middle]), messages[middle - 1][0].position
    yield Window(window.mailbox, messages=messages[middle:]), upto


def _batches(sizes: dict[int, int]) -> Iterator[list[int]]:
    """UIDs in ascending order, as many as fit into a bounded memory; one that is too large stands alone."""
    batch: list[int] = []
    held = 0
    for uid, size in sizes.items():
        if batch and (len(batch) == MOST_MESSAGES or held + size > MOST_BYTES or max(held, size) >= LARGEST):
            yield batch
            batch, held = [], 0
        batch.append(uid)
        held += size
    if batch:
        yield batch
