"""Whose turn it is, case by case. A dash is a message of theirs, a plus one of ours; see `SIGNS`."""

from dataclasses import replace
from datetime import timedelta

import pytest

from jembatan.correspondence.tests.letters import FIRST
from jembatan.correspondence.turn import Turn, Utterance, turn_of

SIGNS = {
    "-": Utterance(None, ours=False, asks=True),
    "=": Utterance(None, ours=False),
    "+": Utterance(None, ours=True),
    "?": Utterance(None, ours=True, asks=True),
    "t": Utterance(None, ours=False, thanks=True),
    "T": Utterance(None, ours=True, thanks=True),
    "s": Utterance(None, ours=False, settles=True),
    "a": Utterance(None, ours=False, automatic=True),
    "A": Utterance(None, ours=True, automatic=True),
    "h": Utterance(None, ours=False, holds=True),
    "H": Utterance(None, ours=True, holds=True),
    "p": Utterance(None, ours=False, pretends=True),
    "i": Utterance(None, ours=True, internal=True),
}


@pytest.mark.parametrize(
    ("conversation", "turn", "since"),
    [
        ("-", Turn.OURS, 0),
        ("=", Turn.OURS, 0),
        ("+", Turn.THEIRS, 0),
        ("-+", Turn.THEIRS, 1),
        ("+-", Turn.OURS, 1),
        ("--", Turn.OURS, 0),
        ("-+--", Turn.OURS, 2),
        ("-+++", Turn.THEIRS, 1),
        ("?a", Turn.THEIRS, 0),
        ("?p", Turn.THEIRS, 0),
        ("-p", Turn.OURS, 0),
        ("-A", Turn.OURS, 0),
        ("-T", Turn.OURS, 0),
        ("?t", Turn.THEIRS, 0),
        ("-+t", Turn.NOBODYS, 2),
        ("-+tt", Turn.NOBODYS, 3),
        ("-?t", Turn.THEIRS, 1),
        ("-+t-", Turn.OURS, 3),
        ("?s", Turn.NOBODYS, 1),
        ("?+s", Turn.NOBODYS, 2),
        ("?st", Turn.NOBODYS, 2),
        ("?sT", Turn.NOBODYS, 1),
        ("?s+", Turn.THEIRS, 2),
        ("?s?s", Turn.NOBODYS, 3),
        ("?s?", Turn.THEIRS, 2),
        ("?ss", Turn.OURS, 2),
        ("?s-", Turn.OURS, 2),
        ("?as", Turn.NOBODYS, 2),
        ("?ts", Turn.NOBODYS, 2),
        ("?=", Turn.OURS, 1),
        ("?=?s", Turn.OURS, 3),
        ("s", Turn.OURS, 0),
        ("+s", Turn.OURS, 1),
        ("s?s", Turn.NOBODYS, 2),
        ("-?s", Turn.OURS, 2),
        ("-+?s", Turn.OURS, 3),
        ("-+t?s", Turn.NOBODYS, 4),
        ("-+s?s", Turn.NOBODYS, 4),
        ("-+t?", Turn.THEIRS, 3),
        ("-i", Turn.OURS, 0),
        ("-H", Turn.OURS, 0),
        ("-H+", Turn.THEIRS, 2),
        ("-+H", Turn.THEIRS, 1),
        ("-+tH", Turn.OURS, 3),
        ("+h", Turn.THEIRS, 0),
        ("?h-", Turn.OURS, 2),
        ("?hs", Turn.NOBODYS, 2),
        ("-h", Turn.OURS, 0),
        ("h", Turn.OURS, 0),
        ("ii", Turn.NOBODYS, None),
        ("a", Turn.NOBODYS, None),
        ("t", Turn.NOBODYS, None),
        ("", Turn.NOBODYS, None),
    ],
)
def test_turn_follows_who_spoke_last(conversation: str, turn: Turn, since: int | None) -> None:
    moments = [FIRST + timedelta(hours=number) for number in range(len(conversation))]
    utterances = [
        replace(u, at=moment) for moment, u in zip(moments, map(SIGNS.__getitem__, conversation), strict=True)
    ]
    assert turn_of(utterances) == (turn, None if since is None else moments[since])
