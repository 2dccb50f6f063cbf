"""Timelines: the journal as one actor may see it, of a desk, an organisation, a person or a dossier."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.queries.visible import within_visible_dossiers
from jembatan.journal.models import Entry, Retraction

PAGE = 30

type Mark = tuple[datetime, int]


@dataclass(frozen=True, kw_only=True)
class Filters:
    """What narrows a timeline; `kinds` are prefixes (`mail`, `meeting.held`), the period is half-open."""

    kinds: tuple[str, ...] = ()
    user_id: int | None = None
    start: datetime | None = None
    end: datetime | None = None


NO_FILTERS = Filters()


def visible_entries(actor: Actor) -> QuerySet[Entry]:
    """Every entry of the desk that the actor may see and that no rollback has hidden, newest first.

    What an entry says is seen by whoever sees its source where that stands today.
    """
    retracted = Retraction.objects.filter(import_batch=OuterRef("import_batch"), entry__gt=OuterRef("pk"))
    never_moved = Q(placement__id__isnull=True) & within_visible_dossiers(actor)
    moved = Q(placement__id__isnull=False) & within_visible_dossiers(actor, field="placement__dossier")
    return (
        Entry.objects.filter(never_moved | moved, desk=actor.desk)
        .filter(~Exists(retracted))
        .select_related("placement__dossier")
        .order_by("-occurred_at", "-id")
    )


def entries_in(dossier: Dossier) -> QuerySet[Entry]:
    """Every entry that stands in the dossier today, whoever asks."""
    return Entry.objects.filter(pk__in=_standing_in(dossier))


def entries_of(
    actor: Actor,
    subject: Organisation | Person | Dossier | None,
    *,
    filters: Filters = NO_FILTERS,
    below: Mark | None = None,
) -> QuerySet[Entry]:
    """The timeline of one subject, or of the whole desk when it is None, newest first; `below` an entry's mark or all."""
    entries = visible_entries(actor)
    if filters.user_id:
        entries = entries.filter(user_id=filters.user_id)
    if isinstance(subject, Person | Organisation):
        return _of_party(entries, subject, filters, below)
    if isinstance(subject, Dossier):
        entries = entries.filter(pk__in=_standing_in(subject))
    if filters.kinds:
        entries = entries.filter(_of_groups(filters.kinds))
    return entries.filter(_narrowed(filters), _below(below))


def _standing_in(dossier: Dossier) -> QuerySet[Entry, int]:
    """Ids: of what was written for the dossier and has not left it, and of what has come with its source."""
    written = Entry.objects.filter(dossier=dossier, placement__id__isnull=True).values_list("pk", flat=True)
    come = Entry.objects.filter(placement__dossier=dossier).values_list("pk", flat=True)
    return written.union(come)


def _of_party(
    entries: QuerySet[Entry], party: Organisation | Person, filters: Filters, below: Mark | None
) -> QuerySet[Entry]:
    """One join whose conditions and order all lie on the party's rows, so that one index answers them.

    They stand in one `filter`: a second one would join the rows once more. What was merged into the party is read with it.
    """
    key = "parties__person_id" if isinstance(party, Person) else "parties__organisation_id"
    conditions = (
        (Q(**{f"{key}__in": [party.pk, *party.absorbed]}) if party.absorbed else Q(**{key: party.pk}))
        & _narrowed(filters, on="parties__")
        & _below(below, on="parties__", pk="entry_id")
    )
    return entries.filter(conditions).order_by("-parties__occurred_at", "-parties__entry_id")


def _narrowed(filters: Filters, *, on: str = "") -> Q:
    condition = _of_kinds(f"{on}kind", filters.kinds)
    if filters.start:
        condition &= Q(**{f"{on}occurred_at__gte": filters.start})
    if filters.end:
        condition &= Q(**{f"{on}occurred_at__lt": filters.end})
    return condition


def _below(mark: Mark | None, *, on: str = "", pk: str = "id") -> Q:
    """The first condition is implied by the second; alone it lets the index begin at the mark."""
    if mark is None:
        return Q()
    moment, number = mark
    earlier = Q(**{f"{on}occurred_at__lt": moment})
    same = Q(**{f"{on}occurred_at": moment, f"{on}{pk}__lt": number})
    return Q(**{f"{on}occurred_at__lte": moment}) & (earlier | same)


def _of_groups(kinds: tuple[str, ...]) -> Q:
    groups = {kind.partition(".")[0] for kind in kinds}
    return Q(kind_group=groups.pop()) if len(groups) == 1 else Q(kind_group__in=sorted(groups))


def _of_kinds(field: str, kinds: tuple[str, ...]) -> Q:
    condition = Q()
    for kind in kinds:
        condition |= Q(**{field: kind}) | Q(**{f"{field}__startswith": f"{kind}."})
    return condition
