"""What a rule has found."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from jembatan.radar.analysis.facts import Facts

type Told = dict[str, str | int | float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A fault of one relation. `key` tells it from others of the same rule there; `entries` are lines of the journal that show it.

    `severity` is 1 to 100. `mark` is what makes the evidence the same evidence: while it stays, a dismissed signal stays dismissed; the entries
    themselves unless the rule says otherwise. `told` fills the sentence that explains it.
    """

    rule: str
    severity: int
    since: int
    entries: tuple[int, ...]
    key: str = ""
    mark: tuple[str | int, ...] = ()
    told: Told = field(default_factory=dict)

    @property
    def evidence_mark(self) -> str:
        """Compared with what was dismissed."""
        return " ".join(str(each) for each in (self.mark or self.entries))


type Rule = Callable[[Facts], Iterable[Finding]]


def severity(base: float, excess: float, *, most: int = 100) -> int:
    """`base`, and up to 30 more as what was found exceeds its threshold up to fourfold."""
    return max(1, min(most, round(base + 10 * min(max(excess - 1, 0), 3))))
