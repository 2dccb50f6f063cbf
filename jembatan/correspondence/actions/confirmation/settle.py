"""What becomes of corrections: accepted into the directory by its own actions, or left."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Confirmation
from jembatan.correspondence.queries.confirmation.known import CONTACT, LEFT, NAMES, POSITION, held_by
from jembatan.correspondence.queries.confirmation.snapshot import changes_between, snapshot_of
from jembatan.correspondence.queries.confirmation.visible import visible_confirmations
from jembatan.directory.actions.contact_points import change_contact_point
from jembatan.directory.actions.detail_removal import remove_detail
from jembatan.directory.actions.fields import change_field
from jembatan.directory.actions.positions import PositionFacts, change_position, end_position, facts_of
from jembatan.directory.models import ContactPoint, Person, Position
from jembatan.directory.queries.contact_points import visible_contact_points
from jembatan.directory.queries.field_text import as_typed
from jembatan.directory.queries.positions import visible_positions
from jembatan.directory.queries.visible import visible_people
from jembatan.platform.access import require_writer

State = Confirmation.State


@transaction.atomic
def accept_corrections(actor: Actor, confirmation: Confirmation) -> Confirmation:
    """All of them or none; what they emptied is removed, a post ended. Raises `Refused` with the directory's sentence."""
    require_writer(actor)
    current = _held(actor, confirmation)
    before = snapshot_of(actor, current.person)
    try:
        for key, words in current.corrections.items():
            _accept(actor, current.person, key, words)
    except ValidationError as fault:
        raise Refused(" ".join(fault.messages)) from fault
    if LEFT in current.corrections:
        for position in held_by(actor, current.person):
            end_position(actor, position)
    person = visible_people(actor).get(pk=current.person_id)
    current.accepted = changes_between(before, snapshot_of(actor, person))
    return _settle(actor, current)


@transaction.atomic
def leave_corrections(actor: Actor, confirmation: Confirmation) -> Confirmation:
    """The directory stays as it is. Raises `Refused`, `DoesNotExist`."""
    require_writer(actor)
    return _settle(actor, _held(actor, confirmation))


def _held(actor: Actor, confirmation: Confirmation) -> Confirmation:
    current = visible_confirmations(actor).select_for_update(of=("self",)).get(pk=confirmation.pk)
    if current.state != State.CORRECTED:
        raise Refused(_("Nothing of it waits for you any more."))
    return current


def _accept(actor: Actor, person: Person, key: str, words: str) -> None:
    """What is gone since stays gone."""
    if key in NAMES:
        now = visible_people(actor).get(pk=person.pk)
        seen = as_typed(now, key)
        change_field(actor, now, field=key, value=words, version=now.version, seen=seen)
        return
    kind, _dash, number = key.partition("-")
    if kind == CONTACT:
        point = visible_contact_points(actor).filter(person=person, pk=number).first()
        if point is not None:
            _accept_contact(actor, point, words)
    elif kind == POSITION:
        position = visible_positions(actor).filter(person=person, pk=number).first()
        if position is not None:
            _accept_post(actor, position, words)


def _accept_contact(actor: Actor, point: ContactPoint, words: str) -> None:
    if not words:
        remove_detail(actor, point)
        return
    change_contact_point(
        actor,
        point,
        kind=ContactPoint.Kind(point.kind),
        value=words,
        label=point.label,
        preferred=point.preferred,
        version=point.version,
    )


def _accept_post(actor: Actor, position: Position, words: str) -> None:
    if not words:
        end_position(actor, position)
        return
    facts = facts_of(position)
    new = PositionFacts(title=words, unit=facts.unit, since=facts.since, until=facts.until)
    change_position(actor, position, new, version=position.version)


def _settle(actor: Actor, confirmation: Confirmation) -> Confirmation:
    confirmation.state = State.SETTLED
    confirmation.settled_at, confirmation.settled_by = timezone.now(), actor.user
    confirmation.save(update_fields=["state", "accepted", "settled_at", "settled_by"])
    return confirmation
