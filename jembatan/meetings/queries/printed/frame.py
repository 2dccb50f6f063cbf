"""The frame of every document about a meeting, in the document's own language."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from zoneinfo import ZoneInfo

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Position
from jembatan.meetings.models import Attendance, Meeting
from jembatan.meetings.queries.occurrences import Occurrence
from jembatan.meetings.queries.wording import when_text
from jembatan.platform.documents.model import Document, Section, Words
from jembatan.platform.markings import Marking, highest
from jembatan.platform.ui.moments import moment_text

LANGUAGES = ("id", "en")


@contextmanager
def written_for(meeting: Meeting, language: str) -> Iterator[None]:
    """Words and times as the document has them: its language, the meeting's zone."""
    zone = ZoneInfo(meeting.zone or meeting.desk.time_zone)
    with translation.override(language), timezone.override(zone):
        yield


def marking_of(guest: Attendance, position: Position | None = None) -> Marking:
    """The highest of those that a line with the guest names: who it is, for whom they come, where they hold their post."""
    parties = (guest.person, guest.organisation, position.organisation if position else None)
    return highest(party.marking for party in parties if party)


def framed(
    actor: Actor,
    meeting: Meeting,
    occurrence: Occurrence,
    *,
    title: str,
    language: str,
    sections: Iterable[Section],
    markings: Iterable[str] = (),
    about: str = "",
) -> Document:
    """A document that bears the marking of the meeting, or the higher one of what it names. Inside `written_for`."""
    now = timezone.now()
    facts = (
        when_text(meeting, occurrence.starts_at, occurrence.ends_at),
        meeting.location,
        about,
    )
    return Document(
        title=title,
        subtitle=" · ".join(fact for fact in facts if fact),
        language=language,
        made_at=now,
        made=_("%(desk)s · %(name)s · %(moment)s")
        % {"desk": actor.desk, "name": actor.name, "moment": moment_text(now)},
        words=Words(sources=_("Sources"), page=_("Page"), of=_("of")),
        sections=tuple(sections),
        least_marking=highest([meeting.marking, *markings]),
    )
