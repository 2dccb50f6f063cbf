"""Entries made ready for a timeline: thirty at a time, with what they lead to, in a constant number of queries."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.models import Dossier
from jembatan.journal.models import Entry, EntryParty
from jembatan.journal.queries.kinds import EntryKind, kind_of, source_address
from jembatan.journal.queries.timeline import NO_FILTERS, PAGE, Filters, Mark, entries_of
from jembatan.platform.ui.moments import day_text, moment_text, month_text, short_moment_text


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
    """One line of a timeline; `address` is its evidence, None where the entry itself is all there is."""

    entry: Entry
    kind: EntryKind
    address: str | None
    parties: list[PartyLink]
    corrections: list[Entry]

    @property
    def entry_address(self) -> str:
        """The entry's own page."""
        return reverse("journal:entry", args=[self.entry.pk])

    @property
    def when(self) -> SafeString:
        """As exactly as it is known: a month is not a day."""
        return _when(self.entry)


@dataclass(frozen=True, slots=True)
class Page:
    """Rows and the mark after which the next ones begin ("" at the end)."""

    rows: list[Row]
    next_after: str


def page_of(
    actor: Actor,
    subject: Organisation | Person | Dossier | None,
    *,
    filters: Filters = NO_FILTERS,
    after: str = "",
    size: int = PAGE,
) -> Page:
    """The page behind the mark `after` ("2026-11-25T03:00:00+00:00|17"); a mark that makes no sense is the beginning."""
    entries = entries_of(actor, subject, filters=filters, below=_read_mark(after))
    found = list(entries.select_related("dossier", "corrects")[: size + 1])
    shown = found[:size]
    prefetch_related_objects(shown, "parties", "corrections")
    last = f"{shown[-1].occurred_at.isoformat()}|{shown[-1].pk}" if len(found) > size else ""
    return Page([row_of(entry) for entry in shown], last)


def row_of(entry: Entry) -> Row:
    """The entry with what it leads to; parties and corrections should have been prefetched."""
    return Row(
        entry=entry,
        kind=kind_of(entry),
        address=source_address(entry),
        parties=[PartyLink(party.name, _address(party)) for party in entry.parties.all()],
        corrections=sorted(entry.corrections.all(), key=lambda correction: correction.pk),
    )


def _address(party: EntryParty) -> str:
    if party.person_id:
        return reverse("directory:person", args=[party.person_id])
    return reverse("directory:organisation", args=[party.organisation_id])


def _when(entry: Entry) -> SafeString:
    at = entry.occurred_at
    short, full = TEXTS[Entry.Precision(entry.precision)]
    return format_html('<time datetime="{}" title="{}">{}</time>', at.isoformat(), full(at), short(at))


def _read_mark(after: str) -> Mark | None:
    moment, _bar, pk = after.partition("|")
    try:
        read = datetime.fromisoformat(moment), int(pk)
    except ValueError:
        return None
    return read if read[0].tzinfo and abs(read[1]) < 2**63 else None
