"""Asking with the mail that leaves: a link for each receiver, at the foot of its words."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.formats.courtesies import asks
from jembatan.correspondence.models import Draft, ReadBack, ReadBackReceiver
from jembatan.correspondence.queries.read_back.link import link_of
from jembatan.correspondence.queries.receivers import Receiver, receivers_of
from jembatan.platform.ui.moments import day_text

EXPECTED_WITHIN = timedelta(days=7)
OPEN_FOR = timedelta(days=30)
MOST_RECEIVERS = 10
MOST_POINTS = 5


def ask_to_say_back(actor: Actor, draft: Draft, *, message_id: str, leaves_at: datetime) -> str:
    """Remember what is asked of whom, and return the words for the foot of the mail, to each receiver in their language.

    Part of sending: inside its transaction. Raises `Refused` for too many points or receivers, and for none outside.
    """
    receivers = [each for each in receivers_of(actor, draft) if each.field == "to" and not each.ours]
    points = points_of(draft.read_back_points)
    _check(receivers, points)
    asked = ReadBack.objects.create(
        desk=actor.desk,
        draft=draft,
        message_id=message_id,
        subject=draft.subject.strip(),
        words=draft.text.strip(),
        points=points,
        asks_more=asks(draft.text),
        expected_by=leaves_at + EXPECTED_WITHIN,
        until=(leaves_at + OPEN_FOR).replace(microsecond=0),
        asked_by=actor.user,
    )
    rows = [
        ReadBackReceiver(
            read_back=asked,
            email=each.address.email,
            name=each.person.addressed_as if each.person else each.name,
            language=_language(actor, each),
            person=each.person,
        )
        for each in receivers
    ]
    with timezone.override(ZoneInfo(actor.desk.time_zone)):
        return "\n\n".join(map(_foot, ReadBackReceiver.objects.bulk_create(rows)))


def points_of(text: str) -> list[str]:
    """One a line."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def _check(receivers: list[Receiver], points: list[str]) -> None:
    if not receivers:
        raise Refused(
            _("Name a receiver outside in “To”: they are the ones who say back what was understood.")
        )
    if len(receivers) > MOST_RECEIVERS:
        raise Refused(
            _("At most %(most)s receivers can be asked to say back what was understood.")
            % {"most": MOST_RECEIVERS}
        )
    if len(points) > MOST_POINTS:
        raise Refused(_("At most %(most)s points can be said back.") % {"most": MOST_POINTS})


def _language(actor: Actor, receiver: Receiver) -> str:
    """Theirs, else that of their house, else the desk's; whoever reads none of ours gets English."""
    known = (receiver.person.languages if receiver.person else []) or (
        receiver.organisation.languages if receiver.organisation else []
    )
    ours = dict(settings.LANGUAGES)
    return next((code for code in known if code in ours), "en" if known else actor.desk.language)


def _foot(receiver: ReadBackReceiver) -> str:
    with translation.override(receiver.language):
        words = _(
            "%(name)s, so that we understand each other: at this address you say with one click that you understand this mail so, or correct it in your own words, until %(day)s."
        )
        told = words % {"name": receiver.name, "day": day_text(receiver.read_back.until)}
    return f"{told}\n{link_of(receiver)}"
