"""Parties move up in the directory's lists by what happened with them, once for any number of lines.

The whole desk reads those lists. So what is confined to a restricted dossier moves nobody, and neither does an edit of a record.
"""

from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Exists, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Greatest
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk
from jembatan.directory.actions.activity import mark_active, set_active
from jembatan.directory.models import Organisation, Person
from jembatan.journal.actions.line import Line
from jembatan.journal.models import Entry, EntryParty, Retraction
from jembatan.journal.queries.kinds import contact_kinds

PARTIES: tuple[tuple[type[Person] | type[Organisation], str], ...] = (
    (Person, "person_id"),
    (Organisation, "organisation_id"),
)


@dataclass(slots=True)
class Activity:
    """The latest moment of every party; what is still to come after `now` does not count yet."""

    now: datetime
    people: dict[int, datetime] = field(default_factory=dict)
    organisations: dict[int, datetime] = field(default_factory=dict)
    kinds: frozenset[str] = field(default_factory=contact_kinds)

    def add(self, line: Line) -> None:
        """Take the line's parties in, if something happened with them that the whole desk may know."""
        if line.kind not in self.kinds or (line.dossier and line.dossier.restricted):
            return
        moment = min(line.occurred_at or self.now, self.now)
        for party in line.parties:
            latest = self.people if isinstance(party, Person) else self.organisations
            known = latest.get(party.id)
            if known is None or known < moment:
                latest[party.id] = moment

    def tell(self, actor: Actor) -> None:
        """Write it to the directory."""
        mark_active(actor.desk, people=self.people, organisations=self.organisations)


def reckon_activity(desk: Desk, entries: QuerySet[Entry]) -> None:
    """Say anew when the parties of these entries were last active, after what may be seen of the entries has changed."""
    now = timezone.now()
    named = EntryParty.objects.filter(entry__in=entries.order_by().values("pk"))
    for model, column in PARTIES:
        ids = set(named.filter(**{f"{column}__isnull": False}).values_list(column, flat=True))
        rows = model.objects.filter(desk=desk, pk__in=ids).annotate(latest=_latest(column, now))
        moments = dict(rows.values_list("pk", "latest"))
        if moments:
            set_active(desk, model, moments)


def _latest(column: str, now: datetime) -> Greatest:
    """The last contact that the whole desk may know of; one that is still to come counts from when it was written down."""
    known = _known_to_all().filter(**{column: OuterRef("pk")})
    past = known.filter(occurred_at__lte=now).order_by("-occurred_at").values("occurred_at")[:1]
    to_come = known.filter(occurred_at__gt=now).values(column).annotate(written=Max("entry__recorded_at"))
    return Greatest(Subquery(past), Subquery(to_come.values("written")))


def _known_to_all() -> QuerySet[EntryParty]:
    own = Q(entry__placement__id__isnull=True) & (
        Q(entry__dossier__isnull=True) | Q(entry__dossier__restricted=False)
    )
    moved = Q(entry__placement__id__isnull=False) & (
        Q(entry__placement__dossier__isnull=True) | Q(entry__placement__dossier__restricted=False)
    )
    retracted = Retraction.objects.filter(
        import_batch=OuterRef("entry__import_batch"), entry__gt=OuterRef("entry_id")
    )
    return EntryParty.objects.filter(own | moved, ~Exists(retracted), kind__in=contact_kinds())
