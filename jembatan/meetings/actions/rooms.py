"""The rooms of the desk, kept by its head."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.meetings.models import Room
from jembatan.meetings.queries.bookings import rooms
from jembatan.platform.access import require_head

LONGEST = 120


@transaction.atomic
def add_room(actor: Actor, name: str) -> Room:
    """Raises `ValidationError` for no name, one that is too long, or one that a room has."""
    require_head(actor)
    name = " ".join(name.split())
    if not 0 < len(name) <= LONGEST:
        raise ValidationError(_("Give the room a name of at most %(most)s characters.") % {"most": LONGEST})
    if rooms(actor).filter(name__iexact=name).exists():
        raise ValidationError(_("There is a room of this name already."))
    return Room.objects.create(desk=actor.desk, name=name)


@transaction.atomic
def retire_room(actor: Actor, room: Room) -> None:
    """It is offered no more; meetings in it stay there."""
    require_head(actor)
    rooms(actor).filter(pk=room.pk).update(retired_at=timezone.now())


@transaction.atomic
def bring_back_room(actor: Actor, room: Room) -> None:
    """The undo. Raises `ValidationError` where another room has got its name."""
    require_head(actor)
    if rooms(actor).filter(name__iexact=room.name).exists():
        raise ValidationError(_("There is a room of this name already."))
    Room.objects.filter(desk=actor.desk, pk=room.pk).update(retired_at=None)
