"""The mailbox that each source becomes, and its account of the run."""

import re
from dataclasses import dataclass, field
from pathlib import PurePath

from jembatan.correspondence.formats.containers import holds_one
from jembatan.correspondence.formats.mbox import is_mbox
from jembatan.correspondence.models import Mailbox, MailboxAccount
from jembatan.platform.imports.importer import ImportJob, Source
from jembatan.platform.imports.models import Outcome, QuarantinedItem
from jembatan.platform.imports.sources import source_of_item

LOOSE = "mail"
MESSAGE_ENDINGS = {".eml", ".msg", ".emlx"}
MAILDIR_PARTS = {"cur", "new", "."}
MAILDIR_FLAGS = re.compile(r"[:!;]2,[A-Za-z]*$")
MAIL_ENDINGS = {".mbox", ".mbx", ".mbs", ".gz", ".bz2", ".xz", ".txt"}
NAME_LENGTH = 200
FIGURES = {
    Outcome.FILED: "filed",
    Outcome.UPDATED: "updated",
    Outcome.DUPLICATE: "duplicates",
    Outcome.QUARANTINED: "quarantined",
}


@dataclass(slots=True)
class Mailboxes:
    """Mailboxes of one run by name, and what became of the messages of each."""

    job: ImportJob
    found: dict[str, Mailbox] = field(default_factory=dict)
    accounts: dict[int, dict[Outcome, int]] = field(default_factory=dict)

    def of(self, name: str) -> Mailbox:
        """The desk's mailbox of this name, made if need be."""
        if name not in self.found:
            self.found[name] = Mailbox.objects.get_or_create(desk=self.job.actor.desk, name=name)[0]
        return self.found[name]

    def count(self, mailbox: Mailbox, outcome: Outcome, number: int = 1) -> None:
        """For the mailbox's account; quarantined messages enter the import's own account elsewhere."""
        counts = self.accounts.setdefault(mailbox.pk, dict.fromkeys(Outcome, 0))
        counts[outcome] += number
        if outcome != Outcome.QUARANTINED:
            self.job.account.count(outcome, number)

    def write_accounts(self) -> None:
        """One row a mailbox for this batch; what arrives throughout a day is added up."""
        before = MailboxAccount.objects.filter(batch=self.job.batch, mailbox__in=self.accounts)
        for account in before:
            for outcome, figure in FIGURES.items():
                self.accounts[account.mailbox_id][outcome] += getattr(account, figure)
        MailboxAccount.objects.bulk_create(
            (
                MailboxAccount(
                    mailbox_id=mailbox_id,
                    batch=self.job.batch,
                    read=sum(counts.values()),
                    **{figure: counts[outcome] for outcome, figure in FIGURES.items()},
                )
                for mailbox_id, counts in self.accounts.items()
            ),
            update_conflicts=True,
            unique_fields=["mailbox", "batch"],
            update_fields=["read", *FIGURES.values()],
        )


def mailbox_name(source: Source) -> str:
    """`kantor` for kantor.mbox and for a Maildir of that name; messages in files of their own share that of their folder.

    Single messages that came without a folder (by a page, one by one) lie together in `mail`.
    """
    if source.path.is_dir():
        name = _of_maildir(source)
    else:
        name = _folder_of(source) if is_single(source) else _of_box(source)
    return name[:NAME_LENGTH] or LOOSE


def mailbox_name_of(item: QuarantinedItem) -> str:
    """That of the source which an item came from, also where it is not there any more."""
    source = source_of_item(item)
    if source.path.exists():
        return mailbox_name(source)
    if source.name != item.source:
        name = _of_maildir(source)
    else:
        alone = is_single(source) or (item.position == 0 and not is_mbox(bytes(item.raw)))
        name = _folder_of(source) if alone else _of_box(source)
    return name[:NAME_LENGTH] or LOOSE


def is_single(source: Source) -> bool:
    """A file that holds one message: by its name (.eml, or a Maildir's `unique:2,flags`), else by how it begins.

    Of a file that is not here any more the name alone tells.
    """
    if PurePath(source.name).suffix.lower() in MESSAGE_ENDINGS or MAILDIR_FLAGS.search(source.name):
        return True
    return source.path.is_file() and holds_one(source.path)


def _of_maildir(source: Source) -> str:
    return PurePath(source.name).name or source.path.resolve().name


def _of_box(source: Source) -> str:
    path = PurePath(source.name)
    while path.suffix.lower() in MAIL_ENDINGS:
        path = path.with_suffix("")
    return path.name


def _folder_of(source: Source) -> str:
    """Where the message lies, for people: not the parts of a Maildir, nor the store that uploads are kept in."""
    parents = [part for part in PurePath(source.name).parent.parts if part not in MAILDIR_PARTS]
    if parents:
        return PurePath(parents[-1]).name
    is_upload = source.path.name != PurePath(source.name).name
    return "" if is_upload else source.path.resolve().parent.name
