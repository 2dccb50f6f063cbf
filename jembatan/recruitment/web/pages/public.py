"""The public page of a call: what is looked for, and the form. No account, nothing of anybody else."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.outbox.personal import own_address
from jembatan.platform.ui.guard import desk_page
from jembatan.recruitment.actions.apply import apply, check_sender
from jembatan.recruitment.actions.refusals import Refused
from jembatan.recruitment.models import Call
from jembatan.recruitment.queries.link import house_of, on_their_clock
from jembatan.recruitment.queries.visible import is_open, open_call
from jembatan.recruitment.web.apply_form import ApplyForm
from jembatan.recruitment.web.known import tongue
from jembatan.recruitment.web.pages.found import call_found
from jembatan.recruitment.web.spam import check_person, sender_of, token_for


@require_http_methods(["GET", "HEAD", "POST"])
def public(request: HttpRequest, slug: str) -> HttpResponse:
    """GET: the call; the form on its days. POST: an application. What was typed stays when something is wrong."""
    call = open_call(slug)
    if call is None:
        raise Http404
    language = tongue()
    with on_their_clock(call, language):
        response = _answered(request, call)
    response["Cache-Control"] = "no-store"
    return response


@desk_page
def preview(request: HttpRequest, actor: Actor, call_id: int) -> HttpResponse:
    """What applicants see, whatever the day, in `?language=`; nothing is sent from here."""
    call = call_found(actor, call_id)
    asked = request.GET.get("language", "")
    with on_their_clock(call, asked if asked in dict(settings.LANGUAGES) else tongue()):
        return _page(request, call, ApplyForm(call), status=200, preview=True)


def _answered(request: HttpRequest, call: Call) -> HttpResponse:
    if request.method != "POST" or not is_open(call):
        form = ApplyForm(call) if is_open(call) else None
        return _page(request, call, form, status=200 if request.method != "POST" else 422)
    form = None
    try:
        check_sender(call, sender_of(request))
        form = ApplyForm(call, request.POST, request.FILES)
        valid = form.is_valid()
        check_person(request, call)
        if valid:
            apply(call, form.said(), consented=form.cleaned_data["consent"])
            return redirect(f"{request.path}?sent=yes")
    except Refused as refusal:
        form = form or ApplyForm(call, request.POST)
        form.add_error(None, str(refusal))
    return _page(request, call, form, status=422)


def _page(
    request: HttpRequest, call: Call, form: ApplyForm | None, *, status: int, preview: bool = False
) -> HttpResponse:
    language = tongue()
    context = {
        "call": call,
        "title": call.title(language),
        "text": call.text(language),
        "posts": call.posts.order_by("name"),
        "house": house_of(call),
        "writes": own_address(call.desk) is not None,
        "form": form,
        "preview": preview,
        "token": token_for(request, call),
        "sent": request.GET.get("sent") == "yes" and request.method != "POST",
    }
    return render(request, "recruitment/public.html", context, status=status)
