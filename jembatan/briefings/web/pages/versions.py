"""Earlier wordings of a part, with what each changed; any can be brought back."""

from itertools import pairwise

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.briefings.actions.write import restore_part
from jembatan.briefings.models import Brief, BriefPart, BriefPartVersion, Part
from jembatan.briefings.queries.writing.title import parts_for, title_of
from jembatan.briefings.queries.writing.visible import visible_briefs
from jembatan.correspondence.queries.drafts import Difference, differences
from jembatan.platform.access import require_writer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


@desk_page
def versions(request: HttpRequest, actor: Actor, brief_id: int, part: str) -> HttpResponse:
    """The latest first."""
    require_writer(actor)
    brief = get_object_or_404(visible_briefs(actor), pk=brief_id)
    wanted = _part(brief, part)
    context = {
        "brief": brief,
        "part": wanted,
        "title": title_of(wanted, brief.audience),
        "wordings": _wordings(brief, wanted),
    }
    return render(request, "briefings/versions.html", context)


def _wordings(brief: Brief, part: Part) -> list[dict[str, object]]:
    kept = brief.versions.filter(name=part).select_related("saved_by").order_by("version")
    now = brief.parts.filter(name=part).select_related("saved_by")
    every: list[BriefPart | BriefPartVersion] = [*kept, *now]
    first = [(each, [Difference("same", each.text)]) for each in every[:1]]
    later = [(new, differences(old.text, new.text)) for old, new in pairwise(every)]
    return [{"version": version, "differences": parts} for version, parts in [*first, *later][::-1]]


@require_POST
@desk_page
def restoration(request: HttpRequest, actor: Actor, brief_id: int, part: str, version: int) -> HttpResponse:
    """The words of then, as the newest version."""
    require_writer(actor)
    brief = get_object_or_404(visible_briefs(actor), pk=brief_id)
    wanted = _part(brief, part)
    get_object_or_404(brief.versions, name=wanted, version=version)
    restore_part(actor, brief, wanted, version=version)
    toast(request, _("The earlier wording is back. The later one is kept among the versions."))
    return redirect(f"{reverse('briefings:brief', args=[brief.pk])}#{wanted}")


def _part(brief: Brief, name: str) -> Part:
    part = next((each for each in parts_for(brief.audience) if each == name), None)
    if part is None:
        raise Http404
    return part
