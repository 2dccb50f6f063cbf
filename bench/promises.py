"""How well sentences that promise or ask are told from others; `python -m bench.promises [-v]`.

The target is an F1 of 0.85. How the sentences were marked, and which of them have shaped the rules, is told in `bench/promises/README.md`: read it
before the figures. F1 counts whether a sentence is suggested; `grade` and `owes` are the shares that are right among those rightly suggested.
With -v the misses are told on standard error, but those of what is held out: `held_out` and `mails_fourth`.
"""

import csv
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

from jembatan.commitments.formats.promises import find_promises

MARKED = Path(__file__).with_suffix("")
MAILS = ("mails_first", "mails_second", "mails_third", "mails_own", "mails_lots")
HELD_OUT = ("held_out", "mails_fourth")
PARTS = ("tuning", *HELD_OUT, *MAILS)
NONE = "none"


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence as somebody marked it, and what was found in it ("" twice for nothing)."""

    part: str
    language: str
    mark: str
    owes: str
    sentence: str
    found: tuple[str, str]

    @property
    def verdict(self) -> tuple[bool, bool]:
        """Whether it is one, and whether it is taken for one."""
        return self.mark != NONE, self.found[0] != ""


def main() -> None:
    """Measure, print."""
    print(json.dumps(measure()))


def measure() -> dict[str, Any]:
    """The figures of each part, of the whole mails that the rules were tuned on together, and by language."""
    begun = perf_counter()
    rows = [row for part in PARTS for row in marked(part)]
    seconds = perf_counter() - begun
    _tell(row for row in rows if row.part not in HELD_OUT)
    return {
        "bench": "promises",
        **{part: figures([row for row in rows if row.part == part]) for part in PARTS},
        "whole_mails": figures([row for row in rows if row.part in MAILS]),
        **{language: figures([row for row in rows if row.language == language]) for language in ("id", "en")},
        "all": figures(rows),
        "milliseconds_a_sentence": round(seconds * 1000 / len(rows), 3),
    }


def marked(part: str) -> Iterator[Marked]:
    """One part, read."""
    with (MARKED / f"{part}.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            found = find_promises(row["sentence"], wrapped=row["place"] == "mail")
            first = (found[0].firmness.value, found[0].owes.value) if found else ("", "")
            yield Marked(part, row["language"], row["mark"], row["owes"], row["sentence"], first)


def figures(rows: list[Marked]) -> dict[str, float | int]:
    """Precision, recall and F1 of what is suggested."""
    verdicts = [row.verdict for row in rows]
    right = [row for row in rows if row.verdict == (True, True)]
    false, missed = verdicts.count((False, True)), verdicts.count((True, False))
    return {
        "sentences": len(rows),
        "promises": len(right) + missed,
        "precision": _share(len(right), len(right) + false),
        "recall": _share(len(right), len(right) + missed),
        "f1": _share(2 * len(right), 2 * len(right) + false + missed),
        "grade": _share(sum(row.found[0] == row.mark for row in right), len(right)),
        "owes": _share(sum(row.found[1] == row.owes for row in right), len(right)),
    }


def _share(part: int, whole: int) -> float:
    return round(part / whole, 3) if whole else 0.0


def _tell(rows: Iterable[Marked]) -> None:
    for row in rows if "-v" in sys.argv else ():
        if row.verdict[0] != row.verdict[1] or (
            row.verdict == (True, True) and row.found != (row.mark, row.owes)
        ):
            print(f"{row.part}: {row.mark}/{row.owes}, found {row.found}: {row.sentence}", file=sys.stderr)


if __name__ == "__main__":
    main()
