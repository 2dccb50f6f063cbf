"""What is set about a brief: marking, language, until when it holds."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.briefings.actions.settle import settle_brief
from jembatan.briefings.queries.writing.visible import visible_briefs
from jembatan.briefings.web.pages.writing import context_of
from jembatan.briefings.web.settings_form import SettingForm
from jembatan.correspondence.actions.refusals import Refused
from jembatan.platform.access import require_writer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


@require_POST
@desk_page
def setting(request: HttpRequest, actor: Actor, brief_id: int) -> HttpResponse:
    """Kept, or shown again with what is wrong."""
    require_writer(actor)
    found = get_object_or_404(visible_briefs(actor), pk=brief_id)
    form = SettingForm(request.POST, for_them=found.for_them)
    if form.is_valid():
        try:
            settle_brief(actor, found, form.setting)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            toast(request, _("Saved."))
            return redirect("briefings:brief", brief_id=found.pk)
    return render(request, "briefings/written.html", {**context_of(actor, found), "form": form}, status=422)
