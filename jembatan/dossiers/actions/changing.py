"""How every action on a dossier begins and ends: the row is locked among those that the actor sees; the change is told."""

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.events import Change, DossierChanged
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.queries.listing import parties_of
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.platform.events import announce
from jembatan.platform.markings import Marking, highest

type Party = Organisation | Person


def locked(actor: Actor, dossier: Dossier) -> Dossier:
    """The dossier as it is now, held until the transaction ends; raises `Dossier.DoesNotExist` for one not to be seen."""
    return visible_dossiers(actor).select_for_update(of=("self",)).get(pk=dossier.pk)


def tell(
    actor: Actor,
    dossier: Dossier,
    change: Change,
    *,
    party: Party | None = None,
    name: str = "",
    marking: str = Marking.CLEAR,
    words: str = "",
) -> None:
    """Announce the change, with the one party in question or with all that the dossier has.

    The line is marked as the dossier, or higher where what it names is.
    """
    parties = (party,) if party else tuple(row.party for row in parties_of(dossier))
    announce(
        DossierChanged(
            actor=actor,
            dossier=dossier,
            change=change,
            parties=parties,
            name=name,
            words=words,
            marking=highest([dossier.marking, marking]),
        )
    )
