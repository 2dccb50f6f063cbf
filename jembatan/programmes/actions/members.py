"""Who comes with a delegation, what is to be minded about them, and who may read that."""

from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_head, require_writer
from jembatan.platform.markings import Marking
from jembatan.programmes.actions.refusals import Refused
from jembatan.programmes.models import Delegation, DelegationMember, DelegationNote, NoteReader
from jembatan.programmes.queries.visible import visible_delegations

MEMBER_FIELDS = ("full_name", "address_form", "function", "phone", "email", "language", "person")


@transaction.atomic
def add_member(
    actor: Actor, delegation: Delegation, *, head: bool = False, **fields: Any
) -> DelegationMember:
    """`fields` are some of `MEMBER_FIELDS`; a new head takes the place of the one before."""
    require_writer(actor)
    current = _held(actor, delegation)
    if head:
        current.members.filter(head=True).update(head=False)
    return DelegationMember.objects.create(desk=actor.desk, delegation=current, head=head, **fields)


@transaction.atomic
def change_member(actor: Actor, member: DelegationMember, **fields: Any) -> DelegationMember:
    """Give some of `MEMBER_FIELDS` other values."""
    require_writer(actor)
    _held(actor, member.delegation)
    current = DelegationMember.objects.select_for_update(no_key=True).get(pk=member.pk)
    for name, value in fields.items():
        setattr(current, name, value)
    current.save(update_fields=list(fields))
    return current


@transaction.atomic
def remove_member(actor: Actor, member: DelegationMember) -> None:
    """Does not come. Raises `Refused` while notes are about them."""
    require_writer(actor)
    _held(actor, member.delegation)
    if member.notes.exists():
        raise Refused(
            _(
                "There are notes about %(name)s, perhaps some that you may not see. Ask the head of the desk to remove them first."
            )
            % {"name": member}
        )
    member.delete()


@transaction.atomic
def make_head(actor: Actor, member: DelegationMember) -> DelegationMember | None:
    """Leads the delegation from now on; returns who did before."""
    require_writer(actor)
    current = _held(actor, member.delegation)
    before = current.members.filter(head=True).exclude(pk=member.pk).first()
    current.members.filter(head=True).update(head=False)
    DelegationMember.objects.filter(pk=member.pk).update(head=True)
    return before


@transaction.atomic
def add_note(
    actor: Actor,
    delegation: Delegation,
    text: str,
    *,
    kind: str,
    marking: str = Marking.AMBER,
    member: DelegationMember | None = None,
) -> DelegationNote:
    """What is to be minded; a medical note is TLP:RED whatever is asked for."""
    require_writer(actor)
    current = _held(actor, delegation)
    if kind == DelegationNote.Kind.MEDICAL:
        marking = Marking.RED
    return DelegationNote.objects.create(
        desk=actor.desk, delegation=current, member=member, kind=kind, text=text, marking=marking
    )


@transaction.atomic
def remove_note(actor: Actor, note: DelegationNote) -> None:
    """It is not so, or no more."""
    require_writer(actor)
    _held(actor, note.delegation)
    note.delete()


@transaction.atomic
def name_reader(actor: Actor, delegation: Delegation, user_id: int) -> NoteReader:
    """A colleague of the desk reads this delegation's TLP:RED notes from now on. Raises `Refused`."""
    require_head(actor)
    current = _held(actor, delegation)
    colleague = (
        get_user_model().objects.filter(pk=user_id, memberships__desk=actor.desk, is_active=True).first()
    )
    if colleague is None:
        raise Refused(_("There is no such colleague at this desk."))
    reader, _new = NoteReader.objects.get_or_create(desk=actor.desk, delegation=current, user_id=colleague.pk)
    return reader


@transaction.atomic
def unname_reader(actor: Actor, reader: NoteReader) -> None:
    """No more."""
    require_head(actor)
    _held(actor, reader.delegation)
    reader.delete()


def _held(actor: Actor, delegation: Delegation) -> Delegation:
    return visible_delegations(actor).select_for_update(of=("self",), no_key=True).get(pk=delegation.pk)
