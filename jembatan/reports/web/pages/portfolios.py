"""Portfolios: names for dossiers that are reported on together."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.platform.access import require_officer
from jembatan.platform.ui.forms import offer_records
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast
from jembatan.reports.actions.portfolios import LONGEST, keep_portfolio, remove_portfolio
from jembatan.reports.models import Portfolio


class PortfolioForm(forms.Form):
    """Its name, and its dossiers among those that the actor sees."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=LONGEST)
    dossiers: "forms.ModelMultipleChoiceField[Dossier]" = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Dossiers"),
        queryset=Dossier.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, actor: Actor, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        offer_records(self, "dossiers", visible_dossiers(actor).order_by("title"))


@desk_page
def portfolios(request: HttpRequest, actor: Actor) -> HttpResponse:
    """GET lists them, POST makes a new one."""
    if request.method == "POST":
        return _keep(request, actor, None)
    return _page(request, actor, PortfolioForm(actor), None)


@desk_page
def portfolio(request: HttpRequest, actor: Actor, portfolio_id: int) -> HttpResponse:
    """GET shows one to be changed, POST changes it."""
    require_officer(actor)
    found = get_object_or_404(Portfolio, desk=actor.desk, pk=portfolio_id)
    if request.method == "POST":
        return _keep(request, actor, found)
    form = PortfolioForm(actor, initial={"name": found.name, "dossiers": found.dossiers.all()})
    return _page(request, actor, form, found)


@require_POST
@desk_page
def removal(request: HttpRequest, actor: Actor, portfolio_id: int) -> HttpResponse:
    """The name goes, its dossiers stay."""
    require_officer(actor)
    remove_portfolio(actor, get_object_or_404(Portfolio, desk=actor.desk, pk=portfolio_id))
    toast(request, _("The portfolio is removed; its dossiers stay."))
    return redirect("reports:portfolios")


def _keep(request: HttpRequest, actor: Actor, found: Portfolio | None) -> HttpResponse:
    require_officer(actor)
    form = PortfolioForm(actor, request.POST)
    if form.is_valid():
        try:
            keep_portfolio(actor, form.cleaned_data["name"], form.cleaned_data["dossiers"], portfolio=found)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            toast(request, _("Saved."))
            return redirect("reports:portfolios")
    return _page(request, actor, form, found, status=422)


def _page(
    request: HttpRequest, actor: Actor, form: PortfolioForm, found: Portfolio | None, *, status: int = 200
) -> HttpResponse:
    listed = Portfolio.objects.filter(desk=actor.desk).order_by("name")
    context = {"form": form, "portfolio": found, "portfolios": listed}
    return render(request, "reports/portfolios.html", context, status=status)
