"""Saying that an objective works against another one, or against what a party is after, and taking it back."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Person
from jembatan.dossiers.actions.changing import Party, locked, tell
from jembatan.dossiers.actions.refusals import Refused
from jembatan.dossiers.events import Change
from jembatan.dossiers.models import Conflict, Dossier, Objective
from jembatan.platform.access import require_writer
from jembatan.platform.markings import Marking


@transaction.atomic
def say_conflict(
    actor: Actor, dossier: Dossier, objective: Objective, against: Objective | Party, *, reason: str
) -> Conflict:
    """Two objectives make one conflict, from whichever side it is said; with a party there may be several.

    The journal says that there is one, not which. Raises `Refused`.
    """
    require_writer(actor)
    current = locked(actor, dossier)
    sides = _sides(current, objective, against)
    if "other" in sides and current.conflicts.filter(**sides, taken_back_at__isnull=True).exists():
        raise Refused(_("This conflict is written down already."))
    said = Conflict.objects.create(
        desk=actor.desk, dossier=current, reason=reason, said_by=actor.user, **sides
    )
    tell(actor, current, Change.CONFLICT, marking=Marking.AMBER_STRICT)
    return said


@transaction.atomic
def take_back_conflict(actor: Actor, conflict: Conflict) -> None:
    """There is none any more; `say_again` is the way back."""
    require_writer(actor)
    locked(actor, conflict.dossier)
    Conflict.objects.filter(pk=conflict.pk).update(taken_back_at=timezone.now())


@transaction.atomic
def say_again(actor: Actor, conflict: Conflict) -> None:
    """As if it had never been taken back; nothing where the same two were written down anew meanwhile."""
    require_writer(actor)
    current = locked(actor, conflict.dossier)
    anew = current.conflicts.filter(
        objective=conflict.objective_id, other=conflict.other_id, taken_back_at__isnull=True
    )
    if conflict.other_id is None or not anew.exists():
        Conflict.objects.filter(pk=conflict.pk).update(taken_back_at=None)


def _sides(dossier: Dossier, objective: Objective, against: Objective | Party) -> dict[str, Any]:
    """As the conflict keeps them. Raises `Refused` for what is not of this dossier."""
    if isinstance(against, Objective):
        first, other = sorted((objective, against), key=lambda each: each.pk)
        if dossier.objectives.filter(pk__in=[first.pk, other.pk]).count() != len({first.pk, other.pk}):
            raise Refused(_("Both objectives are those of one dossier."))
        if first == other:
            raise Refused(_("An objective does not conflict with itself."))
        return {"objective": first, "other": other}
    which = {"person": against} if isinstance(against, Person) else {"organisation": against}
    if not dossier.parties.filter(**which).exists():
        raise Refused(_("Make %(name)s a party to this dossier first.") % {"name": against})
    return {"objective": objective, **which}
