"""The figures of a report. Each is a saved query: its address leads to a list of exactly what was counted."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.journal.models import Entry
from jembatan.journal.queries.kinds import Label, kind_of
from jembatan.reports.queries.lines import ReportLine
from jembatan.reports.queries.scope import Scope, entries_within
from jembatan.reports.queries.standing.owed import Standing
from jembatan.reports.queries.subject import name_of

EVERYTHING = "all"
STANDING = ("ours", "theirs", "late", "ahead")


@dataclass(frozen=True, slots=True)
class Figure:
    """`name` is a kind of entries, "all" of them, or one of `STANDING`; `before` is the same of the period before, where it is known."""

    name: str
    label: Label
    value: int
    before: int | None
    address: str

    @property
    def change(self) -> str:
        """ "+3", "−2", "0"; "" where nothing is known of the period before."""
        if self.before is None:
            return ""
        difference = self.value - self.before
        return f"{difference:+d}".replace("-", "−") if difference else "0"


def figures_of(actor: Actor, scope: Scope, lines: list[ReportLine], standing: Standing) -> list[Figure]:
    """Everything, then each kind that occurs in the period or in the one before, the most frequent first; then what stands open."""
    now, then = count_kinds(lines), _counted(actor, scope.before)
    found = [
        Figure(EVERYTHING, _("All entries"), now.total(), then.total(), figure_address(EVERYTHING, scope))
    ]
    for kind in sorted({*now, *then}, key=lambda name: (-now[name], -then[name], name)):
        label = kind_of(Entry(kind=kind)).label
        found.append(Figure(kind, label, now[kind], then[kind], figure_address(kind, scope)))
    open_now = {
        "ours": standing.ours,
        "theirs": standing.theirs,
        "late": standing.late,
        "ahead": standing.ahead,
    }
    labels = standing_labels()
    found += [
        Figure(name, labels[name], len(items), None, figure_address(name, scope))
        for name, items in open_now.items()
    ]
    return found


def standing_labels() -> dict[str, str]:
    """What the figures of what stands open are called."""
    return {
        "ours": _("Owed by us"),
        "theirs": _("Owed to us"),
        "late": _("Late"),
        "ahead": _("Meetings ahead"),
    }


def count_kinds(lines: list[ReportLine]) -> Counter[str]:
    """Entries by kind."""
    counts = Counter[str]()
    for line in lines:
        counts[line.kind.name] += len(line.entries)
    return counts


def figure_address(name: str, scope: Scope) -> str:
    """Of the list of exactly what is counted."""
    query = {"figure": name, "start": str(scope.period.first), "end": str(scope.period.last)}
    if scope.subject is not None:
        query["about"] = name_of(scope.subject)
    if scope.as_of is not None:
        query["as_of"] = scope.as_of.isoformat()
    return f"{reverse('reports:figure')}?{urlencode(query)}"


def partner_address(partner: tuple[str, int] | None, scope: Scope) -> str:
    """Of the list of all entries of a report that name this partner."""
    address = figure_address(EVERYTHING, scope)
    return f"{address}&partner={partner[0]}-{partner[1]}" if partner else address


def read_moment(text: str) -> datetime | None:
    """The `as_of` of an address; None for none, and for what makes no sense."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo and 1 < moment.year < 9999 else None


def _counted(actor: Actor, scope: Scope) -> Counter[str]:
    found = entries_within(actor, scope).select_related(None).order_by()
    return Counter(dict(found.values_list("kind").annotate(number=Count("pk"))))
