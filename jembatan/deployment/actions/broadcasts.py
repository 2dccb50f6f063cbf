"""A message to all officers whom a filter finds, and their word that they have read it."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from jembatan.accounts.actor import Actor, operator
from jembatan.accounts.queries.actors import actor_for
from jembatan.deployment.actions.changing import BROADCAST, enter
from jembatan.deployment.actions.letters import Letter, post
from jembatan.deployment.actions.refusals import Refused
from jembatan.deployment.events import BroadcastSent
from jembatan.deployment.models import ACTIVE, Assignment, Broadcast, BroadcastReceiver
from jembatan.deployment.queries.links import broadcast_link
from jembatan.deployment.queries.visible import roster_at_work
from jembatan.platform.access import require_officer
from jembatan.platform.events import announce
from jembatan.programmes.models import Delegation, Officer, Programme
from jembatan.programmes.queries.desk_words import in_their_words
from jembatan.programmes.queries.officer_list import speakers_of
from jembatan.programmes.queries.visible import visible_programmes

MATTER = "broadcast"


@dataclass(frozen=True, slots=True)
class Among:
    """Those who work on a day, for a delegation, or speak a language; all of it together, and everybody without any."""

    day: date | None = None
    delegation: Delegation | None = None
    language: str = ""


def officers_among(programme: Programme, among: Among) -> QuerySet[Officer]:
    """By name; those who have ended are left out."""
    found = Officer.objects.filter(programme=programme).exclude(status=Officer.Status.ENDED)
    if among.language:
        found = found.filter(pk__in=speakers_of(among.language).values("officer"))
    if among.day or among.delegation:
        rows = Assignment.objects.filter(
            roster=roster_at_work(programme), state__in=ACTIVE, duty__cancelled=False
        )
        rows = rows.filter(duty__day=among.day) if among.day else rows
        rows = rows.filter(duty__delegation=among.delegation) if among.delegation else rows
        found = found.filter(pk__in=rows.values("officer"))
    return found.order_by("full_name")


@transaction.atomic
def send_broadcast(
    actor: Actor, programme: Programme, subject: str, text: str, *, among: Among, told: str
) -> Broadcast:
    """The letters follow by the worker, each with a link. Raises `Refused` where nobody is found."""
    require_officer(actor)
    place = visible_programmes(actor).get(pk=programme.pk)
    officers = list(officers_among(place, among))
    if not officers:
        raise Refused(_("Nobody is found by this filter. Widen it."))
    broadcast = Broadcast.objects.create(
        desk=place.desk, programme=place, subject=subject, text=text, told=told[:300], sent_by=actor.user
    )
    BroadcastReceiver.objects.bulk_create(
        (BroadcastReceiver(broadcast=broadcast, officer=officer) for officer in officers), batch_size=1000
    )
    summary = gettext_noop("Broadcast to %(count)s officers of %(name)s: %(subject)s")
    values = {"count": len(officers), "name": place, "subject": subject}
    enter(actor, place, BROADCAST, summary, detail=text, values=values)
    announce(BroadcastSent(broadcast.pk))
    return broadcast


def mail_to_receivers(broadcast: Broadcast) -> int:
    """Whoever has a mail address gets the letter, once; returns how many are in the outbox now."""
    sender = actor_for(broadcast.sent_by, desk_id=broadcast.desk_id) if broadcast.sent_by else None
    actor = sender or operator(broadcast.desk)
    waiting = BroadcastReceiver.objects.filter(broadcast=broadcast, mailed=False).exclude(officer__email="")
    count = 0
    for number in waiting.order_by("pk").values_list("pk", flat=True):
        count += _mail(actor, number)
    return count


@transaction.atomic
def _mail(actor: Actor, number: int) -> bool:
    receiver = (
        BroadcastReceiver.objects.select_for_update(of=("self",))
        .select_related("broadcast__programme__desk", "officer")
        .get(pk=number)
    )
    if receiver.mailed:
        return False
    broadcast, officer = receiver.broadcast, receiver.officer
    with in_their_words(broadcast.programme):
        read = _("Please say that you have read this: %(link)s") % {"link": broadcast_link(receiver)}
        letter = Letter(
            officer.full_name, officer.email, officer.phone, broadcast.subject, f"{broadcast.text}\n\n{read}"
        )
        receiver.mailed = not post(actor, letter, matter=(MATTER, broadcast.pk)).trouble
    receiver.save(update_fields=["mailed"])
    return receiver.mailed


def acknowledge(receiver: BroadcastReceiver) -> None:
    """They have read it; once is enough."""
    BroadcastReceiver.objects.filter(pk=receiver.pk, acknowledged_at__isnull=True).update(
        acknowledged_at=timezone.now()
    )
