"""The sections of a report, as lines of a document with their sources."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jembatan.journal.models import Entry
from jembatan.journal.queries.kinds import source_address
from jembatan.platform.documents.model import Line, Section, Source
from jembatan.platform.ui.addresses import record_address
from jembatan.platform.ui.moments import clock_text, day_text, moment_text
from jembatan.reports.queries.content import Content
from jembatan.reports.queries.figures import EVERYTHING, figure_address, partner_address
from jembatan.reports.queries.lines import ReportLine, Told, by_partner
from jembatan.reports.queries.period import Kind
from jembatan.reports.queries.printed import printed
from jembatan.reports.queries.standing.item import Item

MOST_STANDING, MOST_SOURCES = 25, 20


@dataclass(frozen=True, slots=True)
class Sections:
    """Writes the sections of one content; `site` stands before the address of each source. `whole`: nothing is left to a link."""

    content: Content
    site: str
    whole: bool = False

    def figures(self) -> Section:
        """Each figure with what it was in the period before, leading to what was counted."""
        lines = []
        for figure in self.content.figures:
            told = {"now": figure.value, "before": figure.before, "change": figure.change}
            compared = _("%(now)s (before: %(before)s, %(change)s)") % told
            source = Source(_("Query"), str(figure.label), url=self.site + figure.address)
            text = compared if figure.change else str(figure.value)
            lines.append(Line(text, label=str(figure.label), sources=(source,)))
        return Section(_("In figures"), tuple(lines), _("Nothing was recorded in this period."))

    def came(self) -> Section:
        """Decided, agreed, done, kept, answered."""
        found = self.content.came
        shown = found if self.whole else found[-MOST_STANDING * 2 :]
        lines = [self.line(each) for each in shown]
        if rest := len(found) - len(shown):
            lines.insert(0, self._more(rest, figure_address(EVERYTHING, self.content.scope)))
        return Section(_("What came of it"), tuple(lines), _("Nothing was decided, agreed or answered."))

    def owed_by_us(self) -> Section:
        """Answers, promises and actions of ours."""
        return self._standing(_("Owed by us"), "ours", self.content.standing.ours, _("We owe nothing."))

    def owed_to_us(self) -> Section:
        """The same of theirs."""
        return self._standing(
            _("Owed to us"), "theirs", self.content.standing.theirs, _("Nothing is owed to us.")
        )

    def at_risk(self) -> Section:
        """What is late."""
        return self._standing(_("What is at risk"), "late", self.content.standing.late, _("Nothing is late."))

    def next_steps(self) -> Section:
        """Meetings ahead, then what we have to do and is not late."""
        standing = self.content.standing
        late = {item.address for item in standing.late}
        ours = [item for item in standing.ours if item.due and item.address not in late]
        most = None if self.whole else MOST_STANDING
        steps = [*standing.ahead[:most], *ours[:most]]
        steps.sort(key=lambda item: (item.due is None, item.due, item.address))
        lines = [self.item(item) for item in steps]
        for name, found in (("ahead", standing.ahead), ("ours", ours)):
            if rest := len(found) - len(found[:most]):
                lines.append(self._more(rest, figure_address(name, self.content.scope)))
        return Section(_("Next steps"), tuple(lines), _("Nothing is planned."))

    def done(self) -> list[Section]:
        """Of a day the log in its order, else by partner."""
        lines, scope = self.content.lines, self.content.scope
        if scope.period.kind is Kind.DAY:
            groups, addresses = [(_("Log"), lines)], [figure_address(EVERYTHING, scope)]
        else:
            groups = by_partner(lines)
            addresses = [partner_address(group[0].partner, scope) for _name, group in groups]
        shown = [(name, group, 0) for name, group in groups] if self.whole else printed(groups)
        sections = []
        for (name, group, rest), address in zip(shown, addresses, strict=True):
            more = [self._more(rest, address)] if rest else []
            sections.append(Section(name, (*(self.line(each) for each in group), *more)))
        return sections

    def line(self, line: ReportLine) -> Line:
        """One matter, with the entries that say so: the last of them, where they are many, and a link to all of their kind."""
        count = len(line.entries)
        times = ngettext("%(count)d time", "%(count)d times", count) % {"count": count} if count > 1 else ""
        details = [str(line.kind.label), times, ", ".join(line.others), _detail(line.entries[-1])]
        return Line(
            line.summary,
            label=self._days(line),
            detail=" · ".join(detail for detail in details if detail),
            sources=self._sources(line),
            marking=line.marking,
        )

    def item(self, item: Item) -> Line:
        """One record that stands open."""
        since = _("since %(day)s") % {"day": day_text(item.since)} if item.since else ""
        facts = [item.kind, item.who, item.partner, "" if item.kind == _("Meeting") else since]
        return Line(
            item.text,
            label=day_text(item.due) if item.due else _("no day"),
            detail=" · ".join(dict.fromkeys(fact for fact in facts if fact)),
            sources=(Source(item.kind, item.text, url=self.site + item.address),),
            marking=item.marking,
        )

    def _standing(self, title: str, name: str, items: Sequence[Item], empty: str) -> Section:
        shown = items if self.whole else items[:MOST_STANDING]
        lines = [self.item(item) for item in shown]
        if rest := len(items) - len(shown):
            lines.append(self._more(rest, figure_address(name, self.content.scope)))
        return Section(title, tuple(lines), empty)

    def _more(self, count: int, address: str) -> Line:
        told = ngettext("%(count)d further line", "%(count)d further lines", count) % {"count": count}
        return Line(told, sources=(Source(_("Query"), told, url=self.site + address),))

    def _days(self, line: ReportLine) -> str:
        if self.content.scope.period.kind is Kind.DAY:
            return clock_text(line.first_at)
        first, last = day_text(line.first_at), day_text(line.last_at)
        return first if first == last else f"{first} – {last}"

    def _sources(self, line: ReportLine) -> tuple[Source, ...]:
        rest = 0 if self.whole else max(len(line.entries) - MOST_SOURCES, 0)
        shown = tuple(self._source(entry, str(line.kind.label)) for entry in line.entries[rest:])
        if not rest:
            return shown
        told = ngettext("%(count)d earlier entry", "%(count)d earlier entries", rest) % {"count": rest}
        all_of_them = self.site + figure_address(line.kind.name, self.content.scope)
        return (*shown, Source(_("Query"), f"{line.kind.label}: {told}", url=all_of_them))

    def _source(self, entry: Told, label: str) -> Source:
        address = source_address(entry) or record_address("journal:entry", entry.pk)
        number = _("entry %(number)s") % {"number": entry.pk}
        return Source(label, number, moment_text(entry.occurred_at), self.site + address)


def _detail(entry: Told) -> str:
    return Entry(detail=entry.detail).detail_told[:300] if entry.detail else ""
