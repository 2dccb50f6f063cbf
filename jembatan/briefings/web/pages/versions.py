"""Earlier wordings of a part, with what each changed; any can be brought back."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.briefings.actions.write import restore_part
from jembatan.briefings.models import Brief, Part
from jembatan.briefings.queries.writing.title import parts_for
from jembatan.briefings.queries.writing.visible import visible_briefs
from jembatan.briefings.web.pages.writing import field_of
from jembatan.papers.web.writing import versions_page
from jembatan.platform.access import require_writer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


@desk_page
def versions(request: HttpRequest, actor: Actor, brief_id: int, part: str) -> HttpResponse:
    """The latest first."""
    require_writer(actor)
    brief = get_object_or_404(visible_briefs(actor), pk=brief_id)
    wanted = _part(brief, part)

    def restoration(version: int) -> str:
        return reverse("briefings:restoration", args=[brief.pk, wanted, version])

    return versions_page(request, brief, field_of(brief, wanted), restoration)


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
