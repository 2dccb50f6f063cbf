"""A new promise: from a sentence in a mail, in minutes or in the journal, or by hand."""

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.commitments.actions.record import LONGEST_EVIDENCE, record_commitment
from jembatan.commitments.queries.guess import guess
from jembatan.commitments.queries.source import (
    NOWHERE,
    Said,
    said_in_entry,
    said_in_meeting,
    said_in_message,
    said_in_section,
    said_last_in_thread,
)
from jembatan.commitments.web.addresses import source_page
from jembatan.commitments.web.forms import PromiseForm, told
from jembatan.platform.access import require_writer
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.returning import came_from
from jembatan.platform.ui.toasts import toast

SOURCES = {
    "message": said_in_message,
    "thread": said_last_in_thread,
    "section": said_in_section,
    "meeting": said_in_meeting,
    "entry": said_in_entry,
}


@desk_page
def new(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The address names where it was said (`message`, `thread`, `section`, `meeting` or `entry`) and the words that were selected (`evidence`)."""
    require_writer(actor)
    said = _said(request, actor)
    sentence = request.GET.get("evidence", "")[:LONGEST_EVIDENCE]
    language = (translation.get_language() or "id")[:2]
    guessed = guess(actor, sentence, said=said, language=language)
    posted = request.POST if request.method == "POST" else None
    form = PromiseForm(
        actor,
        posted,
        placed=said.anywhere,
        known=guessed,
        initial={**told(guessed), "member": guessed.member or actor.user, "evidence": sentence},
    )
    if posted is not None and form.is_valid():
        try:
            promise, evidence = form.cleaned_data["promise"], form.cleaned_data["evidence"]
            made = record_commitment(actor, promise, evidence=evidence, said=said)
        except ValidationError as fault:
            form.add_error(None, fault.messages)
        else:
            undo = reverse("commitments:withdrawal", args=[made.pk])
            page = came_from(request, default=reverse("commitments:promise", args=[made.pk]))
            fields = {"reason": _("Written down by mistake."), "next": page}
            toast(request, _("The promise is written down."), undo=undo, undo_fields=fields)
            return redirect(page)
    context = {"form": form, "said": said, "next": source_page(said), "written_to": request.get_full_path()}
    return render(request, "commitments/new.html", context, status=422 if form.errors else 200)


def _said(request: HttpRequest, actor: Actor) -> Said:
    """Where the address says; nothing that the actor does not see."""
    for name, find in SOURCES.items():
        if name in request.GET:
            number = record_number(request.GET[name])
            said = find(actor, number) if number is not None else None
            if said is None:
                raise Http404
            return said
    return NOWHERE
