"""Which consultations an actor sees, and where they stand."""

from collections import defaultdict
from collections.abc import Sequence

from django.db.models import Q, QuerySet

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Consultation, Draft
from jembatan.correspondence.queries.drafts import visible_drafts
from jembatan.correspondence.queries.matters import within_visible_matters
from jembatan.dossiers.queries.visible import within_visible_dossiers

State = Consultation.State


def visible_consultations(actor: Actor) -> QuerySet[Consultation]:
    """Seen by whoever sees the message that they were asked below, and the draft or the record that they are about."""
    within = within_visible_dossiers(actor, field="message__thread__dossier")
    about = Q(draft__isnull=True) | Q(draft__in=visible_drafts(actor))
    found = Consultation.objects.filter(within, about, within_visible_matters(actor), desk=actor.desk)
    return found.select_related("asked_by", "person", "message__thread", "draft")


def consultations_below(actor: Actor, message_ids: Sequence[int]) -> dict[int, list[Consultation]]:
    """Asked when each message was the latest, the oldest first; without those that were withdrawn."""
    found: dict[int, list[Consultation]] = defaultdict(list)
    if not Consultation.objects.filter(message__in=message_ids).exists():
        return found
    asked = visible_consultations(actor).filter(message__in=message_ids).exclude(state=State.WITHDRAWN)
    for each in asked.order_by("asked_at", "pk"):
        found[each.message_id or 0].append(each)
    return found


def consultations_for(actor: Actor, draft: Draft) -> list[Consultation]:
    """What may be quoted in this draft or was asked about it: its own, and those of the conversation that it answers."""
    about = Q(draft=draft)
    if draft.answers is not None:
        about |= Q(message__thread=draft.answers.thread_id)
    asked = visible_consultations(actor).filter(about).exclude(state=State.WITHDRAWN)
    return list(asked.order_by("asked_at", "pk"))


def consultations_about(actor: Actor, kind: str, record_id: int) -> list[Consultation]:
    """Asked about a record of a room above, the oldest first; without those that were withdrawn."""
    asked = visible_consultations(actor).filter(matter_kind=kind, matter_id=record_id)
    return list(asked.exclude(state=State.WITHDRAWN).order_by("asked_at", "pk"))


def standing_for(actor: Actor) -> QuerySet[Consultation]:
    """What the actor has asked and has to look at: answers, wishes for a new link, and silence past the date."""
    asked = visible_consultations(actor).filter(asked_by=actor.user, closed_at__isnull=True)
    news = Q(state=State.ANSWERED) | Q(state=State.EXPIRED) | Q(link_wanted_at__isnull=False)
    return asked.filter(news).exclude(state=State.WITHDRAWN).order_by("-answered_at", "-pk")
