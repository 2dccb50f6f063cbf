"""When the alarms of a programme ring, and with whom at the desk."""

from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.field.actions.refusals import Refused
from jembatan.field.actions.telling import enter
from jembatan.field.models import AlarmTimes
from jembatan.field.queries.coordinators import coordinators
from jembatan.platform.access import require_officer
from jembatan.programmes.actions.changing import CHANGED, held
from jembatan.programmes.models import Programme


@transaction.atomic
def set_alarm_times(
    actor: Actor, programme: Programme, *, late_after: int, missing_after: int, told: Collection[User] = ()
) -> None:
    """In minutes after the beginning of a duty; who is noted already stays noted. `told` are on duty at the desk. Raises `Refused`."""
    require_officer(actor)
    current = held(actor, programme)
    if not 1 <= late_after < missing_after <= AlarmTimes.LONGEST:
        raise Refused(
            _(
                "First late, then did not come, within ten hours: make the second number larger than the first."
            )
        )
    times = {"late_after": late_after, "missing_after": missing_after}
    kept, _new = AlarmTimes.objects.update_or_create(
        programme=current, defaults={"desk": current.desk, **times}
    )
    kept.told.set(user for user in coordinators(current) if user in told)
    sentence = gettext_noop(
        "The alarms of %(name)s changed: late after %(late)s minutes, did not come after %(missing)s"
    )
    enter(actor, current, CHANGED, sentence, name=current, late=late_after, missing=missing_after)
