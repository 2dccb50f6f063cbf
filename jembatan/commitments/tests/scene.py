"""A promise of a partner's, and one of ours."""

from datetime import date, timedelta

from jembatan.accounts.actor import Actor
from jembatan.commitments.actions.record import Promise, record_commitment
from jembatan.commitments.models import Commitment
from jembatan.commitments.models.commitment import today_at
from jembatan.commitments.queries.source import NOWHERE, Said
from jembatan.directory.models import Person
from jembatan.dossiers.models import Dossier


def in_days(actor: Actor, days: int) -> date:
    """So many days from today at the desk."""
    return today_at(actor.desk) + timedelta(days=days)


def theirs(
    actor: Actor,
    budi: Person,
    what: str = "kirim draf",
    *,
    due: date | None = None,
    dossier: Dossier | None = None,
    said: Said = NOWHERE,
) -> Commitment:
    """Budi owes us something."""
    promise = Promise(side=Commitment.Side.THEIRS, what=what, person=budi, due=due, dossier=dossier)
    return record_commitment(actor, promise, evidence=f"Saya akan {what}.", said=said)


def ours(actor: Actor, budi: Person, what: str = "kirim daftar", *, due: date | None = None) -> Commitment:
    """The actor owes Budi something."""
    promise = Promise(side=Commitment.Side.OURS, what=what, person=budi, member=actor.user, due=due)
    return record_commitment(actor, promise)
