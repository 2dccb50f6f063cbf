"""An importer for the tests of this room: each line of a .letters file is an item; it files them as nothing but counts."""

from pathlib import Path
from typing import Any

from jembatan.platform.imports.importer import ImportJob, Source, TakenBack
from jembatan.platform.imports.models import Batch, Outcome, QuarantinedItem


class LettersImporter:
    """ "broken" is quarantined until `mended` is set; "crash" breaks the run."""

    kind = "letters"
    label = "Letters"

    def __init__(self) -> None:
        self.mended = False
        self.plans: list[dict[str, Any]] = []
        self.taken_back: list[int] = []

    def recognises(self, source: Source) -> bool:
        """By its ending."""
        return source.name.endswith(".letters")

    def takes_folder(self, folder: Path) -> bool:
        """A folder named "letters" is one source."""
        return folder.name == "letters"

    def fields(self) -> dict[str, Any]:
        """One thing a column may become."""
        return {"word": "Word"}

    def propose(self, sources: list[Source]) -> dict[str, Any]:
        """One table with one column."""
        column = {"heading": "A", "field": "word", "samples": ["alpha"]}
        return {"tables": [{"source": sources[0].name, "columns": [column]}]}

    def run(self, job: ImportJob, sources: list[Source]) -> None:
        """Count every line."""
        self.plans.append(job.plan)
        for source in sources:
            for number, line in enumerate(source.path.read_text().splitlines(), 1):
                self._take(job, source.name, number, line)
            job.tell()

    def take_back(self, batch: Batch) -> TakenBack:
        """As many as were filed."""
        self.taken_back.append(batch.pk)
        return TakenBack(batch.filed, 0)

    def retry(self, job: ImportJob, item: QuarantinedItem) -> bool:
        """Works once it is mended."""
        return self.mended

    def _take(self, job: ImportJob, name: str, number: int, line: str) -> None:
        if line == "crash":
            raise RuntimeError("the importer broke")
        if line == "broken":
            job.quarantine(name, number, "This letter is broken.", line.encode())
            return
        outcome = Outcome.DUPLICATE if line == "same" else Outcome.FILED
        job.account.count(outcome)
        job.show(outcome, line)
