"""Who is behind an address: accepted, recognised, declined, or left for later. Every answer can be taken back."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.events import SenderLinked
from jembatan.correspondence.models import Sender
from jembatan.correspondence.queries.visible import visible_senders
from jembatan.directory.actions.contact_points import add_contact_point
from jembatan.directory.actions.detail_removal import remove_detail
from jembatan.directory.actions.organisations import add_organisation
from jembatan.directory.actions.people import add_person
from jembatan.directory.actions.removal import remove_party
from jembatan.directory.models import ContactPoint, Organisation, Person
from jembatan.directory.queries.positions import held_on, positions_of, today_at
from jembatan.directory.queries.visible import visible_organisations, visible_people
from jembatan.platform.access import require_officer
from jembatan.platform.events import announce_after_commit

PUT_OFF = timedelta(days=7)


@transaction.atomic
def accept(
    actor: Actor,
    sender: Sender,
    *,
    full_name: str,
    organisation: Organisation | None = None,
    new_organisation: str = "",
) -> Person:
    """A new person with this address, at the organisation given or at a new one of that name; all mail is theirs.

    Raises `Refused` if the address has been answered for meanwhile, `ValidationError` for an impossible name.
    """
    require_officer(actor)
    sender = _waiting(actor, sender)
    made: dict[str, int] = {}
    if organisation is not None:
        organisation = visible_organisations(actor).get(pk=organisation.pk)
    elif new_organisation.strip():
        organisation = add_organisation(actor, new_organisation)
        made["organisation"] = organisation.pk
    person = add_person(actor, full_name, email=sender.email, organisation=organisation)
    _link(actor, sender, person, organisation, made={**made, "person": person.pk})
    return person


@transaction.atomic
def link(actor: Actor, sender: Sender, *, person: Person) -> None:
    """The address belongs to someone in the directory already, who is reached there from now on."""
    require_officer(actor)
    sender = _waiting(actor, sender)
    person = visible_people(actor).get(pk=person.pk)
    made = {}
    if not person.contact_points.filter(kind=ContactPoint.Kind.EMAIL, normal=sender.email).exists():
        point = add_contact_point(actor, person, kind=ContactPoint.Kind.EMAIL, value=sender.email)
        made["contact_point"] = point.pk
    employer = positions_of(actor, person).filter(held_on(today_at(actor.desk))).first()
    organisation = sender.organisation or (employer.organisation if employer else None)
    _link(actor, sender, person, organisation, made=made)


@transaction.atomic
def decline(actor: Actor, sender: Sender, *, reason: str) -> None:
    """It stays out of the directory and of the screener; what it wrote stays where it is."""
    require_officer(actor)
    sender = _waiting(actor, sender)
    if not reason.strip():
        raise Refused(_("Say why, so that a colleague understands it later."))
    sender.reason = reason.strip()[:200]
    _decide(actor, sender, Sender.State.DECLINED)


@transaction.atomic
def put_off(actor: Actor, sender: Sender) -> None:
    """Not now: it comes back in a week."""
    require_officer(actor)
    sender = _waiting(actor, sender)
    sender.put_off_until = timezone.now() + PUT_OFF
    sender.save(update_fields=["put_off_until"])


@transaction.atomic
def take_back(actor: Actor, sender: Sender) -> None:
    """The address waits again; a person or organisation that the answer made leaves the directory.

    Raises `Refused` for one that nobody has answered for here.
    """
    require_officer(actor)
    sender = visible_senders(actor).select_for_update(of=("self",)).get(pk=sender.pk)
    if sender.state == Sender.State.WAITING and sender.put_off_until:
        sender.put_off_until = None
        sender.save(update_fields=["put_off_until"])
        return
    if sender.decided_at is None:
        raise Refused(_("There is no answer to take back."))
    _remove_what_was_made(actor, sender.before.get("made", {}))
    sender.person_id = sender.before.get("person")
    sender.organisation_id = sender.before.get("organisation")
    sender.state, sender.reason, sender.before = Sender.State.WAITING, "", {}
    sender.decided_by = sender.decided_at = None
    sender.save()


def _waiting(actor: Actor, sender: Sender) -> Sender:
    sender = visible_senders(actor).select_for_update(of=("self",)).get(pk=sender.pk)
    if sender.state != Sender.State.WAITING:
        raise Refused(_("A colleague has answered for this address already."))
    return sender


def _link(
    actor: Actor,
    sender: Sender,
    person: Person,
    organisation: Organisation | None,
    *,
    made: dict[str, int],
) -> None:
    sender.before = {"person": sender.person_id, "organisation": sender.organisation_id, "made": made}
    sender.person, sender.organisation = person, organisation
    _decide(actor, sender, Sender.State.KNOWN)
    announce_after_commit(SenderLinked(sender.pk))


def _decide(actor: Actor, sender: Sender, state: Sender.State) -> None:
    sender.state = state
    sender.decided_by, sender.decided_at = actor.user, timezone.now()
    sender.save()


def _remove_what_was_made(actor: Actor, made: dict[str, int]) -> None:
    point = ContactPoint.objects.filter(desk=actor.desk, pk=made.get("contact_point", 0)).first()
    if point is not None:
        remove_detail(actor, point)
    person = visible_people(actor).filter(pk=made.get("person", 0)).first()
    organisation = visible_organisations(actor).filter(pk=made.get("organisation", 0)).first()
    for party in (person, organisation):
        if party is not None:
            remove_party(actor, party)
