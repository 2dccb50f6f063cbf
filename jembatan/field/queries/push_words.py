"""What a push says: no more than everybody may read on a locked screen. Names, places and what it is about stand behind it, in the app."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.deployment.models import ACTIVE, Assignment, BroadcastReceiver, Handover, Proposal, Roster
from jembatan.deployment.queries.links import offer_link
from jembatan.field.models import Incident, Push
from jembatan.field.queries.lateness import late_now
from jembatan.field.queries.offers import open_offers
from jembatan.platform.ui.moments import clock_text, day_text
from jembatan.programmes.models import Officer
from jembatan.programmes.queries.desk_words import in_their_words

Kind = Push.Kind


@dataclass(frozen=True, slots=True)
class PushWords:
    """`address` is where it leads, "" to the app; `tag` makes a later one take the place of this one."""

    text: str
    tag: str
    address: str = ""


def words_of(push: Push) -> PushWords | None:
    """In the phone's language and by the programme's clocks; None where it is no news any more."""
    officer = push.address.phone.officer
    with in_their_words(officer.programme, language=push.address.language):
        return _words(push, officer)


def _words(push: Push, officer: Officer) -> PushWords | None:
    tag = f"{push.kind}-{push.record}"
    match push.kind:
        case Kind.DUTY:
            return PushWords(_duty(push.record, officer), tag)
        case Kind.DUTIES:
            return PushWords(_("Your duties have changed"), tag)
        case Kind.MOVEMENT:
            return PushWords(_("The schedule of your delegation has changed"), tag)
        case Kind.OFFER:
            return _offer(push.record, officer, tag)
        case Kind.BROADCAST:
            waits = BroadcastReceiver.objects.filter(
                officer=officer, broadcast=push.record, acknowledged_at=None
            )
            return PushWords(_("A message from your coordinators"), tag) if waits.exists() else None
        case Kind.HANDOVER:
            given = Handover.objects.filter(pk=push.record, incoming=officer, acknowledged_at=None)
            return PushWords(_("A handover waits for you"), tag) if given.exists() else None
        case Kind.LATE:
            team = late_now(timezone.now()).filter(officer__leader=officer)
            return PushWords(_("Somebody in your team has not checked in"), tag) if team.exists() else None
        case Kind.URGENT:
            asking = Incident.objects.filter(pk=push.record, officer__leader=officer, settled_at=None)
            return PushWords(_("Somebody in your team needs help at once"), tag) if asking.exists() else None
        case Kind.EXPECTED:
            left = Proposal.objects.filter(pk=push.record, state=Proposal.State.DISMISSED)
            return PushWords(_("Your coordinators have answered you"), tag) if left.exists() else None
    return None


def _duty(record: int, officer: Officer) -> str:
    """One that is cancelled still has its seats; one that is theirs no more is among what has changed."""
    held = Assignment.objects.filter(
        duty=record, officer=officer, roster__state=Roster.State.PUBLISHED, state__in=ACTIVE
    )
    seat = held.select_related("duty").first()
    if seat is None:
        return _("Your duties have changed")
    if seat.duty.cancelled:
        today, another = (
            _("Your duty at %(time)s is cancelled"),
            _("Your duty on %(day)s at %(time)s is cancelled"),
        )
    else:
        today, another = (
            _("Change for your duty at %(time)s"),
            _("Change for your duty on %(day)s at %(time)s"),
        )
    return _at(today, another, seat.duty.starts_at)


def _offer(record: int, officer: Officer, tag: str) -> PushWords | None:
    """Leads to where it is answered."""
    asked = open_offers(officer, timezone.now()).filter(pk=record).first()
    if asked is None:
        return None
    begins = asked.offer.duty.starts_at
    text = _at(
        _("Can you take a duty at %(time)s?"), _("Can you take a duty on %(day)s at %(time)s?"), begins
    )
    return PushWords(text, tag, offer_link(asked))


def _at(today: str, another_day: str, moment: datetime) -> str:
    """The day is named where it is not today."""
    local = timezone.localtime(moment)
    sentence = today if local.date() == timezone.localdate() else another_day
    return sentence % {"day": day_text(local), "time": clock_text(local)}
