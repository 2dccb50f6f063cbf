"""Timelines: the journal as one actor may see it, of a desk, an organisation, a person or a dossier."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.queries.visible import within_visible_dossiers
from jembatan.journal.models import Entry, EntryParty, Retraction

PAGE = 30


@dataclass(frozen=True, kw_only=True)
class Filters:
    """What narrows a timeline; `kinds` are prefixes (`mail`, `meeting.held`), the period is half-open."""

    kinds: tuple[str, ...] = ()
    user_id: int | None = None
    start: datetime | None = None
    end: datetime | None = None


def visible_entries(actor: Actor) -> QuerySet[Entry]:
    """Every entry of the desk that the actor may see and that no rollback has hidden, newest first."""
    retracted = Retraction.objects.filter(import_batch=OuterRef("import_batch"), entry__gt=OuterRef("pk"))
    return (
        Entry.objects.filter(within_visible_dossiers(actor), desk=actor.desk)
        .filter(~Exists(retracted))
        .order_by("-occurred_at", "-id")
    )


def entries_of(
    actor: Actor, subject: Organisation | Person | Dossier | None, *, filters: Filters = Filters()
) -> QuerySet[Entry]:
    """The timeline of one subject, or of the whole desk when it is None."""
    entries = visible_entries(actor)
    if isinstance(subject, Dossier):
        entries = entries.filter(dossier=subject)
    elif subject is not None:
        entries = entries.filter(pk__in=_entry_ids_with(subject))
    return _narrow(entries, filters)


def _entry_ids_with(party: Organisation | Person) -> QuerySet[EntryParty, int]:
    key = "person_id" if isinstance(party, Person) else "organisation_id"
    return EntryParty.objects.filter(**{key: party.pk}).values_list("entry_id", flat=True)


def _narrow(entries: QuerySet[Entry], filters: Filters) -> QuerySet[Entry]:
    if filters.kinds:
        entries = entries.filter(
            kind__regex=rf"^({'|'.join(kind.replace('.', '[.]') for kind in filters.kinds)})([.]|$)"
        )
    if filters.user_id:
        entries = entries.filter(user_id=filters.user_id)
    if filters.start:
        entries = entries.filter(occurred_at__gte=filters.start)
    if filters.end:
        entries = entries.filter(occurred_at__lt=filters.end)
    return entries
