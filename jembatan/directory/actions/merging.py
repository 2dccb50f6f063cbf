"""Two records turn out to be one person or organisation, or two; and the way back from either answer."""

from collections.abc import Mapping
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.derived import derive
from jembatan.directory.actions.fields import locked
from jembatan.directory.actions.following import follow, go_back
from jembatan.directory.events import tell
from jembatan.directory.models import Duplicate, Organisation, Person
from jembatan.directory.queries.joining import joined_values
from jembatan.directory.queries.visible import of_desk
from jembatan.platform.access import require_writer

MERGED = gettext_lazy("%(gone)s and %(kept)s are one, kept as %(kept)s")
PARTED = gettext_lazy("%(gone)s and %(kept)s are two records again")
DIFFERENT = gettext_lazy("%(a)s and %(b)s are not the same")
ASKED_AGAIN = gettext_lazy("Whether %(a)s and %(b)s are the same is open again")


class Decided(ValueError):
    """Somebody has answered already, or has merged one of the two since."""


@transaction.atomic
def merge(
    actor: Actor, duplicate: Duplicate, *, keep: str, chosen: Mapping[str, str] | None = None
) -> Person | Organisation:
    """The record `keep` ("a" or "b") stays, everything that points at the other follows; returns what stays.

    `chosen` names for a field the record whose value is right; without it the kept one's counts, where it has one. Raises
    `Decided`, and `DoesNotExist` when one of them was removed meanwhile.
    """
    require_writer(actor)
    row = _open(actor, duplicate)
    first, second = locked(actor, row.a), locked(actor, row.b)
    kept, gone = (first, second) if keep == "a" else (second, first)
    sides: Mapping[str, Person | Organisation] = {"a": first, "b": second}
    picked = {field: sides[side] for field, side in (chosen or {}).items() if side in sides}
    row.moved = {"keep": keep, "rows": follow(gone, kept), "fields": _write_values(kept, gone, picked)}
    _take_in(kept, gone)
    _decide(actor, row, Duplicate.State.SAME)
    tell(actor, [kept, gone], MERGED, gone=gone, kept=kept)
    return kept


@transaction.atomic
def part(actor: Actor, duplicate: Duplicate) -> None:
    """The inverse of `merge`; what people have changed since stays. Raises `Decided` when the kept one was merged since."""
    require_writer(actor)
    row = _decided(actor, duplicate, Duplicate.State.SAME)
    kept_side, gone_side = ("a", "b") if row.moved["keep"] == "a" else ("b", "a")
    parties = of_desk(actor, type(row.a)).select_for_update()
    kept, gone = (parties.get(pk=getattr(row, side).pk) for side in (kept_side, gone_side))
    if kept.removed_at or gone.merged_into_id != kept.pk:
        raise Decided
    go_back(row.moved["rows"], gone, kept)
    _write_back(kept, row.moved["fields"])
    kept.absorbed = [pk for pk in kept.absorbed if pk not in {gone.pk, *gone.absorbed}]
    kept.save(update_fields=["absorbed"])
    gone.removed_at = gone.merged_into = None
    gone.version += 1
    gone.save(update_fields=["removed_at", "merged_into", "version"])
    row.moved = {}
    _decide(actor, row, Duplicate.State.OPEN)
    tell(actor, [kept, gone], PARTED, gone=gone, kept=kept)


@transaction.atomic
def keep_apart(actor: Actor, duplicate: Duplicate) -> None:
    """They are two; nobody is asked again. Raises `Decided`."""
    require_writer(actor)
    row = _open(actor, duplicate)
    _decide(actor, row, Duplicate.State.DIFFERENT)
    tell(actor, [row.a, row.b], DIFFERENT, a=row.a, b=row.b)


@transaction.atomic
def ask_again(actor: Actor, duplicate: Duplicate) -> None:
    """The inverse of `keep_apart`."""
    require_writer(actor)
    row = _decided(actor, duplicate, Duplicate.State.DIFFERENT)
    _decide(actor, row, Duplicate.State.OPEN)
    tell(actor, [row.a, row.b], ASKED_AGAIN, a=row.a, b=row.b)


def _open(actor: Actor, duplicate: Duplicate) -> Duplicate:
    return _decided(actor, duplicate, Duplicate.State.OPEN)


def _decided(actor: Actor, duplicate: Duplicate, state: Duplicate.State) -> Duplicate:
    row = Duplicate.objects.select_for_update(of=("self",)).get(pk=duplicate.pk, desk=actor.desk)
    if row.state != state:
        raise Decided
    return row


def _decide(actor: Actor, row: Duplicate, state: Duplicate.State) -> None:
    is_open = state == Duplicate.State.OPEN
    row.state = state
    row.decided_by = None if is_open else actor.user
    row.decided_at = None if is_open else timezone.now()
    row.save(update_fields=["state", "decided_by", "decided_at", "moved"])


def _write_values(
    kept: Person | Organisation,
    gone: Person | Organisation,
    picked: Mapping[str, Person | Organisation],
) -> dict[str, list[Any]]:
    """Returns what each changed field said before and says now, in a form that JSON keeps."""
    changed = {}
    for field, value in joined_values(kept, gone, picked).items():
        before = _plain(kept, field)
        setattr(kept, field, value)
        changed[field] = [before, _plain(kept, field)]
    kept.version += 1
    kept.save(update_fields=[*changed, "version", *derive(kept)])
    return changed


def _write_back(kept: Person | Organisation, fields: Mapping[str, list[Any]]) -> None:
    untouched = {field: before for field, (before, after) in fields.items() if _plain(kept, field) == after}
    for field, before in untouched.items():
        setattr(kept, _column(kept, field).attname, before)
    kept.version += 1
    kept.save(update_fields=[*untouched, "version", *derive(kept)])


def _take_in(kept: Person | Organisation, gone: Person | Organisation) -> None:
    kept.absorbed = [*kept.absorbed, gone.pk, *gone.absorbed]
    kept.last_active_at = max(filter(None, (kept.last_active_at, gone.last_active_at)), default=None)
    kept.save(update_fields=["absorbed", "last_active_at"])
    gone.removed_at = timezone.now()
    gone.merged_into_id = kept.pk
    gone.version += 1
    gone.save(update_fields=["removed_at", "merged_into", "version"])


def _plain(party: Person | Organisation, field: str) -> Any:
    """The value as its column holds it: of a reference, the id."""
    return getattr(party, _column(party, field).attname)


def _column(party: Person | Organisation, field: str) -> "models.Field[Any, Any]":
    column = type(party)._meta.get_field(field)
    assert isinstance(column, models.Field)
    return column
