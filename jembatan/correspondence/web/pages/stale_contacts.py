"""Contacts whose entry nobody has looked at for a year; those selected are asked to confirm it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.confirmation.ask import CONFIRMED_ABOVE, ask_several
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.queries.confirmation.stale import page_of_stale
from jembatan.directory.models import Organisation
from jembatan.directory.queries.naming import named
from jembatan.platform.access import require_officer
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.paging import more_url
from jembatan.platform.ui.toasts import toast


@desk_page
def stale_contacts(request: HttpRequest, actor: Actor) -> HttpResponse:
    """`organisation` names one; nobody is shown of a name that is unknown."""
    wanted = request.GET.get("organisation", "").strip()
    at = named(actor, Organisation, wanted) if wanted else None
    unknown = bool(wanted) and at is None
    page = None if unknown else page_of_stale(actor, at=at, after=request.GET.get("after", ""))
    more = more_url(request.path, page.next_after, organisation=wanted) if page else ""
    context = {"people": page.rows if page else [], "wanted": wanted, "unknown": unknown, "more": more}
    return render(request, "correspondence/confirmation/stale.html", context)


@require_POST
@desk_page
def asking_several(request: HttpRequest, actor: Actor) -> HttpResponse:
    """`chosen` are people; more than twenty mails leave after a yes."""
    require_officer(actor)
    numbers = [record_number(each) for each in request.POST.getlist("chosen")]
    ids = sorted({number for number in numbers if number is not None})
    if not ids:
        toast(request, _("Select some rows first."), tone="info")
    elif len(ids) > CONFIRMED_ABOVE and "confirmed" not in request.POST:
        return render(request, "correspondence/confirmation/many.html", {"ids": ids}, status=422)
    else:
        _ask(request, actor, ids)
    return redirect("correspondence:stale_contacts")


def _ask(request: HttpRequest, actor: Actor, ids: list[int]) -> None:
    try:
        asked, others = ask_several(actor, ids)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
        return
    if asked:
        text = ngettext("%(count)s person was asked.", "%(count)s people were asked.", len(asked))
        toast(request, text % {"count": len(asked)})
    for why in dict.fromkeys(each.why for each in others[:5]):
        toast(request, why, tone="danger")
