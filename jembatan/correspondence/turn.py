"""Whose turn it is to speak: computed from who spoke last to the other side, and since when."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from jembatan.correspondence.models import Thread

Turn = Thread.Turn


@dataclass(frozen=True, slots=True)
class Utterance:
    """What a message contributes: its side, and whether it counts at all (see the fields of `Message`).

    `understood`: everybody who was asked to say back a mail of ours has said that they understand it so.
    """

    at: datetime | None
    ours: bool
    automatic: bool = False
    pretends: bool = False
    thanks: bool = False
    asks: bool = False
    internal: bool = False
    settles: bool = False
    understood: bool = False
    holds: bool = False


@dataclass(frozen=True, slots=True)
class _Standing:
    """How the conversation stands after some of it.

    `asked`: we have asked since they spoke last. `owing`: they have said something that our question did not answer.
    """

    turn: Turn = Turn.NOBODYS
    since: datetime | None = None
    asked: bool = False
    owing: bool = False


def turn_of(utterances: Iterable[Utterance]) -> tuple[Turn, datetime | None]:
    """The turn in a conversation (given in order), and since when the waiting side has waited.

    What programs write, bare thanks, mail among ourselves and mail that pretends to be ours pass no turn. The side that did not speak last is up, since
    the first message that it has left without an answer. The matter is closed, nobody's, where

    - we answered without a question, and the others have only thanked since;
    - we asked, and the first that they said was a short answer that leaves nothing open (`settles`);
    - we asked them to say back what they understood, they understood it so, and have said nothing else since our mail.

    A reply that only promises an answer (`holds`) passes no turn to the other side; where nothing was open, we are up for what
    we have promised.

    Everything else that they say is for us to look at, so that no request is lost: a counter-question of ours leaves what
    they wanted open, whatever they answer to it, and our own thanks close nothing.
    """
    standing = _Standing()
    for utterance in utterances:
        if not (utterance.automatic or utterance.internal or utterance.pretends):
            standing = (_after_ours if utterance.ours else _after_theirs)(standing, utterance)
    return standing.turn, standing.since


def _after_ours(before: _Standing, said: Utterance) -> _Standing:
    if said.thanks or (said.holds and before.turn != Turn.NOBODYS):
        return before
    if said.holds:
        return _Standing(Turn.OURS, said.at, owing=True)
    if before.turn == Turn.THEIRS:
        return replace(before, asked=before.asked or said.asks)
    return _Standing(Turn.THEIRS, said.at, asked=said.asks, owing=before.owing)


def _after_theirs(before: _Standing, said: Utterance) -> _Standing:
    if said.understood:
        return _Standing(Turn.NOBODYS, said.at) if before.turn == Turn.THEIRS else before
    if said.holds and before.turn == Turn.THEIRS:
        return before
    answered = before.turn == Turn.THEIRS and not before.asked
    if said.thanks:
        closed = before.turn == Turn.NOBODYS and before.since is not None
        return _Standing(Turn.NOBODYS, said.at) if answered or closed else before
    if before.turn == Turn.THEIRS and before.asked and not before.owing and said.settles:
        return _Standing(Turn.NOBODYS, said.at)
    return _Standing(
        Turn.OURS,
        before.since if before.turn == Turn.OURS else said.at,
        owing=not said.settles or (before.owing and not answered),
    )
