"""The inverse of taking somebody on, a moment later."""

from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_officer
from jembatan.programmes.actions.changing import OFFICER, tell
from jembatan.programmes.models import Officer
from jembatan.programmes.queries.visible import visible_officers


def release(actor: Actor, officer: Officer) -> None:
    """It was a mistake, and nobody has planned with them yet: the record goes. Inside the caller's transaction."""
    require_officer(actor)
    current = visible_officers(actor).select_for_update(of=("self",)).get(pk=officer.pk)
    told = _("Officer %(number)s was taken on by mistake") % {"number": current.number}
    tell(actor, current.programme, OFFICER, told)
    current.delete()
