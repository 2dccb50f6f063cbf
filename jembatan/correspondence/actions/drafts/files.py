"""Files that go along with a mail."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.drafts.hold import held_open
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.formats.outgoing import MOST_BYTES
from jembatan.correspondence.models import Draft, DraftAttachment
from jembatan.platform.access import require_writer
from jembatan.platform.files.names import safe_name
from jembatan.platform.files.store import keep

MOST_FILES = 50


@transaction.atomic
def attach(actor: Actor, draft: Draft, content: bytes, *, name: str, type: str = "") -> DraftAttachment:
    """Add a file; its name loses what could hurt. Raises `Refused` for one too many or too large, and `NotOpen`."""
    require_writer(actor)
    current = held_open(actor, draft)
    sizes = list(current.attachments.values_list("file__size", flat=True))
    if len(sizes) >= MOST_FILES:
        raise Refused(_("A mail carries at most %(most)s files.") % {"most": MOST_FILES})
    if (sum(sizes) + len(content)) * 4 // 3 > MOST_BYTES:
        raise Refused(
            _(
                "Together the files are larger than a mail can carry (%(size)s MB). Send fewer, or smaller ones."
            )
            % {"size": (MOST_BYTES * 3 // 4) >> 20}
        )
    _changed_by(actor, current)
    return DraftAttachment.objects.create(
        draft=current,
        file=keep(content),
        name=safe_name(name),
        type=type[:255] or "application/octet-stream",
        uploaded_by=actor.user,
    )


@transaction.atomic
def detach(actor: Actor, draft: Draft, *, attachment_id: int) -> None:
    """Take a file out of the mail. Raises `DoesNotExist`, `NotOpen`."""
    require_writer(actor)
    current = held_open(actor, draft)
    current.attachments.get(pk=attachment_id).delete()
    _changed_by(actor, current)


def _changed_by(actor: Actor, draft: Draft) -> None:
    """Whoever changes what goes along has written the mail as it stands now."""
    draft.saved_by, draft.saved_at = actor.user, timezone.now()
    draft.save(update_fields=["saved_by", "saved_at"])
