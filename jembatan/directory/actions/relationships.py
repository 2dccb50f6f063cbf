"""How two people stand to each other."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.directory.events import tell
from jembatan.directory.models import Person, Relationship
from jembatan.directory.queries.visible import visible_people
from jembatan.platform.access import require_writer

RELATED = gettext_lazy("It is recorded now: %(relationship)s")


@transaction.atomic
def relate(actor: Actor, person: Person, other: Person, *, kind: Relationship.Kind) -> Relationship:
    """`person` is the `kind` of `other`; saying it twice changes nothing. Raises `ValidationError` for oneself."""
    require_writer(actor)
    if person.pk == other.pk:
        raise ValidationError({"other": _("Choose another person.")})
    relationship, is_new = Relationship.objects.get_or_create(
        desk=actor.desk,
        person=visible_people(actor).get(pk=person.pk),
        other=visible_people(actor).get(pk=other.pk),
        kind=kind,
    )
    if is_new:
        tell(actor, [relationship.person, relationship.other], RELATED, relationship=relationship)
    return relationship
