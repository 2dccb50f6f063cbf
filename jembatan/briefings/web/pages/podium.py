"""The podium: what was cleared, in large type, by keys alone; once opened it stands without a network, too."""

from pathlib import Path

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from jembatan.accounts.actor import Actor
from jembatan.briefings.actions.make_brief import make_large_print
from jembatan.briefings.actions.rehearse import keep_rehearsal
from jembatan.briefings.models import BriefClearance
from jembatan.briefings.queries.podium.pace import pace_of
from jembatan.briefings.queries.podium.script import script_of
from jembatan.briefings.queries.writing.standing import standing_of
from jembatan.briefings.queries.writing.visible import visible_briefs
from jembatan.correspondence.actions.refusals import Refused
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.downloads import download
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast

WORKER = Path(__file__).parents[2] / "static" / "briefings" / "podium-worker.js"


@desk_page
def podium(request: HttpRequest, actor: Actor, brief_id: int) -> HttpResponse:
    """Only what is cleared and not over."""
    brief = get_object_or_404(visible_briefs(actor), pk=brief_id)
    standing = standing_of(brief)
    if standing.cleared is None or not standing.holds:
        toast(request, _("Only what is cleared and not over stands at the podium."), tone="info")
        return redirect("briefings:brief", brief_id=brief.pk)
    cleared = BriefClearance.objects.get(pk=standing.cleared.pk)
    context = {
        "brief": brief,
        "cleared": cleared,
        "script": script_of(cleared),
        "pace": pace_of(actor.user, brief.language),
        "texts": _texts(),
    }
    answer = render(request, "briefings/podium.html", context)
    answer["X-Holds-Until"] = cleared.expires_at.isoformat()
    answer["Cache-Control"] = "no-store"
    return answer


def _texts() -> dict[str, str]:
    """What the page's script says."""
    return {
        "left": _("%s left"),
        "pace": _("%s words a minute"),
        "rehearsing": _("Rehearsing: speak aloud, press r at the end."),
        "kept": _("The pace is kept."),
        "waits": _("The pace is kept on this device until there is a network."),
    }


@require_POST
@desk_page
def rehearsal(request: HttpRequest, actor: Actor, brief_id: int) -> HttpResponse:
    """What the page has measured; the answer is the pace from now on."""
    brief = get_object_or_404(visible_briefs(actor), pk=brief_id)
    words, seconds = (record_number(request.POST.get(name, "")) or 0 for name in ("words", "seconds"))
    try:
        keep_rehearsal(actor, brief, words=words, seconds=seconds)
    except Refused as refusal:
        return JsonResponse({"refusal": str(refusal)}, status=422)
    return JsonResponse({"pace": pace_of(actor.user, brief.language).words_a_minute})


@require_POST
@desk_page
def large_print(request: HttpRequest, actor: Actor, brief_id: int) -> HttpResponse:
    """The PDF in 16 pt."""
    brief = get_object_or_404(visible_briefs(actor), pk=brief_id)
    try:
        made = make_large_print(actor, brief)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
        return redirect("briefings:cleared", brief_id=brief.pk)
    return download(made.content, name=made.name)


@require_GET
def worker(request: HttpRequest) -> HttpResponse:
    """The script that keeps opened podiums; it stands here since it may keep only pages below its own address."""
    answer = HttpResponse(WORKER.read_bytes(), content_type="text/javascript")
    answer["Cache-Control"] = "no-cache"
    return answer
