"""Delete a detail of a party (a position, a contact point, a relationship), and read it back from its history."""

from typing import Any

import pghistory.core
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.contact_points import owner_of
from jembatan.directory.events import Party, tell
from jembatan.directory.models import ContactPoint, Position, Relationship
from jembatan.platform.access import require_writer

type Detail = ContactPoint | Position | Relationship
REMOVED = gettext_lazy("It was removed from %(name)s: %(what)s")
RESTORED = gettext_lazy("It is back at %(name)s: %(what)s")


@transaction.atomic
def remove_detail(actor: Actor, detail: Detail) -> None:
    """The row goes, its history stays; `restore_detail` of the same kind and id is the inverse."""
    require_writer(actor)
    current = type(detail)._default_manager.select_for_update().get(pk=detail.pk, desk=actor.desk)
    parties = parties_of(current)
    tell(actor, parties, REMOVED, name=parties[0], what=current)
    current.delete()


@transaction.atomic
def restore_detail[D: ContactPoint | Position | Relationship](
    actor: Actor, kind: type[D], detail_id: int
) -> D:
    """The row as it was when it was deleted; one that is there is returned.

    Raises `DoesNotExist` for a stranger's and where a party is gone, `ValidationError` where the same was recorded anew.
    """
    require_writer(actor)
    present = QuerySet(kind).filter(pk=detail_id, desk=actor.desk).first()
    if present:
        return present
    event_model: Any = pghistory.core.event_models(tracks_model=kind)[0]
    deleted = (
        event_model.objects.filter(pgh_obj_id=detail_id, pgh_label="delete", desk=actor.desk)
        .order_by("-pgh_id")
        .first()
    )
    if deleted is None:
        raise kind.DoesNotExist
    detail = kind(**_tracked_values(kind, deleted))
    parties = parties_of(detail)
    _insert(detail)
    tell(actor, parties, RESTORED, name=parties[0], what=detail)
    return detail


def parties_of(detail: Detail) -> tuple[Party, ...]:
    """The parties that the detail is about, its owner first."""
    if isinstance(detail, ContactPoint):
        return (owner_of(detail),)
    if isinstance(detail, Position):
        return (detail.person, detail.organisation)
    return (detail.person, detail.other)


def _insert(detail: Detail) -> None:
    """The database decides whether the same stands there again."""
    try:
        with transaction.atomic():
            detail.save(force_insert=True)
    except IntegrityError as error:
        if "_once" not in str(error):
            raise
        raise ValidationError(
            _("The same has been recorded again since: nothing was brought back.")
        ) from error


def _tracked_values(kind: type[Any], event: Any) -> dict[str, Any]:
    remembered = {field.attname for field in event._meta.concrete_fields}
    names = [field.attname for field in kind._meta.concrete_fields if field.attname in remembered]
    return {name: getattr(event, name) for name in names}
