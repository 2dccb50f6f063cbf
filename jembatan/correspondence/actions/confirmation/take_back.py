"""Undo: corrections wait again, and what accepting them changed in the directory stands there as before."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Confirmation
from jembatan.correspondence.queries.confirmation.known import CONTACT, NAMES, POSITION
from jembatan.correspondence.queries.confirmation.snapshot import UNTIL, snapshot_of
from jembatan.correspondence.queries.confirmation.visible import latest_of, visible_confirmations
from jembatan.directory.actions.contact_points import change_contact_point
from jembatan.directory.actions.detail_removal import restore_detail
from jembatan.directory.actions.fields import change_field
from jembatan.directory.actions.positions import PositionFacts, change_position, facts_of
from jembatan.directory.models import ContactPoint, Person
from jembatan.directory.queries.contact_points import visible_contact_points
from jembatan.directory.queries.positions import visible_positions
from jembatan.directory.queries.visible import visible_people
from jembatan.platform.access import require_writer

State = Confirmation.State


@transaction.atomic
def take_back_settling(actor: Actor, confirmation: Confirmation) -> Confirmation:
    """All of it or nothing. Raises `Refused` where it was not settled, is not the latest, or somebody has changed it since."""
    require_writer(actor)
    current = visible_confirmations(actor).select_for_update(of=("self",)).get(pk=confirmation.pk)
    if current.state != State.SETTLED or latest_of(actor, current.person) != current:
        raise Refused(_("There is nothing to take back."))
    person = visible_people(actor).get(pk=current.person_id)
    now = snapshot_of(actor, person)
    if any(now.get(key) != after for key, (_before, after) in current.accepted.items()):
        raise Refused(
            _("Somebody has changed it since. Correct it by hand; the history shows what stood there.")
        )
    try:
        for key, (before, _after) in current.accepted.items():
            _put_back(actor, person, key, before)
    except ValidationError as fault:
        raise Refused(" ".join(fault.messages)) from fault
    current.state, current.accepted = State.CORRECTED, {}
    current.settled_at, current.settled_by = None, None
    current.save(update_fields=["state", "accepted", "settled_at", "settled_by"])
    return current


def _put_back(actor: Actor, person: Person, key: str, before: str | None) -> None:
    if key in NAMES:
        now = visible_people(actor).get(pk=person.pk)
        change_field(actor, now, field=key, value=before or "", version=now.version, seen="")
        return
    kind, _dash, number = key.partition("-")
    if kind == CONTACT:
        _put_back_contact(actor, int(number), before)
    elif kind in {POSITION, UNTIL}:
        position = visible_positions(actor).get(pk=number)
        facts = facts_of(position)
        words = before or ""
        changed = PositionFacts(
            title=words if kind == POSITION else facts.title,
            unit=facts.unit,
            since=facts.since,
            until=facts.until if kind == POSITION else date.fromisoformat(words) if words else None,
        )
        change_position(actor, position, changed, version=position.version)


def _put_back_contact(actor: Actor, number: int, before: str | None) -> None:
    point = visible_contact_points(actor).filter(pk=number).first()
    if point is None:
        restore_detail(actor, ContactPoint, number)
        return
    change_contact_point(
        actor,
        point,
        kind=ContactPoint.Kind(point.kind),
        value=before or "",
        label=point.label,
        preferred=point.preferred,
        version=point.version,
    )
