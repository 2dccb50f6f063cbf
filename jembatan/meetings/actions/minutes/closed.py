"""Minutes that are no longer being written."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.meetings.models import Minutes
from jembatan.meetings.queries.minutes.visible import visible_minutes
from jembatan.platform.access import require_writer


class Closed(ValidationError):
    """They are circulated, or agreed."""


def open_minutes(actor: Actor, minutes: Minutes) -> Minutes:
    """The row, locked, for a writer who sees it. Raises `Closed`."""
    require_writer(actor)
    current = visible_minutes(actor).select_for_update(of=("self",)).get(pk=minutes.pk)
    if not current.is_open:
        raise Closed(_("These minutes are no longer being written."))
    return current
