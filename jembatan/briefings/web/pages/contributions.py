"""Contributions of departments to a brief: asked for by a date, put into a part."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.briefings.actions.contribute import ask_to_contribute, insert_answer
from jembatan.briefings.actions.write import NotForThem
from jembatan.briefings.models import Part
from jembatan.briefings.queries.writing.visible import visible_briefs
from jembatan.correspondence.actions.consultation.ask import Question
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Consultation
from jembatan.correspondence.queries.consultation.visible import visible_consultations
from jembatan.correspondence.web.pages.asking import QuestionForm, question_page
from jembatan.platform.access import require_officer, require_writer
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.toasts import toast


@desk_page
def asking(request: DeskRequest, actor: Actor, brief_id: int) -> HttpResponse:
    """`?part=` names the part whose words go along."""
    require_officer(actor)
    brief = get_object_or_404(visible_briefs(actor), pk=brief_id)
    part = brief.parts.filter(name=request.GET.get("part", "")).first()
    initial = {"wants": Consultation.Wants.CONTRIBUTION, "passage": part.text if part else ""}
    context = {
        "about": brief.title,
        "marking": brief.marking,
        "back": reverse("briefings:brief", args=[brief.pk]),
    }

    def ask(question: Question, confirmed: bool) -> Consultation:
        return ask_to_contribute(actor, brief, question, confirmed=confirmed)

    return question_page(request, QuestionForm(actor, request.POST or None, initial=initial), context, ask)


@require_POST
@desk_page
def insertion(request: HttpRequest, actor: Actor, brief_id: int, contribution_id: int) -> HttpResponse:
    """The answer goes into the chosen part, with its author."""
    require_writer(actor)
    brief = get_object_or_404(visible_briefs(actor), pk=brief_id)
    consultation = get_object_or_404(visible_consultations(actor), pk=contribution_id)
    chosen = request.POST.get("part", "")
    part = Part(chosen) if chosen in Part.values else Part.BACKGROUND
    try:
        insert_answer(actor, brief, part, consultation)
    except (Refused, NotForThem) as refusal:
        toast(request, str(refusal), tone="danger")
        return redirect("briefings:brief", brief_id=brief.pk)
    toast(request, _("The answer stands below your text."))
    return redirect(f"{reverse('briefings:brief', args=[brief.pk])}#{part}")
