"""Sentences that promise something, or ask for something: who owes it and how firmly, as their words say.

What counts is what can be checked afterwards as done or not: no courtesy, no attendance, no description of an event, no standing
rule, nothing that is done already, nothing that hangs on an open condition.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from jembatan.commitments.formats.english_words import COMMON as ENGLISH
from jembatan.commitments.formats.indonesian_words import COMMON as INDONESIAN
from jembatan.commitments.formats.sentences import sentences
from jembatan.correspondence.formats.courtesies import is_courtesy

LONGEST_TEXT = 60_000
WORD = re.compile(r"[a-z]+")


class Owes(StrEnum):
    """Whoever writes or speaks, whoever reads or listens, or somebody whom the sentence names."""

    WRITER = "writer"
    READER = "reader"
    NAMED = "named"


class Firmness(StrEnum):
    """How firm it is; what is only asked for is nobody's word yet."""

    WILL = "will"
    INTENDS = "intends"
    LOOKS = "looks"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Spoken:
    """One sentence, exactly as it stands at `span`."""

    sentence: str
    span: tuple[int, int]
    firmness: Firmness
    owes: Owes


def find_promises(text: str, *, wrapped: bool = True) -> list[Spoken]:
    """All of them in the order of the text; of a very long text, its beginning. `wrapped` as for `sentences`."""
    text = text[:LONGEST_TEXT]
    found = []
    for start, end in sentences(text, wrapped=wrapped):
        if read := read_sentence(text[start:end]):
            found.append(Spoken(text[start:end], (start, end), *read))
    return found


def read_sentence(sentence: str) -> tuple[Firmness, Owes] | None:
    """None where it neither promises nor asks."""
    # A hundred patterns, which few processes need.
    from jembatan.commitments.formats import english, indonesian

    words = " ".join(sentence.split())
    if is_courtesy(words):
        return None
    heard = set(WORD.findall(words.lower()))
    is_english, is_indonesian = not heard.isdisjoint(ENGLISH), not heard.isdisjoint(INDONESIAN)
    found = None
    if is_indonesian or not is_english:
        found = indonesian.read(words)
    if found is None and (is_english or not is_indonesian):
        found = english.read(words)
    return (Firmness(found[0]), Owes(found[1])) if found else None
