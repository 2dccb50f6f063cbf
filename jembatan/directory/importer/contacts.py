"""The importer of contacts, as the import framework knows it."""

from collections.abc import Iterable
from itertools import batched
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

from jembatan.directory.importer.columns import FIELDS
from jembatan.directory.importer.filing import Filing
from jembatan.directory.importer.reading import Item, is_contacts, items_again, items_of, propose_tables
from jembatan.directory.importer.taking_back import take_back
from jembatan.platform.imports.importer import ImportJob, SetAside, Source, TakenBack
from jembatan.platform.imports.models import Batch, Outcome, QuarantinedItem

CHUNK = 1000


class ContactsImporter:
    """vCard, CSV and spreadsheets."""

    kind = "contacts"
    label = _("Contacts")

    def recognises(self, source: Source) -> bool:
        """A vCard by its first line, a table by its headings."""
        return is_contacts(source)

    def takes_folder(self, folder: Path) -> bool:
        """Never: each file is read for itself."""
        return False

    def fields(self) -> dict[str, Any]:
        """What a column may become."""
        return FIELDS

    def propose(self, sources: list[Source]) -> dict[str, Any]:
        """The tables among the sources with their columns guessed."""
        return {"tables": propose_tables(sources)}

    def run(self, job: ImportJob, sources: list[Source]) -> None:
        """File everything, a thousand at a time."""
        tables = job.plan.get(self.kind, {}).get("tables", [])
        self._file(job, (item for source in sources for item in items_of(job, source, tables)))

    def take_back(self, batch: Batch) -> TakenBack:
        """Remove what the batch made, restore what it changed."""
        return take_back(batch)

    def retry(self, job: ImportJob, item: QuarantinedItem) -> bool:
        """Read the item's own bytes again."""
        tables = job.plan.get(self.kind, {}).get("tables", [])
        before = job.account.counts[Outcome.QUARANTINED]
        self._file(job, items_again(job, item, tables))
        return job.account.read > 0 and job.account.counts[Outcome.QUARANTINED] == before

    def _file(self, job: ImportJob, items: Iterable[Item | SetAside]) -> None:
        filing = Filing(job)
        for chunk in batched(items, CHUNK):
            job.quarantine_many(one for one in chunk if isinstance(one, SetAside))
            filing.file([one for one in chunk if isinstance(one, Item)])
            job.tell()
        filing.finish()
