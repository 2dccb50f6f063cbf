"""Exported WhatsApp chats into correspondence: a chat is a conversation, its media are attachments."""

from itertools import batched
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_noop as _

from jembatan.correspondence.actions.filing.messages import Filing
from jembatan.correspondence.formats.whatsapp import Chat, NotAChat, Said, read_chat
from jembatan.correspondence.formats.whatsapp_export import BROKEN, LARGEST_FILE, Export, export_at
from jembatan.correspondence.formats.whatsapp_readings import message_ids, readings
from jembatan.correspondence.importer.mailboxes import Mailboxes
from jembatan.correspondence.importer.speakers import Speakers
from jembatan.correspondence.models import Mailbox
from jembatan.platform.imports.importer import ImportJob, Source, TakenBack
from jembatan.platform.imports.models import Batch, Outcome, QuarantinedItem
from jembatan.platform.imports.reasons import because

MAILBOX = "WhatsApp"
AT_ONCE = 500
BEFORE_THE_FIRST = _("These lines belong to no message: they bear no date that the other lines agree with.")
NO_CHAT = _("No line of this file begins as the lines of a WhatsApp chat do.")
UNMENTIONED = _("The chat does not mention this file.")
TWO_READINGS = _("Its dates can be read in two ways; they were read as %(order)s, not as %(other)s.")
TOO_LARGE = _("The file %(name)s is larger than 64 MB; only its beginning is kept.")


class WhatsAppImporter:
    """Kind `whatsapp`."""

    kind = "whatsapp"
    label = gettext_lazy("WhatsApp chats")

    def recognises(self, source: Source) -> bool:
        """A text whose lines begin as a chat's do, or a zip that holds one text and that is such a chat."""
        return export_at(source.path, source.name) is not None

    def takes_folder(self, folder: Path) -> bool:
        """An unpacked export: its only text is a chat, and its media lie beside it."""
        found = export_at(folder, folder.name)
        return found is not None and bool(found.names())

    def propose(self, sources: list[Source]) -> dict[str, Any]:
        """Nothing has to be chosen."""
        return {}

    def run(self, job: ImportJob, sources: list[Source]) -> None:
        """File each chat."""
        filing = Filing(job.actor, job.batch.pk)
        mailboxes = Mailboxes(job)
        run = _Run(job, filing, mailboxes, mailboxes.of(MAILBOX), Speakers(job.actor.desk, filing.us))
        for source in sources:
            run.take(source)
        filing.finish()
        mailboxes.write_accounts()

    def take_back(self, batch: Batch) -> TakenBack:
        """Nothing is left to do: the importer of mail takes back every message of a batch."""
        return TakenBack()

    def retry(self, job: ImportJob, item: QuarantinedItem) -> bool:
        """What a chat leaves over is no message by itself."""
        raise ValueError(item.reason)


class _Run:
    """One run over chats."""

    def __init__(
        self, job: ImportJob, filing: Filing, mailboxes: Mailboxes, mailbox: Mailbox, speakers: Speakers
    ) -> None:
        self.job, self.filing, self.mailboxes = job, filing, mailboxes
        self.mailbox, self.speakers = mailbox, speakers

    def take(self, source: Source) -> None:
        """Every message of the chat, then what no message speaks of."""
        try:
            export = export_at(source.path, source.name)
            chat = read_chat(export.text()) if export else None
            if export is None or chat is None:
                raise NotAChat
        except (NotAChat, *BROKEN):
            self._set_aside(source.name, 0, NO_CHAT, source.head())
            return
        self._tell_of_dates(source, chat)
        for stray in chat.strays:
            self._set_aside(source.name, stray.line, BEFORE_THE_FIRST, stray.text.encode("utf-8"))
        self._file(source, export, chat.said)
        self._leftovers(source, export, chat.said)

    def _file(self, source: Source, export: Export, said: list[Said]) -> None:
        here = set(export.names())

        def content(name: str) -> bytes | None:
            if name not in here:
                return None
            found = export.read(name)
            if len(found) >= LARGEST_FILE:
                self.job.account.note(source.name, because(TOO_LARGE, name=name))
            return found

        numbered = list(zip(said, message_ids(export.title, said), strict=True))
        found = readings(
            export.title,
            self._fresh(numbered),
            opening=numbered[0][1] if numbered else "",
            zone=ZoneInfo(self.job.actor.desk.time_zone),
            address=self.speakers.address,
            content=content,
        )
        for chunk in batched(found, AT_ONCE):
            self.filing.file(self.mailbox, chunk)
            self.mailboxes.count(self.mailbox, Outcome.FILED, len(chunk))
            for reading in chunk:
                self.job.show(Outcome.FILED, reading.text, reading.sender.name)
            self.job.tell()

    def _fresh(self, numbered: list[tuple[Said, str]]) -> list[tuple[Said, str]]:
        known = self.filing.already(name for _said, name in numbered)
        fresh = [(said, name) for said, name in numbered if name not in known]
        self.mailboxes.count(self.mailbox, Outcome.DUPLICATE, len(numbered) - len(fresh))
        return fresh

    def _tell_of_dates(self, source: Source, chat: Chat) -> None:
        if chat.order.others:
            reason = because(TWO_READINGS, order=chat.order.name, other=chat.order.others[0])
            self.job.account.note(source.name, reason)

    def _leftovers(self, source: Source, export: Export, said: list[Said]) -> None:
        mentioned = {name for each in said for name in each.files}
        for name in export.names():
            if name not in mentioned:
                self._set_aside(f"{source.name}/{name}", 0, UNMENTIONED, export.read(name))

    def _set_aside(self, place: str, line: int, reason: str, raw: bytes) -> None:
        self.job.quarantine(place, line, reason, raw)
        self.mailboxes.count(self.mailbox, Outcome.QUARANTINED)
