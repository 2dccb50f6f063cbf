"""What the desk knows about the receivers of a letter; an empty `Knowledge` says that it knows nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from jembatan.platform.markings import Marking


class NameOrder(StrEnum):
    """Where the family name stands; the values are those of the directory."""

    AS_WRITTEN = "as_written"
    FAMILY_FIRST = "family_first"
    FAMILY_LAST = "family_last"
    GIVEN_ONLY = "given_only"


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of the glossary: write `use` where one might write `avoid`; `language` is empty where it holds in each."""

    language: str
    avoid: str
    use: str


@dataclass(frozen=True, slots=True)
class Told:
    """Something that was said before: to this partner, or in a line that the desk has cleared. `source` names where."""

    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Kept:
    """Something that may not leave the house: a restricted note, a mandate. `source` names it for the desk.

    Of a limit, one figure with its unit `gives_away` everything, and so does a short wording as a whole; of a note only a long passage does.
    """

    text: str
    source: str
    gives_away: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording of a line to take. `fault` says why nobody may say it any more ("" for one that holds), `instead` what holds now."""

    topic: str
    text: str
    fault: str = ""
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a line to take says not to say; `language` as in a `Term`."""

    topic: str
    language: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Receiver:
    """What is known about one receiver. `left_on` is the last day in the post when no other post is held today."""

    email: str
    name: str = ""
    titles: str = ""
    form_of_address: str = ""
    call_name: str = ""
    name_order: NameOrder = NameOrder.AS_WRITTEN
    languages: frozenset[str] = frozenset()
    time_zone: str = ""
    position: str = ""
    organisation: str = ""
    left_on: date | None = None
    highest: Marking | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """Everything that the rules may lean on.

    `receivers` by lower-case address. `domains` are those that the desk has exchanged mail with or knows from the directory;
    empty where it knows none. `acronyms` have been given to every receiver, `told` is in the order in which it was said.
    """

    our_domains: frozenset[str] = frozenset()
    our_addresses: frozenset[str] = frozenset()
    our_time_zone: str = ""
    our_organisation: str = ""
    receivers: Mapping[str, Receiver] = field(default_factory=dict)
    domains: frozenset[str] = frozenset()
    acronyms: frozenset[str] = frozenset()
    glossary: tuple[Term, ...] = ()
    told: tuple[Told, ...] = ()
    kept: tuple[Kept, ...] = ()
    wordings: tuple[Wording, ...] = ()
    phrases: tuple[Phrase, ...] = ()
