"""Duplicates among 100,000 invented people, and how many of those in public sets are found: `python -m bench.duplicates [FILE...]`.

Reach: at most 60 s and 1 GB. A FILE is a CSV with its truth in it: `rec_id` as FEBRL writes it (rec-N-org, rec-N-dup-M), or
`cluster` beside `unique_id` (the column is taken out before anything is compared). Prints one JSON line.
"""

import argparse
import csv
import json
import random
import re
import tempfile
from collections import defaultdict
from itertools import combinations
from pathlib import Path

from bench.contacts import FAMILY as MORE_FAMILY
from bench.contacts import GIVEN as MORE_GIVEN
from bench.invented import FAMILY, GIVEN, organisation_name
from bench.measured import jembatan

PEOPLE = 100_000
TWICE = 0.05
ORGANISATIONS = 8_000
FEBRL_ID = re.compile(r"rec-(\d+)-")
type Rows = list[dict[str, str]]
type Pairs = set[frozenset[str]]


def invented_people() -> tuple[Rows, Pairs]:
    """People at offices; one in twenty is there twice, spelled otherwise and often without an address."""
    chance = random.Random(3)
    given, family = GIVEN + MORE_GIVEN, FAMILY + MORE_FAMILY
    offices = [organisation_name(chance, number) for number in range(ORGANISATIONS)]
    rows: Rows = []
    same: dict[str, list[str]] = defaultdict(list)
    for number in range(PEOPLE):
        if rows and chance.random() < TWICE:
            row = _again(chance, chance.choice(rows[-2000:]), number)
        else:
            names = [*chance.sample(given, chance.choice((1, 2, 2))), chance.choice(family)]
            row = {
                "id": str(number),
                "name": " ".join(names),
                "organisation": chance.choice(offices),
                "email": f"{names[0]}.{names[-1]}.{number}@mitra{number % ORGANISATIONS}.example".lower(),
                "phone": f"0812{chance.randrange(10**8):08}",
            }
        rows.append(row)
        same[row["phone"]].append(row["id"])
    return rows, _pairs(same)


def public_set(path: Path) -> tuple[str, Rows, Pairs]:
    """The column of the ids, rows without their truth, and the truth."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [
            {heading.strip(): cell.strip() for heading, cell in row.items()} for row in csv.DictReader(file)
        ]
    key = "rec_id" if "rec_id" in rows[0] else "unique_id"
    same: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        found = FEBRL_ID.match(row[key])
        same[found[1] if found else row.pop("cluster")].append(row[key])
    return key, rows, _pairs(same)


def measure(rows: Rows, truth: Pairs, *, key: str, folder: Path) -> dict[str, float | int]:
    """What the command finds, what of it is true, and what it costs."""
    path = folder / "rows.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(rows[0]))
        table.writeheader()
        table.writerows(rows)
    document, cost = jembatan("contacts", "duplicates", "--csv", str(path), "--id", key, home=folder)
    found = {frozenset((pair["a"], pair["b"])) for pair in document["pairs"]}
    right = len(found & truth)
    return {
        "records": len(rows),
        "true_pairs": len(truth),
        "precision": round(right / max(len(found), 1), 4),
        "recall": round(right / max(len(truth), 1), 4),
        "f1": round(2 * right / max(len(found) + len(truth), 1), 4),
        "seconds": round(cost.seconds, 1),
        "cpu_seconds": round(cost.cpu_seconds, 1),
        "peak_rss_mb": round(cost.peak_rss_mb),
    }


def _again(chance: random.Random, row: dict[str, str], number: int) -> dict[str, str]:
    name = (
        row["name"].replace("a", "e", 1)
        if chance.random() < 0.5
        else f"Dr. {row['name'].split(',')[0]}, M.Si."
    )
    return row | {"id": str(number), "name": name, "email": row["email"] if chance.random() < 0.5 else ""}


def _pairs(same: dict[str, list[str]]) -> Pairs:
    return {frozenset(pair) for ids in same.values() for pair in combinations(ids, 2)}


def main() -> None:
    """Measure without a database."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    with tempfile.TemporaryDirectory(prefix="jembatan-bench-") as home:
        folder = Path(home)
        rows, truth = invented_people()
        figures: dict[str, object] = {"invented": measure(rows, truth, key="id", folder=folder)}
        for path in parser.parse_args().files:
            key, rows, truth = public_set(path)
            figures[path.name] = measure(rows, truth, key=key, folder=folder)
    print(json.dumps({"bench": "duplicates", **figures}))


if __name__ == "__main__":
    main()
