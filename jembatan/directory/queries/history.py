"""Who changed what when: read from the history tables that the database itself writes."""

from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise
from typing import Any

import pghistory.core
from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.actor import Actor
from jembatan.directory.formats.places import country_name, language_name
from jembatan.directory.models import (
    ContactPoint,
    Counterpart,
    Organisation,
    Person,
    Position,
    Relationship,
)
from jembatan.platform.audit.differences import Difference, author_of, authors_of, differences, value_text

TITLES = {
    (Person, "insert"): _("Added"),
    (Person, "update"): _("Changed"),
    (Organisation, "insert"): _("Added"),
    (Organisation, "update"): _("Changed"),
    (ContactPoint, "insert"): _("Contact point added"),
    (ContactPoint, "update"): _("Contact point changed"),
    (ContactPoint, "delete"): _("Contact point removed"),
    (Position, "insert"): _("Position added"),
    (Position, "update"): _("Position changed"),
    (Position, "delete"): _("Position removed"),
    (Relationship, "insert"): _("Relationship added"),
    (Relationship, "update"): _("Relationship changed"),
    (Relationship, "delete"): _("Relationship removed"),
    (Counterpart, "insert"): _("Counterpart set"),
    (Counterpart, "update"): _("Counterpart changed"),
    (Counterpart, "delete"): _("Counterpart taken away"),
}
UNSAID = {"id", "desk", "import_batch", "external_uid", "extra", "normal", "parts", "photo"}
KEPT = 500


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """`what` is insert, update or delete; `title` says it of which record; `who` is "" for an import or a command."""

    moment: datetime
    who: str
    what: str
    title: str
    differences: tuple[Difference, ...]


def history_of(actor: Actor, party: Person | Organisation) -> list[HistoryLine]:
    """The newest change first: of the record itself, of its positions, contact points, relationships, counterpart.

    Reads the newest 500 events of each kind, one query a kind and one for the authors.
    """
    owner = "person" if isinstance(party, Person) else "organisation"
    details: tuple[type[Model], ...] = (
        (ContactPoint, Position, Relationship) if owner == "person" else (ContactPoint, Position, Counterpart)
    )
    events = _events(actor, type(party), "pgh_obj", party.pk)
    for model in details:
        events += _events(actor, model, owner, party.pk)
    names = authors_of(event for event, _before in events)
    lines = [_line(event, before, names, owner) for event, before in events]
    return sorted((line for line in lines if line), key=lambda line: line.moment, reverse=True)


def _events(actor: Actor, model: type[Model], key: str, pk: int) -> list[tuple[Any, Any]]:
    """Each event with the one before it of the same row, the newest first."""
    event_model: Any = pghistory.core.event_models(tracks_model=model)[0]
    related = [f.name for f in event_model._meta.fields if f.is_relation and not f.name.startswith("pgh_obj")]
    newest = (
        event_model.objects.filter(**{f"{key}_id": pk, "desk": actor.desk})
        .select_related(*related)
        .order_by("-pgh_id")[:KEPT]
    )
    by_row: dict[int, list[Any]] = {}
    for event in reversed(newest):
        by_row.setdefault(event.pgh_obj_id, [None]).append(event)
    pairs = [(event, before) for row in by_row.values() for before, event in pairwise(row)]
    return sorted(pairs, key=lambda pair: pair[0].pgh_id, reverse=True)


def _line(event: Any, before: Any, names: dict[int, str], owner: str) -> HistoryLine | None:
    is_own = event.pgh_tracked_model in {Person, Organisation}
    unsaid = UNSAID if is_own else UNSAID | {owner}
    known = before if event.pgh_label == "update" else None
    found = tuple(
        replace(each, label=capfirst(each.label))
        for each in differences(event, known, fields=_told(event, unsaid), text=_text)
    )
    if event.pgh_label == "update" and not found:
        return None
    return HistoryLine(
        moment=event.pgh_created_at,
        who=names.get(author_of(event) or 0, ""),
        what=event.pgh_label,
        title=str(TITLES[event.pgh_tracked_model, event.pgh_label]),
        differences=found,
    )


def _told(event: Any, unsaid: set[str]) -> list[Any]:
    return [f for f in event._meta.fields if not f.name.startswith("pgh_") and f.name not in unsaid]


def _text(event: Any, field: Any) -> str:
    """A flag that is not set says nothing here; countries and languages have names."""
    value = getattr(event, field.name)
    if value is False:
        return ""
    if value and field.name == "country":
        return country_name(value, get_language() or "en")
    if value and field.name == "languages":
        return ", ".join(language_name(code, get_language() or "en") for code in value)
    return value_text(event, field)
