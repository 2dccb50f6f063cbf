"""Entries made ready for a timeline: thirty at a time, with what they lead to, in a constant number of queries."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.models import Dossier
from jembatan.journal.models import Entry
from jembatan.journal.queries.glances import NEWEST, Glance, glances_of
from jembatan.journal.queries.kinds import EntryKind, Label, kind_of, source_address
from jembatan.journal.queries.occurring import by_occurrence
from jembatan.journal.queries.timeline import NO_FILTERS, PAGE, Filters, Mark
from jembatan.journal.queries.whole import WholeEntry, whole_entries
from jembatan.journal.web.sittings import enough_for, sittings_of
from jembatan.platform.paging import Page, mark_at, read_mark
from jembatan.platform.ui.addresses import record_address
from jembatan.platform.ui.moments import day_text, moment_text, month_text, short_moment_text

LOOKED_AT_FOR_ONE_ROW = 4

type Subject = Organisation | Person | Dossier | None


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
        return record_address("journal:entry", self.entry.pk)

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
    subject: Subject,
    *,
    filters: Filters = NO_FILTERS,
    after: str = "",
    size: int = PAGE,
) -> Page[Row]:
    """The page behind the mark `after` ("2026-11-25T03:00:00+00:00|17"); a mark that makes no sense is the beginning."""
    below = _read_mark(after)
    limit = size * LOOKED_AT_FOR_ONE_ROW + 1
    glances = glances_of(actor, subject, filters=filters, below=below, limit=limit)
    return _page(glances, size=size, limit=limit, below=below)


def page_and_kinds(
    actor: Actor,
    subject: Subject,
    groups: dict[str, Label],
    *,
    filters: Filters = NO_FILTERS,
    after: str = "",
) -> tuple[Page[Row], dict[str, Label], dict[str, Label]]:
    """The page as `page_of` makes it, and the groups: those that the newest entries belong to, and the others.

    The first page of all that there is tells both.
    """
    below = _read_mark(after)
    glances = glances_of(actor, subject, filters=filters, below=below)
    newest = glances if filters == NO_FILTERS and below is None else glances_of(actor, subject)
    return _page(glances, size=PAGE, limit=NEWEST, below=below), *by_occurrence(newest, groups)


def _page(glances: list[Glance], *, size: int, limit: int, below: Mark | None) -> Page[Row]:
    """More entries are looked at than rows are shown, since a row may stand for several; only those needed are read whole."""
    is_cut = len(glances) == limit
    needed = enough_for(glances[:-1] if is_cut else glances, sittings=size + 1)
    sittings = sittings_of(whole_entries([glance.pk for glance in needed]))
    shown = sittings[:size]
    last = shown[-1][-1].entry if is_cut or len(sittings) > size else None
    mark = mark_at(last.occurred_at, last.pk) if last else ""
    rows = [_row_of_sitting(sitting) for sitting in shown]
    return Page(_divided(rows, above=below[0] if below else None), mark)


def row_of(whole: WholeEntry) -> Row:
    """The entry with what it leads to."""
    return Row(
        entry=whole.entry,
        kind=kind_of(whole.entry),
        address=source_address(whole.entry),
        parties=[
            PartyLink(party.name, _address(party.person_id, party.organisation_id)) for party in whole.parties
        ],
        corrections=whole.corrections,
    )


def _row_of_sitting(sitting: list[WholeEntry]) -> Row:
    """What began it speaks for the sitting where something was made, else what ended it."""
    speaks = sitting[-1] if sitting[-1].entry.kind.endswith(".added") else sitting[0]
    return replace(row_of(speaks), folded=[each.entry for each in sitting if each is not speaks])


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


def _address(person_id: int | None, organisation_id: int | None) -> str:
    if person_id:
        return record_address("directory:person", person_id)
    return record_address("directory:organisation", organisation_id) if organisation_id else ""


def _when(entry: Entry) -> SafeString:
    at = entry.occurred_at
    short, full = TEXTS[Entry.Precision(entry.precision)]
    return format_html('<time datetime="{}" title="{}">{}</time>', at.isoformat(), full(at), short(at))


def _read_mark(after: str) -> Mark | None:
    """No entry is without its moment."""
    moment, number = read_mark(after) or (None, 0)
    return (moment, number) if moment else None
