"""What programmes announce, inside the transaction that does it."""

from dataclasses import dataclass
from datetime import datetime

from jembatan.accounts.actor import Actor
from jembatan.programmes.models import DeletionRequest, Duty, Movement, Officer, Post


@dataclass(frozen=True)
class MovementChanged:
    """A movement goes at another time, with another flight, from another terminal, with other vehicles, or not at all.

    `before` and `after` hold the fields that changed, by name, as `MovementChange` keeps them; the duties made of it have moved already.
    """

    actor: Actor
    movement: Movement
    before: dict[str, object]
    after: dict[str, object]


@dataclass(frozen=True)
class PostLeaving:
    """A post is about to be removed. Whoever still needs it raises `programmes.actions.refusals.Refused`, and it stays."""

    actor: Actor
    post: Post


@dataclass(frozen=True)
class OfficersLeaving:
    """Officers (of one programme) are about to be forgotten, and are held without their keys: whoever changes something of its own for that holds it now, in the order of decision 35.

    Whoever still needs them raises `programmes.actions.refusals.Refused`, and they stay as they are.
    """

    officers: tuple[Officer, ...]


@dataclass(frozen=True)
class OfficersForgotten:
    """What is known of officers (of one programme) is about to go, but for what accounts need; their names still stand. Whoever keeps more of them takes it away: nothing is added any more."""

    officers: tuple[Officer, ...]


@dataclass(frozen=True)
class DeletionDeclined:
    """The desk does not delete what an officer asked it to delete, for a reason that they are to hear."""

    request: DeletionRequest


@dataclass(frozen=True)
class DutiesChanged:
    """Duties were changed by hand, by a run of the templates, or with the item of an itinerary that they are made of: another time or place, cancelled."""

    duties: tuple[Duty, ...]


@dataclass(frozen=True)
class OfficerAway:
    """An officer cannot come in a time, or has left (until the programme ends); `ill` where that is why."""

    actor: Actor
    officer: Officer
    since: datetime
    until: datetime
    ill: bool = False


@dataclass(frozen=True)
class OfficerBack:
    """They come in that time after all; what is noted of other times stays."""

    officer: Officer
    since: datetime
    until: datetime
