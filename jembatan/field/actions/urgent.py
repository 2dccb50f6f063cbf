"""An urgent incident rings at once: with the leader of whoever reports it, and with who coordinates. What it says is read behind the lock screen."""

from collections.abc import Collection
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import operator
from jembatan.correspondence.actions.outbox.personal import Personal, forget_orphans, send_personal
from jembatan.correspondence.formats.message import Address
from jembatan.field.actions.changes import rings
from jembatan.field.actions.pushing.queue import queue_push
from jembatan.field.models import Incident, Push
from jembatan.field.queries.coordinators import on_duty_at_desk
from jembatan.platform.ui.moments import moment_text
from jembatan.programmes.models import Officer
from jembatan.programmes.queries.desk_words import in_their_words

MATTER = "incident"


def tell_urgent(incident: Incident) -> None:
    """Inside the transaction that reports it."""
    programme, letters = incident.programme, []
    if leader := incident.officer.leader:
        queue_push([leader.pk], Push.Kind.URGENT, incident.pk)
        if not rings(leader):
            letters += _to_leader(incident, leader)
    page = f"{reverse('field:in_the_field', args=[programme.pk])}#incident-{incident.pk}"
    for user in on_duty_at_desk(programme):
        with translation.override(user.language), timezone.override(ZoneInfo(user.time_zone)):
            letters.append(_letter(incident, Address(user.full_name, user.email), page))
    send_personal(operator(programme.desk), MATTER, letters, at_once=True)


def write_instead(leader: Officer, incidents: Collection[int]) -> None:
    """Of these, what is still urgent, to a leader whose phone could not be rung about it. Inside the transaction that takes the pushes away."""
    asking = Incident.objects.filter(pk__in=incidents, officer__leader=leader, settled_at=None)
    for incident in asking.select_related("officer", "programme__desk").order_by("pk"):
        send_personal(operator(incident.programme.desk), MATTER, _to_leader(incident, leader), at_once=True)


@transaction.atomic
def forget_told() -> None:
    """Every night: letters about incidents that are deleted."""
    forget_orphans(MATTER, Incident.objects.values("pk"))


def _to_leader(incident: Incident, leader: Officer) -> list[Personal]:
    """None to whoever has no address, or works no more."""
    if not leader.email or leader.status == Officer.Status.ENDED:
        return []
    to = Address(leader.full_name, leader.email)
    with in_their_words(incident.programme):
        return [_letter(incident, to, f"{reverse('field:duty')}#team")]


def _letter(incident: Incident, to: Address, page: str) -> Personal:
    """Who reports, and how they are reached, but not what; mail programs show the beginning on locked screens."""
    officer = incident.officer
    lines = [
        _("Something urgent has been reported. What it is stands here: %(link)s")
        % {"link": settings.PUBLIC_URL + page},
        _("Reported by %(name)s, %(moment)s")
        % {"name": officer.full_name, "moment": moment_text(incident.happened_at)},
    ]
    if officer.phone:
        lines.append(_("Call: %(phone)s") % {"phone": officer.phone})
    if officer.chat:
        lines.append(_("WhatsApp: %(whatsapp)s") % {"whatsapp": officer.chat})
    return Personal(to, _("Urgent: somebody needs help"), "\n\n".join(lines), incident.pk)
