"""Work of the night on many records: one that breaks does not stop those after it."""

import logging
import traceback
from collections.abc import Callable, Iterable

from django.db.models import Model

log = logging.getLogger(__name__)


class SomeFailed(Exception):
    """Some were not done. The log says where it broke."""


def each_alone[Record: Model](
    records: Iterable[Record], deed: Callable[[Record], int], *, failed: Callable[[Record], None]
) -> int:
    """The sum of what the deed says of each; it opens a transaction of its own. `failed` tells people of one that broke.

    Raises `SomeFailed` at the end, so that the job counts as failed. What broke is logged without its words: those of the database hold the row.
    """
    done, broken = 0, []
    for record in records:
        try:
            done += deed(record)
        except Exception as error:  # noqa: BLE001 one must never stop the others
            broken.append(record)
            where = traceback.extract_tb(error.__traceback__)[-1]
            told = "%s %s was left out: %s in %s, line %s"
            log.error(told, record._meta.label, record.pk, type(error).__name__, where.name, where.lineno)
    for record in broken:
        failed(record)
    if broken:
        raise SomeFailed(", ".join(f"{record._meta.label} {record.pk}" for record in broken))
    return done
