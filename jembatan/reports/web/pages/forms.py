"""Forms filled from the record: chosen for some days and a subject, taken along as files."""

from zoneinfo import ZoneInfo

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone, translation
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.correspondence.queries.visible import visible_messages
from jembatan.platform.ui.downloads import download
from jembatan.platform.ui.guard import desk_page
from jembatan.reports.actions.make_form import NAMES, FileForm, make_form, make_message_form
from jembatan.reports.web.asked import asked_of

LATEST = 15


@desk_page
def forms(request: HttpRequest, actor: Actor) -> HttpResponse:
    """GET asks for days and a subject; POST makes the form that `kind` names."""
    given = request.POST if request.method == "POST" else request.GET
    form = asked_of(actor, given.dict())
    if request.method == "POST" and form.is_valid():
        kind = request.POST.get("kind", "ics-214")
        if kind not in NAMES:
            raise Http404
        made = make_form(
            actor,
            kind,
            form.scope,
            form=_form(request),
            language=form.cleaned_data["language"],
            site=request.build_absolute_uri("/").rstrip("/"),
        )
        return download(made.content, name=made.name)
    context = {"form": form, "names": NAMES, "messages_offered": []}
    if form.is_valid():
        start, end = form.scope.period.moments(actor.desk)
        with timezone.override(ZoneInfo(actor.desk.time_zone)):
            found = visible_messages(actor).filter(sent_at__gte=start, sent_at__lt=end, internal=False)
            context["messages_offered"] = list(
                found.order_by("-sent_at", "-pk").only("pk", "subject", "from_name", "from_email", "sent_at")[
                    :LATEST
                ]
            )
    return render(request, "reports/forms.html", context, status=200 if form.is_valid() else 422)


@require_POST
@desk_page
def message(request: HttpRequest, actor: Actor, message_id: int) -> HttpResponse:
    """ICS 213 of one mail."""
    found = get_object_or_404(visible_messages(actor), pk=message_id)
    language = request.POST.get("language", "")
    known = language if language in {"id", "en"} else translation.get_language() or "id"
    made = make_message_form(actor, found, form=_form(request), language=known)
    return download(made.content, name=made.name)


def _form(request: HttpRequest) -> FileForm:
    return "docx" if request.POST.get("format") == "docx" else "pdf"
