"""What the desk is called and how it writes."""

from django.db import transaction

from jembatan.accounts.actor import Actor
from jembatan.accounts.events import DeskEdited
from jembatan.accounts.models import Desk
from jembatan.platform.access import require_head
from jembatan.platform.events import announce


@transaction.atomic
def edit_desk(actor: Actor, *, name: str, organisation_name: str, language: str, time_zone: str) -> Desk:
    """Change them; the short name that commands use stays."""
    require_head(actor)
    desk = Desk.objects.select_for_update().get(pk=actor.desk.pk)
    desk.name, desk.organisation_name = name, organisation_name
    desk.language, desk.time_zone = language, time_zone
    desk.save(update_fields=["name", "organisation_name", "language", "time_zone"])
    announce(DeskEdited(desk))
    return desk
