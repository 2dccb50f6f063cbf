"""A change of a movement in words: "was 14:30, now 15:10"."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from jembatan.platform.ui.moments import clock_text, day_text, short_zone_text
from jembatan.programmes.models import Movement, MovementChange
from jembatan.programmes.queries.change_words import said
from jembatan.programmes.queries.local_times import clocks_of

MOMENTS = {"starts_at": "starts_zone", "ends_at": "ends_zone"}
ORDER = {name: place for place, name in enumerate(MOMENTS)}
NOT_SAID = {"driver_phone", "starts_zone", "ends_zone"}


def change_told(change: MovementChange, movement: Movement) -> str:
    """The fields that changed, the times first."""
    said = []
    for name in sorted(change.before, key=lambda each: ORDER.get(each, len(ORDER))):
        if name in NOT_SAID:
            continue
        if name == "status" and change.after[name] == Movement.Status.CANCELLED:
            said.append(_("cancelled"))
            continue
        said.append(_field_told(name, change.before[name], change.after[name], movement))
    return "; ".join(said)


def _field_told(name: str, was: Any, now: Any, movement: Movement) -> str:
    label = str(_field(name).verbose_name)
    if name in MOMENTS:
        zone = getattr(movement, MOMENTS[name])
        first, second = datetime.fromisoformat(was), datetime.fromisoformat(now)
        local = ZoneInfo(zone)
        with clocks_of(zone):
            if first.astimezone(local).date() == second.astimezone(local).date():
                before, after = clock_text(first), clock_text(second)
            else:
                before = f"{day_text(first)}, {clock_text(first)}"
                after = f"{day_text(second)}, {clock_text(second)}"
        if movement.starts_zone != movement.ends_zone:
            after = f"{after} {short_zone_text(second.astimezone(local))}"
    else:
        before, after = _value(name, was), _value(name, now)
    return said(label, before, after)


def _value(name: str, value: Any) -> str:
    choices = dict(_field(name).flatchoices)
    return str(choices.get(value, value)) if value not in (None, "") else ""


def _field(name: str) -> Any:
    return Movement._meta.get_field(name)
