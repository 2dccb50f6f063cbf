"""The uid that a card of ours bears where its party came with none: which record of which desk it is."""

import re

OWN = re.compile(r"(person|organisation)-(\d{1,18})@(.+)\.jembatan")


def card_uid(kind: str, pk: int | None, *, desk: str) -> str:
    """`kind` is `person` or `organisation`, `desk` the desk's slug."""
    return f"{kind}-{pk}@{desk}.jembatan"


def record_of(uid: str, kind: str, *, desk: str) -> int | None:
    """The number of this desk's record of that kind, None for any other uid."""
    match = OWN.fullmatch(uid)
    return int(match[2]) if match and match[1] == kind and match[3] == desk else None
