"""Trainings with those who were there, and tasks that a named person signs off."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_officer, require_writer
from jembatan.platform.unique import unless_taken
from jembatan.programmes.actions.changing import enter, held
from jembatan.programmes.models import Officer, Programme
from jembatan.recruitment.actions.refusals import Refused
from jembatan.recruitment.actions.told import TRAINED
from jembatan.recruitment.models import Attendance, SignOff, Task, Training
from jembatan.recruitment.queries.visible import visible_tasks, visible_trainings


class TaskTaken(Refused):
    """Another task has the name."""

    def __init__(self) -> None:
        super().__init__(_("The task book has this task already."))


@transaction.atomic
def plan_training(actor: Actor, programme: Programme, title: str, day: date, place: str = "") -> Training:
    """For the programme's officers."""
    require_officer(actor)
    current = held(actor, programme)
    training = Training.objects.create(programme=current, title=title, day=day, place=place)
    enter(actor, current, TRAINED, gettext_noop("Training planned: %(title)s"), values={"title": title})
    return training


@transaction.atomic
def word_training(actor: Actor, training: Training, title: str, day: date, place: str = "") -> Training:
    """Another title, day or place; who was there stays."""
    require_officer(actor)
    current = visible_trainings(actor).select_for_update(of=("self",), no_key=True).get(pk=training.pk)
    current.title, current.day, current.place = title, day, place
    current.save()
    return current


@transaction.atomic
def remove_training(actor: Actor, training: Training) -> None:
    """It does not take place. Raises `Refused` where somebody is noted."""
    require_officer(actor)
    current = visible_trainings(actor).select_for_update(of=("self",)).get(pk=training.pk)
    if current.attendances.exists():
        raise Refused(_("Somebody is noted there already. Take these notes back first."))
    current.delete()


@transaction.atomic
def rename_task(actor: Actor, task: Task, name: str) -> Task:
    """Who has shown it stays. Raises `Refused` for a name that is there already."""
    require_officer(actor)
    current = visible_tasks(actor).select_for_update(of=("self",)).get(pk=task.pk)
    current.name = name

    def write() -> Task:
        current.save(update_fields=["name"])
        return current

    return unless_taken(write, once="task_once", taken=TaskTaken)


@transaction.atomic
def remove_task(actor: Actor, task: Task) -> None:
    """Nobody has to show it. Raises `Refused` where somebody has."""
    require_officer(actor)
    current = visible_tasks(actor).select_for_update(of=("self",)).get(pk=task.pk)
    if current.signed.exists():
        raise Refused(_("Somebody is noted there already. Take these notes back first."))
    current.delete()


@transaction.atomic
def add_task(actor: Actor, programme: Programme, name: str) -> Task:
    """What every officer has to show once. Raises `Refused` for one that is there already."""
    require_officer(actor)
    current = held(actor, programme)
    return unless_taken(
        lambda: Task.objects.create(programme=current, name=name), once="task_once", taken=TaskTaken
    )


@transaction.atomic
def mark_present(actor: Actor, training: Training, numbers: Iterable[int]) -> tuple[list[int], list[int]]:
    """Officers by the numbers of their badges: those who are new on the list, and numbers that nobody has."""
    require_writer(actor)
    current = visible_trainings(actor).select_for_update(of=("self",), no_key=True).get(pk=training.pk)
    marks = Attendance.objects.filter(training=current)
    return _marked(
        marks, current.programme, numbers, lambda officer: Attendance(training=current, officer=officer)
    )


@transaction.atomic
def mark_absent(actor: Actor, training: Training, numbers: Iterable[int]) -> list[int]:
    """The inverse of `mark_present`; those who were on the list."""
    require_writer(actor)
    current = visible_trainings(actor).select_for_update(of=("self",), no_key=True).get(pk=training.pk)
    return _taken_back(Attendance.objects.filter(training=current), numbers)


@transaction.atomic
def sign_off(actor: Actor, task: Task, numbers: Iterable[int]) -> tuple[list[int], list[int]]:
    """The actor has seen them do it: those who are new, and numbers that nobody has. Raises `Refused` for an actor without a name."""
    require_officer(actor)
    by = actor.user
    if by is None:
        raise Refused(_("A task is signed off by a person."))
    current = visible_tasks(actor).select_for_update(of=("self",), no_key=True).get(pk=task.pk)
    marks = SignOff.objects.filter(task=current)
    return _marked(
        marks, current.programme, numbers, lambda officer: SignOff(task=current, officer=officer, by=by)
    )


@transaction.atomic
def take_signature_back(actor: Actor, task: Task, numbers: Iterable[int]) -> list[int]:
    """The inverse of `sign_off`, for what the actor has signed; those who were signed off."""
    require_officer(actor)
    current = visible_tasks(actor).select_for_update(of=("self",), no_key=True).get(pk=task.pk)
    return _taken_back(SignOff.objects.filter(task=current, by=actor.user), numbers)


def _marked(
    marks: QuerySet[Any], programme: Programme, numbers: Iterable[int], mark: Callable[[Officer], Any]
) -> tuple[list[int], list[int]]:
    """Officers with these numbers who have no mark yet get one: their numbers, and those that nobody has."""
    asked = set(numbers)
    people = Officer.objects.filter(programme=programme, forgotten_at=None)
    officers = list(people.filter(number__in=asked).order_by("number"))
    had = set(marks.values_list("officer", flat=True))
    new = [officer for officer in officers if officer.pk not in had]
    marks.model.objects.bulk_create(mark(officer) for officer in new)
    return [officer.number for officer in new], sorted(asked - {officer.number for officer in officers})


def _taken_back(marks: QuerySet[Any], numbers: Iterable[int]) -> list[int]:
    gone = marks.filter(officer__number__in=list(numbers))
    had = list(gone.order_by("officer__number").values_list("officer__number", flat=True))
    gone.delete()
    return had
