"""What is set about a brief beside its words: marking, language, how long it holds."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.briefings.actions.hold import held
from jembatan.briefings.actions.start import FOR_THEM_AT_MOST
from jembatan.briefings.models import Brief
from jembatan.correspondence.actions.refusals import Refused
from jembatan.papers.actions.hold import has_changed
from jembatan.platform.access import require_writer
from jembatan.platform.markings import Marking, highest


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Everything that a writer sets."""

    marking: Marking
    language: str
    expires_at: datetime


@transaction.atomic
def settle_brief(actor: Actor, brief: Brief, setting: Setting) -> Brief:
    """A brief bears at least the marking of its meeting. Raises `Refused`, with what it would have to be."""
    require_writer(actor)
    current = held(actor, brief)
    if current.for_them and highest([setting.marking, FOR_THEM_AT_MOST]) != FOR_THEM_AT_MOST:
        raise Refused(
            _("What is marked %(marking)s does not go to the other side.") % {"marking": setting.marking}
        )
    least = current.meeting.marking if current.meeting else Marking.CLEAR
    if highest([setting.marking, least]) != setting.marking:
        raise Refused(
            _("The meeting is marked %(marking)s: its brief bears no lower one.") % {"marking": least}
        )
    if setting.expires_at <= timezone.now():
        raise Refused(_("Choose a moment that is still to come."))
    current.marking, current.language = setting.marking, setting.language
    current.expires_at = setting.expires_at.replace(microsecond=0)
    current.save(update_fields=["marking", "language", "expires_at"])
    has_changed(current)
    return current
