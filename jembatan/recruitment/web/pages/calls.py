"""A call of the desk: its words, questions and weights, and whether it is public."""

from django.conf import settings
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.outbox.personal import own_address
from jembatan.platform.access import require_officer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast
from jembatan.programmes.models import Programme
from jembatan.programmes.queries.visible import visible_programmes
from jembatan.recruitment.actions.calls import add_question, publish, remove_question, weigh, write_call
from jembatan.recruitment.actions.refusals import Refused
from jembatan.recruitment.models import Application, Call, Question
from jembatan.recruitment.queries.visible import is_open
from jembatan.recruitment.web.forms import CallForm, QuestionForm, WeightsForm
from jembatan.recruitment.web.known import tongue
from jembatan.recruitment.web.pages.found import call_found


@desk_page
def call(request: HttpRequest, actor: Actor, call_id: int) -> HttpResponse:
    """What it asks for, and its public address."""
    return _call(request, call_found(actor, call_id))


@desk_page
def new_call(request: HttpRequest, actor: Actor, programme_id: int) -> HttpResponse:
    """The form, and writing one."""
    require_officer(actor)
    programme = get_object_or_404(visible_programmes(actor), pk=programme_id)
    return _words(request, actor, programme, None)


@desk_page
def wording(request: HttpRequest, actor: Actor, call_id: int) -> HttpResponse:
    """The form with what stands there, and wording it anew."""
    require_officer(actor)
    shown = call_found(actor, call_id)
    return _words(request, actor, shown.programme, shown)


@require_POST
@desk_page
def publication(request: HttpRequest, actor: Actor, call_id: int) -> HttpResponse:
    """`public` is "yes" or "no"."""
    require_officer(actor)
    public = request.POST.get("public") == "yes"
    shown = publish(actor, call_found(actor, call_id), public=public)
    told = (
        _("On its days, everybody who has the address can apply.")
        if public
        else _("Nobody sees the call any more.")
    )
    undo = reverse("recruitment:publication", args=[shown.pk])
    toast(request, told, undo=undo, undo_fields={"public": "no" if public else "yes"})
    return redirect("recruitment:call", call_id=shown.pk)


@require_POST
@desk_page
def questions(request: HttpRequest, actor: Actor, call_id: int) -> HttpResponse:
    """One more."""
    require_officer(actor)
    shown = call_found(actor, call_id)
    form = QuestionForm(request.POST)
    if form.is_valid():
        try:
            add_question(actor, shown, form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect(f"{reverse('recruitment:call', args=[shown.pk])}#questions")
    return _call(request, shown, question_form=form)


@require_POST
@desk_page
def question_removal(request: HttpRequest, actor: Actor, call_id: int, question_id: int) -> HttpResponse:
    """It is not asked."""
    require_officer(actor)
    shown = call_found(actor, call_id)
    gone = get_object_or_404(Question.objects.filter(call=shown), pk=question_id)
    fields = {
        "kind": gone.kind,
        "label_en": gone.label_en,
        "label_id": gone.label_id,
        "options": gone.options,
    }
    fields |= {"required": "on"} if gone.required else {}
    try:
        remove_question(actor, gone)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        undo = reverse("recruitment:questions", args=[shown.pk])
        toast(request, _("Question removed."), undo=undo, undo_fields=fields)
    return redirect(f"{reverse('recruitment:call', args=[shown.pk])}#questions")


@require_POST
@desk_page
def weights(request: HttpRequest, actor: Actor, call_id: int) -> HttpResponse:
    """What each part of the score counts."""
    require_officer(actor)
    shown = call_found(actor, call_id)
    form = WeightsForm(request.POST)
    if form.is_valid():
        before = {name: str(weight) for name, weight in shown.weight_of_each().items()}
        try:
            weigh(actor, shown, form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            undo = reverse("recruitment:weights", args=[shown.pk])
            toast(request, _("All scores are counted anew."), undo=undo, undo_fields=before)
            return redirect("recruitment:call", call_id=shown.pk)
    return _call(request, shown, weights_form=form)


def _call(
    request: HttpRequest,
    call: Call,
    *,
    question_form: QuestionForm | None = None,
    weights_form: WeightsForm | None = None,
) -> HttpResponse:
    context = {
        "call": call,
        "language": tongue(),
        "programme": call.programme,
        "address": settings.PUBLIC_URL + reverse("recruitment:public", args=[call.slug]),
        "is_open": is_open(call),
        "writes": own_address(call.desk) is not None,
        "questions": call.questions.all(),
        "posts": call.posts.order_by("name"),
        "states": _states(call),
        "question_form": question_form or QuestionForm(),
        "weights_form": weights_form or WeightsForm(initial=call.weight_of_each()),
    }
    wrong = any(form is not None and form.errors for form in (question_form, weights_form))
    return render(request, "recruitment/call.html", context, status=422 if wrong else 200)


def _states(call: Call) -> list[tuple[str, str | Promise, int]]:
    """How many applications are in each state that any is in."""
    counted = dict(call.applications.order_by().values_list("status").annotate(Count("pk")))
    return [(value, label, counted[value]) for value, label in Application.Status.choices if value in counted]


def _words(request: HttpRequest, actor: Actor, programme: Programme, call: Call | None) -> HttpResponse:
    form = CallForm(programme, request.POST or None, call=call)
    if request.method == "POST" and form.is_valid():
        posts, welcome = list(form.cleaned_data["posts"]), list(form.cleaned_data.get("welcome", ()))
        try:
            written = write_call(actor, programme, form.cleaned_data, posts=posts, welcome=welcome, call=call)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("recruitment:call", call_id=written.pk)
    context = {"form": form, "programme": programme, "call": call}
    return render(request, "recruitment/wording.html", context, status=422 if form.errors else 200)
