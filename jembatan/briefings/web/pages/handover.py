"""The handover pack: what is handed over is chosen, then who takes over; it is read here and taken along."""

from typing import cast

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.accounts.queries.actors import members_of
from jembatan.briefings.actions.hand_over import as_taker, make_handover
from jembatan.briefings.actions.make_brief import Form
from jembatan.briefings.queries.handover.compose import compose_handover
from jembatan.briefings.queries.handover.scope import Subject
from jembatan.directory.models import Counterpart
from jembatan.directory.queries.visible import visible_organisations
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.platform.ui.downloads import download
from jembatan.platform.ui.forms import offer
from jembatan.platform.ui.guard import desk_page

MOST = 60


class HandoverForm(forms.Form):
    """Who takes over, and the language of the document."""

    taker = forms.ChoiceField(
        label=gettext_lazy("Who takes over"), widget=forms.Select(attrs={"data-autosubmit": ""})
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language of the document"),
        choices=User.Language.choices,
        widget=forms.Select(attrs={"data-autosubmit": ""}),
    )
    format = forms.ChoiceField(choices=[("pdf", "PDF"), ("docx", "Word")], required=False)


@desk_page
def choice(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Own partners first, open dossiers, colleagues."""
    answered_for = Counterpart.objects.filter(desk=actor.desk).order_by("organisation__name_folded")
    partners = answered_for.filter(organisation__in=visible_organisations(actor)).select_related(
        "organisation", "lead", "deputy"
    )
    user_id = actor.user.pk if actor.user else 0
    context = {
        "partners": sorted(partners, key=lambda each: user_id not in (each.lead_id, each.deputy_id))[:MOST],
        "dossiers": visible_dossiers(actor).filter(closed_at__isnull=True).order_by("title")[:MOST],
        "members": members_of(actor.desk),
    }
    return render(request, "briefings/handover_choice.html", context)


@desk_page
def of_organisation(request: HttpRequest, actor: Actor, organisation_id: int) -> HttpResponse:
    """A partner."""
    found = get_object_or_404(visible_organisations(actor).select_related("parent"), pk=organisation_id)
    return _page(request, actor, found)


@desk_page
def of_dossier(request: HttpRequest, actor: Actor, dossier_id: int) -> HttpResponse:
    """A dossier."""
    return _page(request, actor, get_object_or_404(visible_dossiers(actor), pk=dossier_id))


@desk_page
def of_officer(request: HttpRequest, actor: Actor, membership_id: int) -> HttpResponse:
    """All that a member of the desk does."""
    member = next((each for each in members_of(actor.desk) if each.pk == membership_id), None)
    return _page(request, actor, get_object_or_404(User, pk=member.user_id if member else 0))


def _page(request: HttpRequest, actor: Actor, subject: Subject) -> HttpResponse:
    """GET shows it; POST makes the file, which leaves a line in the journal."""
    members = {str(each.user_id): each.user for each in members_of(actor.desk) if each.user != subject}
    if not members:
        return redirect("briefings:handover")
    default = {
        "taker": next((pk for pk, user in members.items() if user != actor.user), next(iter(members))),
        "language": translation.get_language() or actor.desk.language,
        "format": "pdf",
    }
    form = HandoverForm({**default, **(request.POST if request.method == "POST" else request.GET).dict()})
    offer(form, "taker", [(pk, user.full_name) for pk, user in members.items()])
    given = form.cleaned_data if form.is_valid() else default
    taker = members[given["taker"]]
    language, site = given["language"], request.build_absolute_uri("/").rstrip("/")
    if request.method == "POST" and form.is_valid():
        chosen = cast(Form, given["format"] or "pdf")
        made = make_handover(actor, taker, subject, form=chosen, language=language, site=site)
        return download(made.content, name=made.name)
    zone = timezone.get_current_timezone()
    document = compose_handover(
        actor, as_taker(actor, taker), subject, language=language, site=site, zone=zone
    )
    context = {"document": document, "form": form, "taker": taker}
    return render(request, "briefings/handover.html", context, status=200 if form.is_valid() else 422)
