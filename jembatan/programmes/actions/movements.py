"""Movements: planned, and changed so that everybody can read what was before."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_writer
from jembatan.platform.events import announce
from jembatan.programmes.actions.changing import MOVEMENT, MOVEMENT_CHANGED, enter
from jembatan.programmes.actions.delegations import ChangedMeanwhile
from jembatan.programmes.actions.following import Moved, duties_follow
from jembatan.programmes.actions.refusals import Refused
from jembatan.programmes.events import MovementChanged
from jembatan.programmes.formats.zones import is_zone
from jembatan.programmes.models import Delegation, Movement, MovementChange
from jembatan.programmes.queries.local_times import moment_there
from jembatan.programmes.queries.movement_words import change_told
from jembatan.programmes.queries.visible import visible_delegations, visible_movements

FIELDS = [
    "kind",
    "mode",
    "number",
    "terminal",
    "origin",
    "destination",
    "far_end",
    "starts_at",
    "ends_at",
    "starts_zone",
    "ends_zone",
    "people",
    "vehicles",
    "driver",
    "driver_phone",
    "luggage",
    "status",
]
ANNOUNCED = {"starts_at", "ends_at", "number", "terminal", "vehicles", "status", "origin", "destination"}
"""A change of one of these is told to those who wait for it."""


@transaction.atomic
def plan_movement(actor: Actor, delegation: Delegation, **fields: Any) -> Movement:
    """`fields` are some of `FIELDS`. Raises `Refused` for one that arrives before it departs."""
    require_writer(actor)
    current = visible_delegations(actor).select_for_update(of=("self",), no_key=True).get(pk=delegation.pk)
    movement = Movement(desk=actor.desk, delegation=current, **_known(fields))
    check_times(movement)
    movement.save()
    enter(
        actor,
        current.programme,
        MOVEMENT,
        gettext_noop("%(delegation)s: %(movement)s planned for %(moment)s"),
        values={
            "delegation": current,
            "movement": movement,
            "moment": lambda: moment_there(*key_moment(movement)),
        },
    )
    return movement


@transaction.atomic
def change_movement(actor: Actor, movement: Movement, *, version: int, **fields: Any) -> Movement:
    """Give some of `FIELDS` other values: what was before is kept, the duties made of it follow, and those who wait are told.

    Raises `ChangedMeanwhile` for an earlier version, and `Refused` for times that cannot be. Nothing happens where nothing differs.
    """
    require_writer(actor)
    current = visible_movements(actor).select_for_update(of=("self",), no_key=True).get(pk=movement.pk)
    if current.version != version:
        raise ChangedMeanwhile(current)
    return write_change(actor, current, _known(fields))


def write_change(actor: Actor, current: Movement, fields: Mapping[str, Any]) -> Movement:
    """What `change_movement` does to a movement that is locked already, within the caller's transaction."""
    before = {name: getattr(current, name) for name in fields}
    changed = [name for name, value in fields.items() if before[name] != value]
    if not changed:
        return current
    since = key_moment(current)[0]
    for name in changed:
        setattr(current, name, fields[name])
    check_times(current)
    current.version += 1
    current.save(update_fields=[*changed, "version"])
    was = {name: _kept(before[name]) for name in changed}
    now = {name: _kept(fields[name]) for name in changed}
    change = MovementChange.objects.create(
        desk=actor.desk, movement=current, before=was, after=now, changed_by=actor.user, by_name=actor.name
    )
    duties_follow(current, Moved(key_moment(current)[0] - since, _gone(before, fields)))
    if ANNOUNCED & set(changed):
        enter(
            actor,
            current.delegation.programme,
            MOVEMENT_CHANGED,
            gettext_noop("%(delegation)s: %(movement)s changed (%(change)s)"),
            values={
                "delegation": current.delegation,
                "movement": current,
                "change": lambda: change_told(change, current),
            },
        )
        announce(MovementChanged(actor, current, was, now))
    return current


def check_times(movement: Movement) -> None:
    """Raises `Refused`, saying what arrives where before it departs, on the clocks of both places."""
    for zone in (movement.starts_zone, movement.ends_zone):
        if not is_zone(zone):
            raise Refused(_("No such time zone: %(zone)s.") % {"zone": zone})
    if movement.ends_at > movement.starts_at:
        return
    raise Refused(
        _(
            "%(movement)s would arrive in %(destination)s on %(arrives)s, before it departs from %(origin)s on %(departs)s. Check the days and the time zones."
        )
        % {
            "movement": movement,
            "destination": end_of(movement) or _("the place of arrival"),
            "arrives": moment_there(movement.ends_at, movement.ends_zone),
            "origin": start_of(movement) or _("the place of departure"),
            "departs": moment_there(movement.starts_at, movement.starts_zone),
        }
    )


def start_of(movement: Movement) -> str:
    """Where it departs."""
    return str(movement.origin or (movement.far_end if movement.kind == Movement.Kind.ARRIVAL else ""))


def end_of(movement: Movement) -> str:
    """Where it arrives."""
    return str(movement.destination or (movement.far_end if movement.kind != Movement.Kind.ARRIVAL else ""))


def key_moment(movement: Movement) -> tuple[datetime, str]:
    """When those here are there for it, and the zone: an arrival's end, else the beginning."""
    if movement.kind == Movement.Kind.ARRIVAL:
        return movement.ends_at, movement.ends_zone
    return movement.starts_at, movement.starts_zone


def _gone(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool | None:
    """Whether it is cancelled with this change, or taken up again; None where neither."""
    was, now = (values.get("status") == Movement.Status.CANCELLED for values in (before, after))
    return None if was == now else now


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    unknown = fields.keys() - set(FIELDS)
    if unknown:
        raise ValueError(f"no such fields: {sorted(unknown)}")
    return fields


def _kept(value: Any) -> Any:
    """As JSON keeps it; a place by its name, which people read later even when it is gone."""
    if isinstance(value, Model):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value
