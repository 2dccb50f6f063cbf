"""A draft with its own words once more in another language, for a person to check before it leaves."""

from collections.abc import Iterable

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.drafts.hold import held_open
from jembatan.correspondence.actions.drafts.versions import keep_version
from jembatan.correspondence.actions.drafts.write import SavedMeanwhile
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.actions.translations.asking import allowed_server, translated
from jembatan.correspondence.actions.translations.said import say
from jembatan.correspondence.formats.language import language_of
from jembatan.correspondence.formats.pieces import pieces
from jembatan.correspondence.models import Draft, DraftTranslation
from jembatan.correspondence.queries.drafts import visible_drafts
from jembatan.correspondence.queries.translations.server import marking_of, translator_of
from jembatan.platform.access import require_writer


def translate_draft(actor: Actor, draft: Draft, *, language: str) -> Draft:
    """The writer's words, and below them the same in this language as a second part that nobody has checked yet.

    An earlier translation that stands there unchanged is no part of the words. Raises `Refused` with a sentence, `NotOpen`,
    `SavedMeanwhile` where somebody wrote on while the server thought, `TranslationTrouble`.
    """
    require_writer(actor)
    draft = visible_drafts(actor).select_related("answers__thread").get(pk=draft.pk)
    server = allowed_server(actor, marking=marking_of(draft))
    if language not in server.languages:
        raise Refused(_("Choose one of the languages that are offered."))
    own = _without(draft.text, draft.translations.values_list("part", flat=True))
    source = language_of(own)
    if not own.strip():
        raise Refused(_("Write a few words first."))
    if source == language:
        raise Refused(_("The draft is in this language already."))
    wanted = pieces(own)
    made = translated(translator_of(server), wanted, source=source, target=language)
    if len(made) < len(wanted):
        raise Refused(_("The draft is too long to be translated in one go. Translate it in parts."))
    return _put_in(actor, draft, f"{_heading(language)}\n{''.join(made).strip()}", language, server.host)


@transaction.atomic
def read_translation(actor: Actor, part: DraftTranslation) -> DraftTranslation:
    """A person has checked it, and answers for it from now on."""
    require_writer(actor)
    held_open(actor, part.draft)
    current = DraftTranslation.objects.select_for_update().get(pk=part.pk)
    current.read_at, current.read_by = timezone.now(), actor.user
    current.save(update_fields=["read_at", "read_by"])
    return current


@transaction.atomic
def _put_in(actor: Actor, draft: Draft, part: str, language: str, host: str) -> Draft:
    current = held_open(actor, draft)
    if current.version != draft.version:
        raise SavedMeanwhile(current)
    earlier = list(current.translations.filter(language=language).values_list("part", flat=True))
    current.text = f"{_without(current.text, earlier).rstrip()}\n\n{part}\n"
    current.version += 1
    current.editor = ""
    current.saved_by, current.saved_at = actor.user, timezone.now()
    current.save(update_fields=["text", "version", "editor", "saved_by", "saved_at"])
    keep_version(actor, current)
    DraftTranslation.objects.filter(draft=current, language=language).delete()
    say(actor, current.subject, host, current.answers)
    DraftTranslation.objects.create(
        draft=current, language=language, provider=host, part=part, made_by=actor.user
    )
    return current


def _without(text: str, parts: Iterable[str]) -> str:
    text = text.replace("\r\n", "\n")
    for part in parts:
        text = text.replace(part, "")
    return text


def _heading(language: str) -> str:
    """For the receiver, in the language that follows; what is no language of ours is introduced in English."""
    with translation.override(language if language in dict(settings.LANGUAGES) else "en"):
        return _("Translation (by a machine):")
