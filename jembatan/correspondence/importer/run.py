"""One run over mail: duplicates found before anything is parsed, readers one step ahead of filing."""

from collections import deque
from collections.abc import Iterable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field

from django.db import DatabaseError
from django.utils.translation import gettext_noop as _

from jembatan.correspondence.actions.filing.messages import Filing
from jembatan.correspondence.formats.containers import BrokenContainer, RawMessage
from jembatan.correspondence.formats.identity import Identity
from jembatan.correspondence.formats.reading import Reading
from jembatan.correspondence.formats.workshop import Outcome as ReadOutcome
from jembatan.correspondence.formats.workshop import Unreadable, Workshop
from jembatan.correspondence.importer.mailboxes import Mailboxes
from jembatan.correspondence.importer.windows import Window
from jembatan.correspondence.models import Mailbox
from jembatan.platform.imports.importer import ImportJob, Source
from jembatan.platform.imports.job import SetAside
from jembatan.platform.imports.models import Outcome
from jembatan.platform.imports.reasons import because

AHEAD = 2
KEPT_OF_HUGE = 1 << 20


def take_all(
    job: ImportJob, found: Iterable[Window], workshop: Workshop, *, arrived_at: str = ""
) -> Mailboxes:
    """Everything in these windows is filed, known already, or set aside; the mailboxes' accounts say which.

    `arrived_at` is the host in whose inbox all of it was found.
    """
    filing, mailboxes = Filing(job.actor, job.batch.pk, arrived_at=arrived_at), Mailboxes(job)
    run = Run(job, filing, mailboxes, workshop)
    for window in found:
        run.take(window)
    run.close()
    filing.finish()
    mailboxes.write_accounts()
    return mailboxes


@dataclass(frozen=True, slots=True)
class _New:
    """A message that the desk does not have, and what to file it under."""

    message: RawMessage
    known_as: Identity


@dataclass(slots=True)
class _Read:
    """A chunk that is being read, and where its messages came from."""

    mailbox: Mailbox
    messages: list[_New]
    future: "Future[list[ReadOutcome]]"


@dataclass(slots=True)
class Run:
    """`take` each window, then `close`; everything is accounted for when `close` returns."""

    job: ImportJob
    filing: Filing
    mailboxes: Mailboxes
    workshop: Workshop
    under_way: deque[_Read] = field(default_factory=deque)
    expected: dict[str, str] = field(default_factory=dict)

    def take(self, window: Window) -> None:
        """Send what is new to the readers, and file the chunk that they have been longest at."""
        if window.is_empty:
            return
        mailbox = self.mailboxes.of(window.mailbox)
        fresh = self._fresh(mailbox, window.messages)
        if fresh:
            future = self.workshop.submit([(new.message.raw, new.known_as) for new in fresh])
            self.under_way.append(_Read(mailbox, fresh, future))
        poisoned = [_aside(message, reason) for message, reason in window.poisoned]
        self._set_aside(mailbox, [*map(_too_large, window.cut), *map(_broken_off, window.broken), *poisoned])
        while len(self.under_way) > AHEAD:
            self._file_next()
        self.job.tell()

    def close(self) -> None:
        """File what is still under way."""
        while self.under_way:
            self._file_next()

    def _fresh(self, mailbox: Mailbox, window: Sequence[tuple[RawMessage, Identity]]) -> list[_New]:
        """Messages that the desk does not have, each with what to file it under."""
        known = self.expected | self.filing.already(each.message_id for _message, each in window)
        clashing = {each.second_name for _m, each in window if _clashes(each, known)}
        known |= self.filing.already(clashing)
        fresh: list[_New] = []
        for message, found in window:
            clashes = _clashes(found, known)
            name = found.second_name if clashes else found.message_id
            if name not in known:
                known[name] = self.expected[name] = found.digest
                fresh.append(_New(message, found._replace(message_id=name) if clashes else found))
                continue
            self.mailboxes.count(mailbox, Outcome.DUPLICATE)
            if known[name] != found.digest:
                reason = _("This message was filed before; its text differs from the copy that was kept.")
                self.job.account.note(_place(message), reason)
        return fresh

    def _file_next(self) -> None:
        chunk = self.under_way.popleft()
        named = [(new.message.raw, new.known_as) for new in chunk.messages]
        outcomes = self.workshop.outcomes(chunk.future, named)
        readable: list[tuple[RawMessage, Reading]] = []
        broken: list[SetAside] = []
        for new, outcome in zip(chunk.messages, outcomes, strict=True):
            self.expected.pop(new.known_as.message_id)
            if isinstance(outcome, Unreadable):
                broken.append(_aside(new.message, str(outcome)))
            else:
                readable.append((new.message, outcome))
        self._set_aside(chunk.mailbox, broken)
        self._file(chunk.mailbox, readable)

    def _file(self, mailbox: Mailbox, chunk: list[tuple[RawMessage, Reading]]) -> None:
        """File a chunk; where the database refuses it, halve it until the message that it refuses stands alone."""
        if not chunk:
            return
        try:
            self.filing.file(mailbox, [reading for _raw, reading in chunk])
        except DatabaseError as error:
            if len(chunk) == 1:
                self._set_aside(mailbox, [_aside(chunk[0][0], str(error).strip())])
                return
            middle = len(chunk) // 2
            self._file(mailbox, chunk[:middle])
            self._file(mailbox, chunk[middle:])
            return
        self.mailboxes.count(mailbox, Outcome.FILED, len(chunk))
        for _raw, reading in chunk:
            self.job.show(Outcome.FILED, reading.subject, reading.sender.email)

    def _set_aside(self, mailbox: Mailbox, items: list[SetAside]) -> None:
        if not items:
            return
        self.job.quarantine_many(items)
        self.mailboxes.count(mailbox, Outcome.QUARANTINED, len(items))


def _place(message: RawMessage) -> str:
    return f"{message.source}:{message.position}" if message.position else message.source


def _clashes(found: Identity, known: dict[str, str]) -> bool:
    """A different message has the same Message-ID: some programs give one name to all they send."""
    before = known.get(found.message_id)
    return before is not None and not found.is_copy_of(before)


def _aside(message: RawMessage, reason: str) -> SetAside:
    return SetAside(message.source, message.position, reason, message.raw)


def _too_large(message: RawMessage) -> SetAside:
    reason = _("The message is larger than 64 MB; only its beginning is kept.")
    return SetAside(message.source, message.position, reason, message.raw[:KEPT_OF_HUGE])


def _broken_off(found: tuple[Source, BrokenContainer]) -> SetAside:
    source, broken = found
    reason = because(_("The file cannot be read on from here: %(reason)s"), reason=broken.reason)
    return SetAside(broken.source, 0, reason, source.head())
