"""Places of a programme, and the minutes from one to another."""

from collections.abc import Mapping

from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_writer
from jembatan.platform.unique import unless_taken
from jembatan.programmes.actions.changing import held
from jembatan.programmes.actions.refusals import Refused
from jembatan.programmes.models import Place, Programme, Travel

LONGEST = 1440


class PlaceTaken(Refused):
    """Another place has the name."""

    def __init__(self) -> None:
        super().__init__(_("The programme has a place of this name already."))


@transaction.atomic
def keep_place(
    actor: Actor, programme: Programme, *, name: str, kind: str, address: str = "", place: Place | None = None
) -> Place:
    """A new one, or another name for one that there is. Raises `Refused`."""
    require_writer(actor)
    current = held(actor, programme)
    kept = place or Place(desk=actor.desk, programme=current)
    kept.name, kept.kind, kept.address = name, kind, address

    def write() -> Place:
        kept.save()
        return kept

    return unless_taken(write, once="place_name_once", taken=PlaceTaken)


@transaction.atomic
def remove_place(actor: Actor, place: Place) -> None:
    """Nothing happens there. Raises `Refused` where movements or duties do."""
    require_writer(actor)
    held(actor, place.programme)
    try:
        with transaction.atomic():
            place.delete()
    except ProtectedError as error:
        raise Refused(
            _("Movements or duties lead to %(name)s. Give them another place first.") % {"name": place}
        ) from error


@transaction.atomic
def set_travel(
    actor: Actor, programme: Programme, minutes: Mapping[tuple[int, int], int | None]
) -> dict[tuple[int, int], int | None]:
    """Minutes by (origin, destination), None for a way that takes none; returns what was before. Raises `Refused`."""
    require_writer(actor)
    current = held(actor, programme)
    known = set(current.places.values_list("pk", flat=True))
    ways = {way: value for way, value in minutes.items() if known.issuperset(way) and way[0] != way[1]}
    if any(value is not None and not 0 <= value <= LONGEST for value in ways.values()):
        raise Refused(_("A way takes from 0 to 1,440 minutes, a whole day."))
    standing = {
        (travel.origin_id, travel.destination_id): travel
        for travel in Travel.objects.filter(origin__programme=current)
    }
    before: dict[tuple[int, int], int | None] = {}
    for way, value in ways.items():
        travel = standing.get(way)
        was = travel.minutes if travel else None
        if was == value:
            continue
        before[way] = was
        if value is None and travel:
            travel.delete()
        elif value is not None:
            Travel.objects.update_or_create(
                origin_id=way[0],
                destination_id=way[1],
                defaults={"minutes": value, "desk": actor.desk},
            )
    return before
