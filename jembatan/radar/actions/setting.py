"""How many new signals the desk wants to see in a week."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_head
from jembatan.radar.actions.hold import hold_if_free
from jembatan.radar.actions.weekly import bring_up
from jembatan.radar.models import RadarSetting
from jembatan.radar.models.setting import MOST


@transaction.atomic
def set_weekly(actor: Actor, weekly: int) -> None:
    """A greater number lets more come up at once; a smaller one takes nothing away that has come up."""
    require_head(actor)
    if not 1 <= weekly <= MOST:
        raise ValidationError({"weekly": _("Choose a number between 1 and %(most)s.") % {"most": MOST}})
    RadarSetting.objects.update_or_create(desk=actor.desk, defaults={"weekly": weekly})
    if hold_if_free(
        actor.desk
    ):  # Else whoever looks at the desk now brings up as many as this says, when that is done.
        bring_up(actor.desk, now=timezone.now())
