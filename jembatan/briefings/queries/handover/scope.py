"""What is handed over, to whom, and as whom it is seen."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from jembatan.accounts.actor import Actor, any_reader
from jembatan.accounts.models import Role, User
from jembatan.directory.models import Organisation
from jembatan.directory.queries.visible import visible_organisations
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.queries.visible import visible_dossiers

type Subject = Organisation | Dossier | User


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """`reader` sees what both see who give and take; `organisations` are the partners that it is about."""

    reader: Actor
    subject: Subject
    organisations: tuple[Organisation, ...]
    now: datetime
    site: str

    @property
    def dossier(self) -> Dossier | None:
        """Where a dossier is handed over."""
        return self.subject if isinstance(self.subject, Dossier) else None

    @property
    def officer(self) -> User | None:
        """Where all that an officer does is handed over."""
        return self.subject if isinstance(self.subject, User) else None


def seen_by_both(giver: Actor, taker: Actor) -> Actor:
    """What the giver may not see is not given, and what the taker may not see is not taken.

    Two heads see everything; anybody else what is open to the desk, and the restricted dossiers that name both.
    """
    if giver.role == taker.role == Role.HEAD:
        return giver
    closed = [
        set(visible_dossiers(actor).filter(restricted=True).values_list("pk", flat=True))
        for actor in (giver, taker)
    ]
    return any_reader(giver.desk, within=frozenset(closed[0] & closed[1]), label=giver.name)


def partners_of(reader: Actor, subject: Subject) -> tuple[Organisation, ...]:
    """The organisation, the parties to the dossier, or those that the officer answers for as lead or deputy."""
    if isinstance(subject, Organisation):
        return (subject,)
    if isinstance(subject, Dossier):
        meant = Q(dossiers__dossier=subject)
    else:
        meant = Q(counterpart__lead=subject) | Q(counterpart__deputy=subject)
    found = visible_organisations(reader).filter(meant).select_related("parent").distinct()
    return tuple(found.order_by("name_folded", "pk"))
