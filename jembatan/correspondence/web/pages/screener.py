"""The screener: who is behind an address? `1` accept, `2` someone we know, `3` decline, `h` not now; the next row follows."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.actions.screener import accept, decline, link, put_off, take_back
from jembatan.correspondence.models import Sender
from jembatan.correspondence.queries.screener import candidates, page_of, row_of, waiting_count
from jembatan.correspondence.queries.visible import visible_senders
from jembatan.directory.models import Organisation
from jembatan.directory.queries.visible import visible_organisations, visible_people
from jembatan.platform.access import require_officer
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.forms import offer_records
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.paging import more_url
from jembatan.platform.ui.toasts import Tone, toast

REASONS = {
    "newsletter": gettext_lazy("Newsletter or advertising"),
    "automatic": gettext_lazy("Automatic sender"),
    "elsewhere": gettext_lazy("Not for this desk"),
    "spam": gettext_lazy("Spam or fraud"),
    "other": gettext_lazy("Something else"),
}


class AcceptForm(forms.Form):
    """The person as the directory will know them; an organisation we know, or the name of a new one."""

    full_name = forms.CharField(
        label=gettext_lazy("Full name"), max_length=300, help_text=gettext_lazy("As its bearer writes it.")
    )
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label=gettext_lazy("Organisation"),
        required=False,
        empty_label=gettext_lazy("None"),
    )
    new_organisation = forms.CharField(
        label=gettext_lazy("Or a new organisation"), max_length=300, required=False
    )

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        organisations = visible_organisations(actor).order_by("name_folded")
        offer_records(self, "organisation", organisations)


class DeclineForm(forms.Form):
    """Why it stays out: one of the usual reasons, or words."""

    reason = forms.ChoiceField(
        label=gettext_lazy("Reason"),
        choices=list(REASONS.items()),
        widget=forms.RadioSelect,
        initial="newsletter",
    )
    words = forms.CharField(label=gettext_lazy("In your words"), max_length=200, required=False)

    @property
    def text(self) -> str:
        """What is kept: the words where there are some, else the reason's label in the reader's language."""
        return self.cleaned_data["words"] or str(REASONS[self.cleaned_data["reason"]])


@desk_page
def screener(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The page; with `after`, the next rows only."""
    page = page_of(actor, after=request.GET.get("after", ""))
    more = more_url(request.path, page.next_after, **request.GET.dict())
    context = {"rows": page.rows, "more": more}
    if request.GET.get("after"):
        return render(request, "correspondence/screener.html#rows", context)
    return render(request, "correspondence/screener.html", context | {"count": waiting_count(actor)})


@desk_page
def acceptance(request: DeskRequest, actor: Actor, sender_id: int) -> HttpResponse:
    """GET: name and organisation to look at before; POST: a new person."""
    require_officer(actor)
    sender = _sender(actor, sender_id)
    row = row_of(actor, sender)
    initial = {"full_name": sender.name or sender.email, "organisation": row.suggested}
    form = AcceptForm(actor, request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        try:
            person = accept(actor, sender, **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error.messages)
        except Refused as refusal:
            return _answered(request, str(refusal), tone="danger")
        else:
            text = _("%(name)s is in the directory now, with all mail.") % {"name": person}
            return _answered(request, text, undo=sender)
    status = 422 if form.errors else 200
    return render(request, "correspondence/acceptance.html", {"row": row, "form": form}, status=status)


@desk_page
def recognition(request: DeskRequest, actor: Actor, sender_id: int) -> HttpResponse:
    """GET: people it may be, narrowed by `q`; POST: it is this one."""
    require_officer(actor)
    sender = _sender(actor, sender_id)
    if request.method != "POST":
        text = request.GET.get("q", "")
        people = candidates(actor, sender, text=text)
        context = {"row": row_of(actor, sender), "people": people, "q": text}
        fragment = "#people" if "q" in request.GET and request.htmx else ""
        return render(request, f"correspondence/recognition.html{fragment}", context)
    wanted = record_number(request.POST.get("person", ""))
    person = get_object_or_404(visible_people(actor), pk=wanted or 0)
    try:
        link(actor, sender, person=person)
    except Refused as refusal:
        return _answered(request, str(refusal), tone="danger")
    text = _("%(address)s belongs to %(name)s now, with all mail.") % {
        "address": sender.email,
        "name": person,
    }
    return _answered(request, text, undo=sender)


@desk_page
def refusal(request: DeskRequest, actor: Actor, sender_id: int) -> HttpResponse:
    """GET: the reasons; POST: declined."""
    require_officer(actor)
    sender = _sender(actor, sender_id)
    form = DeclineForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        context = {"row": row_of(actor, sender), "form": form}
        status = 422 if form.errors else 200
        return render(request, "correspondence/refusal.html", context, status=status)
    try:
        decline(actor, sender, reason=form.text)
    except Refused as refused:
        return _answered(request, str(refused), tone="danger")
    return _answered(request, _("%(address)s was declined.") % {"address": sender.email}, undo=sender)


@require_POST
@desk_page
def putting_off(request: DeskRequest, actor: Actor, sender_id: int) -> HttpResponse:
    """Not now."""
    sender = _sender(actor, sender_id)
    try:
        put_off(actor, sender)
    except Refused as refused:
        return _answered(request, str(refused), tone="danger")
    return _answered(request, _("%(address)s comes back in a week.") % {"address": sender.email}, undo=sender)


@require_POST
@desk_page
def taking_back(request: HttpRequest, actor: Actor, sender_id: int) -> HttpResponse:
    """The address waits again."""
    sender = _sender(actor, sender_id)
    try:
        take_back(actor, sender)
    except Refused as refused:
        toast(request, str(refused), tone="danger")
    else:
        toast(request, _("%(address)s waits in the screener again.") % {"address": sender.email})
    return redirect("correspondence:screener")


def _sender(actor: Actor, sender_id: int) -> Sender:
    return get_object_or_404(visible_senders(actor), pk=sender_id)


def _answered(
    request: DeskRequest, text: str, *, undo: Sender | None = None, tone: Tone = "done"
) -> HttpResponse:
    """The row leaves the list; without script, the reader is led back to it."""
    address = reverse("correspondence:screener_undo", args=[undo.pk]) if undo else ""
    toast(request, text, tone=tone, undo=address)
    if request.htmx:
        return HttpResponse()
    return redirect("correspondence:screener")
