"""The desk's lines as the actor may see them, each with what it says today."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Prefetch, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Line, LineVersion
from jembatan.directory.queries.positions import today_at
from jembatan.dossiers.queries.visible import within_visible_dossiers


class State(StrEnum):
    """What may be done with a line."""

    DRAFT = "draft"
    CLEARED = "cleared"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


STATES: dict[State, Promise] = {
    State.DRAFT: _("draft"),
    State.CLEARED: _("cleared"),
    State.EXPIRED: _("expired"),
    State.WITHDRAWN: _("withdrawn"),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """A line on a day. `current` is its latest cleared wording, `waiting` one that is not cleared yet."""

    line: Line
    versions: list[LineVersion]
    day: date

    @property
    def current(self) -> LineVersion | None:
        """What it says, or said before it expired."""
        return next((each for each in reversed(self.versions) if each.cleared_at), None)

    @property
    def waiting(self) -> LineVersion | None:
        """What it is to say once it is cleared."""
        return next((each for each in self.versions if each.cleared_at is None), None)

    @property
    def state(self) -> State:
        """Expiry is computed from the date: nothing has to run for a line to expire."""
        if self.line.withdrawn_at is not None:
            return State.WITHDRAWN
        if self.current is None:
            return State.DRAFT
        return State.EXPIRED if has_expired(self.current, self.day) else State.CLEARED

    @property
    def state_told(self) -> Promise:
        """The state in words."""
        return STATES[self.state]

    @property
    def holds(self) -> bool:
        """Whether it may be said."""
        return self.state == State.CLEARED


def has_expired(version: LineVersion, day: date) -> bool:
    """It may be said on the last day of its validity."""
    return version.valid_until is not None and version.valid_until < day


def visible_lines(actor: Actor) -> QuerySet[Line]:
    """Of the desk, outside dossiers that are closed to the actor."""
    return Line.objects.filter(within_visible_dossiers(actor), desk=actor.desk)


def standings(actor: Actor, lines: QuerySet[Line], *, day: date | None = None) -> list[Standing]:
    """These lines as they stand on the day (today), in their order; two queries."""
    on = day or today_at(actor.desk)
    versions = LineVersion.objects.select_related("written_by", "cleared_by").order_by("number")
    read = lines.select_related("owner", "dossier").prefetch_related(Prefetch("versions", versions))
    return [Standing(line, list(line.versions.all()), on) for line in read]


def standing_of(actor: Actor, line: Line) -> Standing:
    """One of them. Raises `DoesNotExist` for one that the actor cannot see."""
    found = standings(actor, visible_lines(actor).filter(pk=line.pk))
    if not found:
        raise Line.DoesNotExist
    return found[0]
