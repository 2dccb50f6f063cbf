"""Making one conversation of two."""

from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.following import lines_follow
from jembatan.correspondence.actions.hold import held_pair
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.actions.split import move_messages
from jembatan.correspondence.models import Message, Thread, ThreadMove
from jembatan.platform.access import require_writer
from jembatan.platform.markings import highest


@transaction.atomic
def merge_threads(actor: Actor, source: Thread, *, target: Thread) -> ThreadMove:
    """Everything of `source` moves into `target`, which keeps its dossier and bears the higher of the two markings.

    An unowned target takes the source's owner over. Raises `Refused` for a thread with itself, an emptied one, and where a
    restricted dossier would be opened or closed by it.
    """
    require_writer(actor)
    source, target = held_pair(actor, source, target)
    if source == target or not source.message_count or not target.message_count:
        raise Refused(_("Choose another conversation to merge with."))
    if source.dossier_id != target.dossier_id and _restricted(source, target):
        raise Refused(
            _(
                "One of the conversations belongs to a restricted dossier. Put both into the same dossier first."
            )
        )
    ids = list(Message.objects.filter(thread=source).order_by("pk").values_list("pk", flat=True))
    move = move_messages(actor, ThreadMove.Kind.MERGE, ids, source=source, target=target)
    target.marking = highest([source.marking, target.marking])
    target.owner = target.owner or source.owner
    target.save(update_fields=["marking", "owner"])
    lines_follow(actor.desk, [target.pk])
    return move


def _restricted(*threads: Thread) -> bool:
    return any(thread.dossier is not None and thread.dossier.restricted for thread in threads)
