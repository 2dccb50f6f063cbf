"""What a brief is asked for, and how its lines name their evidence."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.briefings.models import Audience
from jembatan.directory.models import Organisation, Person
from jembatan.meetings.models import Meeting
from jembatan.papers.queries.words import Words
from jembatan.platform.documents.model import Source
from jembatan.platform.markings import Marking
from jembatan.platform.ui.moments import moment_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What people have written, by part, for whom (`Audience`), and the least marking; `address` is the brief's path, `by` who has it made."""

    parts: Mapping[str, Words]
    audience: str
    marking: Marking
    address: str
    by: str

    @property
    def for_them(self) -> bool:
        """The other side reads it."""
        return self.audience == Audience.THEIRS


@dataclass(frozen=True, kw_only=True)
class BriefRequest:
    """Who asks, about whom, for which meeting (or none), as of when. Texts are made in the language in force.

    `site` is where sources are clicked back to, without a slash at its end. `written` is None for a brief of the record alone.
    """

    actor: Actor
    organisations: tuple[Organisation, ...]
    meeting: Meeting | None
    now: datetime
    site: str
    written: Written | None = None

    @property
    def for_them(self) -> bool:
        """The other side reads it: nothing that only we may know."""
        return self.written is not None and self.written.for_them

    def directory_source(self, party: Person | Organisation) -> Source:
        """The party's page in the directory."""
        is_person = isinstance(party, Person)
        name, key = (
            ("directory:person", "person") if is_person else ("directory:organisation", "organisation")
        )
        address = reverse(name, kwargs={f"{key}_id": party.pk})
        return Source(_("Directory"), str(party), url=self.site + address)

    def mail_source(self, *, subject: str, sent_at: datetime | None, address: str) -> Source:
        """A message or a conversation."""
        when = moment_text(sent_at) if sent_at else ""
        return Source(_("Mail"), subject or _("(no subject)"), when, self.site + address)

    def meeting_source(self, meeting: Meeting, *, when: str) -> Source:
        """A meeting's page."""
        address = reverse("meetings:meeting", kwargs={"meeting_id": meeting.pk})
        return Source(_("Meeting"), meeting.title or _("(no title)"), when, self.site + address)
