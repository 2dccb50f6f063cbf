"""How a party is reached: add, correct, prefer."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.edits import check_version
from jembatan.directory.actions.field_rules import one_line
from jembatan.directory.actions.fields import locked
from jembatan.directory.events import tell
from jembatan.directory.formats.contact_values import NUMBERS, is_email, normalise, web_address
from jembatan.directory.models import ContactPoint, Organisation, Person
from jembatan.directory.queries.contact_points import visible_contact_points
from jembatan.platform.access import require_writer

ADDED = gettext_lazy("%(name)s can be reached at %(value)s")
CHANGED = gettext_lazy("A way to reach %(name)s changed: %(value)s")


@transaction.atomic
def add_contact_point(
    actor: Actor,
    party: Person | Organisation,
    *,
    kind: ContactPoint.Kind,
    value: str,
    label: str = "",
    preferred: bool = False,
    parts: Sequence[str] = (),
    quietly: bool = False,
) -> ContactPoint:
    """`parts` of an address, where they are known. `quietly` leaves the announcement to an action around this one. Raises `ValidationError` with a sentence."""
    require_writer(actor)
    owner = locked(actor, party)
    point = ContactPoint(desk=actor.desk)
    if isinstance(owner, Person):
        point.person = owner
    else:
        point.organisation = owner
    _fill(point, kind=kind, value=value, label=label, preferred=preferred, parts=parts)
    point.save()
    if not quietly:
        tell(actor, [owner], ADDED, name=owner, value=point)
    return point


@transaction.atomic
def change_contact_point(
    actor: Actor,
    point: ContactPoint,
    *,
    kind: ContactPoint.Kind,
    value: str,
    label: str,
    preferred: bool,
    version: int,
    parts: Sequence[str] = (),
) -> ContactPoint:
    """Returns the point as it was; another value without `parts` has none. Raises `Conflict`, `ValidationError` with a sentence."""
    require_writer(actor)
    before = visible_contact_points(actor).get(pk=point.pk)
    current = visible_contact_points(actor).select_for_update(of=("self",)).get(pk=point.pk)
    check_version(seen=version, current=current.version)
    _fill(current, kind=kind, value=value, label=label, preferred=preferred, parts=parts)
    current.version += 1
    current.save(update_fields=["kind", "value", "normal", "parts", "label", "preferred", "version"])
    owner = owner_of(current)
    tell(actor, [owner], CHANGED, detail=f"{before} → {current}", name=owner, value=current)
    return before


def owner_of(point: ContactPoint) -> Person | Organisation:
    """The party that is reached."""
    owner = point.person or point.organisation
    assert owner is not None, "the database holds each contact point to one party"
    return owner


def _fill(
    point: ContactPoint,
    *,
    kind: ContactPoint.Kind,
    value: str,
    label: str,
    preferred: bool,
    parts: Sequence[str],
) -> None:
    owner = owner_of(point)
    text = value.strip() if kind == ContactPoint.Kind.ADDRESS else one_line(value)
    if point.value != text or parts:
        point.parts = list(parts)
    point.kind, point.value, point.label = kind, text, one_line(label)
    point.normal = normalise(kind, text, region=owner.country or owner.desk.country)
    _check(point)
    siblings = owner.contact_points.exclude(pk=point.pk).filter(kind=kind)
    if siblings.filter(normal=point.normal).exists():
        raise ValidationError({"value": _("This is already recorded.")})
    if preferred:
        siblings.filter(preferred=True).update(preferred=False)
    point.preferred = preferred


def _check(point: ContactPoint) -> None:
    point.clean_fields(exclude=("desk", "person", "organisation"))  # the records at hand
    if point.kind == ContactPoint.Kind.EMAIL and not is_email(point.normal):
        raise ValidationError({"value": _("Write an e-mail address like “name@ministry.example”.")})
    if point.kind in NUMBERS and len(point.normal) < 3:
        raise ValidationError({"value": _("A telephone number needs digits.")})
    if point.kind == ContactPoint.Kind.WEB and not web_address(point.value):
        raise ValidationError({"value": _("Write a web address like “ministry.example”.")})
    if not point.normal:
        raise ValidationError({"value": _("Write something that can be read.")})
