"""The buttons that translate: a message beside its own words, and a draft below them."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.drafts.hold import NotOpen
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.actions.translations.draft import read_translation, translate_draft
from jembatan.correspondence.actions.translations.message import translate_message
from jembatan.correspondence.formats.quotation import split
from jembatan.correspondence.models import Draft, DraftTranslation, Message
from jembatan.correspondence.queries.drafts import visible_drafts
from jembatan.correspondence.queries.visible import visible_messages
from jembatan.correspondence.servers.translation_troubles import TranslationTrouble
from jembatan.correspondence.web.composing import composer
from jembatan.correspondence.web.pages.draft import blank_form
from jembatan.correspondence.web.pages.saving import saved_as_typed
from jembatan.correspondence.web.plain_text import linked
from jembatan.correspondence.web.translated import Translations
from jembatan.platform.access import require_writer
from jembatan.platform.ui.guard import DeskRequest, desk_page
from jembatan.platform.ui.toasts import toast


@require_POST
@desk_page
def message_translation(request: DeskRequest, actor: Actor, message_id: int) -> HttpResponse:
    """Into the reader's language; a script gets the words of the message with what stands beside them."""
    require_writer(actor)
    message = get_object_or_404(visible_messages(actor).select_related("thread"), pk=message_id)
    trouble = ""
    try:
        translate_message(actor, message, language=(request.LANGUAGE_CODE or "id")[:2])
    except (Refused, TranslationTrouble) as refusal:
        trouble = str(refusal)
    if request.htmx:
        return _words(request, actor, message, trouble)
    if trouble:
        toast(request, trouble, tone="danger")
    address = reverse("correspondence:thread", args=[message.thread_id])
    return redirect(f"{address}?at={message.pk}#message-{message.pk}")


@require_POST
@desk_page
def draft_translation(request: DeskRequest, actor: Actor, draft_id: int) -> HttpResponse:
    """What was typed is saved first; `into` is the language."""
    require_writer(actor)
    stored = get_object_or_404(visible_drafts(actor), pk=draft_id)
    saved = saved_as_typed(request, actor, stored)
    if not isinstance(saved, Draft):
        return saved
    try:
        translate_draft(actor, saved, language=request.POST.get("into", ""))
    except NotOpen as refusal:
        toast(request, str(refusal), tone="danger")
    except (Refused, TranslationTrouble) as refusal:
        form = blank_form(actor, saved)
        return composer(request, actor, saved, form, status=422, refusal=str(refusal))
    else:
        toast(request, _("The translation stands below your words. Check it before the mail leaves."))
    return redirect("correspondence:draft", draft_id=saved.pk)


@require_POST
@desk_page
def translation_reading(
    request: DeskRequest, actor: Actor, draft_id: int, translation_id: int
) -> HttpResponse:
    """ "I have checked it": with what was mended of it."""
    require_writer(actor)
    stored = get_object_or_404(visible_drafts(actor), pk=draft_id)
    part = get_object_or_404(
        DraftTranslation.objects.select_related("draft"), pk=translation_id, draft=stored
    )
    saved = saved_as_typed(request, actor, stored)
    if not isinstance(saved, Draft):
        return saved
    try:
        read_translation(actor, part)
    except NotOpen as refusal:
        toast(request, str(refusal), tone="danger")
    return redirect("correspondence:draft", draft_id=saved.pk)


def _words(request: DeskRequest, actor: Actor, message: Message, trouble: str) -> HttpResponse:
    told = Translations.on_page(actor, message.thread, [message.pk]).of(message, trouble=trouble)
    context = {"message": message, "reply": linked(split(message.text).reply), "translated": told}
    return render(request, "correspondence/translation.html#words", context)
