"""Writing a part: saved while one types, two writers never overwrite each other unseen."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.refusals import Refused
from jembatan.papers.actions.hold import has_changed
from jembatan.papers.models import WrittenPart
from jembatan.papers.queries.fingerprint import settled

SITTING = timedelta(minutes=5)


class WrittenMeanwhile(Refused):
    """Somebody else has saved this part since the writer's page was opened; `current` is what stands now."""

    def __init__(self, current: WrittenPart) -> None:
        super().__init__(current)
        self.current = current

    def __str__(self) -> str:
        return _("%(name)s has saved this part meanwhile. Nothing is lost: both wordings stand here.") % {
            "name": self.current.saved_by.full_name if self.current.saved_by else "—"
        }


def write[P: WrittenPart](actor: Actor, part: P, text: str, *, version: int, editor: str = "") -> P:
    """The words for the version that the writer had before them. Raises `WrittenMeanwhile`.

    `part` is of a paper that is held, or one without a row yet, of version 0. A page (`editor`) that has saved last itself
    may be behind: its savings overtake their own answers.
    """
    own = bool(editor) and part.editor == editor
    words = text.replace("\x00", "").replace("\r\n", "\n")
    if settled(part.text) == settled(words):
        return part
    if part.version != version and not own:
        raise WrittenMeanwhile(part)
    return _replaced(actor, part, words, editor=editor)


def write_again[P: WrittenPart](actor: Actor, part: P, *, version: int) -> P:
    """The words of an earlier version, as the newest one. Raises `DoesNotExist`."""
    earlier = part.paper.versions.get(name=part.name, version=version)
    return _replaced(actor, part, earlier.text, editor="", sitting=False)


def _replaced[P: WrittenPart](actor: Actor, part: P, text: str, *, editor: str, sitting: bool = True) -> P:
    """What stood is kept, unless the same person goes on within five minutes."""
    now = timezone.now()
    if part.pk and not (sitting and part.version > 1 and _goes_on(actor, part)):
        part.paper.versions.create(
            name=part.name,
            text=part.text,
            version=part.version,
            saved_at=part.saved_at,
            saved_by=part.saved_by,
        )
    part.text, part.editor = text, editor
    part.version += 1
    part.saved_at, part.saved_by = now, actor.user
    part.save()
    has_changed(part.paper)
    return part


def _goes_on(actor: Actor, part: WrittenPart) -> bool:
    same = part.saved_by_id == (actor.user.pk if actor.user else None)
    return same and timezone.now() - part.saved_at < SITTING
