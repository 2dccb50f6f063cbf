"""Mail files into correspondence: mbox, Maildir, single messages."""

from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy

from jembatan.correspondence.actions.filing.messages import Filing
from jembatan.correspondence.actions.filing.taking_back import take_back
from jembatan.correspondence.formats.containers import is_mail, is_maildir
from jembatan.correspondence.formats.identity import identity
from jembatan.correspondence.formats.workshop import Unreadable, Workshop, read_all
from jembatan.correspondence.importer.mailboxes import Mailboxes, mailbox_name_of
from jembatan.correspondence.importer.run import take_all
from jembatan.correspondence.importer.windows import one_ahead, windows
from jembatan.platform.imports.importer import ImportJob, Source, TakenBack
from jembatan.platform.imports.models import Batch, Outcome, QuarantinedItem


class MailImporter:
    """Kind `mail`."""

    kind = "mail"
    label = gettext_lazy("Mail")

    def recognises(self, source: Source) -> bool:
        """By content: an mbox envelope, or two headers that mail has."""
        return is_mail(source.path)

    def takes_folder(self, folder: Path) -> bool:
        """A Maildir is one source."""
        return is_maildir(folder)

    def propose(self, sources: list[Source]) -> dict[str, Any]:
        """Nothing has to be chosen."""
        return {}

    def run(self, job: ImportJob, sources: list[Source]) -> None:
        """Stream every source through the readers into the desk."""
        with Workshop() as workshop:
            take_all(job, one_ahead(windows(sources)), workshop)

    def take_back(self, batch: Batch) -> TakenBack:
        """See the action."""
        return take_back(batch.desk, batch.pk)

    def retry(self, job: ImportJob, item: QuarantinedItem) -> bool:
        """File the item; raises `ValueError` with the reason why it still cannot be read."""
        raw = bytes(item.raw)
        known_as = identity(raw)
        filing = Filing(job.actor, job.batch.pk)
        before = filing.already([known_as.message_id, known_as.second_name])
        if known_as.message_id in before and not known_as.is_copy_of(before[known_as.message_id]):
            known_as = known_as._replace(message_id=known_as.second_name)
        if known_as.message_id in before:
            job.account.count(Outcome.DUPLICATE)
            return True
        outcome = read_all([(raw, known_as)])[0]
        if isinstance(outcome, Unreadable):
            raise ValueError(str(outcome))
        mailbox = Mailboxes(job).of(mailbox_name_of(item))
        filing.file(mailbox, [outcome])
        filing.finish()
        job.account.count(Outcome.FILED)
        return True
