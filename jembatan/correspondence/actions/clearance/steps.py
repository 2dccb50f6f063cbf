"""One step of clearance written down: asked, cleared, lapsed."""

from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.correspondence.models import Clearance, Clearer, Draft
from jembatan.correspondence.models.draft import WRITTEN
from jembatan.correspondence.queries.clearance.path import Path, Standing

State = Clearance.State


def ask_next(draft: Draft, path: Path, *, asked_by: User | None) -> Clearance | None:
    """Ask for the first step that is missing, unless it is asked already.

    None where nothing is missing, and where those who come next are consulted: they are sent a text and a question.
    """
    standing = next(iter(path.open), None)
    if standing is None or standing.step.clearer == Clearer.CONSULTED:
        return None
    if standing.asked:
        return standing.asked
    clearance = _request(draft, standing)
    clearance.asked_by = asked_by
    clearance.fingerprint = path.fingerprint
    clearance.save()
    return clearance


def clear_step(actor: Actor, draft: Draft, standing: Standing, *, mark: str) -> Clearance:
    """The actor, who may, clears the draft as it stands; a request that waits is answered by that."""
    clearance = standing.asked or _request(draft, standing)
    clearance.state = State.CLEARED
    clearance.fingerprint = mark
    for name in WRITTEN:
        setattr(clearance, name, getattr(draft, name))
    clearance.asked_by = clearance.asked_by or clearance.writer
    clearance.decided_by, clearance.decided_at = actor.user, timezone.now()
    clearance.by_head = actor.may_clear
    clearance.save()
    return clearance


def let_lapse(draft: Draft, path: Path) -> None:
    """What was cleared in other words, and requests that nobody wants any more, are over."""
    cleared = draft.clearances.filter(state=State.CLEARED)
    cleared.exclude(fingerprint=path.fingerprint).update(state=State.LAPSED)
    wanted = [each.asked.pk for each in path.open if each.asked]
    draft.clearances.filter(state=State.ASKED).exclude(pk__in=wanted).update(state=State.LAPSED)


def _request(draft: Draft, standing: Standing) -> Clearance:
    words = {name: getattr(draft, name) for name in WRITTEN}
    return Clearance(
        desk=draft.desk,
        draft=draft,
        clearer=standing.step.clearer,
        member_id=standing.step.member,
        address=standing.step.address,
        writer_id=standing.writer,
        uploaders=sorted(standing.uploaders),
        **words,
    )
