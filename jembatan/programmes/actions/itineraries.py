"""What a delegation does, hour by hour: added, changed, cancelled, tied to a meeting of the desk."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.meetings.models import Meeting
from jembatan.platform.access import require_writer
from jembatan.programmes.actions.changing import held
from jembatan.programmes.actions.delegations import ChangedMeanwhile
from jembatan.programmes.actions.following import Moved, duties_follow_item
from jembatan.programmes.actions.refusals import Refused
from jembatan.programmes.models import Delegation, ItineraryItem, Programme
from jembatan.programmes.queries.local_times import moment_there
from jembatan.programmes.queries.visible import visible_items

FIELDS = ("title", "place", "starts_at", "ends_at", "note", "meeting", "cancelled", "delegation")
LONGEST = timedelta(days=31)


@transaction.atomic
def add_item(
    actor: Actor, programme: Programme, *, delegation: Delegation | None = None, **fields: Any
) -> ItineraryItem:
    """For one delegation, or for all. Raises `Refused` for one that ends before it begins."""
    require_writer(actor)
    current = held(actor, programme)
    item = ItineraryItem(desk=actor.desk, programme=current, delegation=delegation, **fields)
    check_length(item)
    item.save()
    return item


@transaction.atomic
def change_item(actor: Actor, item: ItineraryItem, *, version: int, **fields: Any) -> ItineraryItem:
    """Give some of `FIELDS` other values; the duties made of it follow. Raises `ChangedMeanwhile` and `Refused`."""
    require_writer(actor)
    current = visible_items(actor).select_for_update(of=("self",), no_key=True).get(pk=item.pk)
    if current.version != version:
        raise ChangedMeanwhile(current)
    return write_item(current, fields)


def write_item(current: ItineraryItem, fields: dict[str, Any]) -> ItineraryItem:
    """What `change_item` does to an item that is locked already, within the caller's transaction."""
    changed = [name for name, value in fields.items() if getattr(current, name) != value]
    if not changed:
        return current
    since = current.starts_at
    gone = fields.get("cancelled", current.cancelled)
    moved = None if gone == current.cancelled else gone
    for name in changed:
        setattr(current, name, fields[name])
    check_length(current)
    current.version += 1
    current.save(update_fields=[*changed, "version"])
    duties_follow_item(current, Moved(current.starts_at - since, moved))
    return current


def meeting_fields(meeting: Meeting) -> dict[str, Any]:
    """What an item takes over from a meeting of the desk."""
    ends_at = (
        meeting.ends_at if meeting.ends_at > meeting.starts_at else meeting.starts_at + timedelta(hours=1)
    )
    return {
        "title": meeting.title[:300],
        "starts_at": meeting.starts_at,
        "ends_at": ends_at,
        "meeting": meeting,
    }


def check_length(item: ItineraryItem) -> None:
    """Raises `Refused`."""
    zone = item.programme.zone
    words = {
        "title": item.title,
        "ends": moment_there(item.ends_at, zone),
        "begins": moment_there(item.starts_at, zone),
    }
    if item.ends_at <= item.starts_at:
        raise Refused(
            _("“%(title)s” would end on %(ends)s, before it begins on %(begins)s. Change one of them.")
            % words
        )
    if item.ends_at - item.starts_at > LONGEST:
        raise Refused(_("“%(title)s” would last more than a month, until %(ends)s. Check its days.") % words)
