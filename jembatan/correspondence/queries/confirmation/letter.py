"""The mail by which somebody is asked: in their language, with their form of address."""

from collections.abc import Iterator
from contextlib import contextmanager
from zoneinfo import ZoneInfo

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jembatan.correspondence.models import Confirmation
from jembatan.correspondence.queries.confirmation.link import link_of
from jembatan.platform.ui.moments import day_text


def letter(confirmation: Confirmation) -> tuple[str, str]:
    """Subject and text."""
    with in_their_words(confirmation):
        facts = {
            "name": confirmation.person.addressed_as,
            "house": house_of(confirmation),
            "day": day_text(timezone.localdate(confirmation.open_until)),
            "link": link_of(confirmation),
        }
        subject = _("Is what we have of you still right?")
        parts = [
            _("Dear %(name)s,"),
            _(
                "%(house)s would like to write to you rightly, and asks you once a year to look at what it has of you."
            ),
            _(
                "Please confirm or correct it on this page; you need no account. The link is yours alone and good until %(day)s:\n%(link)s"
            ),
        ]
        return subject, "\n\n".join(part % facts for part in parts)


@contextmanager
def in_their_words(confirmation: Confirmation, *, chosen: str = "") -> Iterator[None]:
    """Their language, unless they have chosen another; days as at the desk."""
    zone = ZoneInfo(confirmation.desk.time_zone)
    with translation.override(chosen or confirmation.language), timezone.override(zone):
        yield


def house_of(confirmation: Confirmation) -> str:
    """As whom the desk asks."""
    return confirmation.desk.organisation_name or confirmation.desk.name
