"""The composer of a mail: saved while one writes, with whom it goes to and who each of them is today."""

import secrets
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.drafts.hold import NotOpen
from jembatan.correspondence.actions.drafts.write import (
    Content,
    SavedMeanwhile,
    bring_back_draft,
    discard_draft,
    save_draft,
)
from jembatan.correspondence.models import Draft
from jembatan.correspondence.queries.drafts import differences, visible_drafts
from jembatan.correspondence.queries.sending import addresses_for
from jembatan.correspondence.web.composing import composer
from jembatan.platform.access import require_writer
from jembatan.platform.ui.forms import name_nothing, offer_records, on_version
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.toasts import toast

CONTENT = (
    "from_address",
    "to",
    "cc",
    "bcc",
    "subject",
    "text",
    "formatted",
    "quote",
    "read_back",
    "read_back_points",
)


class DraftForm(forms.ModelForm):  # type: ignore[type-arg]  # generic for the type checker only
    """The words, and what was before the writer's eyes: the version, and which open page this is."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    editor = forms.CharField(widget=forms.HiddenInput, required=False, max_length=32)
    text = forms.CharField(
        label=Draft._meta.get_field("text").verbose_name,
        required=False,
        strip=False,
        widget=forms.Textarea({"rows": 12}),
    )

    class Meta:
        model = Draft
        fields = CONTENT
        widgets = {
            **dict.fromkeys(("to", "cc", "bcc", "subject"), forms.TextInput),
            "read_back_points": forms.Textarea({"rows": 3}),
        }
        help_texts = {
            "read_back_points": gettext_lazy("One a line, at most five. Without any, it is the whole mail.")
        }

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_records(self, "from_address", addresses_for(actor))
        name_nothing(self, "from_address", _("None"))
        if self.instance.state != Draft.State.OPEN:
            for field in self.fields.values():
                field.disabled = True

    @property
    def content(self) -> Content:
        """What a valid form says."""
        return Content(**{name: self.cleaned_data[name] for name in CONTENT})


def blank_form(actor: Actor, draft: Draft) -> DraftForm:
    """The draft as it stands, on a page of its own."""
    initial = {"version": draft.version, "editor": secrets.token_hex(8)}
    return DraftForm(actor, instance=draft, initial=initial)


@desk_page
def draft(request: DeskRequest, actor: Actor, draft_id: int) -> HttpResponse:
    """GET: the composer. POST: save; a script gets what has changed around the text, or both wordings with 409."""
    require_writer(actor)
    stored = get_object_or_404(visible_drafts(actor), pk=draft_id)
    if request.method != "POST":
        return composer(request, actor, stored, blank_form(actor, stored))
    form = DraftForm(actor, request.POST, instance=visible_drafts(actor).get(pk=stored.pk))
    if not form.is_valid():
        return composer(request, actor, stored, form, status=422)
    try:
        saved = save_draft(
            actor,
            stored,
            form.content,
            version=form.cleaned_data["version"],
            editor=form.cleaned_data["editor"],
        )
    except SavedMeanwhile as refusal:
        return both_wordings(request, actor, refusal)
    except NotOpen as refusal:
        toast(request, str(refusal), tone="danger")
        return composer(request, actor, stored, form, status=409)
    if request.htmx:
        return composer(request, actor, saved, form)
    toast(request, _("Saved."))
    return redirect("correspondence:draft", draft_id=saved.pk)


def both_wordings(request: DeskRequest, actor: Actor, refusal: SavedMeanwhile) -> HttpResponse:
    """409: what was typed stays in the form, what stands is shown beside it; saving again replaces it knowingly."""
    current = refusal.current
    typed = on_version(request.POST, current.version)
    form = DraftForm(actor, typed, instance=Draft(pk=current.pk))
    conflict = {
        "refusal": str(refusal),
        "theirs": current,
        "differences": differences(current.text, request.POST.get("text", "")),
    }
    return composer(request, actor, current, form, status=409, conflict=conflict)


@require_POST
@desk_page
def discarding(request: HttpRequest, actor: Actor, draft_id: int) -> HttpResponse:
    """Out of the way; the toast brings it back."""
    require_writer(actor)
    stored = get_object_or_404(visible_drafts(actor).select_related("answers"), pk=draft_id)
    try:
        discard_draft(actor, stored)
    except NotOpen as refusal:
        toast(request, str(refusal), tone="danger")
        return redirect("correspondence:draft", draft_id=stored.pk)
    toast(
        request, _("The draft is discarded."), undo=reverse("correspondence:draft_return", args=[stored.pk])
    )
    if stored.answers is not None:
        return redirect("correspondence:thread", thread_id=stored.answers.thread_id)
    return redirect("correspondence:outbox")


@require_POST
@desk_page
def returning(request: HttpRequest, actor: Actor, draft_id: int) -> HttpResponse:
    """Back to writing."""
    require_writer(actor)
    stored = bring_back_draft(actor, get_object_or_404(visible_drafts(actor), pk=draft_id))
    return redirect("correspondence:draft", draft_id=stored.pk)
