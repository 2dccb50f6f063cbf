"""How the directory remembers: each insert, change and deletion of a row leaves its fields in a history table."""

from collections.abc import Callable

import pghistory
import pgtrigger
from django.db import models

DERIVED = ("name_folded", "search_text", "sort_key", "version", "last_active_at", "created_at", "absorbed")


def tracked[Model: type[models.Model]](*, exclude: tuple[str, ...] = ()) -> Callable[[Model], Model]:
    """A class decorator. Triggers work per statement, so that an import of thousands of rows pays for one.

    A deletion stores the row as it was: an undone removal is read back from there.
    """
    decorate: Callable[[Model], Model] = pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        exclude=list(exclude),
        level=pgtrigger.Statement,
    )
    return decorate
