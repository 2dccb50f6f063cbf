"""Parties move up in the directory's lists by what happened with them, once for any number of lines."""

from dataclasses import dataclass, field
from datetime import datetime

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.activity import mark_active
from jembatan.directory.models import Person
from jembatan.journal.actions.line import Line


@dataclass(slots=True)
class Activity:
    """The latest moment of every party; what is still to come after `now` does not count yet."""

    now: datetime
    people: dict[int, datetime] = field(default_factory=dict)
    organisations: dict[int, datetime] = field(default_factory=dict)

    def add(self, line: Line) -> None:
        """Take the line's parties in."""
        moment = min(line.occurred_at or self.now, self.now)
        for party in line.parties:
            latest = self.people if isinstance(party, Person) else self.organisations
            known = latest.get(party.id)
            if known is None or known < moment:
                latest[party.id] = moment

    def tell(self, actor: Actor) -> None:
        """Write it to the directory."""
        mark_active(actor.desk, people=self.people, organisations=self.organisations)
