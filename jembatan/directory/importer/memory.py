"""Which contacts were imported before, by the digest of their content."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from jembatan.accounts.models import Desk
from jembatan.directory.importer.draft import Draft
from jembatan.directory.models import Organisation, Person
from jembatan.platform.imports.copy_rows import copy_values
from jembatan.platform.imports.importer import ImportJob
from jembatan.platform.imports.models import Imported

MODELS: dict[str, type[Person] | type[Organisation]] = {
    "directory.person": Person,
    "directory.organisation": Organisation,
}


@dataclass(frozen=True, slots=True)
class Known:
    """The party that a contact became, which people may have removed since."""

    is_removed: bool


def known_items(desk: Desk, digests: Collection[bytes]) -> dict[bytes, Known]:
    """Those among the digests whose party still exists; one whose party is gone for good counts as new."""
    rows = list(
        Imported.objects.filter(desk=desk, digest__among=digests, model__in=MODELS).values_list(
            "digest", "model", "record_id"
        )
    )
    removed: dict[tuple[str, int], bool] = {}
    for name, model in MODELS.items():
        ids = {record_id for _digest, of, record_id in rows if of == name}
        for pk, removed_at in model._default_manager.filter(pk__among=ids).values_list("pk", "removed_at"):
            removed[name, pk] = removed_at is not None
    return {
        bytes(digest): Known(removed[model, record_id])
        for digest, model, record_id in rows
        if (model, record_id) in removed
    }


def remember(job: ImportJob, became: Mapping[bytes, Draft]) -> None:
    """From now on these contents are known. A content whose party is gone was known to be another's: that is forgotten."""
    Imported.objects.filter(desk=job.actor.desk, digest__among=became).delete()
    copy_values(
        Imported,
        ["batch_id", "desk_id", "digest", "model", "record_id"],
        (
            (job.batch.pk, job.actor.desk.pk, digest, model_name(draft.party), draft.party.pk)
            for digest, draft in became.items()
        ),
    )


def model_name(party: Person | Organisation) -> str:
    """As `Touched` and `Imported` name it."""
    return "directory.person" if isinstance(party, Person) else "directory.organisation"
