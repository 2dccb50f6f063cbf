"""Questions about a paper, and what becomes of them. The room's action says who may, and holds the paper."""

from typing import Any

from django.db.models import Manager
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.refusals import Refused
from jembatan.papers.models import Paper, Question
from jembatan.papers.models.question import ASKED, CLEARED, RETURNED, WITHDRAWN
from jembatan.papers.queries.fingerprint import words_now


def ask[Q: Question](questions: Manager[Q], paper: Paper, document: dict[str, Any], **own: object) -> Q:
    """The paper as it stands is one more of its `questions`, `own` is what the room keeps beside. An earlier one that nobody has decided is withdrawn."""
    questions.filter(state=ASKED).update(state=WITHDRAWN)
    return questions.create(
        fingerprint=paper.fingerprint,
        words=words_now(paper),
        document=document,
        marking=document["marking"],
        **own,
    )


def still_asked[Q: Question](questions: Manager[Q], question: Q) -> Q:
    """That one of a paper's questions, locked. Raises `Refused` where nobody needs to decide it any more, `DoesNotExist`."""
    found = questions.select_for_update(of=("self",)).get(pk=question.pk)
    if found.state != ASKED:
        raise Refused(_("This question is decided or withdrawn."))
    return found


def withdraw[Q: Question](asked: Q) -> Q:
    """Nobody needs to decide any more."""
    asked.state = WITHDRAWN
    asked.save(update_fields=["state"])
    return asked


def clear[Q: Question](actor: Actor, asked: Q) -> Q:
    """What was read is what holds from now on. Raises `Refused` where the paper has changed since it was asked."""
    if asked.fingerprint != asked.paper.fingerprint:
        raise Refused(_("The text has changed since you were asked. Whoever changed it asks anew."))
    return _decided(actor, asked, CLEARED)


def give_back[Q: Question](actor: Actor, asked: Q, *, comment: str) -> Q:
    """With what has to change. Raises `Refused` where that is not said."""
    asked.comment = comment.replace("\x00", "").strip()
    if not asked.comment:
        raise Refused(_("Write what has to change."))
    return _decided(actor, asked, RETURNED)


def _decided[Q: Question](actor: Actor, asked: Q, state: str) -> Q:
    asked.state = state
    asked.decided_by, asked.decided_at = actor.user, timezone.now()
    asked.save(update_fields=["state", "comment", "decided_by", "decided_at"])
    return asked
