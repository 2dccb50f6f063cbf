"""Links for partners to their own steps, and what becomes of their answers."""

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.dossiers.actions.follow_up import (
    close_follow_up,
    open_follow_up,
    reopen_follow_up,
    settle_answer,
)
from jembatan.dossiers.actions.mail_follow_up import mail_follow_up
from jembatan.dossiers.actions.refusals import Refused
from jembatan.dossiers.models import FollowUp, StepAnswer
from jembatan.dossiers.queries.follow_up import visible_follow_ups
from jembatan.dossiers.queries.limits import MAY_LEAVE
from jembatan.dossiers.web.pages.found import found
from jembatan.dossiers.web.party_keys import party_choices, party_of
from jembatan.platform.access import require_officer, require_writer
from jembatan.platform.markings import Marking
from jembatan.platform.ui.forms import offer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


class FollowUpForm(forms.Form):
    """Who, how far, in which language."""

    party = forms.ChoiceField(label=gettext_lazy("For"))
    marking = forms.ChoiceField(
        label=gettext_lazy("Steps up to"),
        choices=[(m.value, m.value) for m in MAY_LEAVE],
        initial=Marking.AMBER,
        help_text=gettext_lazy(
            "Whoever has the link sees their own steps of this marking and of lower ones."
        ),
    )
    language = forms.ChoiceField(label=gettext_lazy("Language of the page"), choices=settings.LANGUAGES)


@desk_page
def new_follow_up(request: HttpRequest, actor: Actor, dossier_id: int) -> HttpResponse:
    """The form, and the link."""
    require_officer(actor)
    dossier = found(actor, dossier_id)
    form = FollowUpForm(request.POST or None, initial={"language": actor.desk.language})
    offer(form, "party", party_choices(dossier))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        party = party_of(said["party"], desk_id=actor.desk.pk)
        assert party is not None, "the form asks for one"
        marking, language = Marking(said["marking"]), said["language"]
        try:
            made = open_follow_up(actor, dossier, party, marking=marking, language=language)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            toast(request, _("The link for %(name)s works for ninety days.") % {"name": made})
            return redirect(reverse("dossiers:plan", args=[dossier.pk]) + "#links")
    title, action = _("A link to their steps"), reverse("dossiers:new_follow_up", args=[dossier.pk])
    context = {"dossier": dossier, "form": form, "title": title, "action": action}
    return render(request, "dossiers/plan/form.html", context, status=422 if form.errors else 200)


@require_POST
@desk_page
def follow_up_letter(request: HttpRequest, actor: Actor, dossier_id: int, follow_up_id: int) -> HttpResponse:
    """The draft, to be read and sent."""
    require_officer(actor)
    follow_up = _follow_up_or_404(actor, dossier_id, follow_up_id)
    try:
        draft = mail_follow_up(actor, follow_up)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
        return redirect(reverse("dossiers:plan", args=[dossier_id]) + "#links")
    toast(request, _("The letter is drafted. Read it, and send it when you like."), tone="info")
    return redirect(draft)


@require_POST
@desk_page
def follow_up_closing(request: HttpRequest, actor: Actor, dossier_id: int, follow_up_id: int) -> HttpResponse:
    """The link shows nothing any more."""
    require_officer(actor)
    follow_up = _follow_up_or_404(actor, dossier_id, follow_up_id)
    close_follow_up(actor, follow_up)
    undo = reverse("dossiers:follow_up_return", args=[dossier_id, follow_up.pk])
    toast(request, _("The link for %(name)s is closed.") % {"name": follow_up}, undo=undo)
    return redirect("dossiers:plan", dossier_id=dossier_id)


@require_POST
@desk_page
def follow_up_return(request: HttpRequest, actor: Actor, dossier_id: int, follow_up_id: int) -> HttpResponse:
    """The undo."""
    require_officer(actor)
    reopen_follow_up(actor, _follow_up_or_404(actor, dossier_id, follow_up_id))
    return redirect("dossiers:plan", dossier_id=dossier_id)


@require_POST
@desk_page
def step_answer(request: HttpRequest, actor: Actor, dossier_id: int, step_answer_id: int) -> HttpResponse:
    """`accepted` says whether it is."""
    require_writer(actor)
    rows = StepAnswer.objects.filter(step__dossier=found(actor, dossier_id)).select_related("step__dossier")
    answer = get_object_or_404(rows, pk=step_answer_id)
    accepted = request.POST.get("accepted") == "yes"
    settle_answer(actor, answer, accepted=accepted)
    told = _("“%(step)s” is as they say now.") if accepted else _("“%(step)s” stays as it was.")
    toast(request, told % {"step": answer.step})
    return redirect("dossiers:plan", dossier_id=dossier_id)


def _follow_up_or_404(actor: Actor, dossier_id: int, follow_up_id: int) -> FollowUp:
    return get_object_or_404(visible_follow_ups(actor), dossier=dossier_id, pk=follow_up_id)
