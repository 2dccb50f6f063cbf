"""Add an organisation."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.derived import derive
from jembatan.directory.actions.field_rules import fill
from jembatan.directory.events import tell
from jembatan.directory.models import Organisation
from jembatan.platform.access import require_writer

ADDED = gettext_lazy("%(name)s was added to the directory")


@transaction.atomic
def add_organisation(actor: Actor, name: str, *, fields: Mapping[str, str] | None = None) -> Organisation:
    """`fields` holds what was typed into the other editable fields. Raises `ValidationError` with a sentence."""
    require_writer(actor)
    organisation = Organisation(desk=actor.desk)
    fill(actor, organisation, {**(fields or {}), "name": name})
    derive(organisation)
    organisation.save()
    tell(actor, [organisation], ADDED, added=True, name=organisation)
    return organisation
