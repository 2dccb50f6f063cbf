"""What one change of a record changed, told field by field, and who made it: from the rows that pghistory keeps."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.utils.translation import gettext as _

from jembatan.platform.ui.moments import moment_text


@dataclass(frozen=True, slots=True)
class Difference:
    """A field by its label, and its value before and after."""

    label: str
    before: str
    after: str


def differences(
    event: Any, before: Any, *, fields: Iterable[Any], text: Callable[[Any, Any], str]
) -> Iterator[Difference]:
    """Every filled field of a new or deleted record, every changed one of another; `text(event, field)` words a value.

    `before` is the event before this one of the same record, None for the first.
    """
    for field in fields:
        old, new = (text(before, field) if before else ""), text(event, field)
        if event.pgh_label == "delete":
            old, new = new, ""
        if old != new:
            yield Difference(str(field.verbose_name), old, new)


def value_text(event: Any, field: Any) -> str:
    """The value of a field as people read it: yes and no, choices by their label, lists with commas."""
    value = getattr(event, field.name)
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return moment_text(value)
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(getattr(event, f"get_{field.name}_display")()) if field.choices else str(value)


def author_of(event: Any) -> int | None:
    """The user's id; None for imports and commands. Select `pgh_context` with the events."""
    return event.pgh_context.metadata.get("user") if event.pgh_context else None


def authors_of(events: Iterable[Any]) -> dict[int, str]:
    """Names of everyone who made one of these changes, by id; one query."""
    wanted = {author for event in events if (author := author_of(event))}
    return dict(get_user_model().objects.filter(pk__in=wanted).values_list("pk", "full_name"))
