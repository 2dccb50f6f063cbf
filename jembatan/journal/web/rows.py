"""Entries made ready for a timeline: thirty at a time, with what they lead to, in a constant number of queries."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import lru_cache

from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.models import Dossier
from jembatan.journal.models import Entry
from jembatan.journal.queries.kinds import EntryKind, kind_of, source_address
from jembatan.journal.queries.timeline import NO_FILTERS, PAGE, Filters, Mark, entries_of
from jembatan.journal.web.sittings import LOOKED_AT, enough_for, sittings_of
from jembatan.platform.paging import Page, mark_at, read_mark
from jembatan.platform.ui.moments import day_text, moment_text, month_text, short_moment_text

LOOKED_AT_FOR_ONE_ROW = 4


def year_text(moment: datetime) -> str:
    """ "2026"."""
    return str(timezone.localtime(moment).year)


TEXTS: dict[Entry.Precision, tuple[Callable[[datetime], str], Callable[[datetime], str]]] = {
    Entry.Precision.MINUTE: (short_moment_text, moment_text),
    Entry.Precision.DAY: (day_text, day_text),
    Entry.Precision.MONTH: (month_text, month_text),
    Entry.Precision.YEAR: (year_text, year_text),
}


@dataclass(frozen=True, slots=True)
class PartyLink:
    """A party by its name on that day, and its page today."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a timeline; `address` is its evidence, None where the entry itself is all there is.

    `folded` are further entries of the same sitting that the line stands for, the latest first. `divider` stands above the
    line: what is still to come is not what has happened.
    """

    entry: Entry
    kind: EntryKind
    address: str | None
    parties: list[PartyLink]
    corrections: list[Entry]
    folded: list[Entry] = field(default_factory=list)
    divider: str = ""

    @property
    def entry_address(self) -> str:
        """The entry's own page."""
        return reverse("journal:entry", args=[self.entry.pk])

    @property
    def by(self) -> str:
        """Who did it, unless the line's parties name the same."""
        name = self.entry.actor_name
        return "" if any(party.name == name for party in self.parties) else name

    @property
    def when(self) -> SafeString:
        """As exactly as it is known: a month is not a day."""
        return _when(self.entry)


def page_of(
    actor: Actor,
    subject: Organisation | Person | Dossier | None,
    *,
    filters: Filters = NO_FILTERS,
    after: str = "",
    size: int = PAGE,
) -> Page[Row]:
    """The page behind the mark `after` ("2026-11-25T03:00:00+00:00|17"); a mark that makes no sense is the beginning.

    More entries are looked at than rows are shown, since a row may stand for several; only those needed are read whole.
    """
    below = _read_mark(after)
    entries = entries_of(actor, subject, filters=filters, below=below)
    limit = size * LOOKED_AT_FOR_ONE_ROW
    found = list(entries.only(*LOOKED_AT).select_related(None)[: limit + 1])
    needed = enough_for(found[:limit], sittings=size + 1)
    sittings = sittings_of(_whole(needed))
    shown = sittings[:size]
    is_more = len(sittings) > size or len(found) > limit
    last = shown[-1][-1] if is_more else None
    mark = mark_at(last.occurred_at, last.pk) if last else ""
    rows = [_row_of_sitting(sitting) for sitting in shown]
    return Page(_divided(rows, above=below[0] if below else None), mark)


def _whole(entries: list[Entry]) -> list[Entry]:
    """The same entries in the same order, with all that a row shows."""
    related = ("placement__dossier", "dossier", "corrects")
    whole = Entry.objects.select_related(*related).in_bulk([entry.pk for entry in entries])
    read = [whole[entry.pk] for entry in entries]
    prefetch_related_objects(read, "parties", "corrections")
    return read


def row_of(entry: Entry) -> Row:
    """The entry with what it leads to; parties and corrections should have been prefetched."""
    return Row(
        entry=entry,
        kind=kind_of(entry),
        address=source_address(entry),
        parties=[
            PartyLink(party.name, _address(party.person_id, party.organisation_id))
            for party in entry.parties.all()
        ],
        corrections=sorted(entry.corrections.all(), key=lambda correction: correction.pk),
    )


def _row_of_sitting(sitting: list[Entry]) -> Row:
    """What began it speaks for the sitting where something was made, else what ended it."""
    speaks = sitting[-1] if sitting[-1].kind.endswith(".added") else sitting[0]
    return replace(row_of(speaks), folded=[entry for entry in sitting if entry is not speaks])


def _divided(rows: list[Row], *, above: datetime | None) -> list[Row]:
    """The rows with a divider where those to come begin and where they end; `above` is the moment before the first row."""
    now = timezone.now()
    coming = None if above is None else above > now
    divided = []
    for row in rows:
        before, coming = coming, row.entry.occurred_at > now
        divider = ""
        if coming and before is None:
            divider = _("Coming")
        elif before and not coming:
            divider = _("Until now")
        divided.append(replace(row, divider=divider) if divider else row)
    return divided


@lru_cache(maxsize=1024)
def _address(person_id: int | None, organisation_id: int | None) -> str:
    """The same few parties stand in most lines of a timeline."""
    if person_id:
        return reverse("directory:person", args=[person_id])
    return reverse("directory:organisation", args=[organisation_id])


def _when(entry: Entry) -> SafeString:
    at = entry.occurred_at
    short, full = TEXTS[Entry.Precision(entry.precision)]
    return format_html('<time datetime="{}" title="{}">{}</time>', at.isoformat(), full(at), short(at))


def _read_mark(after: str) -> Mark | None:
    """No entry is without its moment."""
    moment, number = read_mark(after) or (None, 0)
    return (moment, number) if moment else None
