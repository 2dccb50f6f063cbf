"""Where a paper stands: written, asked about, cleared, changed since, over."""

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jembatan.papers.models import Paper, Question
from jembatan.papers.models.question import ASKED, RETURNED, WITHDRAWN


class State(StrEnum):
    """What may be done with a paper. `CLEARED`: it stands as it was given out last, whether or not that needed a decision."""

    DRAFT = "draft"
    ASKED = "asked"
    RETURNED = "returned"
    CLEARED = "cleared"
    CHANGED = "changed"
    EXPIRED = "expired"


STATES: dict[State, Promise] = {
    State.DRAFT: _("being written"),
    State.ASKED: _("waits for clearance"),
    State.RETURNED: _("returned"),
    State.CLEARED: _("cleared"),
    State.CHANGED: _("changed since it was cleared"),
    State.EXPIRED: _("over"),
}


@dataclass(frozen=True)
class Standing[P: Paper, Q: Question]:
    """`last` is the latest question that was not withdrawn, `given` the latest that is given out, or was."""

    paper: P
    last: Q | None
    given: Q | None

    words: ClassVar[Mapping[State, Promise]] = STATES

    @property
    def state(self) -> State:
        """A question about words that have changed since is none any more."""
        if self.last is not None and self.last.state == ASKED and self._stands(self.last):
            return State.ASKED
        if self.last is not None and self.last.state == RETURNED:
            return State.RETURNED
        if self.given is None:
            return State.DRAFT
        if not self._stands(self.given):
            return State.CHANGED
        return State.CLEARED if self.holds else State.EXPIRED

    @property
    def told(self) -> Promise:
        """The state in words."""
        return self.words[self.state]

    @property
    def holds(self) -> bool:
        """Something is given out."""
        return self.given is not None

    @property
    def asked(self) -> Q | None:
        """The question that waits for a decision about the paper as it stands."""
        return self.last if self.state is State.ASKED else None

    def _stands(self, question: Q) -> bool:
        return question.fingerprint == self.paper.fingerprint


def latest[P: Paper, Q: Question](
    papers: Iterable[P], questions: QuerySet[Q], *, of: Callable[[Q], int], given: Container[str]
) -> list[tuple[P, Q | None, Q | None]]:
    """Each paper with its `last` question and the last that is `given` out, one of these states, among its `questions`.

    One query, none for no papers. The kept documents stay where they are.
    """
    rows = list(papers)
    last: dict[int, Q] = {}
    out: dict[int, Q] = {}
    asked = questions.exclude(state=WITHDRAWN).defer("document", "words").order_by("pk")
    for each in asked if rows else ():
        last[of(each)] = each
        if each.state in given:
            out[of(each)] = each
    return [(paper, last.get(paper.pk), out.get(paper.pk)) for paper in rows]
