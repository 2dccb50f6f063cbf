"""Asking somebody without an account, from a conversation or from a mail that is being written."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.consultation.ask import Question, ask_about_draft, ask_about_message
from jembatan.correspondence.actions.outbox.send import Unconfirmed
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.formats.message import Address
from jembatan.correspondence.formats.receivers import NotAReceiver, read_receivers
from jembatan.correspondence.models import Consultation
from jembatan.correspondence.queries.consultation.receiver import address_of
from jembatan.correspondence.queries.conversation import in_order
from jembatan.correspondence.queries.drafts import visible_drafts
from jembatan.correspondence.queries.visible import visible_messages, visible_threads
from jembatan.directory.models import Person
from jembatan.directory.queries.naming import named
from jembatan.directory.web.party_field import party_field
from jembatan.platform.access import require_officer
from jembatan.platform.dates.spoken import parse_when
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.toasts import toast

OFFICE_CLOSES = 17
type Ask = Callable[[Question, bool], Consultation]


class QuestionForm(forms.Form):
    """Whom, what, which text goes along, by when."""

    to = party_field("people", gettext_lazy("Whom to ask: a name of the directory, or an address"))
    wants = forms.ChoiceField(
        label=gettext_lazy("What you ask for"), choices=Consultation.Wants.choices, widget=forms.RadioSelect
    )
    text = forms.CharField(label=gettext_lazy("Question"), widget=forms.Textarea({"rows": 3}))
    passage = forms.CharField(
        label=gettext_lazy("Text that goes along; they see nothing else of the matter"),
        required=False,
        strip=False,
        widget=forms.Textarea({"rows": 8}),
    )
    due = forms.CharField(
        label=gettext_lazy("By when"), widget=forms.TextInput({"placeholder": gettext_lazy("tomorrow 08:00")})
    )

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor

    def clean_to(self) -> Address:
        """An address as it stands, or that of the only person of this name."""
        typed: str = self.cleaned_data["to"]
        if "@" in typed:
            try:
                receivers = read_receivers(typed)
            except NotAReceiver as refusal:
                raise forms.ValidationError(str(refusal)) from refusal
            if len(receivers) != 1:
                raise forms.ValidationError(_("Ask one after the other: each gets a link of their own."))
            return receivers[0]
        person = named(self.actor, Person, typed)
        address = address_of(person) if person else None
        if address is None:
            raise forms.ValidationError(_("Nobody of this name has an e-mail address in the directory."))
        return address

    def clean_due(self) -> datetime:
        """A day alone means the close of that day's work."""
        now = timezone.localtime()
        when = parse_when(self.cleaned_data["due"], now=now, language=translation.get_language() or "id")
        if when is None:
            raise forms.ValidationError(_("Write a day, or a day and a time, such as “tomorrow 08:00”."))
        return when.start.replace(hour=OFFICE_CLOSES) if when.all_day else when.start

    @property
    def question(self) -> Question:
        """What a valid form says."""
        given = self.cleaned_data
        return Question(
            to=given["to"],
            wants=Consultation.Wants(given["wants"]),
            text=given["text"],
            passage=given["passage"],
            due_at=given["due"],
        )


@desk_page
def asking(request: DeskRequest, actor: Actor, thread_id: int) -> HttpResponse:
    """Below the latest message of a conversation."""
    require_officer(actor)
    thread = get_object_or_404(visible_threads(actor), pk=thread_id)
    message = in_order(visible_messages(actor).filter(thread=thread)).last()
    if message is None:
        return redirect("correspondence:thread", thread_id=thread.pk)
    back = reverse("correspondence:thread", args=[thread.pk])
    context = {"about": thread.subject, "marking": thread.marking, "source": message.text, "back": back}

    def ask(question: Question, confirmed: bool) -> Consultation:
        return ask_about_message(actor, message, question, confirmed=confirmed)

    return question_page(
        request, QuestionForm(actor, request.POST or None, initial={"wants": "contribution"}), context, ask
    )


@desk_page
def asking_about_draft(request: DeskRequest, actor: Actor, draft_id: int) -> HttpResponse:
    """With the whole text beforehand; `?to=` names an address."""
    require_officer(actor)
    draft = get_object_or_404(visible_drafts(actor), pk=draft_id)
    initial = {"wants": "clearance", "passage": draft.text, "to": request.GET.get("to", "")}
    back = reverse("correspondence:draft", args=[draft.pk])
    marking = draft.answers.thread.marking if draft.answers else ""
    context = {"about": draft.subject, "marking": marking, "back": back}

    def ask(question: Question, confirmed: bool) -> Consultation:
        return ask_about_draft(actor, draft, question, confirmed=confirmed)

    return question_page(request, QuestionForm(actor, request.POST or None, initial=initial), context, ask)


def question_page(
    request: DeskRequest, form: QuestionForm, context: Mapping[str, str], ask: Ask
) -> HttpResponse:
    """`context`: `about`, `marking` and `back`, the page it leads to. What stands against the letter is asked about first, with everything still in the form."""
    questions: list[str] = []
    if request.method == "POST" and form.is_valid():
        try:
            asked = ask(form.question, "confirmed" in request.POST)
        except Unconfirmed as unconfirmed:
            questions = unconfirmed.questions
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            undo = reverse("correspondence:consultation_withdrawal", args=[asked.pk])
            toast(request, _("Asked: %(who)s.") % {"who": asked}, undo=undo)
            return redirect(context["back"])
    shown = {**context, "form": form, "questions": questions}
    status = 422 if request.method == "POST" else 200
    return render(request, "correspondence/consultation/asking.html", shown, status=status)
