"""Writing a line: its facts, and a wording that has to be cleared before anyone may say it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.correspondence.actions.lines.said import SOURCE
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Line, LineVersion
from jembatan.correspondence.models.line import WORD
from jembatan.correspondence.queries.lines.visible import visible_lines
from jembatan.correspondence.queries.owners import may_own
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.journal.actions.placing import Place, place
from jembatan.platform.access import require_officer, require_writer
from jembatan.platform.markings import Marking

FACTS = ("topic", "word", "dossier", "marking", "owner")
WORDING = ("texts", "do_not_say", "valid_until")


@dataclass(frozen=True, slots=True, kw_only=True)
class LineContent:
    """Everything that a writer sets; texts by language, what not to say one phrase a row."""

    topic: str
    word: str
    texts: Mapping[str, str]
    do_not_say: Mapping[str, str]
    valid_until: date | None = None
    dossier: Dossier | None = None
    marking: Marking = Marking.GREEN
    owner: User | None = None


@transaction.atomic
def write_line(actor: Actor, line: Line | None, content: LineContent) -> Line:
    """A new line, or another wording of one: the one that was cleared before holds until this one is.

    What the journal says of it goes where it stands. A drafter changes words; once a wording has been cleared, only an officer changes topic, word, dossier, marking and owner.
    Raises `Refused` for a word that is taken or cannot be typed, for no text, and for people and dossiers of others.
    """
    require_writer(actor)
    _check(actor, content)
    kept = Line(desk=actor.desk)
    if line is not None:
        kept = visible_lines(actor).select_for_update(of=("self",)).get(pk=line.pk)
    _keep_facts(actor, kept, content)
    _keep_wording(actor, kept, content)
    return kept


def _check(actor: Actor, content: LineContent) -> None:
    if not content.topic.strip():
        raise Refused(_("Name the topic."))
    if not re.fullmatch(WORD, content.word):
        raise Refused(_("The word consists of small letters, digits and hyphens alone."))
    if not any(text.strip() for text in content.texts.values()):
        raise Refused(_("Write what to say in at least one language."))
    if content.owner is not None and content.owner not in may_own(actor.desk):
        raise Refused(_("Only somebody of this desk who writes can answer for a line."))
    if content.dossier and not visible_dossiers(actor).filter(pk=content.dossier.pk).exists():
        raise Refused(_("That dossier is not one of this desk."))


def _keep_facts(actor: Actor, line: Line, content: LineContent) -> None:
    before = [getattr(line, name) for name in FACTS]
    line.topic, line.word = " ".join(content.topic.split()), content.word
    line.dossier, line.marking = content.dossier, content.marking
    line.owner = content.owner or line.owner or actor.user
    if line.pk and before == [getattr(line, name) for name in FACTS]:
        return
    if line.pk and line.versions.filter(cleared_at__isnull=False).exists():
        require_officer(actor)
    try:
        with transaction.atomic():
            line.save()
    except IntegrityError:
        raise Refused(_("Another line has the word “%(word)s”.") % {"word": line.word}) from None
    place(actor.desk, SOURCE, [Place(line.pk, line.dossier_id, line.marking)])


def _keep_wording(actor: Actor, line: Line, content: LineContent) -> None:
    """The wording that waits is written over; beside a cleared one that says something else there comes a new one."""
    said = {
        "texts": _filled(content.texts),
        "do_not_say": _filled(content.do_not_say),
        "valid_until": content.valid_until,
    }
    last = line.versions.order_by("-number").first()
    if last is not None and said == {name: getattr(last, name) for name in WORDING}:
        return
    version = last if last and last.cleared_at is None else LineVersion(line=line)
    version.number = version.number or (last.number + 1 if last else 1)
    version.texts, version.do_not_say = _filled(content.texts), _filled(content.do_not_say)
    version.valid_until = content.valid_until
    version.written_by, version.written_at = actor.user, timezone.now()
    version.save()


def _filled(by_language: Mapping[str, str]) -> dict[str, str]:
    """Without the languages in which nothing stands; rows as everything else compares them."""
    plain = {language: text.replace("\r\n", "\n").strip() for language, text in by_language.items()}
    return {language: text for language, text in plain.items() if text}
