"""Undoing a batch of contacts: what it made is removed, what it changed is restored, what people touched since stays."""

from collections.abc import Iterable
from typing import Any

from django.db import models

from jembatan.directory.actions.derived import derive
from jembatan.directory.importer.draft import snapshot
from jembatan.directory.models import ContactPoint, Organisation, Person, Position, Relationship
from jembatan.platform.imports.importer import TakenBack
from jembatan.platform.imports.models import Batch, Imported, Touched

type Party = Person | Organisation
MODELS: dict[str, type[Person | Organisation | Position]] = {
    "directory.person": Person,
    "directory.organisation": Organisation,
    "directory.position": Position,
}


def take_back(batch: Batch) -> TakenBack:
    """Runs inside the rollback's transaction."""
    if not Touched.objects.filter(batch=batch, model__startswith="directory.").exists():
        return TakenBack()
    relationships = Touched.objects.filter(batch=batch, model="directory.relationship").values("record_id")
    Relationship.objects.filter(pk__in=relationships).delete()
    restored = _restore(batch)
    removed = _remove(batch, Person)
    _remove_additions(batch)
    removed += _remove(batch, Organisation)
    left = sum(
        model._default_manager.filter(import_batch=batch.pk).count() for model in (Person, Organisation)
    )
    return restored + TakenBack(removed, left)


def _restore(batch: Batch) -> TakenBack:
    """Field by field: a field that is as the batch left it gets its old value; a party with another one is kept, too."""
    removed = kept = 0
    for touched in Touched.objects.filter(batch=batch, model__in=MODELS, before__isnull=False).iterator():
        record = MODELS[touched.model]._default_manager.filter(pk=touched.record_id).first()
        if record is None:
            continue
        before, after = touched.before or {}, touched.after or {}
        changed = [name for name, value in before.items() if after.get(name) != value]
        now = snapshot(record)
        untouched = [name for name in changed if now[name] == after.get(name)]
        _put_back(record, {name: before[name] for name in untouched})
        if touched.model != "directory.position":
            removed += untouched == changed
            kept += untouched != changed
    return TakenBack(removed, kept)


def _put_back(record: Any, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(record, name, value)
    derived = derive(record) if isinstance(record, Person | Organisation) else ()
    if values:
        record.save(update_fields=[name.removesuffix("_id") for name in (*values, *derived)])


def _removable(batch: Batch, model: type[Party]) -> list[int]:
    """What the batch made and nobody has changed, added to, imported again from elsewhere, or built upon since."""
    made: models.QuerySet[Any] = model._default_manager.filter(import_batch=batch.pk, version=1)
    label = f"directory.{model._meta.model_name}"
    others = Imported.objects.filter(model=label, desk=batch.desk).exclude(batch=batch)
    touched = Touched.objects.filter(model=label, before__isnull=False).exclude(batch=batch)
    touched = touched.exclude(batch__state=Batch.State.ROLLED_BACK)
    made = made.exclude(pk__in=others.values("record_id")).exclude(pk__in=touched.values("record_id"))
    for related, owner in _holding(model):
        rows: models.QuerySet[Any] = related._default_manager.filter(**{f"{owner}__import_batch": batch.pk})
        if related is ContactPoint or (related is Position and model is Person):
            rows = rows.exclude(import_batch=batch.pk, version=1)
        made = made.exclude(pk__in=rows.values(owner))
    return list(made.values_list("pk", flat=True))


def _holding(model: type[Party]) -> Iterable[tuple[type[models.Model], str]]:
    """Records that would be lost, or would refuse, if the party went: (their model, their field)."""
    for relation in model._meta.related_objects:
        if (
            getattr(relation, "on_delete", None) in (models.CASCADE, models.PROTECT)
            and relation.related_model is not model
        ):
            yield relation.related_model, relation.field.name


def _remove_additions(batch: Batch) -> None:
    """What the batch added to parties that it did not make; those it made keep their own, if they stay."""
    points = ContactPoint.objects.filter(import_batch=batch.pk, version=1)
    points.exclude(person__import_batch=batch.pk).exclude(organisation__import_batch=batch.pk).delete()
    positions = Position.objects.filter(import_batch=batch.pk, version=1)
    positions.exclude(person__import_batch=batch.pk).delete()


def _remove(batch: Batch, model: type[Party]) -> int:
    ids = _removable(batch, model)
    model._default_manager.filter(pk__in=ids).delete()
    return len(ids)
