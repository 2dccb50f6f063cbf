"""Take a party out of the directory, and bring it back: what other records say about it stays true meanwhile."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.fields import locked
from jembatan.directory.events import tell
from jembatan.directory.models import Organisation, Person
from jembatan.platform.access import require_writer

REMOVED = gettext_lazy("%(name)s was removed from the directory")
RESTORED = gettext_lazy("%(name)s is back in the directory")


@transaction.atomic
def remove_party(actor: Actor, party: Person | Organisation) -> None:
    """Hide it from lists, searches and address books; `restore_party` is the inverse."""
    require_writer(actor)
    current = locked(actor, party)
    current.removed_at = timezone.now()
    current.version += 1
    current.save(update_fields=["removed_at", "version"])
    tell(actor, [current], REMOVED, name=current)


@transaction.atomic
def restore_party(actor: Actor, party: Person | Organisation) -> None:
    """Show it again; raises `DoesNotExist` for another desk's. One that was never removed stays as it is.

    So does one that was merged: `merging.part` brings it back with what is its own.
    """
    require_writer(actor)
    current = type(party)._default_manager.select_for_update().get(pk=party.pk, desk=actor.desk)
    if current.removed_at is None or current.merged_into_id is not None:
        return
    current.removed_at = None
    current.version += 1
    current.save(update_fields=["removed_at", "version"])
    tell(actor, [current], RESTORED, name=current)
