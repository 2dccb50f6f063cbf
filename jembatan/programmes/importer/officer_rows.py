"""What a row says of an officer beyond what it says of anybody who works for a programme."""

import re
from typing import Any

from django.utils.translation import gettext_noop as _

from jembatan.platform.imports.importer import ImportJob
from jembatan.platform.imports.reasons import because
from jembatan.programmes.formats.days import read_window
from jembatan.programmes.formats.words import experience_of
from jembatan.programmes.importer.tables import NotFiled, RowOfSheet
from jembatan.programmes.importer.workers import WorkerReader
from jembatan.programmes.models import Programme


class OfficerReader(WorkerReader):
    """Reads rows in the light of the programme; what is unclear is told to the job."""

    def __init__(self, job: ImportJob, programme: Programme) -> None:
        more = {"level": experience_of, "window": read_window}
        super().__init__(job, programme, posts=programme.posts.all(), more=more)

    def values(self, row: RowOfSheet) -> dict[str, Any]:
        """Fields of an officer; raises `NotFiled` for what has to be corrected first."""
        values = super().values(row)
        if "wishes" in row.values:
            values["wishes"] = row.values["wishes"][:2000]
        if "number" in row.values:
            values["number"] = _number(row.values["number"])
        if window := values.pop("window", None):
            values["window_from"], values["window_until"] = window
        return values


def _number(text: str) -> int:
    """ "LO-017" is 17."""
    digits = re.findall(r"\d+", text)
    if len(digits) != 1 or not 0 < int(digits[0][:12]) < 2**31:
        raise NotFiled(because(_("“%(text)s” is no number of an officer. Correct it."), text=text))
    return int(digits[0][:12])
