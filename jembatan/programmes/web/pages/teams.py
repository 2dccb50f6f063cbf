"""The teams of a programme: who leads whom, and who has no leader."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_officer
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.toasts import toast
from jembatan.programmes.actions.refusals import Refused
from jembatan.programmes.actions.teams import lead, share_out
from jembatan.programmes.models import Officer, Programme
from jembatan.programmes.queries.teams import at_work, leading, led_by_nobody
from jembatan.programmes.queries.teams import teams as teams_of
from jembatan.programmes.web.officer_field import OfficerField, offer_officers
from jembatan.programmes.web.pages.found import found, shown

PREFIX = "led-"
SHOWN = 100


class LeaderForm(forms.Form):
    """Into whose team the chosen ones go."""

    leader = OfficerField(
        label=gettext_lazy("Leader"),
        required=False,
        help_text=gettext_lazy("The number on the badge, or the name; empty: nobody leads them."),
    )

    def __init__(self, programme: Programme, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        offer_officers(self, "leader", at_work(programme))


@desk_page
def teams(request: DeskRequest, actor: Actor, programme_id: int) -> HttpResponse:
    """GET: leaders with their teams, `?of=` one of them open, else who has no leader. POST: the chosen ones (`officer`) get a `leader`."""
    programme = found(actor, programme_id)
    form = LeaderForm(programme, request.POST or None)
    if request.method == "POST":
        require_officer(actor)
        chosen = [pk for text in request.POST.getlist("officer") if (pk := record_number(text)) is not None]
        if form.is_valid():
            leader: Officer | None = form.cleaned_data["leader"]
            try:
                before = lead(actor, programme, dict.fromkeys(chosen, leader.pk if leader else None))
            except Refused as refusal:
                form.add_error("leader", str(refusal))
            else:
                _tell(request, programme, before)
                return redirect(request.get_full_path())
    leaders = teams_of(programme)
    opened = record_number(request.GET.get("of", ""))
    one = next((each.leader for each in leaders if each.leader.pk == opened), None)
    people = at_work(programme).filter(leader=one).order_by("full_name") if one else led_by_nobody(programme)
    count = people.count()
    context = {
        "leaders": leaders,
        "leading": leading(programme),
        "one": one,
        "people": people[:SHOWN],
        "more": max(count - SHOWN, 0),
        "form": form,
        "chosen": request.POST.getlist("officer"),
    }
    return shown(request, programme, "programmes/teams.html", context, status=422 if form.errors else 200)


@require_POST
@desk_page
def sharing_out(request: HttpRequest, actor: Actor, programme_id: int) -> HttpResponse:
    """Whoever has no leader gets one; with fields `led-<officer>`, each gets that one or nobody (undoing)."""
    require_officer(actor)
    programme = found(actor, programme_id)
    back = led_in(request.POST)
    try:
        before = lead(actor, programme, back) if back else share_out(actor, programme)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
    else:
        _tell(request, programme, before)
    return redirect("programmes:teams", programme.pk)


def led_in(posted: QueryDict) -> dict[int, int | None]:
    """Who leads whom, as a form says; fields that make no sense are left out."""
    return {
        officer: record_number(str(value))
        for name, value in posted.items()
        if name.startswith(PREFIX) and (officer := record_number(name.removeprefix(PREFIX))) is not None
    }


def _tell(request: HttpRequest, programme: Programme, before: dict[int, int | None]) -> None:
    told = ngettext(
        "%(count)s officer has another leader.", "%(count)s officers have another leader.", len(before)
    )
    fields = {f"{PREFIX}{officer}": str(leader or "") for officer, leader in before.items()}
    undo = reverse("programmes:sharing_out", args=[programme.pk]) if before else ""
    toast(request, told % {"count": len(before)}, undo=undo, undo_fields=fields)
