"""Facts of one relation for tests, written as people tell them: days ago, who, which way."""

import numpy as np

from jembatan.radar.analysis.facts import COLUMNS, DAY, Exchanges

NOW = 20_000 * DAY + 43_200
BAGUS, MARIA, BUDI = 2, 4, 6


def exchanges(*rows: dict[str, float]) -> Exchanges:
    """Each row says `ago` (days) and what is not usual of it: something that they said, in a conversation of its own."""
    told = sorted(rows, key=lambda row: -row["ago"])
    columns: dict[str, list[int]] = {name: [] for name in COLUMNS}
    for number, row in enumerate(told, 1):
        usual = {"entry": number, "way": 1, "ours": 0, "theirs": BUDI, "thread": 0, "language": 0, "hour": -1}
        values = usual | row | {"at": NOW - row["ago"] * DAY}
        for name in COLUMNS:
            columns[name].append(int(values[name]))
    return Exchanges(*(np.array(columns[name], np.int64) for name in COLUMNS))


def sent(ago: float, ours: int = BAGUS, **fields: float) -> dict[str, float]:
    """One of ours wrote."""
    return {"ago": ago, "way": -1, "ours": ours, **fields}


def came(ago: float, **fields: float) -> dict[str, float]:
    """They wrote."""
    return {"ago": ago, **fields}


def answered(ago: float, after: float, thread: int) -> list[dict[str, float]]:
    """We asked, and they answered so many days later, which is so many days ago."""
    return [sent(ago + after, thread=thread), came(ago, thread=thread)]
