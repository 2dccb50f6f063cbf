"""What was changed, by whom and when, in every tracked kind of record: for the head of a desk.

The histories are separate tables, each ordered by its own growing number. A page merges their newest rows by time and
remembers for every table how far it has come, so the cost does not grow with the histories.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Model, OuterRef, Subquery
from django.utils.translation import gettext as _

from jembatan.platform.access import require_head
from jembatan.platform.audit.naming import Names, names_for, record_name, related_name, told_fields
from jembatan.platform.audit.tracked import EventModel, address_of, event_models

PAGE = 30


@dataclass(frozen=True, slots=True)
class Difference:
    """A field by its label, and its value before and after."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one record. `verb` is insert, update or delete; `who` is "" for imports and commands."""

    moment: datetime
    who: str
    verb: str
    kind: str
    record: str
    record_id: int
    address: str
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Filters:
    """`kind` is a model's label (`dossiers.dossier`); `record_id` counts within it."""

    kind: str = ""
    record_id: int | None = None
    user_id: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Changes and the mark behind which the next ones stand ("" at the end)."""

    changes: list[Change]
    next_after: str


def change_page(actor: Any, filters: Filters, *, after: str = "") -> Page:
    """Changes at the actor's desk, newest first. Only the head may look."""
    require_head(actor)
    marks = _read_marks(after)
    newest = [
        event
        for label, model in event_models().items()
        if filters.kind in {"", label}
        for event in _newest(model, actor, filters, below=marks.get(label))
    ]
    newest.sort(key=lambda event: (event.pgh_created_at, event.pgh_id), reverse=True)
    shown = newest[:PAGE]
    for event in shown:
        marks[_label(event)] = event.pgh_id
    return Page(_changes(shown), _write_marks(marks) if len(newest) > PAGE else "")


def history_of(actor: Any, record: Model, *, limit: int = 10) -> list[Change]:
    """The newest changes of one record that the caller has already found the actor may see."""
    filters = Filters(record_id=record.pk)
    events = _newest(event_models()[record._meta.label_lower], actor, filters, below=None)
    return _changes(events[:limit])


def _newest(model: EventModel, actor: Any, filters: Filters, *, below: int | None) -> list[Any]:
    events = model.objects.filter(desk=actor.desk)
    if filters.record_id is not None:
        events = events.filter(pgh_obj_id=filters.record_id)
    if filters.user_id is not None:
        events = events.filter(pgh_context__metadata__user=filters.user_id)
    if below is not None:
        events = events.filter(pgh_id__lt=below)
    before = model.objects.filter(pgh_obj_id=OuterRef("pgh_obj_id"), pgh_id__lt=OuterRef("pgh_id"))
    events = events.annotate(before_id=Subquery(before.order_by("-pgh_id").values("pgh_id")[:1]))
    return list(events.select_related("pgh_context").order_by("-pgh_id")[: PAGE + 1])


def _changes(events: list[Any]) -> list[Change]:
    before = _by_key(events)
    names = names_for((*events, *before.values()))
    authors = dict(
        get_user_model()
        .objects.filter(pk__in={pk for event in events if (pk := _author(event))})
        .values_list("pk", "full_name")
    )
    return [
        Change(
            moment=event.pgh_created_at,
            who=authors.get(_author(event) or 0, ""),
            verb=event.pgh_label,
            kind=str(event.pgh_tracked_model._meta.verbose_name),
            record=record_name(event, names),
            record_id=event.pgh_obj_id,
            address=address_of(event.pgh_tracked_model, event.pgh_obj_id),
            differences=tuple(_differences(event, before.get((_label(event), event.before_id)), names)),
        )
        for event in events
    ]


def _by_key(events: list[Any]) -> dict[tuple[str, int], Any]:
    """The events before these, one query a table that has any."""
    wanted: dict[str, set[int]] = {}
    for event in events:
        if event.before_id and event.pgh_label == "update":
            wanted.setdefault(_label(event), set()).add(event.before_id)
    return {
        (label, event.pgh_id): event
        for label, ids in wanted.items()
        for event in event_models()[label].objects.filter(pgh_id__in=ids)
    }


def _differences(event: Any, before: Any, names: Names) -> Iterator[Difference]:
    """Every filled field of a new or deleted record, every changed one of another."""
    for field in told_fields(event):
        old, new = (_text(before, field, names) if before else ""), _text(event, field, names)
        if event.pgh_label == "delete":
            old, new = new, ""
        if old != new:
            yield Difference(str(field.verbose_name), old, new)


def _text(event: Any, field: Any, names: Names) -> str:
    if field.is_relation:
        return related_name(event, field, names)
    value = getattr(event, field.attname)
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(getattr(event, f"get_{field.name}_display")()) if field.choices else str(value)


def _label(event: Any) -> str:
    return str(event.pgh_tracked_model._meta.label_lower)


def _author(event: Any) -> int | None:
    return event.pgh_context.metadata.get("user") if event.pgh_context else None


def _write_marks(marks: dict[str, int]) -> str:
    return ".".join(str(marks.get(label, "")) for label in event_models())


def _read_marks(after: str) -> dict[str, int]:
    """A mark that makes no sense is the beginning."""
    parts = after.split(".")
    if len(parts) != len(event_models()):
        return {}
    return {
        label: int(part)
        for label, part in zip(event_models(), parts, strict=True)
        if part.isascii() and part.isdecimal() and len(part) < 19
    }
