"""One accountable owner for a conversation."""

from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Membership, Role, User
from jembatan.correspondence.actions.hold import held
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Thread
from jembatan.correspondence.queries.visible import visible_threads
from jembatan.platform.access import require_officer


@transaction.atomic
def assign(actor: Actor, thread: Thread, *, owner: User | None) -> User | None:
    """Make `owner` answer for the thread (None: nobody); returns who did before.

    Raises `Refused` for a reader, for someone of another desk, and for someone who cannot see the thread.
    """
    require_officer(actor)
    thread = held(actor, thread)
    before = thread.owner
    if owner is not None:
        _check(actor, thread, owner)
    thread.owner = owner
    thread.save(update_fields=["owner"])
    return before


def _check(actor: Actor, thread: Thread, owner: User) -> None:
    membership = Membership.objects.filter(desk=actor.desk, user=owner).first()
    if membership is None or membership.role == Role.READER:
        raise Refused(_("Only a member of this desk who may write can answer for a conversation."))
    candidate = Actor(desk=actor.desk, role=Role(membership.role), user=owner)
    if not visible_threads(candidate).filter(pk=thread.pk).exists():
        raise Refused(
            _("%(name)s is not a member of the restricted dossier that this conversation belongs to.")
            % {"name": owner.full_name}
        )
