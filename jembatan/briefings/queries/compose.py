"""A brief, composed from the record as the actor may see it."""

from zoneinfo import ZoneInfo

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.briefings.queries.registry import brief_sections
from jembatan.briefings.queries.request import BriefRequest
from jembatan.directory.models import Organisation
from jembatan.directory.queries.visible import visible_organisations
from jembatan.meetings.models import Attendance, Meeting
from jembatan.platform.documents.model import Document, Words
from jembatan.platform.markings import Marking, highest
from jembatan.platform.ui.moments import moment_text


def compose_brief(
    actor: Actor, subject: Organisation | Meeting, *, language: str, site: str, zone: ZoneInfo | None = None
) -> Document:
    """A document in `language` ("id" or "en") with times in `zone` (the desk's if None).

    About an organisation, or about every outside organisation that takes part in a meeting. `site` is the address that
    sources lead back to, without a slash at its end.
    """
    with translation.override(language), timezone.override(zone or ZoneInfo(actor.desk.time_zone)):
        meeting = subject if isinstance(subject, Meeting) else None
        organisations = _partners(actor, meeting) if meeting else (subject,)
        request = BriefRequest(
            actor=actor,
            organisations=tuple(o for o in organisations if isinstance(o, Organisation)),
            meeting=meeting,
            now=timezone.now(),
            site=site,
        )
        sections = tuple(section for compose in brief_sections() for section in compose(request))
        return Document(
            title=_("Brief: %(subject)s") % {"subject": str(subject) or _("(no title)")},
            subtitle=", ".join(str(o) for o in request.organisations) if meeting else "",
            language=language,
            made_at=request.now,
            made=_("%(desk)s · %(name)s · %(moment)s")
            % {"desk": actor.desk, "name": actor.name, "moment": moment_text(request.now)},
            words=Words(sources=_("Sources"), page=_("Page"), of=_("of")),
            sections=sections,
            least_marking=highest([Marking.GREEN, *([meeting.marking] if meeting else [])]),
        )


def _partners(actor: Actor, meeting: Meeting) -> tuple[Organisation, ...]:
    """Outside organisations named at the meeting, and those where its outside people hold a post."""
    attendances = Attendance.objects.filter(meeting=meeting, ours=False)
    named = visible_organisations(actor).filter(pk__in=attendances.values("organisation"))
    employing = visible_organisations(actor).filter(
        positions__person__in=attendances.exclude(person=None).values("person"), positions__until__isnull=True
    )
    return tuple((named | employing).distinct().order_by("name_folded", "id"))
