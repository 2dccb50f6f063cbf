"""Beginning a brief for a meeting or about an organisation, and putting one away."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.briefings.actions.start import bring_back_brief, discard_brief, start_brief
from jembatan.briefings.models import Audience
from jembatan.briefings.queries.writing.visible import visible_briefs
from jembatan.correspondence.actions.refusals import Refused
from jembatan.directory.models import Organisation
from jembatan.directory.queries.visible import visible_organisations
from jembatan.meetings.models import Meeting
from jembatan.meetings.queries.occurrences import visible_meetings
from jembatan.platform.access import require_writer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.returning import came_from
from jembatan.platform.ui.toasts import toast

LANGUAGES = ("id", "en")


@require_POST
@desk_page
def on_organisation(request: HttpRequest, actor: Actor, organisation_id: int) -> HttpResponse:
    """About an organisation."""
    organisation = get_object_or_404(visible_organisations(actor), pk=organisation_id)
    back = reverse("directory:organisation", args=[organisation.pk])
    return _begun(request, actor, organisation, back=back)


@require_POST
@desk_page
def for_meeting(request: HttpRequest, actor: Actor, meeting_id: int) -> HttpResponse:
    """For a meeting."""
    meeting = get_object_or_404(visible_meetings(actor), pk=meeting_id)
    return _begun(request, actor, meeting, back=reverse("meetings:meeting", args=[meeting.pk]))


def _begun(request: HttpRequest, actor: Actor, subject: Organisation | Meeting, *, back: str) -> HttpResponse:
    chosen = request.POST.get("language", "")
    wanted = chosen or translation.get_language()
    language = wanted if wanted in LANGUAGES else actor.desk.language
    audience = Audience.THEIRS if request.POST.get("audience") == Audience.THEIRS else Audience.OURS
    try:
        brief = start_brief(actor, subject, audience=audience, language=language, exactly=bool(chosen))
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
        return redirect(came_from(request, default=back, header="Referer"))
    return redirect("briefings:brief", brief_id=brief.pk)


@require_POST
@desk_page
def discarding(request: HttpRequest, actor: Actor, brief_id: int) -> HttpResponse:
    """Out of the way; the toast brings it back."""
    require_writer(actor)
    brief = discard_brief(actor, get_object_or_404(visible_briefs(actor, discarded=True), pk=brief_id))
    toast(request, _("The brief is discarded."), undo=reverse("briefings:return", args=[brief.pk]))
    return redirect("briefings:briefs")


@require_POST
@desk_page
def returning(request: HttpRequest, actor: Actor, brief_id: int) -> HttpResponse:
    """Back to writing."""
    require_writer(actor)
    brief = bring_back_brief(actor, get_object_or_404(visible_briefs(actor, discarded=True), pk=brief_id))
    return redirect("briefings:brief", brief_id=brief.pk)
