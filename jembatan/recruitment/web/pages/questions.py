"""The questions of a call's form: asked, worded anew, asked earlier, or not any more."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_officer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast
from jembatan.recruitment.actions.questions import (
    REMOVED,
    WORDS,
    add_question,
    ask_earlier,
    remove_question,
    word_question,
)
from jembatan.recruitment.actions.refusals import Refused
from jembatan.recruitment.models import Call, Question
from jembatan.recruitment.web.forms import QuestionForm
from jembatan.recruitment.web.known import tongue
from jembatan.recruitment.web.pages.calls import call_page
from jembatan.recruitment.web.pages.found import call_found
from jembatan.recruitment.web.pages.worded import removed, worded


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
            return redirect(_list(shown))
    return call_page(request, shown, question_form=form)


@require_POST
@desk_page
def question_removal(request: HttpRequest, actor: Actor, call_id: int, question_id: int) -> HttpResponse:
    """It is not asked."""
    require_officer(actor)
    shown = call_found(actor, call_id)
    gone = _asked(shown, question_id)
    if gone is None:
        return _gone(request, shown)
    fields = {
        "kind": gone.kind,
        "label_en": gone.label_en,
        "label_id": gone.label_id,
        "options": gone.options,
    }
    return removed(
        request,
        lambda: remove_question(actor, gone),
        told=_("Question removed."),
        undo=reverse("recruitment:questions", args=[shown.pk]),
        fields=fields | ({"required": "on"} if gone.required else {}),
        there=_list(shown),
        back=_list(shown),
    )


@desk_page
def question_words(request: HttpRequest, actor: Actor, call_id: int, question_id: int) -> HttpResponse:
    """Other words; its kind stays."""
    require_officer(actor)
    shown = call_found(actor, call_id)
    asked = _asked(shown, question_id)
    if asked is None:
        return _gone_while_worded(request, shown) if request.method == "POST" else _gone(request, shown)
    form = QuestionForm(request.POST or None, initial={name: getattr(asked, name) for name in WORDS})
    del form.fields["kind"]
    if asked.kind != Question.Kind.CHOICE:
        del form.fields["options"]
    return worded(
        request,
        shown.programme,
        form,
        lambda said: word_question(actor, asked, {"options": "", **said}),
        title=asked.label(tongue()),
        back=_list(shown),
    )


@require_POST
@desk_page
def question_earlier(request: HttpRequest, actor: Actor, call_id: int, question_id: int) -> HttpResponse:
    """Before the one above it."""
    require_officer(actor)
    shown = call_found(actor, call_id)
    asked = _asked(shown, question_id)
    if asked is None:
        return _gone(request, shown)
    try:
        ask_earlier(actor, asked)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    return redirect(_list(shown))


def _asked(call: Call, question_id: int) -> Question | None:
    """None for one that somebody has removed since the page was opened."""
    return Question.objects.select_related("call").filter(call=call, pk=question_id).first()


def _gone(request: HttpRequest, call: Call) -> HttpResponse:
    toast(request, str(REMOVED), tone="danger")
    return redirect(_list(call))


def _gone_while_worded(request: HttpRequest, call: Call) -> HttpResponse:
    """The words that were typed stand where they can be asked again."""
    form = QuestionForm(request.POST)
    form.add_error(None, str(REMOVED))
    return call_page(request, call, question_form=form)


def _list(call: Call) -> str:
    return f"{reverse('recruitment:call', args=[call.pk])}#questions"
