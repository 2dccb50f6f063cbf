"""What comes to an officer from others, in the phone's document: handovers, messages, offers, and what became of their claims."""

from datetime import datetime
from decimal import Decimal

from django.db.models import Count, F
from django.utils.formats import number_format

from jembatan.deployment.models import BroadcastReceiver, Handover
from jembatan.deployment.queries.links import offer_link
from jembatan.field.access import OnDuty
from jembatan.field.models import Claim
from jembatan.field.queries.earlier import Told
from jembatan.field.queries.offers import open_offers
from jembatan.field.queries.schedule import SHOWN_AFTERWARDS


def handovers(who: OnDuty) -> list[Told]:
    """To this officer: those that are not acknowledged, and the latest of the others; what is acknowledged is still to be done."""
    unread_first = (F("acknowledged_at").desc(nulls_first=True), "-made_at")
    found = Handover.objects.filter(incoming=who.officer).order_by(*unread_first)
    return [
        {
            "id": each.pk,
            "delegation": str(each.delegation or ""),
            "from": each.outgoing.full_name,
            "text": each.text,
            "acknowledged": each.acknowledged_at is not None,
        }
        for each in found.select_related("delegation", "outgoing")[:20]
    ]


def given(who: OnDuty, now: datetime) -> list[Told]:
    """What this officer has handed over lately, and whether it is acknowledged."""
    found = Handover.objects.filter(outgoing=who.officer, made_at__gt=now - SHOWN_AFTERWARDS)
    return [
        {
            "to": each.incoming.full_name,
            "text": each.text,
            "acknowledged_at": each.acknowledged_at.isoformat() if each.acknowledged_at else None,
        }
        for each in found.select_related("incoming").order_by("-made_at")
    ]


def broadcasts(who: OnDuty) -> list[Told]:
    """The latest."""
    received = BroadcastReceiver.objects.filter(officer=who.officer).select_related("broadcast")
    return [
        {
            "id": each.broadcast_id,
            "subject": each.broadcast.subject,
            "text": each.broadcast.text,
            "sent_at": each.broadcast.sent_at.isoformat(),
            "acknowledged": each.acknowledged_at is not None,
        }
        for each in received.order_by("-broadcast__sent_at")[:20]
    ]


def claims(who: OnDuty) -> list[Told]:
    """The latest, with what became of them."""
    found = Claim.objects.filter(officer=who.officer).annotate(receipts=Count("files"))
    return [
        {
            "day": each.day.isoformat(),
            "text": each.text,
            "amount": f"{_amount(each.amount)} {each.currency}" if each.amount else "",
            "minutes": each.minutes,
            "state": each.state,
            "reason": each.reason,
            "receipts": each.receipts,
        }
        for each in found.order_by("-received_at", "-pk")[:10]
    ]


def offers(who: OnDuty, now: datetime) -> list[Told]:
    """Each with the address at which it is answered."""
    return [
        {
            "title": asked.offer.duty.title,
            "place": str(asked.offer.duty.place or ""),
            "starts_at": asked.offer.duty.starts_at.isoformat(),
            "ends_at": asked.offer.duty.ends_at.isoformat(),
            "address": offer_link(asked),
        }
        for asked in open_offers(who.officer, now)
    ]


def _amount(amount: Decimal) -> str:
    """Cents where there are any."""
    return number_format(amount, 0 if amount == int(amount) else 2, force_grouping=True)
