"""A brief, composed from the record as the actor may see it, and of what people have written into it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from zoneinfo import ZoneInfo

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.briefings.queries.registry import brief_sections
from jembatan.briefings.queries.request import BriefRequest, Written
from jembatan.directory.models import Organisation
from jembatan.directory.queries.visible import visible_organisations
from jembatan.meetings.models import Attendance, Meeting
from jembatan.platform.documents.model import Document, Section, Words
from jembatan.platform.markings import Marking, highest
from jembatan.platform.ui.moments import moment_text


def compose_brief(
    actor: Actor,
    subject: Organisation | Meeting,
    *,
    language: str,
    site: str,
    zone: ZoneInfo | None = None,
    written: Written | None = None,
) -> Document:
    """A document in `language` ("id" or "en") with times in `zone` (the desk's if None).

    About an organisation, or about every outside organisation that takes part in a meeting. `site` is the address that
    sources lead back to, without a slash at its end. One for the other side names no sources: they are ours.
    """
    with asking_for(actor, subject, language=language, site=site, zone=zone, written=written) as request:
        meeting = request.meeting
        return Document(
            title=_("Brief: %(subject)s") % {"subject": str(subject) or _("(no title)")},
            subtitle=", ".join(str(o) for o in request.organisations) if meeting else "",
            language=language,
            made_at=request.now,
            made=_("%(desk)s · %(name)s · %(moment)s")
            % {
                "desk": actor.desk,
                "name": written.by if written else actor.name,
                "moment": moment_text(request.now),
            },
            words=Words(sources=_("Sources"), page=_("Page"), of=_("of")),
            sections=tuple(_sections(request)),
            least_marking=highest(
                [written.marking if written else Marking.GREEN, *([meeting.marking] if meeting else [])]
            ),
        )


@contextmanager
def asking_for(
    actor: Actor,
    subject: Organisation | Meeting,
    *,
    language: str,
    site: str,
    zone: ZoneInfo | None = None,
    written: Written | None = None,
) -> Iterator[BriefRequest]:
    """What its sections are asked with, in that language and zone."""
    with translation.override(language), timezone.override(zone or ZoneInfo(actor.desk.time_zone)):
        meeting = subject if isinstance(subject, Meeting) else None
        organisations = partners_at(actor, meeting) if meeting else (subject,)
        yield BriefRequest(
            actor=actor,
            organisations=tuple(o for o in organisations if isinstance(o, Organisation)),
            meeting=meeting,
            now=timezone.now(),
            site=site,
            written=written,
        )


def _sections(request: BriefRequest) -> Iterator[Section]:
    for compose in brief_sections(for_them=request.for_them):
        for section in compose(request):
            if request.for_them:
                yield replace(section, lines=tuple(replace(line, sources=()) for line in section.lines))
            else:
                yield section


def partners_at(actor: Actor, meeting: Meeting) -> tuple[Organisation, ...]:
    """Outside organisations named at the meeting, and those where its outside people hold a post."""
    attendances = Attendance.objects.filter(meeting=meeting, ours=False)
    named = visible_organisations(actor).filter(pk__in=attendances.values("organisation"))
    employing = visible_organisations(actor).filter(
        positions__person__in=attendances.exclude(person=None).values("person"), positions__until__isnull=True
    )
    return tuple((named | employing).distinct().order_by("name_folded", "id"))
