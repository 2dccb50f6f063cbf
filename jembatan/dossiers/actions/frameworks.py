"""Plans begun from a framework, and frameworks made of a plan."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.dossiers.actions.changing import Party, locked, tell
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.dossiers.actions.objectives import ObjectiveContent, add_objective
from jembatan.dossiers.actions.refusals import Refused
from jembatan.dossiers.actions.steps import StepContent, insert_step
from jembatan.dossiers.events import Change
from jembatan.dossiers.models import Dossier, Framework, FrameworkObjective, FrameworkStep, Step
from jembatan.dossiers.queries.framework_kinds import KINDS, FrameworkKind
from jembatan.dossiers.queries.frameworks import frameworks
from jembatan.platform.access import require_head, require_writer
from jembatan.platform.markings import Marking
from jembatan.platform.unique import unless_taken

LONGEST_NAME = 120
LONGEST_PLAN = 3650
ONCE = "framework_once"


class FrameworkTaken(Refused):
    """Another one is called so."""

    def __str__(self) -> str:
        return _("There is a framework of this name already.")


@transaction.atomic
def fill_from_framework(
    actor: Actor,
    dossier: Dossier,
    framework: FrameworkKind,
    *,
    starts_on: date,
    language: str,
    party: Party | None = None,
) -> int:
    """Its steps and objectives in that language, counted from that day; what stands there by the same words is not added again.

    Their steps are `party`'s. Everything bears the marking of the dossier. Returns how many steps were added. Raises `Refused`.
    """
    require_writer(actor)
    current = locked(actor, dossier)
    marking = Marking(current.marking)
    standing = {step.title: step for step in current.steps.exclude(state=Step.State.DROPPED)}
    by_position: dict[int, Step] = {}
    added = 0
    with translation.override(language):
        for position, kind in enumerate(framework.steps, start=1):
            title = str(kind.title)
            if title not in standing:
                content = StepContent(
                    title=title,
                    ours=actor.user if kind.ours else None,
                    theirs=party if kind.theirs else None,
                    starts_on=_day(starts_on, kind.begins),
                    ends_on=_day(starts_on, kind.ends),
                    after=by_position.get(kind.after or 0),
                    marking=marking,
                )
                standing[title] = insert_step(actor, current, content)
                added += 1
            by_position[position] = standing[title]
        known = set(current.objectives.filter(dropped_at__isnull=True).values_list("text", flat=True))
        for each in framework.objectives:
            if str(each.text) not in known:
                said = ObjectiveContent(text=str(each.text), measure=str(each.measure), marking=marking)
                add_objective(actor, current, said)
    with translation.override(actor.desk.language):
        tell(actor, current, Change.PLANNED, name=str(framework.label))
    return added


@transaction.atomic
def open_from_framework(
    actor: Actor,
    title: str,
    framework: FrameworkKind,
    *,
    objective: str,
    marking: Marking,
    restricted: bool,
) -> Dossier:
    """A new dossier whose plan begins today, in the desk's language. Raises `TitleTaken`."""
    opened = open_dossier(actor, title, objective=objective, marking=marking, restricted=restricted)
    today, language = timezone.localdate(), actor.desk.language
    fill_from_framework(actor, opened, framework, starts_on=today, language=language)
    return opened


@transaction.atomic
def keep_as_framework(actor: Actor, dossier: Dossier, name: str) -> Framework:
    """Steps and objectives without people, parties, dates and readings: days count from the first one. Raises `Refused`."""
    require_writer(actor)
    current = locked(actor, dossier)
    if current.restricted:
        raise Refused(_("This dossier is restricted: its plan stays there."))
    steps = list(current.steps.exclude(state=Step.State.DROPPED).order_by("pk"))
    objectives = list(current.objectives.filter(dropped_at__isnull=True).order_by("pk"))
    if not steps:
        raise Refused(_("There is no plan to keep yet."))
    name = " ".join(name.split())
    if not 0 < len(name) <= LONGEST_NAME:
        raise Refused(_("Give it a name of at most %(most)s characters.") % {"most": LONGEST_NAME})
    _refuse_name(actor, name)
    framework = Framework(desk=actor.desk, name=name)
    unless_taken(framework.save, once=ONCE, taken=FrameworkTaken)
    days = [day for step in steps for day in (step.starts_on, step.ends_on) if day]
    positions = {step.pk: position for position, step in enumerate(steps, start=1)}
    FrameworkStep.objects.bulk_create(
        FrameworkStep(
            framework=framework,
            position=positions[step.pk],
            title=step.title,
            begins=_count(step.starts_on, days),
            ends=_count(step.ends_on, days),
            ours=step.ours_id is not None,
            theirs=step.theirs is not None,
            after=_earlier(positions, step),
        )
        for step in steps
    )
    FrameworkObjective.objects.bulk_create(
        FrameworkObjective(framework=framework, position=position, text=each.text, measure=each.measure)
        for position, each in enumerate(objectives, start=1)
    )
    return framework


@transaction.atomic
def retire_framework(actor: Actor, framework: Framework) -> None:
    """It is offered no more."""
    require_head(actor)
    frameworks(actor).filter(pk=framework.pk).update(retired_at=timezone.now())


@transaction.atomic
def bring_back_framework(actor: Actor, framework: Framework) -> None:
    """The undo. Raises `Refused` where another has got its name."""
    require_head(actor)
    _refuse_name(actor, framework.name, but=framework.pk)
    retired = Framework.objects.filter(desk=actor.desk, pk=framework.pk)
    unless_taken(lambda: retired.update(retired_at=None), once=ONCE, taken=FrameworkTaken)


def _day(starts_on: date, days: int | None) -> date | None:
    return None if days is None else starts_on + timedelta(days=days)


def _count(day: date | None, days: list[date]) -> int | None:
    return min((day - min(days)).days, LONGEST_PLAN) if day else None


def _earlier(positions: dict[int, int], step: Step) -> int | None:
    """Only what stands before it in the list can be named when the plan is written anew."""
    earlier = positions.get(step.after_id or 0)
    return earlier if earlier is not None and earlier < positions[step.pk] else None


def _refuse_name(actor: Actor, name: str, *, but: int = 0) -> None:
    taken = name.casefold() in {str(kind.label).casefold() for kind in KINDS.values()}
    if taken or frameworks(actor).filter(name__iexact=name).exclude(pk=but).exists():
        raise FrameworkTaken
