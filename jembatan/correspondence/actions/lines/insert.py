"""Putting what a line says into a draft."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.drafts.hold import held_open
from jembatan.correspondence.actions.drafts.versions import keep_version
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Draft, InsertedLine, Line
from jembatan.correspondence.queries.lines.language import language_in
from jembatan.correspondence.queries.lines.visible import standings, visible_lines
from jembatan.platform.access import require_writer


@transaction.atomic
def insert_line(actor: Actor, draft: Draft, *, word: str, text: str, language: str = "") -> str:
    """What the line with this word says, in the language of `text` (what the writer has before them) unless one is named.

    The draft remembers it. Raises `Refused` for a line that does not hold, and for a language in which it says nothing.
    """
    require_writer(actor)
    current = held_open(actor, draft)
    rows = standings(actor, visible_lines(actor).filter(word=word, withdrawn_at__isnull=True))
    if not rows or not rows[0].holds or rows[0].current is None:
        raise Refused(_("No line with the word “%(word)s” holds today.") % {"word": word})
    version = rows[0].current
    chosen = language or language_in(actor, current, version, text=text)
    if chosen not in version.texts:
        raise Refused(
            _("The line “%(topic)s” says nothing in the language of this letter yet.")
            % {"topic": rows[0].line.topic}
        )
    InsertedLine.objects.get_or_create(draft=current, version=version, language=chosen)
    return version.texts[chosen]


@transaction.atomic
def append_line(actor: Actor, draft: Draft, line: Line, *, language: str) -> Draft:
    """Below what is written already, for those who write without a script. Raises what `insert_line` raises."""
    text = insert_line(actor, draft, word=line.word, text=draft.text, language=language)
    current = held_open(actor, draft)
    current.text = f"{current.text.rstrip()}\n\n{text}\n".lstrip("\n")
    current.version += 1
    current.editor = ""
    current.saved_by, current.saved_at = actor.user, timezone.now()
    current.save(update_fields=["text", "version", "editor", "saved_by", "saved_at"])
    keep_version(actor, current)
    return current
