"""Beginning a mail: new, a reply, a reply to all, a forwarded one. Writing goes on at the draft's own page."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.drafts.start import start_answer, start_mail
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Draft
from jembatan.correspondence.queries.presence import begun_by_others
from jembatan.correspondence.queries.visible import visible_messages
from jembatan.platform.access import require_writer
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.toasts import toast

ANSWERS = {Draft.Kind.REPLY, Draft.Kind.REPLY_ALL, Draft.Kind.FORWARD}


class StartForm(forms.Form):
    """To whom, about what; the rest is written on the next page."""

    to = forms.CharField(label=_("To"), required=False, widget=forms.TextInput({"autofocus": True}))
    subject = forms.CharField(label=_("Subject"), required=False)


@desk_page
def new_mail(request: HttpRequest, actor: Actor) -> HttpResponse:
    """A new mail; `?to=` names a receiver beforehand."""
    require_writer(actor)
    form = StartForm(request.POST or None, initial={"to": request.GET.get("to", "")})
    if request.method == "POST" and form.is_valid():
        draft = start_mail(actor, to=form.cleaned_data["to"], subject=form.cleaned_data["subject"])
        return redirect("correspondence:draft", draft_id=draft.pk)
    return render(request, "correspondence/new_mail.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
@desk_page
def answering(request: HttpRequest, actor: Actor, message_id: int) -> HttpResponse:
    """The button says which: `kind` is reply, reply_all or forward. 409 where a colleague has begun a reply, unless `own`."""
    require_writer(actor)
    message = get_object_or_404(visible_messages(actor), pk=message_id)
    asked = request.POST.get("kind", "reply")
    kind = Draft.Kind(asked if asked in ANSWERS else "reply")
    own = "own" in request.POST
    if kind != Draft.Kind.FORWARD and not own and (begun := begun_by_others(actor, message)):
        context = {"message": message, "kind": kind.value, "begun": begun}
        return render(request, "correspondence/collision.html", context, status=409)
    try:
        draft = start_answer(actor, message, kind=kind, own=own)
    except Refused as refusal:
        toast(request, str(refusal), tone="danger")
        return redirect("correspondence:thread", thread_id=message.thread_id)
    return redirect("correspondence:draft", draft_id=draft.pk)
