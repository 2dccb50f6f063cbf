"""Where parties stand, as we see it on a day."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Person
from jembatan.dossiers.actions.changing import Party, locked, tell
from jembatan.dossiers.actions.refusals import Refused
from jembatan.dossiers.events import Change
from jembatan.dossiers.models import Assessment, Dossier
from jembatan.platform.access import require_writer
from jembatan.platform.markings import Marking


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Influence and interest from 1 to 5."""

    influence: int
    interest: int
    stance: Assessment.Stance
    on_day: date
    reason: str = ""


@transaction.atomic
def assess(actor: Actor, dossier: Dossier, party: Party, standing: Standing) -> Assessment:
    """Another assessment; those of before stay. The journal says that it was made, not what it says. Raises `Refused`."""
    require_writer(actor)
    current = locked(actor, dossier)
    which = {"person": party} if isinstance(party, Person) else {"organisation": party}
    if not current.parties.filter(**which).exists():
        raise Refused(_("Make %(name)s a party to this dossier first.") % {"name": party})
    if standing.on_day > timezone.localdate():
        raise Refused(_("A party is assessed as of today or of a day before."))
    made = Assessment.objects.create(
        desk=actor.desk,
        dossier=current,
        **which,
        influence=standing.influence,
        interest=standing.interest,
        stance=standing.stance,
        reason=standing.reason,
        on_day=standing.on_day,
        made_by=actor.user,
    )
    tell(actor, current, Change.ASSESSED, party=party, marking=Marking.AMBER_STRICT)
    return made


@transaction.atomic
def take_out_assessment(actor: Actor, assessment: Assessment) -> None:
    """It was wrong."""
    require_writer(actor)
    locked(actor, assessment.dossier)
    Assessment.objects.filter(pk=assessment.pk).update(taken_out_at=timezone.now())
