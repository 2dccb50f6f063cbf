"""Asking several people when they have time."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.accounts.queries.actors import members_of
from jembatan.directory.models import ContactPoint, Person
from jembatan.dossiers.models import Dossier
from jembatan.meetings.actions.guests import Party
from jembatan.meetings.actions.invitations.post import InvitationLetter, post
from jembatan.meetings.actions.plan_meeting import checked_dossier, checked_parties, checked_title
from jembatan.meetings.models import Poll, PollGuest, PollMember, PollSlot
from jembatan.meetings.queries.polls.candidates import body_of, zone_of
from jembatan.meetings.queries.polls.link import letter
from jembatan.platform.access import require_officer
from jembatan.platform.markings import Marking

MOST_SLOTS, MOST_GUESTS = 20, 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a poll is made of. Without `by_mail`, somebody passes the links on in another way."""

    title: str
    minutes: int
    starts: Sequence[datetime]
    zone: str
    answer_by: datetime
    parties: Collection[Party]
    users: Collection[User]
    location: str = ""
    dossier: Dossier | None = None
    marking: Marking = Marking.GREEN
    by_mail: bool = True


@transaction.atomic
def ask_for_times(actor: Actor, asked: Asked) -> Poll:
    """A poll, its link `by_mail` to every guest who has an address. Raises `ValidationError` with a sentence."""
    require_officer(actor)
    _check(asked)
    poll = Poll.objects.create(
        desk=actor.desk,
        title=checked_title(asked.title),
        location=asked.location.strip(),
        minutes=asked.minutes,
        zone=asked.zone,
        dossier=checked_dossier(actor, asked.dossier),
        marking=asked.marking,
        answer_by=asked.answer_by,
        made_by=actor.user,
    )
    length = timedelta(minutes=asked.minutes)
    starts = sorted(set(asked.starts))
    PollSlot.objects.bulk_create(
        PollSlot(poll=poll, starts_at=start, ends_at=start + length) for start in starts
    )
    ours = {membership.user_id for membership in members_of(actor.desk)}
    PollMember.objects.bulk_create(
        PollMember(poll=poll, user=user) for user in asked.users if user.pk in ours
    )
    for party in checked_parties(actor, asked.parties):
        guest = _guest(actor, poll, party)
        guest.save()
        if guest.email and asked.by_mail:
            _write(actor, guest)
    return poll


@transaction.atomic
def ask_again(actor: Actor, guest: PollGuest) -> None:
    """The same link once more, to somebody who has not answered. Raises `ValidationError`."""
    require_officer(actor)
    if not guest.poll.is_open:
        raise ValidationError(_("Nobody is asked any more: the poll is over."))
    if not guest.email:
        raise ValidationError(_("%(name)s has no e-mail address.") % {"name": guest})
    _write(actor, guest)


def _check(asked: Asked) -> None:
    if not asked.starts:
        raise ValidationError(_("Choose at least one time."))
    if len(set(asked.starts)) > MOST_SLOTS:
        raise ValidationError(_("Offer at most %(most)s times.") % {"most": MOST_SLOTS})
    if min(asked.starts) <= timezone.now():
        raise ValidationError(_("One of the times has begun already. Look for times anew."))
    if not asked.parties:
        raise ValidationError(_("Say with whom you would like to meet."))
    if len(asked.parties) > MOST_GUESTS:
        raise ValidationError(_("Ask at most %(most)s at once.") % {"most": MOST_GUESTS})
    if asked.answer_by <= timezone.now():
        raise ValidationError(_("The day for answers has passed."))


def _guest(actor: Actor, poll: Poll, party: Party) -> PollGuest:
    points = ContactPoint.objects.filter(desk=actor.desk, kind=ContactPoint.Kind.EMAIL)
    own = points.filter(person=party) if isinstance(party, Person) else points.filter(organisation=party)
    spoken = dict(settings.LANGUAGES)
    return PollGuest(
        poll=poll,
        person=party if isinstance(party, Person) else None,
        organisation=body_of(party),
        name=str(party)[:500],
        email=own.order_by("-preferred", "id").values_list("normal", flat=True).first() or "",
        language=next((each[:2] for each in party.languages if each[:2] in spoken), actor.desk.language),
        zone=zone_of(actor, party),
    )


def _write(actor: Actor, guest: PollGuest) -> None:
    addresses = post().addresses(actor)
    if not addresses:
        raise ValidationError(_("There is no address from which you may send mail."))
    subject, text = letter(guest)
    post().send(
        actor,
        InvitationLetter(
            sender=addresses[0],
            receiver=guest.email,
            receiver_name=guest.name,
            subject=subject,
            text=text,
            about=guest.poll,
        ),
    )
