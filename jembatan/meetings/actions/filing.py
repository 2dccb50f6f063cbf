"""Filing meetings that a file tells of: new ones made, changed ones brought up to date, known ones left alone."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.journal.actions.record import Line, record_many
from jembatan.meetings.actions.book import release_moved
from jembatan.meetings.actions.credit import Members, credited, members_of_desk
from jembatan.meetings.actions.draft import Draft
from jembatan.meetings.actions.filed_guests import write_guests
from jembatan.meetings.actions.following import lines_follow
from jembatan.meetings.actions.lines import lines_of
from jembatan.meetings.actions.linking import Links
from jembatan.meetings.actions.schedule import schedule
from jembatan.meetings.actions.snapshot import snapshot
from jembatan.meetings.models import Attendance, Meeting, Occurrence
from jembatan.platform.access import require_officer
from jembatan.platform.imports.copy_rows import copy_rows
from jembatan.platform.imports.job import Touch
from jembatan.platform.imports.models import Outcome

BULK = 2000
VERSIONS_KEPT = 20
MEETING = "meetings.meeting"
ORGANISATION = "meetings.named_organisation"


type Key = tuple[str, str]


@dataclass(slots=True)
class Filed:
    """What became of each draft, in their order; what a rollback needs; and why rules could not be followed, by UID."""

    outcomes: list[Outcome] = field(default_factory=list)
    touches: list[Touch] = field(default_factory=list)
    problems: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Sorted:
    """Meetings by UID and recurrence id: the ones at hand, and the drafts that make or change one."""

    meetings: dict[Key, Meeting]
    new: dict[Key, Draft] = field(default_factory=dict)
    changed: dict[Key, Draft] = field(default_factory=dict)
    before: dict[int, dict[str, Any]] = field(default_factory=dict)
    outcomes: list[Outcome] = field(default_factory=list)

    @property
    def written(self) -> list[tuple[Meeting, Draft]]:
        """What has to be saved, the new ones first."""
        return [(self.meetings[key], draft) for key, draft in (self.new | self.changed).items()]


@transaction.atomic
def file_meetings(
    actor: Actor, drafts: Sequence[Draft], *, batch_id: int | None, now: datetime | None = None
) -> Filed:
    """File these drafts (a few thousand at a time) at the actor's desk and write what happened in the journal.

    A version read before, or older than the one on file, is a duplicate. Fields that people changed are theirs.
    """
    require_officer(actor)
    return filed(actor, drafts, batch_id=batch_id, now=now)


def filed(
    actor: Actor, drafts: Sequence[Draft], *, batch_id: int | None, now: datetime | None = None
) -> Filed:
    """The same for an action around this one, which has looked at the rights, inside its transaction."""
    now = now or timezone.now()
    found = _sort(actor, drafts, batch_id=batch_id)
    _save(found)
    changed = [found.meetings[key].pk for key in found.changed]
    links, guests = write_guests(actor, found.written, changed=changed, batch_id=batch_id)
    problems = schedule([meeting for meeting, _draft in found.written], now=now)
    release_moved(actor.desk, {meeting.uid for meeting, _draft in found.written})
    lines_follow(actor.desk, (found.meetings[key] for key in found.changed))
    members = members_of_desk(actor.desk)
    record_many(actor, _lines(found, links, guests, members, batch_id=batch_id, now=now))
    made = [Touch(ORGANISATION, body.pk, None, {"version": body.version}) for body in links.made]
    touched = [
        Touch(MEETING, meeting.pk, found.before.get(meeting.pk), {"version": meeting.version})
        for meeting, _draft in found.written
    ]
    return Filed(found.outcomes, made + touched, problems)


def _sort(actor: Actor, drafts: Sequence[Draft], *, batch_id: int | None) -> _Sorted:
    known = _known(actor, {draft.uid for draft in drafts})
    found = _Sorted({(meeting.uid, meeting.recurrence_id): meeting for meeting in known})
    series = {uid: meeting for (uid, _recurrence), meeting in sorted(found.meetings.items(), reverse=True)}
    for draft in drafts:
        key = (draft.uid, draft.recurrence_id)
        meeting = found.meetings.get(key)
        if meeting is None:
            found.meetings[key] = _fill(_beside(series.get(draft.uid), actor, batch_id), draft)
            found.new[key] = draft
            found.outcomes.append(Outcome.FILED)
        elif draft.digest in meeting.seen or _is_older(draft, meeting):
            found.outcomes.append(Outcome.DUPLICATE)
        else:
            if meeting.pk and meeting.pk not in found.before:
                found.before[meeting.pk] = snapshot(meeting)
                meeting.version += 1
            _fill(meeting, draft)
            (found.new if key in found.new else found.changed)[key] = draft
            found.outcomes.append(Outcome.UPDATED)
    return found


def _beside(series: Meeting | None, actor: Actor, batch_id: int | None) -> Meeting:
    """A new meeting; a day of a series that is known stands in its dossier, at its marking, and is in its room."""
    meeting = Meeting(desk=actor.desk, import_batch=batch_id)
    if series is not None:
        meeting.dossier, meeting.marking, meeting.room_id = series.dossier, series.marking, series.room_id
    return meeting


def _known(actor: Actor, uids: Collection[str]) -> Iterable[Meeting]:
    meetings = Meeting.objects.filter(desk=actor.desk, uid__in=uids).defer("search")
    return (
        meetings.select_for_update(of=("self",))
        .select_related("desk", "dossier")
        .prefetch_related("attendances")
    )


def _is_older(draft: Draft, meeting: Meeting) -> bool:
    if draft.sequence != meeting.sequence:
        return draft.sequence < meeting.sequence
    return bool(draft.stamp and meeting.stamp and draft.stamp < meeting.stamp)


def _fill(meeting: Meeting, draft: Draft) -> Meeting:
    meeting.uid, meeting.recurrence_id = draft.uid, draft.recurrence_id
    meeting.sequence, meeting.stamp = draft.sequence, draft.stamp
    meeting.seen = [*meeting.seen, draft.digest][-VERSIONS_KEPT:]
    for name, value in draft.fields.items():
        if name not in meeting.edited:
            setattr(meeting, name, value)
    return meeting


def _save(found: _Sorted) -> None:
    copy_rows([found.meetings[key] for key in found.new])
    columns = [
        each.name
        for each in Meeting._meta.concrete_fields
        if not each.primary_key and not each.generated and each.name != "desk"
    ]
    Meeting.objects.bulk_update((found.meetings[key] for key in found.changed), columns, batch_size=BULK)


def _lines(
    found: _Sorted,
    links: Links,
    guests: dict[int, list[Attendance]],
    members: Members,
    *,
    batch_id: int | None,
    now: datetime,
) -> Iterable[Line]:
    """Lines of what is new; a known meeting that moved has its turn when it is held."""
    meetings = [found.meetings[key] for key in found.new]
    rows: dict[int, list[Occurrence]] = {}
    of_these = Occurrence.objects.filter(meeting__in=[meeting.pk for meeting in meetings])
    for row in of_these.order_by("starts_at"):
        rows.setdefault(row.meeting_id, []).append(row)
    for meeting in meetings:
        attending = guests.get(meeting.pk, [])
        yield from lines_of(
            meeting,
            rows.get(meeting.pk, []),
            parties=links.parties(attending),
            now=now,
            batch_id=batch_id,
            by=credited(attending, members),
        )
