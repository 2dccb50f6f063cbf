"""Change one field of a person or an organisation."""

from typing import Any

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor, operator
from jembatan.accounts.models import Desk
from jembatan.directory.actions.derived import derive
from jembatan.directory.actions.edits import Change, Conflict
from jembatan.directory.actions.field_rules import cleaned
from jembatan.directory.events import tell
from jembatan.directory.models import Organisation, Person
from jembatan.directory.queries.field_text import as_read, as_typed, label_of
from jembatan.directory.queries.visible import visible
from jembatan.platform.access import require_writer
from jembatan.platform.markings import LoweredMarking, is_lower
from jembatan.platform.prepared import Prepared

CHANGED = gettext_lazy("%(name)s: %(field)s changed")


@transaction.atomic
def change_field(
    actor: Actor,
    party: Person | Organisation,
    *,
    field: str,
    value: str,
    version: int,
    seen: str,
    confirmed: bool = False,
) -> Change:
    """Write what was typed into a field; the same value again changes nothing.

    `version` and `seen` (the text of the field) are what the editor had before the eyes. Somebody else's edit of another
    field is no conflict. Raises `Conflict`, `ValidationError` with a sentence, `LoweredMarking` unless `confirmed`.
    """
    require_writer(actor)
    current = locked(actor, party)
    return change_locked(
        actor, current, field=field, value=value, version=version, seen=seen, confirmed=confirmed
    )


def change_locked(
    actor: Actor,
    current: Person | Organisation,
    *,
    field: str,
    value: str,
    version: int,
    seen: str,
    confirmed: bool = False,
) -> Change:
    """The same, of a party that this transaction has locked."""
    require_writer(actor)
    before, shown_before = as_typed(current, field), as_read(current, field)
    new = cleaned(actor, current, field, value)
    if getattr(current, field) == new:
        return Change(field, before, before, current.version)
    if version != current.version and before != seen:
        ours = current.__class__(pk=current.pk)
        setattr(ours, field, new)
        raise Conflict(field=field, theirs=shown_before, ours=as_read(ours, field), version=current.version)
    if field == "marking" and not confirmed and is_lower(new, than=current.marking):
        raise LoweredMarking
    _write(current, field, new)
    _tell(actor, current, field, before=shown_before)
    return Change(field, before, as_typed(current, field), current.version)


def locked[P: Person | Organisation](actor: Actor, party: P) -> P:
    """The party as it stands now, held until the transaction ends; raises `DoesNotExist` if the actor cannot see it."""
    kind = type(party)
    held = (_PERSON if issubclass(kind, Person) else _ORGANISATION).first(actor.desk.pk, party.pk)
    if held is None:
        raise kind.DoesNotExist
    assert isinstance(held, kind)
    held.desk = actor.desk
    return held


def _to_lock[P: Person | Organisation](kind: type[P]) -> Prepared[P]:
    return Prepared(
        lambda desk, pk: visible(operator(Desk(pk=desk)), kind).select_for_update().filter(pk=pk), -1, -2
    )


_PERSON: Prepared[Any] = _to_lock(Person)
_ORGANISATION: Prepared[Any] = _to_lock(Organisation)


def _write(party: Person | Organisation, field: str, value: Any) -> None:
    setattr(party, field, value)
    party.version += 1
    party.save(update_fields=[field, "version", *derive(party)])


def _tell(actor: Actor, party: Person | Organisation, field: str, *, before: str) -> None:
    with translation.override(actor.desk.language):
        label = label_of(party, field)
        after = as_read(party, field)
    tell(actor, [party], CHANGED, detail=f"{before} → {after}", name=party, field=label)
