"""The link by which a partner reads minutes, and the letter that brings it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jembatan.meetings.models import MinutesPartner, MinutesVersion
from jembatan.platform.links import LinkTo, address
from jembatan.platform.ui.moments import day_text

PURPOSE = "minutes"
OPEN_AFTERWARDS = timedelta(days=60)


def link_of(partner: MinutesPartner, version: MinutesVersion) -> str:
    """The whole address."""
    return address("meetings:outside_minutes", PURPOSE, to(partner, version))


def to(partner: MinutesPartner, version: MinutesVersion) -> LinkTo:
    """What the valid link says. It outlives the date, so that it can show what was agreed."""
    return LinkTo(partner.pk, partner.issue, version.answer_by.replace(microsecond=0) + OPEN_AFTERWARDS)


def letter(partner: MinutesPartner, version: MinutesVersion, *, again: bool = False) -> tuple[str, str]:
    """Subject and text, in the partner's language; `again` for somebody who has not answered."""
    with in_their_words(partner):
        facts = {
            "name": partner.person.addressed_as if partner.person else partner.name,
            "house": house_of(partner),
            "title": version.content["title"],
            "day": day_text(timezone.localdate(version.answer_by)),
            "link": link_of(partner, version),
        }
        parts = [
            _("Dear %(name)s,"),
            _(
                "%(house)s has written the minutes of our meeting “%(title)s”, and asks whether you agree to them."
            )
            if version.number == 1
            else _(
                "%(house)s has changed the minutes of our meeting “%(title)s” after a correction, and asks whether you agree to the new wording."
            ),
            _(
                "Please read them by %(day)s, and agree or say what is not right; you need no account. The link is yours alone:\n%(link)s"
            ),
        ]
        if version.silence_agrees:
            parts.append(_("If we hear nothing from you by that day, we take it that you agree."))
        subject = _("Reminder: minutes of %(title)s") if again else _("Do you agree? Minutes of %(title)s")
        return subject % facts, "\n\n".join(part % facts for part in parts)


@contextmanager
def in_their_words(partner: MinutesPartner, *, language: str = "") -> Iterator[None]:
    """Their language and clock, unless they have chosen another language."""
    with translation.override(language or partner.language), timezone.override(ZoneInfo(partner.zone)):
        yield


def house_of(partner: MinutesPartner) -> str:
    """As whom the desk asks."""
    return partner.desk.organisation_name or partner.desk.name
