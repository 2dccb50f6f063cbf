"""What the desk does about an incident."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop

from jembatan.accounts.actor import Actor
from jembatan.field.actions.telling import SETTLED, enter
from jembatan.field.models import Incident
from jembatan.field.queries.incidents import visible_incidents
from jembatan.platform.access import require_writer


@transaction.atomic
def settle(actor: Actor, incident: Incident, *, settled: bool) -> None:
    """It is seen to, or open again."""
    require_writer(actor)
    current = visible_incidents(actor).select_for_update(of=("self",), no_key=True).get(pk=incident.pk)
    current.settled_at = timezone.now() if settled else None
    current.settled_by = actor.user if settled else None
    current.save(update_fields=["settled_at", "settled_by"])
    told = gettext_noop("Incident settled") if settled else gettext_noop("Incident open again")
    enter(actor, current.programme, SETTLED, told)
