"""One application: what they say, what they score and why, the interview."""

from zoneinfo import ZoneInfo

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.directory.formats.places import country_name, language_name
from jembatan.platform.access import require_officer
from jembatan.platform.files.web.downloads import download
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast
from jembatan.programmes.formats.spans import spans_of
from jembatan.programmes.formats.tongues import named_language
from jembatan.programmes.models.levels import Cefr
from jembatan.programmes.web.fields import unknown_language
from jembatan.programmes.web.officer_forms import CertificateForm
from jembatan.recruitment.actions.apply import age_at
from jembatan.recruitment.actions.interviews import rate, set_tested
from jembatan.recruitment.actions.refusals import Refused
from jembatan.recruitment.models import Answer, Application, InterviewSlot
from jembatan.recruitment.models.interview import SKILLS
from jembatan.recruitment.queries.asked import Asked
from jembatan.recruitment.queries.link import kept_until
from jembatan.recruitment.queries.score import parts_of
from jembatan.recruitment.queries.visible import lines_about
from jembatan.recruitment.web.forms import RatingForm
from jembatan.recruitment.web.pages.applications import DECISIONS
from jembatan.recruitment.web.pages.found import application_found

NO_TEST = "none"


@desk_page
def application(request: HttpRequest, actor: Actor, application_id: int) -> HttpResponse:
    """All of it, for those who decide."""
    require_officer(actor)
    return application_page(request, actor, application_found(actor, application_id))


@require_POST
@desk_page
def rating(request: HttpRequest, actor: Actor, application_id: int) -> HttpResponse:
    """What the actor found in the interview."""
    require_officer(actor)
    shown = application_found(actor, application_id)
    form = RatingForm(request.POST)
    if form.is_valid():
        marks = {skill: form.cleaned_data[skill] for skill in SKILLS}
        try:
            rate(actor, shown, marks, form.cleaned_data["note"])
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            toast(request, _("Rating kept."))
            return redirect("recruitment:application", application_id=shown.pk)
    return application_page(request, actor, shown, form=form)


@require_POST
@desk_page
def tested(request: HttpRequest, actor: Actor, application_id: int) -> HttpResponse:
    """A test found `level` in `language`; the level "none" takes it back."""
    require_officer(actor)
    shown = application_found(actor, application_id)
    written, level = request.POST.get("language", "")[:100], request.POST.get("level", "")
    named, like = named_language(written)
    if named is None or level not in {NO_TEST, *Cefr.values}:
        toast(request, unknown_language(written, like), tone="danger")
    else:
        set_tested(actor, shown, named, "" if level == NO_TEST else level)
        toast(request, _("Language test kept."))
    return redirect("recruitment:application", application_id=shown.pk)


@desk_page
def file(request: HttpRequest, actor: Actor, application_id: int, answer_id: int) -> FileResponse:
    """A file that the applicant has sent, to keep."""
    require_officer(actor)
    shown = application_found(actor, application_id)
    answer = get_object_or_404(Answer.objects.select_related("file"), application=shown, pk=answer_id)
    if answer.file is None:
        raise Http404
    return download(answer.file, name=answer.file_name)


def application_page(
    request: HttpRequest,
    actor: Actor,
    shown: Application,
    *,
    form: RatingForm | None = None,
    certificate_form: CertificateForm | None = None,
) -> HttpResponse:
    """With what is wrong in one of its forms."""
    ratings = list(shown.ratings.select_related("by").order_by("pk"))
    mine = next((row for row in ratings if row.by == actor.user), None)
    known = {name: getattr(mine, name) for name in (*SKILLS, "note")} if mine else {}
    asked = Asked.by(shown.call)
    age = age_at(shown.call.programme, shown.born) if shown.born else None
    languages = list(shown.languages.order_by("pk"))
    context = {
        "application": shown,
        "call": shown.call,
        "programme": shown.call.programme,
        "parts": parts_of(shown, asked=asked),
        "spans": spans_of(shown.days),
        "barred": list(asked.barred(shown).items()),
        "noted": {each.pk for each in shown.conflicts.all()},
        "ties": shown.ties.order_by("pk"),
        "languages": [(row, language_name(row.language, _tongue())) for row in languages],
        "levels": Cefr.choices,
        "nationality": country_name(shown.nationality, _tongue()),
        "answers": shown.answers.select_related("question").order_by("question__position"),
        "question_language": _tongue(),
        "age": age,
        "too_young": age is not None and shown.post is not None and age < shown.post.least_age,
        "until": kept_until(shown.call),
        "certificates": shown.certificates.select_related("checked_by").order_by("expires", "pk"),
        "certificate_form": certificate_form or CertificateForm(),
        "delegations": asked.delegations,
        "ratings": ratings,
        "slot": InterviewSlot.objects.filter(application=shown).select_related("interviewer").first(),
        "form": form or RatingForm(initial=known),
        "decisions": DECISIONS,
        "lines": lines_about(actor, shown),
    }
    with timezone.override(ZoneInfo(shown.call.programme.zone)):
        status = 422 if form or certificate_form else 200
        return render(request, "recruitment/application.html", context, status=status)


def _tongue() -> str:
    return (get_language() or "id")[:2]
