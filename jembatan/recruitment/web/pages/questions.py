"""The questions of a call's form: asked, worded anew, asked earlier, or not any more."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_officer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast
from jembatan.programmes.web.pages.found import form_page
from jembatan.recruitment.actions.questions import (
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
    gone = _found(shown, question_id)
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
    return redirect(_list(shown))


@desk_page
def question_words(request: HttpRequest, actor: Actor, call_id: int, question_id: int) -> HttpResponse:
    """Other words; its kind stays."""
    require_officer(actor)
    shown = call_found(actor, call_id)
    asked = _found(shown, question_id)
    form = QuestionForm(request.POST or None, initial={name: getattr(asked, name) for name in WORDS})
    del form.fields["kind"]
    if asked.kind != Question.Kind.CHOICE:
        del form.fields["options"]
    if request.method == "POST" and form.is_valid():
        try:
            word_question(actor, asked, {"options": "", **form.cleaned_data})
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect(_list(shown))
    return form_page(request, shown.programme, form, title=asked.label(tongue()), back=_list(shown))


@require_POST
@desk_page
def question_earlier(request: HttpRequest, actor: Actor, call_id: int, question_id: int) -> HttpResponse:
    """Before the one above it."""
    require_officer(actor)
    shown = call_found(actor, call_id)
    ask_earlier(actor, _found(shown, question_id))
    return redirect(_list(shown))


def _found(call: Call, question_id: int) -> Question:
    return get_object_or_404(Question.objects.filter(call=call), pk=question_id)


def _list(call: Call) -> str:
    return f"{reverse('recruitment:call', args=[call.pk])}#questions"
