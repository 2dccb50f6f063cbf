"""What is to be reached, and how far it has come."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.dossiers.actions.changing import locked, tell
from jembatan.dossiers.actions.refusals import Refused
from jembatan.dossiers.events import Change
from jembatan.dossiers.models import Dossier, Objective, OwnInterest, Reading
from jembatan.platform.access import require_writer
from jembatan.platform.markings import LoweredMarking, Marking, is_lower

MOST = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveContent:
    """What an objective says."""

    text: str
    measure: str = ""
    target: Decimal | None = None
    marking: Marking = Marking.AMBER


@transaction.atomic
def add_objective(actor: Actor, dossier: Dossier, content: ObjectiveContent) -> Objective:
    """Another one. Raises `Refused`."""
    require_writer(actor)
    current = locked(actor, dossier)
    if current.objectives.count() >= MOST:
        raise Refused(_("A dossier holds thirty objectives."))
    objective = Objective(desk=actor.desk, dossier=current)
    _fill(objective, content)
    objective.save()
    return objective


@transaction.atomic
def edit_objective(
    actor: Actor, objective: Objective, content: ObjectiveContent, *, confirmed: bool = False
) -> Objective:
    """Raises `Refused`, and `LoweredMarking` unless `confirmed`."""
    require_writer(actor)
    locked(actor, objective.dossier)
    current = Objective.objects.get(pk=objective.pk)
    if is_lower(content.marking, than=current.marking) and not confirmed:
        raise LoweredMarking
    _fill(current, content)
    current.save()
    return current


@transaction.atomic
def drop_objective(actor: Actor, objective: Objective) -> None:
    """It is not pursued any more; `take_up_objective` is the way back."""
    require_writer(actor)
    locked(actor, objective.dossier)
    Objective.objects.filter(pk=objective.pk).update(dropped_at=timezone.now())


@transaction.atomic
def take_up_objective(actor: Actor, objective: Objective) -> None:
    """As if it had never been dropped."""
    require_writer(actor)
    locked(actor, objective.dossier)
    Objective.objects.filter(pk=objective.pk).update(dropped_at=None)


@transaction.atomic
def read_measure(
    actor: Actor, objective: Objective, value: Decimal, *, on_day: date, note: str = ""
) -> Reading:
    """What the measure says on that day. Raises `Refused` for one that has no measure, and for a day to come."""
    require_writer(actor)
    dossier = locked(actor, objective.dossier)
    if not objective.measure:
        raise Refused(_("Say first what this objective is measured by."))
    if on_day > timezone.localdate():
        raise Refused(_("A reading is of today or of a day before."))
    reading = Reading.objects.create(
        desk=actor.desk, objective=objective, value=value, on_day=on_day, note=note, read_by=actor.user
    )
    said = f"{objective.text}: {_number(value)}"
    if objective.target is not None:
        said += f" / {_number(objective.target)}"
    tell(actor, dossier, Change.MEASURED, name=said, marking=objective.marking)
    return reading


@transaction.atomic
def take_out_reading(actor: Actor, reading: Reading) -> None:
    """It was wrong."""
    require_writer(actor)
    locked(actor, reading.objective.dossier)
    Reading.objects.filter(pk=reading.pk).update(taken_out_at=timezone.now())


@transaction.atomic
def add_interest(actor: Actor, dossier: Dossier, text: str) -> OwnInterest:
    """What we are after. Raises `Refused`."""
    require_writer(actor)
    current = locked(actor, dossier)
    if current.interests.count() >= MOST:
        raise Refused(_("A dossier holds thirty interests."))
    return OwnInterest.objects.create(desk=actor.desk, dossier=current, text=text)


@transaction.atomic
def remove_interest(actor: Actor, interest: OwnInterest) -> None:
    """It was a mistake, or is no more."""
    require_writer(actor)
    locked(actor, interest.dossier)
    interest.delete()


def _fill(objective: Objective, content: ObjectiveContent) -> None:
    if content.target is not None and not content.measure:
        raise Refused(_("Say what the target is counted in."))
    objective.text, objective.measure = content.text, content.measure
    objective.target, objective.marking = content.target, content.marking


def _number(value: Decimal) -> str:
    return f"{value.normalize():f}"
