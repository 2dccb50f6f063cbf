"""What an import did to records, and how that is taken back."""

from datetime import UTC, date, datetime
from typing import Any

from django.db import models
from django.db.models import ProtectedError

from jembatan.platform.imports.importer import ImportJob, TakenBack
from jembatan.platform.imports.models import Batch, Outcome, Touched
from jembatan.programmes.actions.officers import write_languages
from jembatan.programmes.importer.officer_columns import officer_columns
from jembatan.programmes.models import (
    Delegation,
    DelegationMember,
    DelegationNote,
    ItineraryItem,
    Movement,
    Officer,
    OfficerLanguage,
    Place,
)

MODELS: dict[str, type[models.Model]] = {
    f"programmes.{model._meta.model_name}": model
    for model in (
        Place,
        Delegation,
        DelegationMember,
        DelegationNote,
        Movement,
        ItineraryItem,
        Officer,
    )
}
OWN_PARTS: set[type[models.Model]] = {OfficerLanguage}
GONE = "taken away"
"""Beside what an import left of a record: what people had taken away before that."""
NOT_KEPT = {"id", "desk", "version", "import_batch"}


def label_of(record: models.Model) -> str:
    """As `Touched` names the model."""
    return f"programmes.{record._meta.model_name}"


def snapshot(record: models.Model) -> dict[str, Any]:
    """Its fields as JSON keeps them; an officer's with the languages, and what else stands with them. Notes keep their text to themselves."""
    if isinstance(record, DelegationNote):
        return {"kind": record.kind}
    fields = {
        field.attname: jsonable(getattr(record, field.attname))
        for field in record._meta.concrete_fields
        if field.name not in NOT_KEPT
    }
    if isinstance(record, Officer):
        languages = record.languages.values_list("language", "declared", "tested")
        fields["languages"] = {code: [declared, tested] for code, declared, tested in languages}
        fields |= {each.field: found for each in officer_columns() if (found := each.standing(record))}
    return fields


def jsonable(value: Any) -> Any:
    """Days and moments (in UTC) as ISO 8601, inside lists, too."""
    if isinstance(value, list):
        return [jsonable(each) for each in value]
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return value.isoformat() if isinstance(value, date) else value


def touch(job: ImportJob, record: models.Model, before: dict[str, Any] | None) -> None:
    """Remember it as it is left."""
    job.touch(label_of(record), record.pk, before=before, after=snapshot(record))


def as_left(batch: Batch, model: type[models.Model]) -> dict[int, dict[str, Any]]:
    """How earlier imports left the records of this kind: what differs since was changed by people."""
    touched = Touched.objects.filter(model=f"programmes.{model._meta.model_name}", batch__desk=batch.desk)
    rows = touched.exclude(batch__state=Batch.State.ROLLED_BACK).order_by("id")
    left: dict[int, dict[str, Any]] = {}
    for pk, before, after in rows.values_list("record_id", "before", "after"):
        left[pk] = left_by(left.get(pk, {}), before or {}, after or {})
    return left


def left_by(earlier: dict[str, Any], before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    """What stands after one more import. Of an officer's columns, what imports have brought of it, and what people have taken away of that."""
    left, gone = dict(after), {}
    for field in (each.field for each in officer_columns()):
        stood, stands = set(before.get(field, ())), set(after.get(field, ()))
        brought = set(earlier.get(field, ()))
        left[field] = sorted((stands - stood) | (brought & stands))
        gone[field] = sorted((brought | set(earlier.get(GONE, {}).get(field, ()))) - stood - stands)
    return left | {GONE: gone}


def differing(record: models.Model, values: dict[str, Any], left: dict[str, Any]) -> dict[str, Any]:
    """Which of the values (by attribute) are news: other than the record's, and other than what was brought before."""
    found = {}
    for name, value in values.items():
        if getattr(record, name) == value or (name in left and left[name] == jsonable(value)):
            continue
        found[name] = value
    return found


def bring[Record: models.Model](
    job: ImportJob,
    found: Record | None,
    fresh: Record,
    values: dict[str, Any],
    left: dict[int, dict[str, Any]],
) -> tuple[Record, Outcome]:
    """`found` with what is news among the values, or `fresh` with all of them; the batch and `left` remember it."""
    record = found or fresh
    before = snapshot(found) if found else None
    changed = differing(found, values, left.get(found.pk, {})) if found else values
    if found and not changed:
        return found, Outcome.DUPLICATE
    for name, value in changed.items():
        setattr(record, name, value)
    record.save()
    touch(job, record, before)
    left[record.pk] = snapshot(record)
    return record, Outcome.UPDATED if found else Outcome.FILED


def take_back(batch: Batch) -> TakenBack:
    """Records that are as the batch left them go, or become what they were; the others, and those in use, stay."""
    total = TakenBack()
    for row in Touched.objects.filter(batch=batch, model__in=MODELS).order_by("-pk"):
        record = MODELS[row.model]._default_manager.filter(pk=row.record_id).first()
        if record is None:
            continue
        if snapshot(record) != row.after or (row.before is None and _in_use(record)):
            total += TakenBack(kept=1)
        elif row.before is None:
            total += _removed(record)
        else:
            _restore(record, dict(row.before))
            total += TakenBack(removed=1)
    return total


def _removed(record: models.Model) -> TakenBack:
    try:
        record.delete()
    except ProtectedError:
        return TakenBack(kept=1)
    return TakenBack(removed=1)


def _restore(record: models.Model, before: dict[str, Any]) -> None:
    languages = before.pop("languages", None)
    if isinstance(record, Officer) and isinstance(languages, dict):
        write_languages(record, {code: (levels[0], levels[1]) for code, levels in languages.items()})
    elif languages is not None:
        before["languages"] = languages
    if isinstance(record, Officer):
        for column in officer_columns():
            column.write(record, before.pop(column.field, []))
    for field in record._meta.concrete_fields:
        if field.attname in before:
            setattr(record, field.attname, field.to_python(before[field.attname]))
    if hasattr(record, "version"):
        record.version += 1
    record.save()


def _in_use(record: models.Model) -> bool:
    """Whether records of people hang on it, which would go with it."""
    own_parts = OWN_PARTS | {column.model for column in officer_columns()}
    for relation in record._meta.related_objects:
        related = relation.related_model
        if related in own_parts or related._meta.label_lower.endswith("event") or not relation.field.concrete:
            continue
        if relation.field.model._default_manager.filter(**{relation.field.name: record}).exists():
            return True
    return False
