"""The rhythm of a relation: gaps between days with an exchange, and how long an answer takes."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

type Column = NDArray[np.int64]

QUARTER, LATELY = 90, 12


class Gaps(NamedTuple):
    """In days, between distinct days with an exchange. `days` is how many such days were looked at, `last` the latest."""

    days: int
    last: int
    usual: float
    longest: float


class AnswerTimes(NamedTuple):
    """Seconds, in the order in which the answers came."""

    ours: Column
    theirs: Column


def gaps_of(days: Column) -> Gaps:
    """Of the quarter before the latest day, or of the last twelve days with an exchange where those reach farther back: what was
    usual a year ago is not the rhythm of now. `longest` leaves the one longest gap in ten out.
    """
    distinct = np.unique(days)
    if len(distinct) > LATELY:
        distinct = distinct[
            min(int(np.searchsorted(distinct, distinct[-1] - QUARTER)), len(distinct) - LATELY) :
        ]
    if len(distinct) < 2:
        return Gaps(len(distinct), int(distinct[-1]) if len(distinct) else 0, 0.0, 0.0)
    gaps = np.diff(distinct)
    return Gaps(
        len(distinct),
        int(distinct[-1]),
        float(np.median(gaps)),
        float(np.quantile(gaps, 0.9, method="higher")),
    )


def answer_times(thread: Column, at: Column, way: Column) -> AnswerTimes:
    """A side answers when it speaks after the other in one conversation; counted from the first word that was left without one."""
    spoken = (thread > 0) & (way != 0)
    thread, at, way = thread[spoken], at[spoken], way[spoken]
    if len(at) < 2:
        return AnswerTimes(np.empty(0, np.int64), np.empty(0, np.int64))
    order = np.lexsort((at, thread))
    thread, at, way = thread[order], at[order], way[order]
    begins = np.flatnonzero(np.r_[True, (thread[1:] != thread[:-1]) | (way[1:] != way[:-1])])
    follows = thread[begins[1:]] == thread[begins[:-1]]
    answered, asked = begins[1:][follows], begins[:-1][follows]
    taken, told, side = at[answered] - at[asked], at[answered], way[answered]
    in_time = np.argsort(told, kind="stable")
    taken, side = taken[in_time], side[in_time]
    return AnswerTimes(taken[side < 0], taken[side > 0])


def late_answer(times: Column, *, least: int) -> float | None:
    """Nine answers in ten have come sooner; None where fewer than `least` are known."""
    return float(np.quantile(times, 0.9, method="higher")) if len(times) >= least else None
