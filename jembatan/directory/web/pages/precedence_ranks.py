"""The ranks of an order of precedence."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.precedence.ranks import (
    LONGEST_NAME,
    RankFacts,
    add_rank,
    bring_back_rank,
    change_rank,
    give_rank,
    move_rank,
    take_out_rank,
)
from jembatan.directory.models import PrecedenceRank, PrecedenceVersion, RankedPosition
from jembatan.directory.queries.positions import visible_positions
from jembatan.platform.access import require_head, require_writer
from jembatan.platform.audit.changes import history_of
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


class RankForm(forms.Form):
    """One rank, with the offices that hold it."""

    name_id = forms.CharField(
        label=gettext_lazy("Name in Indonesian"), max_length=LONGEST_NAME, required=False
    )
    name_en = forms.CharField(label=gettext_lazy("Name in English"), max_length=LONGEST_NAME, required=False)
    article = forms.CharField(label=gettext_lazy("Article"), max_length=120, required=False)
    offices = forms.CharField(
        label=gettext_lazy("Offices"),
        required=False,
        max_length=10_000,
        widget=forms.Textarea({"rows": 5}),
        help_text=gettext_lazy(
            "One a line, with * for anything: “menteri *”. Behind @ stands the organisation: “ketua @ *mahkamah agung*”."
        ),
    )

    def facts(self) -> RankFacts:
        """Of a valid form."""
        return RankFacts(**self.cleaned_data)


@desk_page
def new_precedence_rank(request: HttpRequest, actor: Actor, version_id: int) -> HttpResponse:
    """At the end of a version."""
    require_head(actor)
    version = get_object_or_404(PrecedenceVersion, desk=actor.desk, pk=version_id)
    return _rank(request, actor, version, None)


@desk_page
def precedence_rank(request: HttpRequest, actor: Actor, rank_id: int) -> HttpResponse:
    """One that is changed, with its history."""
    require_head(actor)
    rank = _rank_or_404(actor, rank_id)
    return _rank(request, actor, rank.version, rank)


def _rank(
    request: HttpRequest, actor: Actor, version: PrecedenceVersion, rank: PrecedenceRank | None
) -> HttpResponse:
    names = ("name_id", "name_en", "article", "offices")
    initial = {name: getattr(rank, name) for name in names} if rank else None
    form = RankForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            change_rank(actor, rank, form.facts()) if rank else add_rank(actor, version, form.facts())
        except ValidationError as fault:
            form.add_error(None, fault)
        else:
            return _back(version)
    context = {
        "form": form,
        "title": _("Rank %(number)s") % {"number": rank.number} if rank else _("Add a rank"),
        "back": _address(version),
        "history": history_of(actor, rank) if rank else [],
    }
    return render(request, "directory/precedence_form.html", context, status=422 if form.errors else 200)


@require_POST
@desk_page
def precedence_rank_moving(request: HttpRequest, actor: Actor, rank_id: int) -> HttpResponse:
    """One place `up` or down."""
    rank = _rank_or_404(actor, rank_id)
    move_rank(actor, rank, by=-1 if "up" in request.POST else 1)
    return _back(rank.version)


@require_POST
@desk_page
def precedence_rank_removal(request: HttpRequest, actor: Actor, rank_id: int) -> HttpResponse:
    """At once, with the way back in the toast."""
    rank = _rank_or_404(actor, rank_id)
    take_out_rank(actor, rank)
    undo = reverse("directory:precedence_rank_return", args=[rank.pk])
    toast(request, _("The rank is taken out."), undo=undo, undo_fields={"number": str(rank.number or 1)})
    return _back(rank.version)


@require_POST
@desk_page
def precedence_rank_return(request: HttpRequest, actor: Actor, rank_id: int) -> HttpResponse:
    """The undo of a removal."""
    rank = _rank_or_404(actor, rank_id)
    bring_back_rank(actor, rank, number=record_number(request.POST.get("number", "")) or 1)
    return _back(rank.version)


@require_POST
@desk_page
def precedence_by_hand(request: HttpRequest, actor: Actor, ranked_id: int) -> HttpResponse:
    """A rank by hand taken back: patterns count again; with the way back in the toast."""
    require_writer(actor)
    ranked = get_object_or_404(RankedPosition, position__in=visible_positions(actor), pk=ranked_id)
    give_rank(actor, ranked.position, None, version=ranked.version)
    undo = reverse("directory:precedence_rank_giving", args=[ranked.rank_id])
    undo_fields = {"position": str(ranked.position_id)}
    toast(request, _("The rank by hand is taken back."), undo=undo, undo_fields=undo_fields)
    return _back(ranked.version)


@require_POST
@desk_page
def precedence_rank_giving(request: HttpRequest, actor: Actor, rank_id: int) -> HttpResponse:
    """The post of that number has the rank by hand: the undo of taking it back."""
    require_writer(actor)
    rank = _rank_or_404(actor, rank_id)
    number = record_number(request.POST.get("position", "")) or 0
    position = get_object_or_404(visible_positions(actor), pk=number)
    if rank.number is None:
        toast(request, _("This rank was taken out meanwhile."), tone="danger")
    else:
        give_rank(actor, position, rank, version=rank.version)
    return _back(rank.version)


def _rank_or_404(actor: Actor, rank_id: int) -> PrecedenceRank:
    ranks = PrecedenceRank.objects.select_related("version")
    return get_object_or_404(ranks, desk=actor.desk, pk=rank_id)


def _address(version: PrecedenceVersion) -> str:
    return f"{reverse('directory:precedence_table', args=[version.table_id])}?version={version.pk}"


def _back(version: PrecedenceVersion) -> HttpResponse:
    return redirect(_address(version))
