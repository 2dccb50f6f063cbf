"""Putting a conversation into a dossier, and marking it."""

from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Membership, Role
from jembatan.correspondence.actions.following import lines_follow
from jembatan.correspondence.actions.hold import held
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Thread
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.platform.access import require_officer
from jembatan.platform.markings import Marking, is_lower


class LoweredMarking(Refused):
    """More people would see the conversation; the actor has to say so."""


@transaction.atomic
def put_in_dossier(actor: Actor, thread: Thread, *, dossier: Dossier | None) -> Dossier | None:
    """The thread follows its dossier's membership from now on; returns the dossier it was in before.

    The owner must still see it: raises `Refused` if the dossier is closed to whoever answers for the thread.
    """
    require_officer(actor)
    thread = held(actor, thread)
    before = thread.dossier
    if dossier is not None:
        dossier = visible_dossiers(actor).get(pk=dossier.pk)
        _check_owner(thread, dossier)
    thread.dossier = dossier
    thread.save(update_fields=["dossier"])
    lines_follow(actor.desk, [thread.pk])
    return before


@transaction.atomic
def mark(actor: Actor, thread: Thread, *, marking: Marking, confirmed: bool = False) -> Marking:
    """Set the marking and return the one before. Raises `LoweredMarking` for a lower one unless `confirmed`."""
    require_officer(actor)
    thread = held(actor, thread)
    before = Marking(thread.marking)
    if is_lower(marking, than=before) and not confirmed:
        raise LoweredMarking(
            _("%(after)s lets more people see this conversation than %(before)s. Confirm that you mean it.")
            % {"after": marking, "before": before}
        )
    thread.marking = marking
    thread.save(update_fields=["marking"])
    lines_follow(actor.desk, [thread.pk])
    return before


def _check_owner(thread: Thread, dossier: Dossier) -> None:
    if not dossier.restricted or thread.owner is None:
        return
    membership = Membership.objects.filter(desk=thread.desk, user=thread.owner).first()
    if membership is None:
        return
    candidate = Actor(desk=thread.desk, role=Role(membership.role), user=thread.owner)
    if not visible_dossiers(candidate).filter(pk=dossier.pk).exists():
        raise Refused(
            _("%(name)s answers for this conversation and is not a member of the dossier.")
            % {"name": thread.owner.full_name}
        )
