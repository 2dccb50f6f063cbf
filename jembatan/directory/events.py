"""What the directory announces: the journal writes it down, others may follow."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils import translation

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.platform.events import announce
from jembatan.platform.markings import Marking, highest

type Party = Person | Organisation


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectoryChanged:
    """People or organisations were added, changed, removed or brought back; announced inside the transaction.

    `summary` is one sentence in the language of the desk, `detail` the values before and after.
    """

    actor: Actor
    parties: tuple[Party, ...]
    summary: str
    detail: str = ""
    added: bool = False

    @property
    def marking(self) -> Marking:
        """The highest marking among the parties: what is said about them travels no further than they do."""
        return highest(party.marking for party in self.parties)


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectoryExported:
    """Records left the house in a file."""

    actor: Actor
    file_name: str
    count: int
    marking: Marking


def tell(
    actor: Actor,
    parties: Iterable[Party],
    sentence: Any,
    *,
    detail: str = "",
    added: bool = False,
    **values: object,
) -> None:
    """Announce a change. `sentence` is a lazy translation with named placeholders, filled in the desk's language."""
    with translation.override(actor.desk.language):
        summary = str(sentence) % {name: str(value) for name, value in values.items()}
    announce(
        DirectoryChanged(actor=actor, parties=tuple(parties), summary=summary, detail=detail, added=added)
    )
