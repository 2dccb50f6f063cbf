"""Findings become signals: new ones begin, known ones are told anew, those that are gone are over."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from django.db.models import QuerySet

from jembatan.accounts.models import Desk
from jembatan.radar.analysis.finding import Finding
from jembatan.radar.models import Signal, SignalEvidence
from jembatan.radar.queries.partners import Partner

TOLD = (
    "severity",
    "told",
    "mark",
    "since",
    "party",
    "closed_at",
    "dismissed_at",
    "dismissed_for",
    "shown_on",
)
AT_ONCE = 2000


@dataclass(frozen=True, slots=True)
class Found:
    """A finding and with whom."""

    number: int
    partner: Partner
    finding: Finding

    @property
    def key(self) -> tuple[str, str]:
        """What makes it the same signal as the last time."""
        return self.finding.rule, f"{self.number} {self.finding.key}".strip()[:200]

    @property
    def mark(self) -> str:
        """What makes its evidence the same evidence."""
        return sha256(self.finding.evidence_mark.encode()).hexdigest()


def keep_found(
    desk: Desk, found: Sequence[Found], *, only: Collection[int] | None, now: datetime
) -> tuple[int, int]:
    """How many are new, and how many are over. Whoever decides about one meanwhile waits, and nothing that was decided is written over."""
    known = {(each.rule, each.key): each for each in _known(desk, only)}
    shown = _evidence([signal.pk for signal in known.values()])
    told = {each.key: each for each in found}
    new = [_signal(desk, each, now) for key, each in told.items() if key not in known]
    Signal.objects.bulk_create(new, batch_size=AT_ONCE)
    changed, moved = [], []
    for key, each in told.items():
        signal = known.get(key)
        if signal is not None:
            if shown.get(signal.pk, set()) != set(each.finding.entries):
                moved.append(signal)
            if _tell(signal, each, now):
                changed.append(signal)
    Signal.objects.bulk_update(changed, TOLD, batch_size=AT_ONCE)
    over = [signal.pk for key, signal in known.items() if key not in told and signal.closed_at is None]
    Signal.objects.filter(pk__in=over).update(closed_at=now)
    SignalEvidence.objects.filter(signal__in=[each.pk for each in moved]).delete()
    _show((*new, *moved), told)
    return len(new), len(over)


def _known(desk: Desk, only: Collection[int] | None) -> QuerySet[Signal]:
    signals = Signal.objects.filter(desk=desk).select_for_update(no_key=True).order_by("pk")
    return signals if only is None else signals.filter(partner__in=list(only))


def _evidence(signals: Collection[int]) -> dict[int, set[int]]:
    """The lines that each shows now. The mark of a fault may stay while other lines show it."""
    shown: dict[int, set[int]] = {}
    for signal, entry in SignalEvidence.objects.filter(signal__among=list(signals)).values_list(
        "signal", "entry"
    ):
        shown.setdefault(signal, set()).add(entry)
    return shown


def _signal(desk: Desk, found: Found, now: datetime) -> Signal:
    rule, key = found.key
    signal = Signal(
        desk=desk,
        rule=rule,
        key=key,
        partner=found.number,
        organisation_id=found.partner.organisation_id,
        person_id=found.partner.person_id,
        found_at=now,
    )
    _tell(signal, found, now)
    return signal


def _tell(signal: Signal, found: Found, now: datetime) -> bool:
    """Whether anything has changed. One that was over begins anew; one that was dismissed stays so unless its evidence is another."""
    before = tuple(getattr(signal, name) for name in TOLD)
    finding = found.finding
    signal.severity, signal.told, signal.mark = finding.severity, finding.told, found.mark
    signal.since = datetime.fromtimestamp(finding.since, UTC)
    signal.party = found.partner.name[:320]
    if signal.closed_at is not None:
        signal.closed_at, signal.found_at, signal.shown_on = None, now, None
    if signal.dismissed_at is not None and signal.dismissed_mark != found.mark:
        signal.dismissed_at, signal.dismissed_for, signal.shown_on = None, "", None
    return before != tuple(getattr(signal, name) for name in TOLD)


def _show(signals: Iterable[Signal], told: dict[tuple[str, str], Found]) -> None:
    SignalEvidence.objects.bulk_create(
        (
            SignalEvidence(signal=signal, entry_id=entry)
            for signal in signals
            for entry in dict.fromkeys(told[signal.rule, signal.key].finding.entries)
        ),
        batch_size=AT_ONCE,
    )
