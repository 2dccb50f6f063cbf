"""Who works on a phone, and until when."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Role
from jembatan.field.models import Phone
from jembatan.platform.markings import Marking
from jembatan.programmes.models import Officer, Programme

GRACE = timedelta(hours=12)
"""How long after the last duty an officer still reads."""
LATE_POST = timedelta(days=7)
"""How long after that a phone may still deliver what it wrote without a network."""
READABLE = frozenset(Marking) - {Marking.RED}
"""Officers work for the organisation; what is TLP:RED is for named people alone."""


class Standing(Enum):
    """What a phone may do."""

    OPEN = "read and write"
    OVER = "deliver what it wrote before"
    CLOSED = "nothing"


@dataclass(frozen=True, slots=True)
class OnDuty:
    """The officer at a phone that is signed in; the first argument of what phones ask and do."""

    officer: Officer
    phone: Phone
    until: datetime

    @property
    def actor(self) -> Actor:
        """As the journal names them; sees the dossier of their programme, and writes as a drafter does."""
        return Actor(
            desk=self.officer.desk,
            role=Role.DRAFTER,
            label=self.officer.full_name,
            within=frozenset({self.officer.programme.dossier_id}),
        )

    def standing(self, now: datetime) -> Standing:
        """Ends with the officer, by the desk's word, and some time after the last duty."""
        if self.phone.ended_at or self.officer.status == Officer.Status.ENDED:
            return Standing.CLOSED
        if self.officer.programme.marking not in READABLE:
            return Standing.CLOSED
        if now <= self.until:
            return Standing.OPEN
        return Standing.OVER if now <= self.until + LATE_POST else Standing.CLOSED


def require_for_phones(programme: Programme) -> None:
    """Nothing of a programme that is TLP:RED goes to a phone."""
    if programme.marking not in READABLE:
        raise PermissionDenied(_("This programme is marked TLP:RED. Nothing of it goes to phones."))
