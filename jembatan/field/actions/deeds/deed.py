"""One deed as a phone sends it, and reading what it says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from jembatan.deployment.models import Assignment
from jembatan.field.access import OnDuty
from jembatan.field.actions.refusals import Refused
from jembatan.field.queries.duties import seats_of


@dataclass(frozen=True, slots=True)
class Incoming:
    """`key` is the phone's, `happened_at` its moment, put right by how far its clock is off; `data` is whatever was sent."""

    key: UUID
    kind: str
    happened_at: datetime
    data: Mapping[str, object]
    files: Sequence[bytes] = ()

    def text(self, name: str, *, most: int = 4000) -> str:
        """Without what surrounds it; "" where there is none."""
        value = self.data.get(name, "")
        return value.replace("\x00", "").strip()[:most] if isinstance(value, str) else ""

    def number(self, name: str) -> int:
        """A record's. Raises `Refused`."""
        value = self.data.get(name)
        if not isinstance(value, int) or isinstance(value, bool) or not 0 < value < 2**63:
            raise Refused(_("This phone has sent something that cannot be read. Open the page again."))
        return value


def own_seat(who: OnDuty, duty_id: int) -> Assignment:
    """Raises `Refused` for a duty that is not theirs (any more)."""
    seat = seats_of(who.officer).filter(duty=duty_id).first()
    if seat is None:
        raise Refused(_("This duty is not yours any more. Look at your duties again."))
    return seat
