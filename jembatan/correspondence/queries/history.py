"""Who gave a conversation to whom, put it into which dossier, marked it, closed it."""

from typing import Any

from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Thread
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.platform.audit.changes import Change, history_of


def thread_history(actor: Actor, thread: Thread) -> list[Change]:
    """The newest changes of a thread that the actor sees; dossiers that are closed to the actor are not named."""
    return history_of(actor, thread, seen={Dossier: visible_dossiers(actor)})


def state_told(thread: Any) -> str:
    """Of a thread, or of an event that has its fields: open or closed."""
    return _("closed") if thread.done_at else _("open")
