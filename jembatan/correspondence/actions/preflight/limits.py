"""The highest marking that may go to a partner."""

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.preflight.said import say
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import MarkingLimit
from jembatan.directory.models import Organisation
from jembatan.directory.queries.visible import visible_organisations
from jembatan.platform.access import require_head
from jembatan.platform.markings import Marking


@transaction.atomic
def set_limit(actor: Actor, organisation: Organisation, *, highest: Marking) -> MarkingLimit:
    """Letters above this marking are stopped. Raises `Refused` for an organisation of another desk."""
    require_head(actor)
    if not visible_organisations(actor).filter(pk=organisation.pk).exists():
        raise Refused(_("That organisation is not in the directory of this desk."))
    limit, _made = MarkingLimit.objects.update_or_create(
        desk=actor.desk, organisation=organisation, defaults={"highest": highest}
    )
    with translation.override(actor.desk.language):
        told = _("Letters up to %(marking)s may go to %(name)s.")
        say(actor, told % {"marking": highest.value, "name": organisation}, organisation)
    return limit


@transaction.atomic
def remove_limit(actor: Actor, limit: MarkingLimit) -> None:
    """The marking alone decides again."""
    require_head(actor)
    with translation.override(actor.desk.language):
        told = _("No highest marking is set for %(name)s any more.") % {"name": limit.organisation}
        say(actor, told, limit.organisation)
    limit.delete()
