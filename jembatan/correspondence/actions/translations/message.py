"""A message that somebody cannot read, in another language."""

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.actions.translations.asking import allowed_server, translated
from jembatan.correspondence.actions.translations.said import say
from jembatan.correspondence.formats.pieces import pieces
from jembatan.correspondence.formats.quotation import split
from jembatan.correspondence.models import Message, MessageTranslation
from jembatan.correspondence.queries.translations.server import translator_of
from jembatan.correspondence.queries.visible import visible_messages
from jembatan.platform.access import require_writer


def translate_message(actor: Actor, message: Message, *, language: str) -> MessageTranslation:
    """The author's own words: as much as the server manages in some seconds, and the rest when it is asked again.

    What is made is kept, and costs nothing the next time. No transaction is open while the server thinks. Raises `Refused` with a
    sentence, and `TranslationTrouble` where not a piece of it could be made.
    """
    require_writer(actor)
    message = visible_messages(actor).select_related("thread").get(pk=message.pk)
    if language not in dict(settings.LANGUAGES):
        raise Refused(_("Choose one of the languages that are offered."))
    begun = MessageTranslation.objects.filter(message=message, language=language).first()
    if begun is not None and begun.is_whole:
        return begun
    server = allowed_server(actor, marking=message.thread.marking)
    wanted = pieces(split(message.text).reply)
    if not wanted:
        raise Refused(_("This message has no words of its own to translate."))
    made = begun.pieces if begun is not None and begun.provider == server.host else []
    more = translated(translator_of(server), wanted[len(made) :], source=message.language, target=language)
    return _keep(actor, message, language, server.host, made=[*made, *more], count=len(wanted))


@transaction.atomic
def _keep(
    actor: Actor, message: Message, language: str, host: str, *, made: list[str], count: int
) -> MessageTranslation:
    """Whoever asked at the same time has made the same; that the text has left is a line of the journal, once."""
    kept, is_new = MessageTranslation.objects.update_or_create(
        message=message,
        language=language,
        defaults={
            "desk": actor.desk,
            "provider": host,
            "pieces": made,
            "count": count,
            "made_at": timezone.now(),
            "asked_by": actor.user,
        },
    )
    if is_new:
        say(actor, message.subject, host, message)
    return kept
