"""What each offer was worth to us, one after the other, as coordinates for a picture: where both sides come closer, the lines meet."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from jembatan.negotiation.models import NegotiatingParty
from jembatan.negotiation.queries.analysed import Analysed
from jembatan.negotiation.queries.picture import (
    LEFT,
    LINE,
    SIDE,
    TOP,
    Mark,
    lines_of_worth,
    told_below,
    worth_to_each,
)
from jembatan.platform.ui.moments import day_text, moment_text

HIGH = 150.0
INSIDE = 14.0
BELOW = TOP + HIGH + 48


@dataclass(frozen=True, slots=True)
class Concessions:
    """`paths` are the points of a polyline a party, `walk` the height of what we have without an agreement."""

    ours: NegotiatingParty
    height: float
    below: float
    paths: tuple[tuple[str, str], ...]
    marks: tuple[Mark, ...]
    walk: float
    ticks: tuple[tuple[float, int], ...]
    first: str
    last: str


def concessions(found: Analysed) -> Concessions | None:
    """To the right in time, an equal step an offer; upwards what it was worth to us. None while there is one offer or none."""
    if len(found.offers) < 2:
        return None
    marks = _marks(found)
    return Concessions(
        ours=found.parties[0],
        below=BELOW,
        height=BELOW + (2 + lines_of_worth(found)) * LINE,
        paths=tuple(
            ("ours" if party.ours else "theirs", " ".join(f"{mark.x},{mark.y}" for mark in own))
            for party in found.parties
            if len(own := [mark for party_id, mark in marks if party_id == party.pk]) > 1
        ),
        marks=tuple(mark for _party, mark in marks),
        walk=_y(float(found.parties[0].reservation)),
        ticks=tuple((_y(value), value) for value in (0, 50, 100)),
        first=day_text(found.offers[0][0].made_at),
        last=day_text(found.offers[-1][0].made_at),
    )


def _marks(found: Analysed) -> list[tuple[int, Mark]]:
    """With the party that made the offer."""
    step = (SIDE - 2 * INSIDE) / (len(found.offers) - 1)
    marks = []
    numbers: dict[int, int] = {}
    for place, (offer, judgement) in enumerate(found.offers):
        numbers[offer.party_id] = number = numbers.get(offer.party_id, 0) + 1
        label = _("Offer %(number)s of %(name)s") % {"number": number, "name": offer.party.name}
        texts = [label, *worth_to_each(found, judgement.utilities), moment_text(offer.made_at)]
        mark = Mark(
            kind="ours" if offer.party.ours else "theirs",
            x=round(LEFT + INSIDE + step * place, 1),
            y=_y(judgement.utilities[0]),
            label=label,
            lines=told_below(BELOW, texts),
            letter=str(number),
        )
        marks.append((offer.party_id, mark))
    return marks


def _y(value: float) -> float:
    return round(TOP + HIGH * (1 - value / 100), 1)
