"""Actions written down, changed, taken out and brought back, as long as the minutes are being written."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Membership, User
from jembatan.directory.models import Organisation, Person
from jembatan.directory.queries.visible import visible
from jembatan.meetings.actions.outcomes.placing import (
    checked_item,
    checked_text,
    held_action,
    held_meeting,
    next_position,
    place,
    require_writing,
)
from jembatan.meetings.actions.outcomes.told import ACTION_CHANGED, AGREED, action_told, tell_action
from jembatan.meetings.models import Action, AgendaItem, Meeting
from jembatan.meetings.queries.outcomes.line import Owner
from jembatan.meetings.queries.outcomes.standing import Sitting

FIELDS = ("text", "person", "organisation", "member", "ours", "due", "agenda_item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Who does what by when, below which point."""

    text: str
    owner: Owner | None = None
    due: date | None = None
    item: AgendaItem | None = None


@transaction.atomic
def give_action(actor: Actor, sitting: Sitting, task: Task) -> Action:
    """At the end. Raises `ValidationError` with a sentence."""
    held_meeting(actor, sitting.meeting)
    action = place(Action(), sitting, task.item)
    _write(actor, action, task)
    action.save()
    tell_action(actor, action, AGREED)
    return action


@transaction.atomic
def change_action(actor: Actor, action: Action, task: Task) -> Action:
    """In its place; the same again says nothing. Raises `ValidationError` with a sentence."""
    current = held_action(actor, action)
    told, before = action_told(current), _fields(current)
    _write(actor, current, task)
    if _fields(current) != before:
        require_writing(current)
        current.save(update_fields=FIELDS)
        now = action_told(current)
        tell_action(actor, current, ACTION_CHANGED, before=told if told != now else "")
    return current


@transaction.atomic
def take_out_action(actor: Actor, action: Action) -> None:
    """Nobody agreed to it; `bring_back_action` puts it at the end."""
    current = held_action(actor, action)
    if current.stands:
        require_writing(current)
        current.position = None
        current.save(update_fields=["position"])
        tell_action(actor, current, ACTION_CHANGED)


@transaction.atomic
def bring_back_action(actor: Actor, action: Action) -> None:
    """The inverse of `take_out_action`."""
    current = held_action(actor, action)
    if not current.stands:
        require_writing(current)
        current.position = next_position(current)
        current.save(update_fields=["position"])
        tell_action(actor, current, ACTION_CHANGED)


def _fields(action: Action) -> tuple[object, ...]:
    return tuple(getattr(action, name) for name in FIELDS)


def _write(actor: Actor, action: Action, task: Task) -> None:
    owner = task.owner
    action.text, action.due = checked_text(task.text), task.due
    action.agenda_item = checked_item(action.meeting, task.item)
    action.person = owner if isinstance(owner, Person) else None
    action.organisation = owner if isinstance(owner, Organisation) else None
    action.member = owner if isinstance(owner, User) else None
    unchanged = action.pk is not None and owner == Action.objects.get(pk=action.pk).owner
    if owner is not None and not unchanged and not _may_own(actor, owner):
        raise ValidationError({"owner": _("There is nobody of that name.")})
    action.ours = owner is None or isinstance(owner, User) or _is_ours(action.meeting, owner)


def _may_own(actor: Actor, owner: Owner) -> bool:
    if isinstance(owner, User):
        return Membership.objects.filter(desk=actor.desk, user=owner).exists()
    return visible(actor, type(owner)).filter(pk=owner.pk).exists()


def _is_ours(meeting: Meeting, party: Person | Organisation) -> bool:
    """They sit on our side of the table; whoever does not take part is of the other side."""
    kind = "person" if isinstance(party, Person) else "organisation"
    sides = set(meeting.attendances.filter(**{kind: party}).values_list("ours", flat=True))
    return sides == {True}
