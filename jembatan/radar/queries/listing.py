"""The lists of signals: what has come up, everything that is open, mine, what is put off, what was dismissed."""

from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.journal.models import Entry
from jembatan.journal.queries.kinds import source_address
from jembatan.platform.paging import Page, behind, mark_at
from jembatan.platform.record_numbers import record_number
from jembatan.radar.models import Signal, SignalEvidence, SignalTask
from jembatan.radar.queries.visible import open_signals, visible_signals
from jembatan.radar.queries.wording.explained import explained
from jembatan.radar.queries.wording.rules import WORDS, RuleWords

PAGE = 30


@dataclass(frozen=True, slots=True)
class Shown:
    """A signal with its words and the lines that show it."""

    signal: Signal
    words: RuleWords
    sentence: str
    evidence: list[Entry]


@dataclass(frozen=True, slots=True)
class Narrowed:
    """`view` is "" for what has come up, "all", "mine", "later" or "dismissed"."""

    view: str = ""
    rule: str = ""
    organisation_id: int | None = None


def list_signals(actor: Actor, narrowed: Narrowed, *, after: str = "") -> Page[Shown]:
    """Thirty behind the mark `after`; the most serious first, of dismissed ones the latest."""
    found = _view(actor, narrowed.view)
    if narrowed.rule:
        found = found.filter(rule=narrowed.rule)
    if narrowed.organisation_id:
        found = found.filter(organisation=narrowed.organisation_id)
    latest = narrowed.view == "dismissed"
    further = behind(after, column="dismissed_at", numbers="falling") if latest else _behind(after)
    rows = list(found.filter(further)[: PAGE + 1])
    last = rows[PAGE - 1] if len(rows) > PAGE else None
    if last is None:
        return Page(shown(rows[:PAGE]), "")
    mark = mark_at(last.dismissed_at, last.pk) if latest else f"{last.severity} {last.pk}"
    return Page(shown(rows[:PAGE]), mark)


def waiting_number(actor: Actor) -> int:
    """How many are open and have not come up, because the week was full."""
    return open_signals(actor).filter(shown_on__isnull=True).count()


def my_tasks(actor: Actor) -> QuerySet[SignalTask]:
    """What the actor has taken on and not done; what is due first first."""
    seen = visible_signals(actor).order_by().values("pk")
    mine = SignalTask.objects.filter(
        member=actor.user, done_at__isnull=True, signal__desk=actor.desk, signal__in=seen
    )
    return mine.select_related("signal").order_by(F("due").asc(nulls_last=True), "pk")


def shown(signals: list[Signal]) -> list[Shown]:
    """With their evidence, in one more query; the latest line first."""
    evidence: dict[int, list[Entry]] = {each.pk: [] for each in signals}
    rows = SignalEvidence.objects.filter(signal__in=signals).select_related("entry")
    for row in rows.order_by("-entry__occurred_at", "-entry"):
        evidence[row.signal_id].append(row.entry)
    return [Shown(each, WORDS[each.rule], explained(each), evidence[each.pk]) for each in signals]


def signals_told(actor: Actor, *, rule: str = "", limit: int | None = None) -> list[dict[str, Any]]:
    """For the command line: every open signal, the most serious first."""
    found = open_signals(actor)
    if rule:
        found = found.filter(rule=rule)
    return [
        {
            "id": each.signal.pk,
            "name": str(each.words.label),
            "rule": each.signal.rule,
            "parties": [each.signal.party] if each.signal.party else [],
            "severity": each.signal.severity,
            "since": each.signal.since,
            "explanation": each.sentence,
            "evidence": [_told(entry) for entry in each.evidence],
        }
        for each in shown(list(found[:limit]))
    ]


def list_signals_latest(actor: Actor, limit: int) -> list[dict[str, Any]]:
    """For `jembatan list`: id, name, rule, severity, party, since; what was found last first."""
    rows = open_signals(actor).order_by("-found_at", "-pk")[:limit]
    return [
        {
            "id": each.pk,
            "name": explained(each),
            "rule": each.rule,
            "severity": each.severity,
            "party": each.party,
            "since": each.since,
        }
        for each in rows
    ]


def _told(entry: Entry) -> dict[str, Any]:
    return {
        "entry": entry.pk,
        "at": entry.occurred_at,
        "kind": entry.kind,
        "summary": entry.summary,
        "address": source_address(entry),
    }


def _view(actor: Actor, view: str) -> QuerySet[Signal]:
    if view == "mine":
        mine = SignalTask.objects.filter(member=actor.user, done_at__isnull=True).values("signal")
        return visible_signals(actor).filter(pk__in=mine).order_by("-severity", "pk")
    if view == "later":
        later = visible_signals(actor).filter(snoozed_until__gt=timezone.now())
        return later.filter(closed_at__isnull=True, dismissed_at__isnull=True).order_by("-severity", "pk")
    if view == "dismissed":
        return visible_signals(actor).filter(dismissed_at__isnull=False).order_by("-dismissed_at", "-pk")
    return open_signals(actor) if view == "all" else open_signals(actor).filter(shown_on__isnull=False)


def _behind(after: str) -> Q:
    severity, _space, pk = after.partition(" ")
    weight, number = record_number(severity), record_number(pk)
    if weight is None or number is None:
        return Q()
    return Q(severity__lt=weight) | Q(severity=weight, pk__gt=number)
