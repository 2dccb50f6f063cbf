"""The link by which a guest says when they have time, and the letter that brings it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jembatan.meetings.models import Poll, PollGuest
from jembatan.platform.links import LinkTo, address
from jembatan.platform.ui.moments import day_text

PURPOSE = "poll"
OPEN_AFTERWARDS = timedelta(days=60)


def link_of(guest: PollGuest) -> str:
    """The whole address."""
    return address("meetings:outside_poll", PURPOSE, to(guest))


def to(guest: PollGuest) -> LinkTo:
    """What the valid link says. It outlives the last day for answers, so that it can tell what was decided."""
    return LinkTo(guest.pk, guest.issue, guest.poll.answer_by.replace(microsecond=0) + OPEN_AFTERWARDS)


def letter(guest: PollGuest) -> tuple[str, str]:
    """Subject and text, in the guest's language."""
    poll = guest.poll
    with in_their_words(guest):
        name = guest.person.addressed_as if guest.person else guest.name
        facts = {
            "name": name,
            "house": house_of(poll),
            "title": poll.title,
            "day": day_text(timezone.localdate(poll.answer_by)),
            "link": link_of(guest),
        }
        parts = [
            _("Dear %(name)s,"),
            _("%(house)s would like to meet you about “%(title)s”, and asks when you have time."),
            _(
                "Please say by %(day)s which of the times suit you; you need no account, and the page shows them in your time zone:\n%(link)s"
            ),
        ]
        return _("When do you have time? %(title)s") % facts, "\n\n".join(part % facts for part in parts)


@contextmanager
def in_their_words(guest: PollGuest, *, language: str = "", zone: str = "") -> Iterator[None]:
    """Their language and clock, unless they have chosen others."""
    with translation.override(language or guest.language), timezone.override(ZoneInfo(zone or guest.zone)):
        yield


def house_of(poll: Poll) -> str:
    """As whom the desk asks."""
    return poll.desk.organisation_name or poll.desk.name
