"""With whom the matter is."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.actions.changing import locked, tell
from jembatan.dossiers.events import Change
from jembatan.dossiers.models import Dossier, DossierParty
from jembatan.platform.access import require_writer


class PartyOfAnotherDesk(ValueError):
    """Parties come from the desk's own directory."""

    def __str__(self) -> str:
        return _("This person or organisation is not in the directory of this desk.")


@transaction.atomic
def add_party(actor: Actor, dossier: Dossier, party: Organisation | Person) -> None:
    """Make it a party; once is enough. Raises `PartyOfAnotherDesk`."""
    require_writer(actor)
    current = locked(actor, dossier)
    if party.desk_id != actor.desk.pk or party.removed_at:
        raise PartyOfAnotherDesk
    _row, added = DossierParty.objects.get_or_create(
        dossier=current, **_which(party), defaults={"desk": actor.desk}
    )
    if added:
        tell(actor, current, Change.PARTY_ADDED, party=party)


@transaction.atomic
def remove_party(actor: Actor, dossier: Dossier, party: Organisation | Person) -> None:
    """It is no party any more; what was recorded with it stays."""
    require_writer(actor)
    current = locked(actor, dossier)
    removed, _rows = DossierParty.objects.filter(dossier=current, **_which(party)).delete()
    if removed:
        tell(actor, current, Change.PARTY_REMOVED, party=party)


def _which(party: Organisation | Person) -> dict[str, Any]:
    return {"person": party} if isinstance(party, Person) else {"organisation": party}
