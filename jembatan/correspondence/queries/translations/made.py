"""What machines have made already."""

from collections.abc import Collection

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Draft, DraftTranslation, MessageTranslation
from jembatan.correspondence.queries.visible import visible_messages


def translations_of(
    actor: Actor, message_ids: Collection[int], *, language: str
) -> dict[int, MessageTranslation]:
    """By message, whole or begun; only of messages that the actor may see."""
    seen = visible_messages(actor).filter(pk__in=message_ids).values("pk")
    found = MessageTranslation.objects.filter(message__in=seen, language=language)
    return {each.message_id: each for each in found}


def unread_translations(draft: Draft) -> list[DraftTranslation]:
    """Those that a machine made, that nobody has checked, and of which some still stands in the draft."""
    unread = draft.translations.filter(read_at__isnull=True).order_by("made_at", "pk")
    return [each for each in unread if standing(each.part, draft.text)]


def standing(part: str, text: str) -> list[str]:
    """The lines of the part that the text still has as the machine wrote them."""
    lines = (line.strip() for line in part.splitlines())
    return [line for line in lines if line and line in text]
