"""The signed links by which officers, who have no account, answer an offer, take a handover on, and say that they have read a broadcast."""

from datetime import datetime, timedelta

from jembatan.deployment.models import BroadcastReceiver, Handover, OfferedTo
from jembatan.platform.links import LinkTo, address

OFFER, HANDOVER, BROADCAST = "duty-offer", "handover", "broadcast"
ISSUE = 1
LASTS = timedelta(days=14)


def offer_link(asked: OfferedTo) -> str:
    """Until the offer ends."""
    return address("deployment:outside_offer", OFFER, LinkTo(asked.pk, ISSUE, asked.offer.until))


def handover_link(handover: Handover) -> str:
    """For two weeks."""
    return address(
        "deployment:outside_handover", HANDOVER, LinkTo(handover.pk, handover.issue, _later(handover.made_at))
    )


def broadcast_link(receiver: BroadcastReceiver) -> str:
    """For two weeks."""
    sent = receiver.broadcast.sent_at
    return address("deployment:outside_broadcast", BROADCAST, LinkTo(receiver.pk, ISSUE, _later(sent)))


def _later(moment: datetime) -> datetime:
    return (moment + LASTS).replace(microsecond=0)
