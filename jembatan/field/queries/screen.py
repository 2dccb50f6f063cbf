"""The page with the code of a place, for a screen at its door: who has its address may show it."""

from datetime import UTC, datetime, time, timedelta

from jembatan.platform.links import LinkTo, address
from jembatan.programmes.models import Place

PURPOSE = "place screen"


def screen_of(place: Place) -> str:
    """The whole address; open until two days after the programme. `place.programme` is known."""
    over = datetime.combine(place.programme.last_day + timedelta(days=2), time(), UTC)
    return address("field:screen", PURPOSE, LinkTo(place.pk, place.programme_id, over))
