"""Earlier wordings of a draft: kept by sitting, brought back as a new version."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.drafts.hold import held_open
from jembatan.correspondence.models import Draft, DraftVersion
from jembatan.correspondence.models.draft import WRITTEN
from jembatan.platform.access import require_writer

SITTING = timedelta(minutes=5)


def keep_version(actor: Actor, draft: Draft) -> None:
    """Remember the words of a draft that has just been saved; somebody who goes on within five minutes makes no new one."""
    last = draft.versions.order_by("-version").first()
    words = {name: getattr(draft, name) for name in WRITTEN}
    goes_on = (
        last is not None and last.user_id == draft.saved_by_id and draft.saved_at - last.saved_at < SITTING
    )
    if last is None or not goes_on or last.version == 1:
        DraftVersion.objects.create(
            draft=draft, version=draft.version, saved_at=draft.saved_at, user=actor.user, **words
        )
    else:
        DraftVersion.objects.filter(pk=last.pk).update(version=draft.version, **words)


@transaction.atomic
def restore_version(actor: Actor, draft: Draft, *, version: int) -> Draft:
    """The words of an earlier version, as the newest one. Raises `DoesNotExist`, `NotOpen`."""
    require_writer(actor)
    current = held_open(actor, draft)
    earlier = current.versions.get(version=version)
    for name in WRITTEN:
        setattr(current, name, getattr(earlier, name))
    current.version += 1
    current.editor = ""
    current.saved_by, current.saved_at = actor.user, timezone.now()
    current.save(update_fields=[*WRITTEN, "version", "editor", "saved_by", "saved_at"])
    DraftVersion.objects.create(
        draft=current,
        version=current.version,
        saved_at=current.saved_at,
        user=actor.user,
        **{name: getattr(current, name) for name in WRITTEN},
    )
    return current
