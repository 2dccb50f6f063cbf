"""What was changed, by whom and when, in every tracked kind of record: for the head of a desk.

The histories are separate tables, each ordered by its own growing number. A page merges their newest rows by time and
remembers for every table how far it has come, so the cost does not grow with the histories.

Most histories begin with a record's insertion. Where imports insert far more than people ever change, only changes are
kept, each behind a row labelled `before` that holds what was there.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from django.db.models import Model

from jembatan.platform.access import require_head
from jembatan.platform.audit.differences import Difference, author_of, authors_of, differences, value_text
from jembatan.platform.audit.naming import Names, Seen, names_for, record_name, related_name, told_fields
from jembatan.platform.audit.newest import Filters, newest_events
from jembatan.platform.audit.tracked import address_of, event_models, told_of
from jembatan.platform.paging import Page
from jembatan.platform.record_numbers import record_number

PAGE = 30
NOTHING_HIDDEN: Seen = {}


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


def change_page(actor: Any, filters: Filters, *, after: str = "") -> Page[Change]:
    """Changes at the actor's desk, newest first. Only the head may look."""
    require_head(actor)
    marks = _read_marks(after)
    newest = newest_events(actor.desk, filters, below=marks, limit=PAGE + 1)
    shown = newest[:PAGE]
    for event in shown:
        marks[_label(event)] = event.pgh_id
    return Page(_changes(shown, NOTHING_HIDDEN), _write_marks(marks) if len(newest) > PAGE else "")


def history_of(actor: Any, record: Model, *, seen: Seen = NOTHING_HIDDEN, limit: int = 10) -> list[Change]:
    """The newest changes of one record that the caller has already found the actor may see.

    `seen` are the records, by model, that may be named to the actor; the others go by a number.
    """
    filters = Filters(kind=record._meta.label_lower, record_id=record.pk)
    events = newest_events(actor.desk, filters, below={}, limit=limit)
    return _changes(events, seen)


def _changes(events: list[Any], seen: Seen) -> list[Change]:
    before = _by_key(events)
    names = names_for((*events, *before.values()), seen)
    authors, text = authors_of(events), partial(_text, names)
    return [
        Change(
            moment=event.pgh_created_at,
            who=authors.get(author_of(event) or 0, ""),
            verb=event.pgh_label,
            kind=str(event.pgh_tracked_model._meta.verbose_name),
            record=record_name(event, names),
            record_id=event.pgh_obj_id,
            address=address_of(event.pgh_tracked_model, event.pgh_obj_id),
            differences=tuple(
                differences(
                    event,
                    before.get((_label(event), event.before_id)),
                    fields=told_fields(event),
                    text=text,
                )
            ),
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


def _text(names: Names, event: Any, field: Any) -> str:
    if told := told_of(event.pgh_tracked_model, field.name):
        return told(event)
    return related_name(event, field, names) if field.is_relation else value_text(event, field)


def _label(event: Any) -> str:
    return str(event.pgh_tracked_model._meta.label_lower)


def _write_marks(marks: dict[str, int]) -> str:
    return ".".join(str(marks.get(label, "")) for label in event_models())


def _read_marks(after: str) -> dict[str, int]:
    """A mark that makes no sense is the beginning."""
    parts = after.split(".")
    if len(parts) != len(event_models()):
        return {}
    numbers = {label: record_number(part) for label, part in zip(event_models(), parts, strict=True)}
    return {label: number for label, number in numbers.items() if number is not None}
