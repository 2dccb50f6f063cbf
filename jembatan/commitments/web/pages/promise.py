"""One promise: what, who to whom, by when, the sentence that says so, and what has become of it."""

import json
from hashlib import sha256

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.commitments.actions.record import correct_commitment
from jembatan.commitments.actions.told import promise_told
from jembatan.commitments.models import Commitment
from jembatan.commitments.models.commitment import today_at
from jembatan.commitments.queries.partner_said import answers_to
from jembatan.commitments.web.addresses import said_of, source_page
from jembatan.commitments.web.forms import PromiseForm, told
from jembatan.commitments.web.found import page_before, promise_or_404
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.platform.access import require_writer
from jembatan.platform.audit.changes import history_of
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast


@desk_page
def promise(request: HttpRequest, actor: Actor, commitment_id: int) -> HttpResponse:
    """To read, with its history."""
    found = promise_or_404(actor, commitment_id)
    context = {
        "promise": found,
        "today": today_at(actor.desk),
        "source": source_page(said_of(found)),
        "moved": found.moved_dates.select_related("user"),
        "answers": answers_to(found),
        "history": history_of(actor, found, seen={Dossier: visible_dossiers(actor)}),
    }
    return render(request, "commitments/promise.html", context)


@desk_page
def correction(request: HttpRequest, actor: Actor, commitment_id: int) -> HttpResponse:
    """It was written down wrongly. The sentence stays. `seen` is what the page showed: who did not see what somebody else has made of it since, is told first."""
    require_writer(actor)
    found = promise_or_404(actor, commitment_id)
    seen, stands = request.POST.get("seen", ""), _as_it_stands(found)
    before = told(found) | {"dossier": found.dossier, "marking": found.marking}
    posted = request.POST if request.method == "POST" else None
    form = PromiseForm(actor, posted, placed=found.has_source, known=found, written=True, initial=before)
    if posted is not None and form.is_valid() and seen not in ("", stands):
        told_now = _("This promise has changed since you opened this page. It says now: %(text)s")
        form.add_error(None, told_now % {"text": promise_told(found)})
    elif posted is not None and form.is_valid():
        try:
            correct_commitment(actor, found, form.cleaned_data["promise"])
        except ValidationError as fault:
            form.add_error(None, fault.messages)
        else:
            page = page_before(request, found)
            toast(request, _("Saved."), undo=request.path, undo_fields={**_typed(found), "next": page})
            return redirect(page)
    context = {"promise": found, "form": form, "seen": stands, "next": page_before(request, found)}
    return render(request, "commitments/correction.html", context, status=422 if form.errors else 200)


def _as_it_stands(promise: Commitment) -> str:
    return sha256(json.dumps(_typed(promise)).encode()).hexdigest()


def _typed(before: Commitment) -> dict[str, str]:
    """As the form sends it."""
    return {
        "side": before.side,
        "what": before.what,
        "partner": str(before.partner or ""),
        "due": before.due.isoformat() if before.due else "",
        "member": str(before.member_id or ""),
        "grade": before.grade,
        "dossier": str(before.dossier_id or ""),
        "marking": before.marking,
    }
