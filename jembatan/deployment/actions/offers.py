"""An open seat is offered to several officers; the first who accepts has it."""

from collections.abc import Collection
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.deployment.actions.changing import held
from jembatan.deployment.actions.letters import Letter, Posted, post
from jembatan.deployment.actions.refusals import AgainstTheRules, Refused
from jembatan.deployment.actions.seats import Seat
from jembatan.deployment.actions.taking import TooLate, take_seat
from jembatan.deployment.events import OfferMade
from jembatan.deployment.models import ACTIVE, Assignment, Offer, OfferedTo, Roster
from jembatan.deployment.queries.board import time_told
from jembatan.deployment.queries.clockwork import clockwork
from jembatan.deployment.queries.links import offer_link
from jembatan.platform.access import require_officer
from jembatan.platform.events import announce
from jembatan.platform.links import LinkTo
from jembatan.platform.ui.moments import day_text
from jembatan.programmes.models import Duty, Officer
from jembatan.programmes.queries.desk_words import in_their_words

MOST = 50


class LinkOver(Exception):
    """The link has expired, or the offer was withdrawn."""


@transaction.atomic
def offer_seat(
    actor: Actor, roster: Roster, seat: Seat, officers: Collection[int], *, until: datetime
) -> tuple[Offer, list[Posted]]:
    """Each gets a link of their own. Raises `Refused` for a seat that is taken or offered already, and for nobody."""
    require_officer(actor)
    current = held(actor, roster)
    duty = Duty.objects.filter(programme=current.programme, cancelled=False, pk=seat.duty).first()
    if duty is None or not 1 <= seat.number <= duty.officers or duty.ends_at <= timezone.now():
        raise Refused(_("This duty or seat is no more. Load the board again."))
    if Assignment.objects.filter(roster=current, duty=duty, seat=seat.number, state__in=ACTIVE).exists():
        raise Refused(_("Somebody sits there already."))
    people = Officer.objects.filter(programme=current.programme, pk__in=officers).exclude(
        status=Officer.Status.ENDED
    )
    asked = list(people[: MOST + 1])
    if not asked:
        raise Refused(_("Choose at least one officer."))
    if len(asked) > MOST:
        raise Refused(_("Offer a seat to at most %(most)s at once.") % {"most": MOST})
    if until <= timezone.now():
        raise Refused(_("Choose a moment that is still to come."))
    Offer.objects.filter(
        roster=current, duty=duty, seat=seat.number, state="open", until__lte=timezone.now()
    ).update(state=Offer.State.WITHDRAWN)
    try:
        with transaction.atomic():
            offer = Offer.objects.create(
                desk=current.desk,
                roster=current,
                duty=duty,
                seat=seat.number,
                until=min(until, duty.ends_at),
                made_by=actor.user,
            )
    except IntegrityError as error:
        raise Refused(_("This seat is offered already. Withdraw that offer first.")) from error
    rows = [OfferedTo.objects.create(offer=offer, officer=officer) for officer in asked]
    announce(OfferMade(offer))
    with in_their_words(current.programme):
        return offer, [post(actor, _letter(row), matter=("roster", current.pk)) for row in rows]


def _letter(row: OfferedTo) -> Letter:
    offer, officer = row.offer, row.officer
    programme = offer.roster.programme
    told = {
        "name": officer.call_name or officer.full_name,
        "duty": offer.duty.title,
        "when": f"{day_text(offer.duty.day)}, {time_told(clockwork(programme), offer.duty)}",
        "link": offer_link(row),
    }
    text = _("%(name)s, can you take “%(duty)s” on %(when)s? The first who says yes has it: %(link)s") % told
    subject = _("Can you take a duty on %(when)s?") % told
    return Letter(officer.full_name, officer.email, officer.phone, subject, text)


@transaction.atomic
def withdraw_offer(actor: Actor, offer: Offer) -> None:
    """Nobody can accept it any more; who has accepted stays."""
    require_officer(actor)
    held(actor, offer.roster)
    _close(offer, Offer.State.WITHDRAWN)


def answer_offer(to: LinkTo, *, accepted: bool) -> OfferedTo:
    """What the holder of the link says. Raises `LinkOver`, `TooLate`, and `AgainstTheRules` where they may not take it any more.

    That there is one who accepts is the database's word: of two at the same moment, one finds the other's row.
    """
    row = (
        OfferedTo.objects.select_related("offer__roster__programme__desk", "offer__duty", "officer")
        .filter(pk=to.number)
        .first()
    )
    if row is None or to.is_over or row.offer.state == Offer.State.WITHDRAWN:
        raise LinkOver
    if row.answer == OfferedTo.Answer.ACCEPTED:
        return row
    if row.offer.state == Offer.State.TAKEN:
        raise TooLate
    if not accepted:
        return _said(row, OfferedTo.Answer.DECLINED)
    try:
        with transaction.atomic():
            return _accept(row)
    except IntegrityError as error:
        if "offer_accepted_once" not in str(error):
            raise
        _said(row, OfferedTo.Answer.TOO_LATE)
        raise TooLate from error
    except TooLate:
        _close(row.offer, Offer.State.TAKEN)
        _said(row, OfferedTo.Answer.TOO_LATE)
        raise


def _accept(row: OfferedTo) -> OfferedTo:
    said = _said(row, OfferedTo.Answer.ACCEPTED)
    offer = row.offer
    try:
        take_seat(row.officer, offer.roster, Seat(offer.duty_id, offer.seat))
    except AgainstTheRules:
        raise
    except Refused as refusal:
        raise LinkOver from refusal
    if not _close(offer, Offer.State.TAKEN):  # It was withdrawn while the roster was waited for.
        raise LinkOver
    return said


def _close(offer: Offer, state: Offer.State) -> bool:
    """Unless it is already; whether it was open."""
    return bool(Offer.objects.filter(pk=offer.pk, state=Offer.State.OPEN).update(state=state))


def _said(row: OfferedTo, answer: OfferedTo.Answer) -> OfferedTo:
    row.answer, row.answered_at = answer, timezone.now()
    row.save(update_fields=["answer", "answered_at"])
    return row
