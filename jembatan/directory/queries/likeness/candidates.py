"""Which pairs are worth comparing: those that have something rare in common. All pairs of 100,000 are five thousand million."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product

from jembatan.directory.queries.likeness.columns import Column, Kind, Value
from jembatan.directory.queries.likeness.spellings import sound

PAIRS_A_RECORD = 3
"""So many pairs for each record may come from one way of looking; the smallest groups, which say most, come first."""
PAIRS_AT_LEAST = 40_000
LARGEST_GROUP = 400


def candidate_pairs(columns: Sequence[Column]) -> Iterator[tuple[int, int]]:
    """Pairs of positions, each once, the first below the second."""
    size = len(columns[0].values) if columns else 0
    seen: set[int] = set()
    for keys in _ways(columns, size):
        left = max(PAIRS_AT_LEAST, size * PAIRS_A_RECORD)
        for members in _groups(keys):
            left -= len(members) * (len(members) - 1) // 2
            if left < 0:
                break
            for a, b in combinations(members, 2):
                if (code := a * size + b) not in seen:
                    seen.add(code)
                    yield a, b


def _groups(keys: Iterable[tuple[int, str]]) -> list[list[int]]:
    """Positions that have a key in common, the smallest groups first."""
    members: dict[str, list[int]] = defaultdict(list)
    for at, key in keys:
        members[key].append(at)
    return sorted((group for group in members.values() if 2 <= len(group) <= LARGEST_GROUP), key=len)


def _ways(columns: Sequence[Column], size: int) -> Iterator[Iterator[tuple[int, str]]]:
    """One way of looking after another: each gives records their keys."""
    names = [column for column in columns if column.kind in (Kind.NAME, Kind.PARTS)]
    others = [column for column in columns if column not in names]
    for column in others:
        yield ((at, key) for at, value in enumerate(column.values) for key in _keys(column.kind, value))
    heard = [_heard([column.values[at] for column in names]) for at in range(size)]
    yield ((at, f"{one} {other}") for at, words in enumerate(heard) for one, other in combinations(words, 2))
    yield ((at, word) for at, words in enumerate(heard) for word in words if len(word) > 1)
    yield ((at, "".join(sorted("".join(words)))) for at, words in enumerate(heard) if words)
    starts = [sorted({word[:4] for word in words}) for words in heard]
    yield ((at, f"{one} {other}") for at, words in enumerate(starts) for one, other in combinations(words, 2))
    for column in others:
        yield (
            (at, f"{word} {key}")
            for at, value in enumerate(column.values)
            for word, key in product({word[:3] for word in heard[at]}, _rough_keys(column.kind, value))
        )


def _heard(values: Iterable[Value]) -> list[str]:
    return sorted({sound(word) for value in values for word in value if word})


def _keys(kind: Kind, value: Value) -> Iterator[str]:
    """Whoever has the same value, or the same letters in another order."""
    for one in value:
        if len(one) > 3:
            yield one
        if kind == Kind.EMAIL:
            yield f"letters {''.join(sorted(one))}"
    if kind == Kind.ORGANISATION and value:
        yield from (f"word {word}" for word in value[0].split())


def _rough_keys(kind: Kind, value: Value) -> Iterator[str]:
    """Little of a value, for those who have a word of the name in common too."""
    for one in value:
        if kind == Kind.DATE:
            yield from (f"year {one[:4]}", f"day {one[4:]}")
        elif kind == Kind.EMAIL:
            local, _, domain = one.partition("@")
            yield from (f"local {local[:4]}", f"domain {domain}")
        elif kind == Kind.TEXT:
            yield one[:5]
        else:
            yield one
