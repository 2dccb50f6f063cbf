"""Templates of duties, and their runs: tried, looked at, done, taken back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_officer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast
from jembatan.programmes.actions.duties import keep_template, remove_template
from jembatan.programmes.actions.duty_runs import do_run, try_templates, undo_run
from jembatan.programmes.actions.refusals import Refused
from jembatan.programmes.models import DutyRun, DutyTemplate
from jembatan.programmes.queries.run_lines import run_lines
from jembatan.programmes.queries.visible import visible_programmes
from jembatan.programmes.web.duty_forms import TemplateForm, template_typed
from jembatan.programmes.web.pages.found import form_page, found, shown

RUNS_SHOWN = 10


@desk_page
def templates(request: HttpRequest, actor: Actor, programme_id: int) -> HttpResponse:
    """Those of the programme, and what their last runs did."""
    programme = found(actor, programme_id)
    context = {
        "templates": programme.duty_templates.select_related("post", "place").order_by("name"),
        "runs": programme.duty_runs.defer("plan").order_by("-pk")[:RUNS_SHOWN],
    }
    return shown(request, programme, "programmes/templates.html", context)


@desk_page
def new_template(request: HttpRequest, actor: Actor, programme_id: int) -> HttpResponse:
    """The form, and keeping it."""
    require_officer(actor)
    programme = found(actor, programme_id)
    form = TemplateForm(programme, request.POST or None)
    back = reverse("programmes:templates", args=[programme.pk])
    if request.method == "POST" and form.is_valid():
        try:
            kept = keep_template(actor, programme, **form.values())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            undo = reverse("programmes:template_removal", args=[kept.pk])
            toast(request, _("%(name)s added.") % {"name": kept}, undo=undo)
            return redirect(back)
    return form_page(request, programme, form, title=pgettext("duties", "Add a template"), back=back)


@desk_page
def template(request: HttpRequest, actor: Actor, duty_template_id: int) -> HttpResponse:
    """Wording it anew; its duties change with the next run."""
    require_officer(actor)
    one = _template(actor, duty_template_id)
    programme, before = one.programme, template_typed(one)
    initial = {**before, "own_language": one.own_language}
    form = TemplateForm(programme, request.POST or None, initial=initial)
    back = reverse("programmes:templates", args=[programme.pk])
    if request.method == "POST" and form.is_valid():
        try:
            keep_template(actor, programme, template=one, **form.values())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            undo = reverse("programmes:template", args=[one.pk])
            toast(request, _("%(name)s saved.") % {"name": one}, undo=undo, undo_fields=before)
            return redirect(back)
    return form_page(request, programme, form, title=str(one), back=back)


@require_POST
@desk_page
def template_removal(request: HttpRequest, actor: Actor, duty_template_id: int) -> HttpResponse:
    """It makes no more duties."""
    require_officer(actor)
    one = _template(actor, duty_template_id)
    back = template_typed(one)
    try:
        remove_template(actor, one)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        undo = reverse("programmes:new_template", args=[one.programme_id])
        toast(request, _("%(name)s removed.") % {"name": one}, undo=undo, undo_fields=back)
    return redirect("programmes:templates", one.programme_id)


@require_POST
@desk_page
def runs(request: HttpRequest, actor: Actor, programme_id: int) -> HttpResponse:
    """Try the templates."""
    require_officer(actor)
    run_tried = try_templates(actor, found(actor, programme_id))
    return redirect("programmes:run", run_tried.pk)


@desk_page
def run(request: HttpRequest, actor: Actor, run_id: int) -> HttpResponse:
    """What it would do, or did."""
    one = _run(actor, run_id)
    return shown(request, one.programme, "programmes/run.html", {"run": one, "lines": run_lines(one)})


@require_POST
@desk_page
def run_doing(request: HttpRequest, actor: Actor, run_id: int) -> HttpResponse:
    """Exactly what was tried."""
    require_officer(actor)
    one = _run(actor, run_id)
    try:
        do_run(actor, one)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
        return redirect("programmes:run", one.pk)
    undo = reverse("programmes:run_undoing", args=[one.pk])
    toast(request, _("The duties are made."), undo=undo)
    return redirect("programmes:duties", one.programme_id)


@require_POST
@desk_page
def run_undoing(request: HttpRequest, actor: Actor, run_id: int) -> HttpResponse:
    """Take it back."""
    require_officer(actor)
    one = _run(actor, run_id)
    try:
        kept = undo_run(actor, one)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        told = _("The run is taken back.")
        if kept:
            told = ngettext(
                "The run is taken back; %(number)s duty that was changed since stays.",
                "The run is taken back; %(number)s duties that were changed since stay.",
                kept,
            ) % {"number": kept}
        toast(request, told)
    return redirect("programmes:templates", one.programme_id)


def _template(actor: Actor, duty_template_id: int) -> DutyTemplate:
    seen = DutyTemplate.objects.filter(programme__in=visible_programmes(actor).values("pk"))
    return get_object_or_404(seen.select_related("programme__dossier"), pk=duty_template_id)


def _run(actor: Actor, run_id: int) -> DutyRun:
    seen = DutyRun.objects.filter(programme__in=visible_programmes(actor).values("pk"))
    return get_object_or_404(seen.select_related("programme__dossier"), pk=run_id)
