"""A conversation: its messages in order, who takes part, and what can be done with it."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.queries.bounces import open_bounces
from jembatan.correspondence.queries.conversation import conversation, moved_to, standing_moves
from jembatan.correspondence.queries.drafts import drafts_in
from jembatan.correspondence.queries.history import thread_history
from jembatan.correspondence.queries.notes import unfinished_note
from jembatan.correspondence.queries.on_server import on_server
from jembatan.correspondence.queries.outbox import standing_in
from jembatan.correspondence.queries.parties import parties_of
from jembatan.correspondence.queries.presence import others_at
from jembatan.correspondence.queries.read_back.standing import standing_below
from jembatan.correspondence.queries.snoozed import snooze_of
from jembatan.correspondence.queries.visible import visible_threads
from jembatan.correspondence.web.due import due_chip, due_reason
from jembatan.correspondence.web.lines import turn_chip
from jembatan.correspondence.web.shown import shown_messages
from jembatan.correspondence.web.translated import Translations
from jembatan.correspondence.web.waiting import told
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.platform.markings import Marking
from jembatan.platform.record_numbers import record_number
from jembatan.platform.ui.forms import offer_records
from jembatan.platform.ui.guard import DeskRequest, desk_page


class DossierForm(forms.Form):
    """Which matter the conversation belongs to."""

    dossier = forms.ModelChoiceField(
        Dossier.objects.none(), label=_("Dossier"), required=False, empty_label=_("None")
    )

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_records(self, "dossier", dossiers_to_choose(actor))


class MarkingForm(forms.Form):
    """Who may read it."""

    marking = forms.ChoiceField(
        label=_("Marking"), choices=[(marking.value, marking.value) for marking in Marking]
    )


@desk_page
def thread(request: DeskRequest, actor: Actor, thread_id: int) -> HttpResponse:
    """The page; with `before`, the messages before that one only. `at` makes sure that a message is on it."""
    found = get_object_or_404(
        visible_threads(actor, emptied_too=True).select_related("owner", "dossier"), pk=thread_id
    )
    if not found.message_count and (target := moved_to(actor, found)):
        return redirect("correspondence:thread", thread_id=target)
    before, at = (record_number(request.GET.get(name, "")) for name in ("before", "at"))
    spoken = conversation(actor, found, before=before, at=at)
    shown = [each.message for each in spoken.messages]
    context = {
        "thread": found,
        "messages": shown_messages(
            spoken.messages,
            latest=not before,
            at=at,
            translations=Translations.on_page(actor, found, [message.pk for message in shown]),
            read_backs=standing_below(shown),
            there=on_server(actor, [message.pk for message in shown]),
            suggest_for=found if actor.may_send else None,
        ),
        "earlier": f"{reverse('correspondence:thread', args=[found.pk])}?before={spoken.before}"
        if spoken.before
        else "",
    }
    if before and request.htmx:
        return render(request, "correspondence/thread.html#messages", context)
    drafts = drafts_in(actor, found)
    context |= {
        "turn": turn_chip(found),
        "due": due_chip(found),
        "put_off": snooze_of(actor, found),
        "others": others_at(actor, found, drafts),
        "due_reason": due_reason(actor, found),
        "parties": parties_of(actor, found),
        "history": thread_history(actor, found),
        "moves": standing_moves(found),
        "drafts": drafts if actor.may_write else [],
        "bounces": open_bounces(actor, found),
        "outgoing": [told(mail) for mail in standing_in(actor, found)] if actor.may_write else [],
        "text": unfinished_note(actor, found) if actor.may_write else "",
        "answered": spoken.latest_from_outside,
        "dossier_form": DossierForm(actor, initial={"dossier": found.dossier_id}),
        "marking_form": MarkingForm(initial={"marking": found.marking}),
    }
    return render(request, "correspondence/thread.html", context)


def dossiers_to_choose(actor: Actor) -> QuerySet[Dossier]:
    """Dossiers that a conversation may be put into."""
    return visible_dossiers(actor).filter(closed_at__isnull=True).order_by("title")
