"""Saving a draft, discarding it and bringing it back."""

from dataclasses import dataclass, replace

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.drafts.hold import held, held_open
from jembatan.correspondence.actions.drafts.versions import keep_version
from jembatan.correspondence.actions.presence import TOPIC as PRESENCE
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import Draft, SendingAddress
from jembatan.correspondence.queries.presence import WRITES_FOR
from jembatan.correspondence.queries.sending import all_addresses
from jembatan.platform.access import require_writer
from jembatan.platform.live.news import tell

State = Draft.State


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Everything that a writer sets."""

    from_address: SendingAddress | None = None
    to: str = ""
    cc: str = ""
    bcc: str = ""
    subject: str = ""
    text: str = ""
    formatted: bool = False
    quote: bool = False
    read_back: bool = False
    read_back_points: str = ""

    @property
    def plain(self) -> "Content":
        """The same with the line ends that are kept: browsers send others."""
        points = self.read_back_points.replace("\r\n", "\n")
        return replace(self, text=self.text.replace("\r\n", "\n"), read_back_points=points)


class SavedMeanwhile(Refused):
    """Someone else has saved since the writer's page was opened; `current` is what stands now."""

    def __init__(self, current: Draft) -> None:
        super().__init__(current)
        self.current = current

    def __str__(self) -> str:
        return _("%(name)s has saved this draft meanwhile. Nothing is lost: both wordings stand here.") % {
            "name": self.current.saved_by.full_name if self.current.saved_by else "—"
        }


@transaction.atomic
def save_draft(actor: Actor, draft: Draft, content: Content, *, version: int, editor: str = "") -> Draft:
    """The words for the version that the writer had before them. Raises `SavedMeanwhile`, `NotOpen`.

    A page (`editor`) that has saved last itself may be one version behind: its savings overtake their own answers. Where
    nothing is different the draft stays as it is, and its author too: whoever sends a colleague's mail has not written it.
    """
    require_writer(actor)
    current = held_open(actor, draft)
    if current.version != version and not (editor and current.editor == editor):
        raise SavedMeanwhile(current)
    if _says(current) == replace(content.plain, from_address=content.from_address or current.from_address):
        return current
    if content.from_address is not None:
        current.from_address = all_addresses(actor).get(pk=content.from_address.pk)
    current.to, current.cc, current.bcc = content.to, content.cc, content.bcc
    current.subject, current.text = content.subject, content.text
    current.formatted, current.quote = content.formatted, content.quote
    current.read_back, current.read_back_points = content.read_back, content.read_back_points
    _tell_of_writing(actor, current)
    current.version += 1
    current.editor = editor
    current.saved_by, current.saved_at = actor.user, timezone.now()
    current.save()
    keep_version(actor, current)
    return current


def _tell_of_writing(actor: Actor, before: Draft) -> None:
    """Colleagues see who begins to write an answer, or goes on after a pause; not every saving is news."""
    goes_on = before.version > 1 and before.saved_by == actor.user
    if before.answers is None or (goes_on and before.saved_at > timezone.now() - WRITES_FOR):
        return
    tell(actor.desk.pk, PRESENCE, [before.answers.thread_id], by=actor.user.pk if actor.user else None)


def _says(draft: Draft) -> Content:
    return Content(
        from_address=draft.from_address,
        to=draft.to,
        cc=draft.cc,
        bcc=draft.bcc,
        subject=draft.subject,
        text=draft.text,
        formatted=draft.formatted,
        quote=draft.quote,
        read_back=draft.read_back,
        read_back_points=draft.read_back_points,
    ).plain


@transaction.atomic
def discard_draft(actor: Actor, draft: Draft) -> Draft:
    """Out of the lists; nothing of it is deleted. Raises `NotOpen` for one in the outbox."""
    require_writer(actor)
    current = held_open(actor, draft)
    current.state = State.DISCARDED
    current.save(update_fields=["state"])
    return current


@transaction.atomic
def bring_back_draft(actor: Actor, draft: Draft) -> Draft:
    """The inverse; one that is open already stays so."""
    require_writer(actor)
    current = held(actor, draft)
    if current.state == State.DISCARDED:
        current.state = State.OPEN
        current.save(update_fields=["state"])
    return current
