"""The calendar of a desk's meetings (CalDAV)."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Literal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk, Role
from jembatan.directory.queries.positions import today_at
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.meetings.actions.cancel_meeting import cancel_meeting, restore_meeting
from jembatan.meetings.actions.change_meeting import ChangedMeanwhile
from jembatan.meetings.actions.objects.keep import Parts, add_object, change_object, read_object
from jembatan.meetings.actions.objects.parts import lock_parts
from jembatan.meetings.models import Meeting
from jembatan.meetings.queries.objects import objects, shared_uids, text_of
from jembatan.meetings.queries.occurrences import visible_meetings
from jembatan.platform.access import require_writer
from jembatan.platform.dav.books import Card, Changed, Right, Written
from jembatan.platform.dav.keeping import keep

type Held = dict[str, Meeting]


class DeskCalendar:
    """Every meeting that may leave the desk; its audiences are the dossiers of its parts. A meeting that is deleted is called off."""

    kind = "meetings"
    tag: Literal["VCALENDAR"] = "VCALENDAR"
    label = gettext_lazy("Meetings of the calendar")

    def title(self, actor: Actor) -> str:
        return actor.desk.name

    def right(self, actor: Actor) -> Right:
        return "rw" if actor.may_write else "r"

    def hidden(self, actor: Actor) -> frozenset[int]:
        """Restricted dossiers that do not name the actor."""
        if actor.role == Role.HEAD:
            return frozenset()
        restricted = Dossier.objects.filter(desk=actor.desk, restricted=True)
        return frozenset(
            restricted.exclude(pk__in=visible_dossiers(actor).values("pk")).values_list("pk", flat=True)
        )

    def hidden_outside(self, desk: Desk) -> frozenset[int]:
        """All restricted dossiers."""
        return frozenset(Dossier.objects.filter(desk=desk, restricted=True).values_list("pk", flat=True))

    def keys(self, desk: Desk) -> Iterator[str]:
        yield from shared_uids(desk).iterator()

    def cards(self, desk: Desk, keys: Collection[str]) -> Iterator[Card]:
        for one in objects(desk, keys):
            yield Card(
                key=one.uid,
                uid=one.uid,
                text=one.text,
                marking=one.marking,
                audiences=one.dossiers,
                starts_at=one.starts_at,
                ends_at=one.ends_at,
            )

    def turned(self, desk: Desk, since: date | None) -> tuple[date, Collection[str]]:
        """Nothing changes with the days alone."""
        return today_at(desk), ()

    def put(self, actor: Actor, written: Written) -> str:
        require_writer(actor)
        return keep(self, actor, written)

    def read(self, content: bytes) -> Parts:
        return read_object(content)

    def held(self, actor: Actor, written: Written, sent: Parts) -> Held | None:
        uid = _uid(sent)
        if written.key is None and not Meeting.objects.filter(desk=actor.desk, uid=uid).exists():
            return None
        parts = lock_parts(actor, uid)
        if not parts:
            raise Changed
        return parts

    def add(self, actor: Actor, sent: Parts) -> str:
        add_object(actor, sent)
        return _uid(sent)

    def brought_back(self, actor: Actor, record: Held) -> str:
        """A meeting that was called off takes place again under its old uid; one that stays at the desk is not a program's to change."""
        first = record.get("")
        if first is None or not first.is_cancelled:
            raise ValidationError(_("This meeting is kept at the desk and cannot be changed from elsewhere."))
        restore_meeting(actor, first)
        return text_of(list(lock_parts(actor, first.uid).values()))

    def change(self, actor: Actor, record: Held, *, served: Parts, sent: Parts) -> str:
        uid = _uid(sent)
        try:
            change_object(actor, uid, served=served, sent=sent)
        except ChangedMeanwhile as meanwhile:
            raise Changed from meanwhile
        return uid

    def remove(self, actor: Actor, key: str) -> None:
        require_writer(actor)
        for meeting in visible_meetings(actor).filter(uid=key, recurrence_id=""):
            cancel_meeting(actor, meeting)


def _uid(sent: Parts) -> str:
    return next(iter(sent.values())).uid
