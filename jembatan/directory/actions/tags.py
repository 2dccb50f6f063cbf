"""Put a tag on many parties at once, and take it off again."""

from collections.abc import Collection

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, Func, Value
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.field_rules import items
from jembatan.directory.events import tell
from jembatan.directory.models import Organisation, Person
from jembatan.directory.queries.visible import visible
from jembatan.platform.access import require_writer

TAGGED = gettext_lazy("The tag “%(tag)s” was put on %(count)s records")
UNTAGGED = gettext_lazy("The tag “%(tag)s” was taken off %(count)s records")


@transaction.atomic
def tag_parties[P: Person | Organisation](
    actor: Actor, kind: type[P], ids: Collection[int], *, tag: str
) -> list[int]:
    """Returns those that did not bear the tag before: the inverse is `untag_parties` of them.

    Ids of other desks are passed over. Raises `ValidationError` unless exactly one tag was written.
    """
    require_writer(actor)
    wanted = items(tag)
    if len(wanted) != 1 or len(wanted[0]) > 80:
        raise ValidationError(_("Write one tag of at most 80 letters."))
    parties = [party for party in _locked(actor, kind, ids) if wanted[0] not in party.tags]
    changed = [party.pk for party in parties]
    kind._default_manager.filter(pk__in=changed).update(
        tags=Func(F("tags"), Value(wanted[0]), function="array_append"), version=F("version") + 1
    )
    if changed:
        tell(actor, parties, TAGGED, tag=wanted[0], count=len(changed))
    return changed


@transaction.atomic
def untag_parties[P: Person | Organisation](
    actor: Actor, kind: type[P], ids: Collection[int], *, tag: str
) -> list[int]:
    """Returns those that bore it."""
    require_writer(actor)
    parties = [party for party in _locked(actor, kind, ids) if tag in party.tags]
    changed = [party.pk for party in parties]
    kind._default_manager.filter(pk__in=changed).update(
        tags=Func(F("tags"), Value(tag), function="array_remove"), version=F("version") + 1
    )
    if changed:
        tell(actor, parties, UNTAGGED, tag=tag, count=len(changed))
    return changed


def _locked[P: Person | Organisation](actor: Actor, kind: type[P], ids: Collection[int]) -> list[P]:
    return list(visible(actor, kind).filter(pk__in=ids).select_for_update().order_by("pk"))
