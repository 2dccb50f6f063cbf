"""What was asked and told, read out of the mails of the last months; of each its beginning, without what it quotes."""

from collections.abc import Iterator

import numpy as np
from django.db.models import Q
from django.db.models.functions import Left
from numpy.typing import NDArray

from jembatan.correspondence.formats.quotation import split
from jembatan.correspondence.models import Message
from jembatan.radar.analysis.facts import DAY, OUT, Claim, Question
from jembatan.radar.analysis.words import questions_in, told_in
from jembatan.radar.queries.columns import Columns

QUESTIONS, CLAIMS, READ, AT_ONCE = 90, 60, 1500, 5000


def questions_of(columns: Columns, *, now: int) -> dict[int, list[Question]]:
    """What partners ask in mails of a quarter that want an answer."""
    asked = (columns["asks"] > 0) & (columns["way"] > 0) & (columns["at"] >= now - QUESTIONS * DAY)
    found: dict[int, list[Question]] = {}
    answers = _answers(columns)
    for row, text in _texts(columns, asked, Q(text__contains="?")):
        at, thread = int(columns["at"][row]), int(columns["thread"][row])
        answered = next((moment for moment in answers.get(thread, ()) if moment > at), 0)
        entry = int(columns["entry"][row])
        for words in questions_in(text):
            question = Question(at, entry, thread, words, answered)
            found.setdefault(int(columns["partner"][row]), []).append(question)
    return found


def claims_of(columns: Columns, *, now: int) -> dict[int, list[Claim]]:
    """What ours have told partners in two months; of partners that one of ours alone has written to, nothing."""
    sent = (columns["way"] == OUT) & (columns["ours"] > 0) & (columns["at"] >= now - CLAIMS * DAY)
    pairs = np.unique(np.stack([columns["partner"][sent], columns["ours"][sent]]), axis=1)
    partners, writers = np.unique(pairs[0], return_counts=True)
    sent &= np.isin(columns["partner"], partners[writers > 1])
    found: dict[int, list[Claim]] = {}
    for row, text in _texts(columns, sent, Q(text__regex="[0-9]")):
        at, entry, ours = (int(columns[name][row]) for name in ("at", "entry", "ours"))
        for told in told_in(text):
            claim = Claim(at, entry, ours, *told)
            found.setdefault(int(columns["partner"][row]), []).append(claim)
    return found


def _texts(columns: Columns, chosen: NDArray[np.bool_], telling: Q) -> Iterator[tuple[int, str]]:
    """Of mails that can hold what is looked for."""
    rows = np.flatnonzero(chosen & (columns["message"] > 0))
    for begin in range(0, len(rows), AT_ONCE):
        part = rows[begin : begin + AT_ONCE]
        texts = _own_words(columns["message"][part].tolist(), telling)
        for row in part.tolist():
            if text := texts.get(int(columns["message"][row])):
                yield row, text


def _own_words(messages: list[int], telling: Q) -> dict[int, str]:
    rows = Message.objects.filter(telling, pk__in=messages).annotate(beginning=Left("text", READ))
    return {pk: split(text).reply for pk, text in rows.values_list("pk", "beginning")}


def _answers(columns: Columns) -> dict[int, list[int]]:
    """When we spoke in each conversation."""
    spoke = (columns["way"] == OUT) & (columns["thread"] > 0)
    found: dict[int, list[int]] = {}
    for thread, at in zip(columns["thread"][spoke].tolist(), columns["at"][spoke].tolist(), strict=True):
        found.setdefault(thread, []).append(at)
    return found
