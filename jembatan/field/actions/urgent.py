"""An urgent incident rings at once: with the leader of whoever reports it, and with who coordinates. What it says is read behind the lock screen."""

from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jembatan.deployment.queries.links import in_their_words
from jembatan.field.actions.changes import rings
from jembatan.field.actions.letters import write_to, write_to_colleague
from jembatan.field.actions.pushing.queue import queue_push
from jembatan.field.formats.whatsapp import whatsapp_link
from jembatan.field.models import Incident, Push
from jembatan.field.queries.coordinators import on_duty_at_desk
from jembatan.platform.ui.moments import moment_text

MATTER = "incident"


def tell_urgent(incident: Incident) -> None:
    """Inside the transaction that reports it. A leader whose phone does not ring gets a mail."""
    leader, programme = incident.officer.leader, incident.programme
    matter = (MATTER, incident.pk)
    if leader:
        queue_push([leader.pk], Push.Kind.URGENT, incident.pk)
        if not rings(leader):
            with in_their_words(programme):
                write_to(leader, *_letter(incident, f"{reverse('field:duty')}#team"), matter=matter)
    page = f"{reverse('field:in_the_field', args=[programme.pk])}#incident-{incident.pk}"
    for user in on_duty_at_desk(programme):
        with translation.override(user.language), timezone.override(ZoneInfo(user.time_zone)):
            write_to_colleague(programme.desk, user, *_letter(incident, page), matter=matter)


def _letter(incident: Incident, page: str) -> tuple[str, str]:
    """Subject and text: who reports, and how they are reached, but not what; mail programs show the beginning on locked screens."""
    officer = incident.officer
    lines = [
        _("Something urgent has been reported. What it is stands here: %(link)s")
        % {"link": settings.PUBLIC_URL + page},
        _("Reported by %(name)s, %(moment)s")
        % {"name": officer.full_name, "moment": moment_text(incident.happened_at)},
    ]
    if officer.phone:
        reached = {"phone": officer.phone, "whatsapp": whatsapp_link(officer.phone)}
        lines.append(_("Call: %(phone)s") % reached)
        lines.append(_("WhatsApp: %(whatsapp)s") % reached)
    return _("Urgent: somebody needs help"), "\n\n".join(lines)
