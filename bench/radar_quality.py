"""How well the radar finds: `python -m bench.radar_quality`, with the corpora beside the project.

Faults of every rule about partners (not of those about an event's officers, which no mail shows), and for each what only looks like it, are laid by `radar_faults.py` (which knows nothing of the rules) into the real network of
Enron at two moments; everything goes through the importers and rooms of the product, and the radar looks through the whole desk. What it says of the same network without
them nobody has judged: it counts neither way, and is told as `unjudged`. Recall: faults found. Precision: of what it says with them and did not say
without, how much are faults. Target: both 0.9 a rule. On a real table of statements, the unanswered requests against the column that says who drafts the response: both 0.95.
"""

import json
import re
import time
from collections import defaultdict
from datetime import UTC, datetime
from html import unescape
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from bench.own_database import own_database
from bench.radar_faults import FAULTS, LOOKALIKES
from bench.radar_network import CORPUS, world_at

STATEMENTS = CORPUS.parents[1] / "statements" / "sa2-155.htm"
MOMENTS = (datetime(2001, 11, 29, 9, tzinfo=UTC), datetime(2001, 6, 14, 9, tzinfo=UTC))
GROUPS = (
    ("silence", "promise", "expired-line", "read-back"),
    ("bottleneck", "unanswered", "minutes", "contact"),
    ("slower", "contradiction", "no-deputy", "carried-action", "repeated-question"),
    ("silo", "overload", "absent", "language", "hours"),
)
EACH, ALIKE = 10, 8
type Said = set[tuple[str, int]]


def main() -> None:
    """Measure, print."""
    with own_database():
        print(json.dumps({"bench": "radar_quality", **network(), **statements()}))


def network() -> dict[str, Any]:
    """Figures by rule."""
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    started, relations = time.perf_counter(), 0
    for number, moment in enumerate(MOMENTS):
        plain = world_at(int(moment.timestamp()), seed=number)
        relations += len(plain.theirs)
        before = _said(plain, f"plain-{number}")
        for group in GROUPS:
            _try(group, moment, number, before, counts)
    rules = {rule: _figures(counts[rule]) for rule in FAULTS}
    return {"network": rules, "relations": relations, "seconds": round(time.perf_counter() - started, 1)}


def _try(
    group: tuple[str, ...], moment: datetime, number: int, before: Said, counts: dict[str, dict[str, int]]
) -> None:
    """One plant a partner; none where the radar says that already."""
    world = world_at(int(moment.timestamp()), seed=number)
    free = world.theirs
    world.random.shuffle(free)
    faults: dict[int, tuple[str, str]] = {}
    alike: dict[int, tuple[str, str]] = {}
    for rule in group:
        for plants, wanted, kept in ((FAULTS, EACH, faults), (LOOKALIKES, ALIKE, alike)):
            chosen = [each for each in free if (rule, each) not in before][:wanted]
            for partner, plant in zip(chosen, islice(cycle(plants[rule]), wanted), strict=False):
                plant(world, partner)
                kept[partner] = rule, getattr(plant, "__name__", "")
                free.remove(partner)
    said = _said(world, f"world-{number}-{GROUPS.index(group)}")
    for rule in group:
        planted = {partner for partner, (own, _name) in faults.items() if own == rule}
        told = {partner for own, partner in said if own == rule}
        new = {partner for partner in told if (rule, partner) not in before}
        counts[rule]["planted"] += len(planted)
        counts[rule]["found"] += len(planted & told)
        counts[rule]["lookalikes"] += sum(own == rule for own, _name in alike.values())
        counts[rule]["false"] += len(new - planted)
        counts[rule]["unjudged"] += sum(own == rule for own, _partner in before)
        for partner in planted - told:
            counts[rule][f"missed {faults[partner][1]}"] += 1
        for partner in new - planted:
            counts[rule][f"false at {(faults | alike).get(partner, ('', 'nothing'))[1]}"] += 1


def _figures(counts: dict[str, int]) -> dict[str, Any]:
    found, false = counts["found"], counts["false"]
    return {
        "recall": round(found / counts["planted"], 3) if counts["planted"] else None,
        "precision": round(found / (found + false), 3) if found + false else None,
        **counts,
    }


def _said(world: Any, name: str) -> Said:
    """What the radar says of this world: rules and partners."""
    from bench.radar_office import Office
    from jembatan.radar.actions.watch import watch
    from jembatan.radar.models import Signal

    now = datetime.now(UTC)
    office = Office(world, name, now)
    watch(office.desk, now=now)
    partners = {house.pk: key for key, house in office.houses.items()}
    signals = Signal.objects.filter(desk=office.desk, closed_at__isnull=True)
    return {
        (rule, partners[house])
        for rule, house in signals.values_list("rule", "organisation")
        if house in partners
    }


def statements() -> dict[str, Any]:
    """The table's remark says where a response is drafted; the others wait."""
    from jembatan.accounts.actions.desks import open_desk
    from jembatan.accounts.actor import operator
    from jembatan.platform.imports.actions.run import import_now
    from jembatan.radar.actions.watch import watch
    from jembatan.radar.models import Signal

    actor = operator(open_desk("Statements"))
    import_now(actor, [STATEMENTS])
    watch(actor.desk)
    told = Signal.objects.filter(desk=actor.desk, rule="unanswered").values_list("told__name", flat=True)
    found, waiting = {name.split(" ")[0] for name in told}, _waiting(STATEMENTS)
    right = len(found & waiting)
    return {
        "statements": {
            "waiting": len(waiting),
            "found": len(found),
            "recall": round(right / len(waiting), 3),
            "precision": round(right / max(len(found), 1), 3),
        }
    }


def _waiting(path: Path) -> set[str]:
    """Read by this bench itself, row by row."""
    page, found = path.read_text(encoding="cp1252"), set()
    for row in re.findall(r"<tr.*?</tr>", page, re.DOTALL):
        cells = [
            unescape(re.sub(r"<[^>]+>", "", cell)).strip()
            for cell in re.findall(r"<td.*?</td>", row, re.DOTALL)
        ]
        if len(cells) > 8 and cells[2] == "LS In" and cells[3] == "Action" and "drafted in" not in cells[8]:
            found.add(cells[1])
    return found


if __name__ == "__main__":
    main()
