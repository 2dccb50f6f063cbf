"""Frameworks to start a plan from: those of the house, and the desk's own."""

from django.db.models import QuerySet
from django.utils.functional import Promise

from jembatan.accounts.actor import Actor
from jembatan.dossiers.models import Framework
from jembatan.dossiers.queries.framework_kinds import KINDS, FrameworkKind, ObjectiveKind, StepKind
from jembatan.platform.record_numbers import record_number


def frameworks(actor: Actor) -> QuerySet[Framework]:
    """The desk's own, by name."""
    return Framework.objects.filter(desk=actor.desk, retired_at__isnull=True).order_by("name", "pk")


def framework_choices(actor: Actor) -> list[tuple[str, str | Promise]]:
    """Keys and names: those of the house, then the desk's own."""
    own = [(str(framework.pk), framework.name) for framework in frameworks(actor)]
    return [*((key, kind.label) for key, kind in KINDS.items()), *own]


def framework_of(actor: Actor, key: str) -> FrameworkKind | None:
    """What the key names; None for what is not offered."""
    if key in KINDS:
        return KINDS[key]
    number = record_number(key)
    own = frameworks(actor).filter(pk=number).first() if number is not None else None
    return _kind(own) if own else None


def _kind(own: Framework) -> FrameworkKind:
    return FrameworkKind(
        own.name,
        tuple(
            StepKind(step.title, step.begins, step.ends, step.ours, step.theirs, step.after)
            for step in own.steps.order_by("position")
        ),
        tuple(ObjectiveKind(each.text, each.measure) for each in own.objectives.order_by("position")),
    )
