"""Giving a partner a link to their own steps, what they answer by it, and what becomes of that."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor, any_reader
from jembatan.directory.models import Person
from jembatan.dossiers.actions.changing import Party, locked, tell
from jembatan.dossiers.actions.refusals import Refused
from jembatan.dossiers.actions.share import require_may_leave
from jembatan.dossiers.actions.steps import move_step, settle_step
from jembatan.dossiers.events import Change
from jembatan.dossiers.models import Dossier, FollowUp, Step, StepAnswer
from jembatan.dossiers.queries.follow_up import is_good, their_steps
from jembatan.platform.access import require_officer, require_writer
from jembatan.platform.links import LinkTo
from jembatan.platform.markings import Marking

LASTS = timedelta(days=90)
LONGEST_WORDS = 2000
MOST_ANSWERS = 50
Kind = StepAnswer.Kind
SAID = {
    Kind.CONFIRMED: Change.PARTNER_CONFIRMED,
    Kind.DONE: Change.PARTNER_DONE,
    Kind.OTHER_DAY: Change.PARTNER_OTHER_DAY,
}


class LinkOver(Exception):
    """The link is expired, replaced or closed."""


@transaction.atomic
def open_follow_up(
    actor: Actor, dossier: Dossier, party: Party, *, marking: Marking, language: str
) -> FollowUp:
    """A link that lasts ninety days; an earlier one of the same party is worthless from now on. Raises `Refused`."""
    require_officer(actor)
    current = locked(actor, dossier)
    which = {"person": party} if isinstance(party, Person) else {"organisation": party}
    if not current.parties.filter(**which).exists():
        raise Refused(_("Make %(name)s a party to this dossier first.") % {"name": party})
    require_may_leave(actor, [party], marking)
    follow_up = FollowUp.objects.filter(dossier=current, **which).first()
    if follow_up is None:
        follow_up = FollowUp(desk=actor.desk, dossier=current, issue=0, **which)
    follow_up.issue += 1
    follow_up.marking, follow_up.language, follow_up.made_by = marking, language, actor.user
    follow_up.until, follow_up.closed_at = timezone.now() + LASTS, None
    follow_up.save()
    tell(actor, current, Change.FOLLOW_UP, party=party)
    return follow_up


@transaction.atomic
def close_follow_up(actor: Actor, follow_up: FollowUp) -> None:
    """The link shows nothing any more. `reopen_follow_up` is the way back."""
    require_officer(actor)
    locked(actor, follow_up.dossier)
    FollowUp.objects.filter(pk=follow_up.pk).update(closed_at=timezone.now())


@transaction.atomic
def reopen_follow_up(actor: Actor, follow_up: FollowUp) -> None:
    """The same link works again."""
    require_officer(actor)
    locked(actor, follow_up.dossier)
    FollowUp.objects.filter(pk=follow_up.pk).update(closed_at=None)


@transaction.atomic
def answer_step(
    link: LinkTo, step_id: int, kind: StepAnswer.Kind, *, day: date | None = None, words: str = ""
) -> StepAnswer:
    """What the holder of the link says of one of their steps. Raises `LinkOver`, `Step.DoesNotExist`, `Refused`."""
    rows = FollowUp.objects.select_for_update(of=("self",))
    follow_up = rows.select_related("dossier__desk", "organisation", "person").filter(pk=link.number).first()
    if follow_up is None or not is_good(link, follow_up):
        raise LinkOver
    step = next((each for each in their_steps(follow_up) if each.pk == step_id), None)
    if step is None:
        raise Step.DoesNotExist
    if step.state != Step.State.OPEN:
        raise Refused(_("This step is settled already. Thank you."))
    if kind == Kind.OTHER_DAY and day is None:
        raise Refused(_("Please say which day you ask for."))
    if kind == Kind.OTHER_DAY and day is not None and day < timezone.localdate():
        raise Refused(_("Please ask for a day that is still to come."))
    if StepAnswer.objects.filter(step=step, follow_up=follow_up).count() >= MOST_ANSWERS:
        raise Refused(_("You have answered very often here. Please write to us instead."))
    now = timezone.now()
    StepAnswer.objects.filter(step=step, follow_up=follow_up, settled_at__isnull=True).update(settled_at=now)
    answer = StepAnswer.objects.create(
        step=step,
        follow_up=follow_up,
        kind=kind,
        day=day if kind == Kind.OTHER_DAY else None,
        words=words.replace("\x00", "").strip()[:LONGEST_WORDS],
        settled_at=now if kind == Kind.CONFIRMED else None,
        accepted=kind == Kind.CONFIRMED,
    )
    _tell(follow_up, step, answer)
    return answer


@transaction.atomic
def settle_answer(actor: Actor, answer: StepAnswer, *, accepted: bool) -> StepAnswer:
    """Accepted, the step is done or moved to their day. What is settled already stays as it is."""
    require_writer(actor)
    locked(actor, answer.step.dossier)
    current = (
        StepAnswer.objects.select_for_update(of=("self",)).select_related("step__dossier").get(pk=answer.pk)
    )
    if current.settled_at is not None:
        return current
    current.settled_at, current.accepted = timezone.now(), accepted
    current.save(update_fields=["settled_at", "accepted"])
    if accepted and current.kind == Kind.DONE:
        settle_step(actor, current.step, Step.State.DONE)
    elif accepted and current.day is not None:
        move_step(actor, current.step, current.day)
    return current


def _tell(follow_up: FollowUp, step: Step, answer: StepAnswer) -> None:
    """In the partner's name."""
    dossier = follow_up.dossier
    partner = any_reader(dossier.desk, within=frozenset({dossier.pk}), label=str(follow_up.party))
    said = f"{step.title} ({answer.day.isoformat()})" if answer.day else step.title
    tell(
        partner,
        dossier,
        SAID[Kind(answer.kind)],
        party=follow_up.party,
        name=said,
        marking=step.marking,
        words=answer.words,
    )
