"""A report: figures, a chart, and by partner what was done, each line with its sources."""

from collections import Counter
from collections.abc import Collection
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jembatan.accounts.actor import Actor
from jembatan.journal.models import Entry
from jembatan.journal.queries.kinds import source_address
from jembatan.platform.documents.model import Chart, Document, Line, Section, Source, Words
from jembatan.platform.markings import Marking
from jembatan.platform.ui.moments import day_text, moment_text
from jembatan.reports.queries.lines import ReportLine, by_partner, report_lines
from jembatan.reports.queries.period import Period

BARS = 8


def compose_report(
    actor: Actor, period: Period, *, language: str, site: str, without: Collection[int] = ()
) -> Document:
    """The report in `language` ("id" or "en"), with times of the desk's zone; lines whose key is in `without` stay out.

    `site` is the address that sources lead back to, without a slash at its end.
    """
    with translation.override(language), timezone.override(ZoneInfo(actor.desk.time_zone)):
        lines = [line for line in report_lines(actor, period) if line.key not in without]
        now = timezone.now()
        return Document(
            title=_("Report: %(period)s") % {"period": period.written(language=language)},
            subtitle=" · ".join(part for part in (actor.desk.name, actor.desk.organisation_name) if part),
            language=language,
            made_at=now,
            made=_("%(desk)s · %(name)s · %(moment)s")
            % {"desk": actor.desk, "name": actor.name, "moment": moment_text(now)},
            words=Words(sources=_("Sources"), page=_("Page"), of=_("of")),
            figures=_figures(lines),
            chart=_chart(lines),
            sections=(_by_kind(lines, period, site), *_by_partner(lines, site)),
            least_marking=Marking.GREEN,
        )


def _figures(lines: list[ReportLine]) -> tuple[tuple[str, str], ...]:
    entries = sum(len(line.entries) for line in lines)
    partners = len({line.partner for line in lines if line.partner})
    return (
        (ngettext("entry in the journal", "entries in the journal", entries), str(entries)),
        (ngettext("matter", "matters", len(lines)), str(len(lines))),
        (ngettext("partner", "partners", partners), str(partners)),
    )


def _chart(lines: list[ReportLine]) -> Chart | None:
    """Entries by partner: the busiest eight, and the rest together."""
    counts = Counter[str]()
    for line in lines:
        if line.partner:
            counts[line.partner_name] += len(line.entries)
    if not counts:
        return None
    bars = counts.most_common(BARS)
    if rest := counts.total() - sum(count for _name, count in bars):
        bars.append((_("Others"), rest))
    alt = "; ".join(f"{name}: {count}" for name, count in bars)
    return Chart(_("Entries by partner"), tuple(bars), alt)


def _by_kind(lines: list[ReportLine], period: Period, site: str) -> Section:
    counts, labels = Counter[str](), {}
    for line in lines:
        counts[line.kind.name] += len(line.entries)
        labels[line.kind.name] = str(line.kind.label)
    journal = reverse("journal:journal")
    found = []
    for name, count in counts.most_common():
        address = f"{site}{journal}?kind={name}&start={period.first}&end={period.last}"
        found.append(
            Line(str(count), label=labels[name], sources=(Source(_("Journal"), labels[name], url=address),))
        )
    return Section(_("By kind"), tuple(found), _("Nothing was recorded in this period."))


def _by_partner(lines: list[ReportLine], site: str) -> list[Section]:
    return [Section(name, tuple(_line(line, site) for line in group)) for name, group in by_partner(lines)]


def _line(line: ReportLine, site: str) -> Line:
    count = len(line.entries)
    times = ngettext("%(count)d time", "%(count)d times", count) % {"count": count} if count > 1 else ""
    first, last = day_text(line.first_at), day_text(line.last_at)
    details = [str(line.kind.label), times, ", ".join(line.others), line.entries[-1].detail_told[:300]]
    return Line(
        line.summary,
        label=first if first == last else f"{first} – {last}",
        detail=" · ".join(detail for detail in details if detail),
        sources=tuple(_source(entry, str(line.kind.label), site) for entry in line.entries),
        marking=line.marking,
    )


def _source(entry: Entry, label: str, site: str) -> Source:
    address = source_address(entry) or reverse("journal:entry", args=[entry.pk])
    return Source(
        label, _("entry %(number)s") % {"number": entry.pk}, moment_text(entry.occurred_at), site + address
    )
