"""Writing in a report: saved while one types, two writers never overwrite each other unseen."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.refusals import Refused
from jembatan.platform.access import require_writer
from jembatan.reports.actions.kept.hold import has_changed, held
from jembatan.reports.models import Part, Report, ReportPart, ReportPartVersion
from jembatan.reports.queries.kept.fingerprint import settled

SITTING = timedelta(minutes=5)


class WrittenMeanwhile(Refused):
    """Somebody else has saved this part since the writer's page was opened; `current` is what stands now."""

    def __init__(self, current: ReportPart) -> None:
        super().__init__(current)
        self.current = current

    def __str__(self) -> str:
        return _("%(name)s has saved this part meanwhile. Nothing is lost: both wordings stand here.") % {
            "name": self.current.saved_by.full_name if self.current.saved_by else "—"
        }


@transaction.atomic
def save_part(
    actor: Actor, report: Report, part: Part, text: str, *, version: int, editor: str = ""
) -> ReportPart:
    """The words for the version that the writer had before them (0: nothing was written). Raises `WrittenMeanwhile`.

    A page (`editor`) that has saved last itself may be behind: its savings overtake their own answers.
    """
    require_writer(actor)
    current = held(actor, report)
    found = current.parts.select_related("saved_by").filter(name=part).first()
    if found is None:
        found = ReportPart(report=current, name=part, version=0, saved_at=timezone.now())
    own = bool(editor) and found.editor == editor
    words = text.replace("\x00", "").replace("\r\n", "\n")
    if settled(found.text) == settled(words):
        return found
    if found.version != version and not own:
        raise WrittenMeanwhile(found)
    return _replaced(actor, found, words, editor=editor)


@transaction.atomic
def restore_part(actor: Actor, report: Report, part: Part, *, version: int) -> ReportPart:
    """The words of an earlier version, as the newest one. Raises `DoesNotExist`."""
    require_writer(actor)
    current = held(actor, report)
    earlier = current.versions.get(name=part, version=version)
    return _replaced(actor, current.parts.get(name=part), earlier.text, editor="", sitting=False)


def _replaced(actor: Actor, part: ReportPart, text: str, *, editor: str, sitting: bool = True) -> ReportPart:
    """What stood is kept, unless the same person goes on within five minutes."""
    now = timezone.now()
    author = actor.user.pk if actor.user else None
    goes_on = sitting and part.saved_by_id == author and now - part.saved_at < SITTING
    if part.pk and not (goes_on and part.version > 1):
        ReportPartVersion.objects.create(
            report=part.report,
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
    has_changed(part.report)
    return part
