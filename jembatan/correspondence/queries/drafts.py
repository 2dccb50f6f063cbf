"""Mail that is being written, as far as the actor may see the conversations that it belongs to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Protocol

from django.db.models import QuerySet

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Draft, DraftVersion, Thread
from jembatan.correspondence.queries.matters import within_visible_matters
from jembatan.dossiers.queries.visible import within_visible_dossiers
from jembatan.platform.prepared import Prepared


def visible_drafts(actor: Actor) -> QuerySet[Draft]:
    """Shared by the desk; one that answers a message, carries a statement, or is about another record, is seen by whoever sees that."""
    within = within_visible_dossiers(actor, field="answers__thread__dossier")
    within &= within_visible_dossiers(actor, field="statement__dossier")
    return Draft.objects.filter(within, within_visible_matters(actor), desk=actor.desk)


def open_drafts(actor: Actor) -> QuerySet[Draft]:
    """Those that somebody may go on with, the latest first."""
    being_written = visible_drafts(actor).filter(state=Draft.State.OPEN)
    return being_written.select_related("saved_by", "answers").order_by("-saved_at", "-pk")


def drafts_in(actor: Actor, thread: Thread) -> list[Draft]:
    """Open answers to messages of this conversation, the latest first."""
    if not _OPEN_IN.rows(thread.pk):
        return []
    return list(open_drafts(actor).filter(answers__thread=thread))


_OPEN_IN = Prepared(
    lambda thread: Draft.objects.filter(answers__thread=thread, state=Draft.State.OPEN).only("pk")[:1], -1
)


@dataclass(frozen=True, slots=True)
class Difference:
    """A stretch of words that both have (`same`), that only the older has (`gone`), or only the newer (`added`)."""

    kind: str
    text: str


class Worded(Protocol):
    """Something that was written, at some moment."""

    @property
    def text(self) -> str:
        """What it says."""


@dataclass(frozen=True, slots=True)
class Wording[Version]:
    """A version, with what its text changed in the one before."""

    version: Version
    differences: list[Difference]


def wordings(draft: Draft) -> list[Wording[DraftVersion]]:
    """Every version that was kept, the latest first."""
    return compared(list(draft.versions.select_related("user").order_by("version")))


def compared[Version: Worded](versions: Sequence[Version]) -> list[Wording[Version]]:
    """Each with what changed in it; they come the earliest first and go the latest first."""
    first = [Wording(version, [Difference("same", version.text)]) for version in versions[:1]]
    later = [Wording(new, differences(old.text, new.text)) for old, new in pairwise(versions)]
    return [*first, *later][::-1]


def differences(old: str, new: str) -> list[Difference]:
    """Word by word."""
    before, after = list(_words(old)), list(_words(new))
    found: list[Difference] = []
    matcher = SequenceMatcher(None, before, after, autojunk=len(before) > 2000)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind == "equal":
            found.append(Difference("same", "".join(before[start:end])))
            continue
        found.append(Difference("gone", "".join(before[start:end])))
        found.append(Difference("added", "".join(after[new_start:new_end])))
    return [each for each in found if each.text]


def _words(text: str) -> Iterator[str]:
    """Each word with the space behind it, so that together they are the text."""
    word: list[str] = []
    for letter in text:
        if word and word[-1].isspace() and not letter.isspace():
            yield "".join(word)
            word = []
        word.append(letter)
    if word:
        yield "".join(word)
