"""What the rules read of one partner: exchanges as columns, and the few records that hang on them. Times are seconds of the epoch."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from jembatan.radar.analysis.rhythm import AnswerTimes, Gaps, answer_times, gaps_of

DAY = 86_400
IN, OUT, BOTH = 1, -1, 0

type Column = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Exchanges:
    """One row an entry of the journal in which something happened with the partner, in the order of time.

    `way` is IN for what they said, OUT for what we said, BOTH for a meeting. `ours` and `theirs` number whoever spoke (0: not known),
    `thread` the conversation (0: none). `language` numbers the language written (0: not known), `hour` is the hour of the day at the partner (-1: not known).
    """

    entry: Column
    at: Column
    way: Column
    ours: Column
    theirs: Column
    thread: Column
    language: Column
    hour: Column

    def __len__(self) -> int:
        return len(self.at)

    def rows(self, chosen: NDArray[np.bool_]) -> "Exchanges":
        """Those rows alone."""
        return Exchanges(*(getattr(self, name)[chosen] for name in COLUMNS))


COLUMNS = ("entry", "at", "way", "ours", "theirs", "thread", "language", "hour")


def no_exchanges() -> Exchanges:
    """Nothing has happened."""
    return Exchanges(*(np.empty(0, np.int64) for _name in COLUMNS))


class Wait(NamedTuple):
    """A conversation or a statement that wants an answer. `due` 0: nobody has said; `name` its subject."""

    key: str
    ours: bool
    since: int
    due: int
    entry: int
    name: str


class Promise(NamedTuple):
    """Open. `due` 0: undated; `moved` how often its day has moved."""

    key: int
    ours: bool
    made: int
    due: int
    moved: int
    entry: int
    name: str


class Question(NamedTuple):
    """What they have asked, as a set of its telling words. `answered` 0: not yet."""

    at: int
    entry: int
    thread: int
    words: frozenset[str]
    answered: int


class Claim(NamedTuple):
    """A figure or a date that one of ours told them: about what (telling words), in which unit, and the value."""

    at: int
    entry: int
    ours: int
    about: frozenset[str]
    unit: str
    value: str


class Said(NamedTuple):
    """A wording of a line to take was said to them. `over` is since when it should not have been (0: it was good).

    `cleared` is an entry of the line itself, where that stands in a dossier: whoever may not see the line learns nothing of it (0: none).
    """

    at: int
    entry: int
    line: int
    over: int
    name: str
    cleared: int = 0


class Held(NamedTuple):
    """A meeting that is over."""

    key: int
    ended: int
    minuted: int
    entry: int
    name: str


class Carried(NamedTuple):
    """An open action, and at how many meetings with them since it was on the agenda again."""

    key: int
    arose: int
    times: int
    entry: int
    name: str


class Lost(NamedTuple):
    """An address at which mail comes back, or somebody who has left and is still written to."""

    key: str
    at: int
    left: bool
    entry: int
    name: str


class Unsaid(NamedTuple):
    """A mail that asked to be said back, and by whom it was not."""

    key: int
    expected: int
    missing: int
    asked: int
    entry: int
    name: str


class Awaited(NamedTuple):
    """An officer of a programme who has not come to a duty with them; `missing` once that is a no-show."""

    key: int
    since: int
    missing: bool
    entry: int
    name: str
    duty: str


class Handed(NamedTuple):
    """What an officer of theirs left open, and the next one has not acknowledged. `begins` is when the first duty of it does (0: none is named)."""

    key: int
    made: int
    begins: int
    entry: int
    name: str
    before: str


class Copied(NamedTuple):
    """One of ours has got a copy of what was said in a conversation."""

    thread: int
    ours: int


class Written(NamedTuple):
    """One of ours has written to one of theirs."""

    at: int
    entry: int
    ours: int
    theirs: int


@dataclass(frozen=True, slots=True)
class Answerable:
    """Who of ours answers for the partner. `lead` 0: nobody; `active` is when the lead last did anything, `here` whether still with us."""

    lead: int = 0
    deputy: int = 0
    active: int = 0
    here: bool = True


@dataclass(frozen=True)
class Facts:
    """One partner at one moment."""

    now: int
    exchanges: Exchanges = field(default_factory=no_exchanges)
    waits: tuple[Wait, ...] = ()
    promises: tuple[Promise, ...] = ()
    questions: tuple[Question, ...] = ()
    claims: tuple[Claim, ...] = ()
    said: tuple[Said, ...] = ()
    held: tuple[Held, ...] = ()
    carried: tuple[Carried, ...] = ()
    lost: tuple[Lost, ...] = ()
    unsaid: tuple[Unsaid, ...] = ()
    awaited: tuple[Awaited, ...] = ()
    handed: tuple[Handed, ...] = ()
    copied: tuple[Copied, ...] = ()
    written: tuple[Written, ...] = ()
    answerable: Answerable = Answerable()
    departments: Mapping[int, str] = field(default_factory=dict)
    names: Mapping[int, str] = field(default_factory=dict)
    people: Mapping[int, str] = field(default_factory=dict)

    @cached_property
    def gaps(self) -> Gaps:
        """How many days usually lie between two days with an exchange."""
        return gaps_of(self.exchanges.at // DAY)

    @cached_property
    def answers(self) -> AnswerTimes:
        """How long each side usually takes to answer."""
        spoken = self.exchanges
        return answer_times(spoken.thread, spoken.at, spoken.way)

    def since(self, days: int) -> Exchanges:
        """The exchanges of the last days."""
        return self.exchanges.rows(self.exchanges.at >= self.now - days * DAY)
