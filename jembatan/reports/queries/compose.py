"""A report as a document: figures, a chart, and section by section what was done, what came of it, what is owed and what comes next."""

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.platform.documents.model import Chart, Document, Section, Words
from jembatan.platform.markings import Marking, highest
from jembatan.platform.ui.moments import day_text, moment_text
from jembatan.reports.models import Part
from jembatan.reports.queries.content import Content, content_of
from jembatan.reports.queries.period import DAY, Kind
from jembatan.reports.queries.scope import Scope
from jembatan.reports.queries.sections import Sections
from jembatan.reports.queries.subject import Subject, marking_of
from jembatan.reports.queries.words import Written, written_lines

BARS, MOST_STEPS = 8, 60
NOTHING: Written = {}


def compose_report(
    actor: Actor,
    scope: Scope,
    *,
    language: str,
    site: str,
    without: Collection[int] = (),
    written: Written = NOTHING,
    hidden: Collection[str] = (),
    least: Marking = Marking.GREEN,
    whole: bool = False,
    content: Content | None = None,
) -> Document:
    """The report in `language` ("id" or "en"), with times of the desk's zone; lines whose key is in `without` stay out.

    `site` is the address that sources lead back to, without a slash at its end. Unless it is `whole`, a long report prints the lines
    that say the most and leads to the others. `written` are the officers' own words; `hidden` are the parts whose
    sections are not printed; `least` is the marking that it bears at least; `content` is what was read before of the same.
    """
    with translation.override(language), timezone.override(ZoneInfo(actor.desk.time_zone)):
        content = content or content_of(actor, scope, without=without)
        sections = Sections(content, site, whole=whole)
        return Document(
            title=title_of(scope, language=language),
            subtitle=subtitle_of(actor, scope.subject),
            language=language,
            made_at=timezone.now(),
            made=_("%(desk)s · %(name)s · %(moment)s")
            % {"desk": actor.desk, "name": actor.name, "moment": moment_text(timezone.now())},
            words=Words(sources=_("Sources"), page=_("Page"), of=_("of")),
            figures=headlines(content),
            chart=chart_of(content),
            sections=_all(sections, written, hidden),
            least_marking=highest([least, marking_of(scope.subject)]),
        )


def _all(sections: Sections, written: Written, hidden: Collection[str]) -> tuple[Section, ...]:
    """Own words stand above the lines of their section; what stands for itself has a section only where something is written."""

    def under(part: Part, section: Section) -> Section:
        return replace(section, lines=(*written_lines(written, part), *section.lines))

    def alone(part: Part) -> list[Section]:
        return [Section(str(part.label), lines)] if (lines := written_lines(written, part)) else []

    parts: dict[Part, Callable[[], list[Section]]] = {
        Part.SUMMARY: lambda: [*alone(Part.SUMMARY), sections.figures()],
        Part.CAME: lambda: [under(Part.CAME, sections.came())],
        Part.OWED: lambda: [under(Part.OWED, sections.owed_by_us()), sections.owed_to_us()],
        Part.RISK: lambda: [under(Part.RISK, sections.at_risk())],
        Part.NEXT: lambda: [under(Part.NEXT, sections.next_steps())],
        Part.DONE: lambda: [*alone(Part.DONE), *sections.done()],
    }
    return tuple(section for part, made in parts.items() if part not in hidden for section in made())


def title_of(scope: Scope, *, language: str) -> str:
    """ "Weekly report: 16–22 Nov 2026 · Port of Halvern", in the language in force."""
    period = {"period": scope.period.written(language=language)}
    titles = {
        Kind.DAY: _("Daily log: %(period)s"),
        Kind.WEEK: _("Weekly report: %(period)s"),
        Kind.MONTH: _("Monthly report: %(period)s"),
        Kind.OTHER: _("Report: %(period)s"),
    }
    title = titles[scope.period.kind] % period
    return f"{title} · {told(scope.subject)}" if scope.subject else title


def told(subject: Subject) -> str:
    """What it is about."""
    return subject.full_name if isinstance(subject, User) else str(subject or "")


def subtitle_of(actor: Actor, subject: Subject) -> str:
    """Whose report it is."""
    return " · ".join(part for part in (actor.desk.name, actor.desk.organisation_name) if part)


def headlines(content: Content) -> tuple[tuple[str, str], ...]:
    """The numbers on top."""
    entries, matters = content.entry_count, len(content.lines)
    partners = len({line.partner for line in content.lines if line.partner})
    late = len(content.standing.late)
    return (
        (ngettext("entry in the journal", "entries in the journal", entries), str(entries)),
        (ngettext("matter", "matters", matters), str(matters)),
        (ngettext("partner", "partners", partners), str(partners)),
        (_("late"), str(late)),
    )


def chart_of(content: Content) -> Chart | None:
    """Of the desk, entries by partner: the busiest eight, and the rest together. Of one subject, entries by day, or by week of a long period."""
    if content.scope.subject is not None and content.scope.period.kind is not Kind.DAY:
        return _over_time(content)
    counts = Counter[str]()
    for line in content.lines:
        if line.partner:
            counts[line.partner_name] += len(line.entries)
    if not counts:
        return None
    bars = counts.most_common(BARS)
    if rest := counts.total() - sum(count for _name, count in bars):
        bars.append((_("Others"), rest))
    return _chart(_("Entries by partner"), bars)


def _over_time(content: Content) -> Chart | None:
    if not content.lines:
        return None
    period = content.scope.period
    step = 1 if period.days <= 10 else 7 if period.days <= 100 else 31
    counts = Counter[int]()
    for line in content.lines:
        for entry in line.entries:
            counts[(_day_of(entry.occurred_at) - period.first.toordinal()) // step] += 1
    steps = range((period.days - 1) // step + 1)[-MOST_STEPS:]
    bars = [(day_text(period.first + each * step * DAY), counts[each]) for each in steps]
    title = _("Entries by day") if step == 1 else _("Entries by week") if step == 7 else _("Entries by month")
    return _chart(title, bars)


def _day_of(moment: datetime) -> int:
    return timezone.localdate(moment).toordinal()


def _chart(title: str, bars: list[tuple[str, int]]) -> Chart:
    return Chart(title, tuple(bars), "; ".join(f"{name}: {count}" for name, count in bars))
