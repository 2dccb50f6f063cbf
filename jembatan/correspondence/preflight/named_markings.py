"""TLP markings that a text names."""

import re

from jembatan.platform.markings import Marking

TLP = re.compile(r"\bTLP:\s?(?:RED|AMBER\+STRICT|AMBER|GREEN|CLEAR|WHITE)", re.IGNORECASE)


def named_markings(text: str) -> list[Marking]:
    """In the order in which they stand there; TLP:WHITE is the older name of TLP:CLEAR."""
    return [read_marking(found[0]) for found in TLP.finditer(text)]


def read_marking(words: str) -> Marking:
    """What `TLP` has found."""
    name = words.upper().replace(" ", "")
    return Marking.CLEAR if name == "TLP:WHITE" else Marking(name)
