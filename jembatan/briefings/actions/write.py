"""Writing a part of a brief: saved while one types, two writers never overwrite each other unseen."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.briefings.actions.hold import has_changed, held
from jembatan.briefings.models import Brief, BriefPart, BriefPartVersion, Part
from jembatan.briefings.queries.writing.fingerprint import settled
from jembatan.briefings.queries.writing.title import parts_for
from jembatan.correspondence.actions.refusals import Refused
from jembatan.platform.access import require_writer

SITTING = timedelta(minutes=5)


class WrittenMeanwhile(Refused):
    """Somebody else has saved this part since the writer's page was opened; `current` is what stands now."""

    def __init__(self, current: BriefPart) -> None:
        super().__init__(current)
        self.current = current

    def __str__(self) -> str:
        return _("%(name)s has saved this part meanwhile. Nothing is lost: both wordings stand here.") % {
            "name": self.current.saved_by.full_name if self.current.saved_by else "—"
        }


class NotForThem(Refused):
    """What the other side must not read has no place in their brief."""

    def __str__(self) -> str:
        return _("A brief for the other side has no such part.")


@transaction.atomic
def save_part(
    actor: Actor, brief: Brief, part: Part, text: str, *, version: int, editor: str = ""
) -> BriefPart:
    """The words for the version that the writer had before them (0: nothing was written). Raises `WrittenMeanwhile`, `NotForThem`.

    A page (`editor`) that has saved last itself may be behind: its savings overtake their own answers.
    """
    require_writer(actor)
    current = held(actor, brief)
    if part not in parts_for(current.audience):
        raise NotForThem
    found = current.parts.select_related("saved_by").filter(name=part).first()
    if found is None:
        found = BriefPart(brief=current, name=part, version=0, saved_at=timezone.now())
    own = bool(editor) and found.editor == editor
    words = text.replace("\r\n", "\n")
    if settled(found.text) == settled(words):
        return found
    if found.version != version and not own:
        raise WrittenMeanwhile(found)
    return _replaced(actor, found, words, editor=editor)


@transaction.atomic
def restore_part(actor: Actor, brief: Brief, part: Part, *, version: int) -> BriefPart:
    """The words of an earlier version, as the newest one. Raises `DoesNotExist`."""
    require_writer(actor)
    current = held(actor, brief)
    earlier = current.versions.get(name=part, version=version)
    found = current.parts.get(name=part)
    return _replaced(actor, found, earlier.text, editor="", sitting=False)


def _replaced(actor: Actor, part: BriefPart, text: str, *, editor: str, sitting: bool = True) -> BriefPart:
    """What stood is kept, unless the same person goes on within five minutes."""
    now = timezone.now()
    author = actor.user.pk if actor.user else None
    goes_on = sitting and part.saved_by_id == author and now - part.saved_at < SITTING
    if part.pk and not (goes_on and part.version > 1):
        BriefPartVersion.objects.create(
            brief=part.brief,
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
    has_changed(part.brief)
    return part
