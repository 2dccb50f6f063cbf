"""The plan of a matter: steps are added, worded, moved, done, dropped."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.actions.changing import Party, locked, tell
from jembatan.dossiers.actions.refusals import Refused
from jembatan.dossiers.events import Change
from jembatan.dossiers.models import Dossier, Step
from jembatan.dossiers.queries.plan import possible_owners
from jembatan.platform.access import require_writer
from jembatan.platform.markings import LoweredMarking, Marking, is_lower
from jembatan.platform.ui.moments import day_text

MOST_STEPS = 200
SETTLED = {
    Step.State.OPEN: Change.STEP_REOPENED,
    Step.State.DONE: Change.STEP_DONE,
    Step.State.DROPPED: Change.STEP_DROPPED,
}


class StepChangedMeanwhile(Exception):
    """Someone else has edited the step since it was opened for editing; `step` is what stands now."""

    def __init__(self, step: Step) -> None:
        self.step = step

    def __str__(self) -> str:
        return _("Someone changed this step in the meantime. Compare both versions and save again.")


@dataclass(frozen=True, slots=True, kw_only=True)
class StepContent:
    """What a step says."""

    title: str
    ours: User | None = None
    theirs: Party | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    after: Step | None = None
    marking: Marking = Marking.AMBER


@transaction.atomic
def add_step(actor: Actor, dossier: Dossier, content: StepContent) -> Step:
    """Another step. Raises `Refused`."""
    require_writer(actor)
    step = insert_step(actor, locked(actor, dossier), content)
    _tell(actor, step, Change.STEP_ADDED)
    return step


def insert_step(actor: Actor, dossier: Dossier, content: StepContent) -> Step:
    """Into a dossier that the caller holds, and tells of. Raises `Refused`."""
    if dossier.steps.count() >= MOST_STEPS:
        raise Refused(_("A plan holds two hundred steps."))
    step = Step(desk=actor.desk, dossier=dossier)
    _fill(step, content)
    step.save()
    return step


@transaction.atomic
def edit_step(
    actor: Actor, step: Step, content: StepContent, *, version: int, confirmed: bool = False
) -> Step:
    """New wording for the version that the editor had before them.

    Raises `StepChangedMeanwhile`, `Refused`, and `LoweredMarking` unless `confirmed`.
    """
    require_writer(actor)
    current = _held(actor, step)
    if current.version != version:
        raise StepChangedMeanwhile(current)
    if is_lower(content.marking, than=current.marking) and not confirmed:
        raise LoweredMarking
    before = current.ends_on
    _fill(current, content)
    _save_moved(actor, current, before)
    return current


@transaction.atomic
def move_step(actor: Actor, step: Step, ends_on: date) -> Step:
    """It ends on another day, and begins no later."""
    require_writer(actor)
    current = _held(actor, step)
    before = current.ends_on
    current.ends_on = ends_on
    if current.starts_on and current.starts_on > ends_on:
        current.starts_on = ends_on
    _save_moved(actor, current, before)
    return current


@transaction.atomic
def settle_step(actor: Actor, step: Step, state: Step.State) -> Step:
    """Done, dropped, or open again; what is so already stays as it is."""
    require_writer(actor)
    current = _held(actor, step)
    if current.state != state:
        current.state = state
        current.version += 1
        current.save(update_fields=["state", "version"])
        _tell(actor, current, SETTLED[state])
    return current


def _save_moved(actor: Actor, step: Step, before: date | None) -> None:
    step.version += 1
    step.save()
    if before and step.ends_on and before != step.ends_on:
        with translation.override(actor.desk.language):
            days = f" ({day_text(before)} → {day_text(step.ends_on)})"
        _tell(actor, step, Change.STEP_MOVED, more=days)


def _held(actor: Actor, step: Step) -> Step:
    dossier = locked(actor, step.dossier)
    current = Step.objects.select_related("organisation", "person").get(pk=step.pk)
    current.dossier = dossier
    return current


def _fill(step: Step, content: StepContent) -> None:
    """Raises `Refused` for what cannot be."""
    if content.starts_on and content.ends_on and content.starts_on > content.ends_on:
        raise Refused(_("A step ends after it begins."))
    if content.ours and content.ours.pk != step.ours_id and content.ours not in possible_owners(step.dossier):
        raise Refused(_("Only somebody who sees this dossier can own a step of it."))
    if content.theirs and content.theirs != step.theirs and not _is_party(step.dossier, content.theirs):
        raise Refused(_("Make %(name)s a party to this dossier first.") % {"name": content.theirs})
    if content.after and _leads_back(content.after, step):
        raise Refused(_("“%(step)s” comes after this one already.") % {"step": content.after})
    step.title, step.ours, step.after = content.title, content.ours, content.after
    step.organisation = content.theirs if isinstance(content.theirs, Organisation) else None
    step.person = content.theirs if isinstance(content.theirs, Person) else None
    step.starts_on, step.ends_on, step.marking = content.starts_on, content.ends_on, content.marking


def _is_party(dossier: Dossier, party: Party) -> bool:
    which = {"person": party} if isinstance(party, Person) else {"organisation": party}
    return dossier.parties.filter(**which).exists()


def _leads_back(earlier: Step, step: Step) -> bool:
    if earlier.dossier_id != step.dossier_id:
        return True
    follows = dict(Step.objects.filter(dossier=step.dossier_id).values_list("pk", "after"))
    at: int | None = earlier.pk
    while at is not None:
        if at == step.pk:
            return True
        at = follows.get(at)
    return False


def _tell(actor: Actor, step: Step, change: Change, *, more: str = "") -> None:
    tell(actor, step.dossier, change, party=step.theirs, name=f"{step.title}{more}", marking=step.marking)
