"""Trainings with those who were there, and tasks that a named person signs off."""

from collections.abc import Iterable
from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_officer, require_writer
from jembatan.programmes.actions.changing import held, tell
from jembatan.programmes.models import Officer, Programme
from jembatan.recruitment.actions.refusals import Refused
from jembatan.recruitment.actions.told import TRAINED
from jembatan.recruitment.models import Attendance, SignOff, Task, Training
from jembatan.recruitment.queries.visible import visible_tasks, visible_trainings


@transaction.atomic
def plan_training(actor: Actor, programme: Programme, title: str, day: date, place: str = "") -> Training:
    """For the programme's officers."""
    require_officer(actor)
    current = held(actor, programme)
    training = Training.objects.create(programme=current, title=title, day=day, place=place)
    tell(actor, current, TRAINED, _("Training planned: %(title)s") % {"title": title})
    return training


@transaction.atomic
def add_task(actor: Actor, programme: Programme, name: str) -> Task:
    """What every officer has to show once. Raises `Refused` for one that is there already."""
    require_officer(actor)
    current = held(actor, programme)
    try:
        with transaction.atomic():
            return Task.objects.create(programme=current, name=name)
    except IntegrityError as error:
        raise Refused(_("The task book has this task already.")) from error


@transaction.atomic
def mark_present(actor: Actor, training: Training, numbers: Iterable[int]) -> tuple[list[int], list[int]]:
    """Officers by the numbers of their badges: those who are new on the list, and numbers that nobody has."""
    require_writer(actor)
    current = visible_trainings(actor).select_for_update(of=("self",)).get(pk=training.pk)
    officers, unknown = _officers(current.programme, numbers)
    had = set(Attendance.objects.filter(training=current).values_list("officer", flat=True))
    new = [officer for officer in officers if officer.pk not in had]
    Attendance.objects.bulk_create(Attendance(training=current, officer=officer) for officer in new)
    return [officer.number for officer in new], unknown


@transaction.atomic
def mark_absent(actor: Actor, training: Training, numbers: Iterable[int]) -> None:
    """The inverse of `mark_present`."""
    require_writer(actor)
    current = visible_trainings(actor).select_for_update(of=("self",)).get(pk=training.pk)
    Attendance.objects.filter(training=current, officer__number__in=list(numbers)).delete()


@transaction.atomic
def sign_off(actor: Actor, task: Task, numbers: Iterable[int]) -> tuple[list[int], list[int]]:
    """The actor has seen them do it: those who are new, and numbers that nobody has. Raises `Refused` for an actor without a name."""
    require_officer(actor)
    if actor.user is None:
        raise Refused(_("A task is signed off by a person."))
    current = visible_tasks(actor).select_for_update(of=("self",)).get(pk=task.pk)
    officers, unknown = _officers(current.programme, numbers)
    had = set(SignOff.objects.filter(task=current).values_list("officer", flat=True))
    new = [officer for officer in officers if officer.pk not in had]
    SignOff.objects.bulk_create(SignOff(task=current, officer=officer, by=actor.user) for officer in new)
    return [officer.number for officer in new], unknown


@transaction.atomic
def take_signature_back(actor: Actor, task: Task, numbers: Iterable[int]) -> None:
    """The inverse of `sign_off`, for what the actor has signed."""
    require_officer(actor)
    current = visible_tasks(actor).select_for_update(of=("self",)).get(pk=task.pk)
    own = SignOff.objects.filter(task=current, by=actor.user, officer__number__in=list(numbers))
    own.delete()


def _officers(programme: Programme, numbers: Iterable[int]) -> tuple[list[Officer], list[int]]:
    asked = set(numbers)
    found = list(Officer.objects.filter(programme=programme, number__in=asked).order_by("number"))
    return found, sorted(asked - {officer.number for officer in found})
