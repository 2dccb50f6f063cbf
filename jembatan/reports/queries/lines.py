"""The lines of a report: entries of the journal, with repetitions of one matter folded into one line."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import batched
from typing import NamedTuple

from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.journal.models import EntryParty
from jembatan.journal.queries.kinds import EntryKind, kind_of
from jembatan.platform.markings import Marking, highest
from jembatan.reports.queries.scope import Scope, entries_within

CHUNK = 5000


class Party(NamedTuple):
    """Whom an entry names: a body, a person, or neither where the directory does not know them."""

    organisation_id: int | None
    person_id: int | None
    name: str


class Told(NamedTuple):
    """What a report reads of an entry: a month has twenty thousand, and whole ones would cost most of its time."""

    pk: int
    kind: str
    occurred_at: datetime
    summary: str
    detail: str
    source_kind: str
    source_id: int | None
    marking: str
    moved_to: str | None

    @property
    def marking_today(self) -> Marking:
        """As `Entry.marking_today`."""
        return Marking(self.moved_to or self.marking)


COLUMNS = (*Told._fields[:-1], "placement__marking")


@dataclass(slots=True)
class ReportLine:
    """What was done with one partner in one matter: one entry, or several that say the same (a conversation's mails).

    `partner` is None for what has no partner; `others` are further parties.
    """

    kind: EntryKind
    summary: str
    partner: tuple[str, int] | None
    partner_name: str
    others: list[str]
    entries: list[Told] = field(default_factory=list)

    @property
    def key(self) -> int:
        """Names the line on the page and in a form: the number of its first entry."""
        return self.entries[0].pk

    @property
    def first_at(self) -> datetime:
        """When it began."""
        return self.entries[0].occurred_at

    @property
    def last_at(self) -> datetime:
        """When it ended."""
        return self.entries[-1].occurred_at

    @property
    def marking(self) -> Marking:
        """The highest of its entries."""
        return highest(entry.marking_today for entry in self.entries)


def report_lines(actor: Actor, scope: Scope) -> list[ReportLine]:
    """Every line of the period that the actor may see, oldest first."""
    lines: dict[tuple[object, ...], ReportLine] = {}
    for entry, parties in _with_parties(actor, scope):
        partner = _partner(parties)
        matter = (partner, entry.kind, entry.summary.casefold())
        line = lines.get(matter)
        if line is None:
            name, others = _name(parties, partner), _others(parties, partner)
            line = lines[matter] = ReportLine(kind_of(entry), entry.summary, partner, name, others)
        line.entries.append(entry)
    return list(lines.values())


def told_entries(actor: Actor, scope: Scope, limit: int) -> list[Told]:
    """The entries themselves, oldest first, at most `limit`."""
    found = entries_within(actor, scope).select_related(None).values_list(*COLUMNS)
    return [Told(*values) for values in found[:limit]]


def _with_parties(actor: Actor, scope: Scope) -> Iterator[tuple[Told, list[Party]]]:
    """Each entry and its parties, which are many more than the lines that come of them: a record for each would cost most."""
    found = entries_within(actor, scope).select_related(None).values_list(*COLUMNS)
    for chunk in batched(found.iterator(chunk_size=CHUNK), CHUNK):
        entries = [Told(*values) for values in chunk]
        parties = defaultdict[int, list[Party]](list)
        involved = EntryParty.objects.filter(entry__among=[entry.pk for entry in entries]).order_by("pk")
        columns = involved.values_list("entry_id", "organisation_id", "person_id", "name")
        for entry_id, organisation_id, person_id, name in columns:
            parties[entry_id].append(Party(organisation_id, person_id, name))
        for entry in entries:
            yield entry, parties[entry.pk]


def by_partner(lines: Iterable[ReportLine]) -> list[tuple[str, list[ReportLine]]]:
    """Partners by the name they had last, in the order of names, each with its lines; at the end what has no partner."""
    named: dict[tuple[str, int] | None, list[ReportLine]] = {}
    for line in lines:
        named.setdefault(line.partner, []).append(line)
    alone = named.pop(None, [])
    found = [(group[-1].partner_name, group) for group in named.values()]
    found.sort(key=lambda partner: partner[0].casefold())
    return [*found, (_("Without a partner"), alone)] if alone else found


def _partner(parties: list[Party]) -> tuple[str, int] | None:
    """The first organisation, else the first person: a report speaks of bodies."""
    for party in parties:
        if party.organisation_id:
            return "organisation", party.organisation_id
    return next((("person", party.person_id) for party in parties if party.person_id), None)


def _name(parties: list[Party], partner: tuple[str, int] | None) -> str:
    return next((party.name for party in parties if _key(party) == partner), "")


def _others(parties: list[Party], partner: tuple[str, int] | None) -> list[str]:
    return list(dict.fromkeys(party.name for party in parties if _key(party) != partner))


def _key(party: Party) -> tuple[str, int] | None:
    if party.organisation_id:
        return "organisation", party.organisation_id
    return ("person", party.person_id) if party.person_id else None
