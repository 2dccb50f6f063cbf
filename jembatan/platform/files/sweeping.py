"""Taking away contents that nothing refers to any more, beside imports that may be storing the very same ones.

Who stores a content renews its file first, then takes hold of its row until the transaction ends. So a row is only deleted
while nobody holds it, and a file only when it has no row and nobody has renewed it for longer than any import runs.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import batched
from pathlib import PurePosixPath
from typing import Any

from django.core.files.storage import storages
from django.db import transaction
from django.db.models import Exists, ForeignObjectRel, Model, OuterRef, QuerySet
from django.utils import timezone

from jembatan.platform.files.models import StoredFile
from jembatan.platform.files.storage import WholeFileStorage

GRACE = timedelta(days=2)
BATCH = 500


def sweep_files(*, now: datetime | None = None) -> int:
    """Forget unreferenced contents, then delete files without a row; returns how many. Safe to interrupt and to repeat.

    A storage of another kind than ours keeps its files.
    """
    storage = storages["default"]
    if not isinstance(storage, WholeFileStorage):
        return 0
    since = (now or timezone.now()) - GRACE
    for names in batched(storage.untouched_since(since), BATCH):
        _forget({PurePosixPath(name).name for name in names})
    return sum(
        _discard(storage, list(names), since) for names in batched(storage.untouched_since(since), BATCH)
    )


@transaction.atomic
def _forget(digests: set[str]) -> None:
    """Delete those rows that nothing refers to and nobody is about to refer to."""
    rows = StoredFile.objects.select_for_update(skip_locked=True).filter(digest__in=digests)
    unneeded = StoredFile.objects.filter(pk__in=list(rows.values_list("pk", flat=True)))
    for references in _references():
        unneeded = unneeded.filter(~Exists(references))
    unneeded.delete()


def _discard(storage: WholeFileStorage, names: list[str], since: datetime) -> int:
    digests = {name: PurePosixPath(name).name for name in names}
    known = set(StoredFile.objects.filter(digest__in=digests.values()).values_list("digest", flat=True))
    return sum(
        storage.discard(name, untouched_since=since)
        for name, digest in digests.items()
        if digest not in known
    )


def _references() -> Iterator[QuerySet[Model]]:
    """Every kind of record that may point at a content; a history counts as long as the record that it tells of is there."""
    for relation in StoredFile._meta.get_fields(include_hidden=True):
        if not isinstance(relation, ForeignObjectRel):
            continue
        model: Any = relation.related_model
        pointing = model._base_manager.filter(**{relation.field.attname: OuterRef("pk")})
        if tracked := getattr(model, "pgh_tracked_model", None):
            alive = tracked._base_manager.filter(pk=OuterRef("pgh_obj_id"))
            pointing = pointing.filter(Exists(alive))
        yield pointing
