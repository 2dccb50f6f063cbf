"""Sentences that seem to promise something, beside the mail or below the minutes: `1` takes the first one, `3` dismisses it."""

from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.commitments.actions.suggested import bring_back, pass_over, take
from jembatan.commitments.queries.source import Said, said_in_message, said_in_section
from jembatan.commitments.queries.suggested import (
    Suggested,
    guess_of,
    suggested_in_thread,
    suggested_there,
)
from jembatan.commitments.web.addresses import source_page
from jembatan.correspondence.queries.visible import visible_threads
from jembatan.platform.access import require_writer
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.returning import came_from
from jembatan.platform.ui.toasts import toast


@desk_page
def in_thread(request: DeskRequest, actor: Actor, thread_id: int) -> HttpResponse:
    """Of a conversation's latest messages."""
    require_writer(actor)
    get_object_or_404(visible_threads(actor, emptied_too=True), pk=thread_id)
    return _shown(request, suggested_in_thread(actor, thread_id, language=_language()))


@desk_page
def in_section(request: DeskRequest, actor: Actor, section_id: int) -> HttpResponse:
    """Of a part of minutes."""
    require_writer(actor)
    said = _found(said_in_section(actor, section_id))
    return _shown(request, suggested_there(actor, said, language=_language()))


@require_POST
@desk_page
def of_message(request: DeskRequest, actor: Actor, message_id: int) -> HttpResponse:
    """`do` is take, pass or back; `digest` names the sentence."""
    require_writer(actor)
    return _decided(request, actor, _found(said_in_message(actor, message_id)))


@require_POST
@desk_page
def of_section(request: DeskRequest, actor: Actor, section_id: int) -> HttpResponse:
    """The same of minutes."""
    require_writer(actor)
    return _decided(request, actor, _found(said_in_section(actor, section_id)))


def _found(said: Said | None) -> Said:
    if said is None:
        raise Http404
    return said


def _language() -> str:
    return (translation.get_language() or "id")[:2]


def _decided(request: DeskRequest, actor: Actor, said: Said) -> HttpResponse:
    digest, deed = request.POST.get("digest", ""), request.POST.get("do", "")
    if deed == "back":
        bring_back(actor, said, digest)
        return redirect(came_from(request, default=source_page(said)))
    there = suggested_there(actor, said, language=_language())
    suggested = next((each for each in there if each.digest == digest), None)
    if suggested is None:
        toast(request, _("This sentence is no longer suggested."), tone="info")
    elif deed == "pass":
        pass_over(actor, suggested)
        fields = {"do": "back", "digest": digest, "next": source_page(said)}
        toast(request, _("It is not suggested again."), undo=request.path, undo_fields=fields)
    elif elsewhere := _taken(request, actor, suggested):
        return elsewhere
    if not request.htmx:
        return redirect(came_from(request, default=source_page(said)))
    left = (
        suggested_in_thread(actor, said.message.thread_id, language=_language())
        if said.message
        else suggested_there(actor, said, language=_language())
    )
    return _shown(request, left)


def _taken(request: DeskRequest, actor: Actor, suggested: Suggested) -> HttpResponse | None:
    """The form, where somebody has to say who is on the other side."""
    said, guessed = suggested.said, guess_of(actor, suggested, language=_language())
    try:
        made = take(actor, suggested, guessed)
    except ValidationError:
        place = (
            {"message": said.message.pk} if said.message else {"section": said.section and said.section.pk}
        )
        form = f"{reverse('commitments:new')}?{urlencode(place | {'evidence': suggested.sentence})}"
        return HttpResponse(status=204, headers={"HX-Redirect": form}) if request.htmx else redirect(form)
    if made is None:
        toast(request, _("This sentence is no longer suggested."), tone="info")
        return None
    undo = reverse("commitments:withdrawal", args=[made.pk])
    fields = {"reason": _("Written down by mistake."), "next": source_page(said)}
    toast(request, _("The promise is written down."), undo=undo, undo_fields=fields)
    return None


def _shown(request: DeskRequest, found: list[Suggested]) -> HttpResponse:
    template = "commitments/suggested.html#list" if request.htmx else "commitments/suggested.html"
    return render(request, template, {"suggestions": found})
