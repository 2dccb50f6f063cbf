"""Beginning a negotiation, ending it and taking it up again."""

from collections.abc import Iterable

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation
from jembatan.directory.queries.visible import visible_organisations
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.negotiation.actions.changing import ENDED, REOPENED, STARTED, held, tell
from jembatan.negotiation.actions.refusals import Refused
from jembatan.negotiation.models import NegotiatingParty, Negotiation
from jembatan.platform.access import require_officer
from jembatan.platform.markings import Marking, highest

LEAST = Marking.AMBER_STRICT


@transaction.atomic
def start_negotiation(
    actor: Actor, title: str, *, dossier: Dossier | None = None, organisations: Iterable[Organisation] = ()
) -> Negotiation:
    """In a dossier that the actor sees, else in a new restricted one that names the actor alone. We sit at the table from the start.

    Raises `Refused`, and `TitleTaken` where the new dossier would have the title of another.
    """
    require_officer(actor)
    if dossier is None:
        place = open_dossier(actor, title, marking=LEAST, restricted=True)
    else:
        place = visible_dossiers(actor).select_for_update(of=("self",)).get(pk=dossier.pk)
    try:
        with transaction.atomic():
            negotiation = Negotiation.objects.create(
                desk=actor.desk,
                dossier=place,
                title=title,
                marking=highest([place.marking, LEAST]),
                created_by=actor.user,
            )
    except IntegrityError as error:
        if "negotiation_title_once" in str(error):
            raise Refused(_("This dossier has a negotiation with this title already.")) from error
        raise
    NegotiatingParty.objects.create(
        desk=actor.desk,
        negotiation=negotiation,
        ours=True,
        name=actor.desk.organisation_name or actor.desk.name,
    )
    for organisation in organisations:
        seat(actor, negotiation, organisation)
    tell(actor, negotiation, STARTED, _("Negotiation begun: %(title)s") % {"title": title})
    return negotiation


def seat(actor: Actor, negotiation: Negotiation, organisation: Organisation) -> NegotiatingParty:
    """Give an organisation of the desk's directory a seat; once is enough. Runs inside the caller's transaction."""
    known = visible_organisations(actor).get(pk=organisation.pk)
    name = str(known)[:300]
    party, _made = NegotiatingParty.objects.get_or_create(
        negotiation=negotiation, name=name, defaults={"desk": actor.desk, "organisation": known}
    )
    return party


@transaction.atomic
def end_negotiation(actor: Actor, negotiation: Negotiation) -> Negotiation:
    """Nothing more is negotiated; nothing of it is lost."""
    require_officer(actor)
    current = held(actor, negotiation)
    if current.ended_at is None:
        current.ended_at = timezone.now()
        current.save(update_fields=["ended_at"])
        tell(actor, current, ENDED, _("Negotiation ended: %(title)s") % {"title": current})
    return current


@transaction.atomic
def take_up_negotiation(actor: Actor, negotiation: Negotiation) -> Negotiation:
    """It goes on."""
    require_officer(actor)
    current = held(actor, negotiation)
    if current.ended_at is not None:
        current.ended_at = None
        current.save(update_fields=["ended_at"])
        tell(actor, current, REOPENED, _("Negotiation goes on: %(title)s") % {"title": current})
    return current
