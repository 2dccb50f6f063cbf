"""Saying that something has been read: a change, a broadcast, a handover."""

from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.deployment.actions.handing_over import acknowledge
from jembatan.deployment.models import BroadcastReceiver, Handover
from jembatan.field.access import OnDuty
from jembatan.field.actions.deeds.deed import Incoming
from jembatan.field.actions.refusals import Refused
from jembatan.field.models import ChangeSeen


def see_change(who: OnDuty, deed: Incoming) -> str:
    """That version and no later one."""
    kind, version = deed.text("kind", most=8), deed.number("version")
    if kind not in ChangeSeen.Kind.values or version >= 2**31:
        raise Refused(_("This phone has sent something that cannot be read. Open the page again."))
    ChangeSeen.objects.get_or_create(
        officer=who.officer, kind=kind, record=deed.number("id"), version=version
    )
    return ""


def acknowledge_broadcast(who: OnDuty, deed: Incoming) -> str:
    """The first time counts."""
    received = BroadcastReceiver.objects.filter(officer=who.officer, broadcast=deed.number("id"))
    if not received.exists():
        raise Refused(_("This message is not there any more."))
    received.filter(acknowledged_at=None).update(acknowledged_at=min(deed.happened_at, timezone.now()))
    return ""


def acknowledge_handover(who: OnDuty, deed: Incoming) -> str:
    """The incoming officer has taken over what the other one left open."""
    handover = Handover.objects.filter(pk=deed.number("id"), incoming=who.officer).first()
    if handover is None:
        raise Refused(_("This handover is not to you any more."))
    acknowledge(handover, at=deed.happened_at)
    return _("You have taken over from %(name)s.") % {"name": handover.outgoing}
