"""Undoing what an import did to meetings and to the organisations that a log was the first to name."""

from collections.abc import Collection
from itertools import batched

from jembatan.directory.models import Organisation
from jembatan.meetings.actions.book import release_moved
from jembatan.meetings.actions.filing import MEETING, ORGANISATION
from jembatan.meetings.actions.following import lines_follow
from jembatan.meetings.actions.schedule import schedule
from jembatan.meetings.actions.snapshot import restore
from jembatan.meetings.models import Meeting, Minutes
from jembatan.platform.imports.importer import TakenBack
from jembatan.platform.imports.models import Batch, Touched

BULK = 5000


def take_back_meetings(batch: Batch) -> TakenBack:
    """Remove what the batch filed, restore what it updated; what people or later imports changed since stays, and what has minutes.

    The rights are the rollback's own (`platform.imports.actions.roll_back`), which calls this inside its transaction.
    """
    touched = {t.record_id: t for t in Touched.objects.filter(batch=batch, model=MEETING)}
    meetings = Meeting.objects.select_for_update(of=("self",)).select_related("desk").in_bulk(list(touched))
    unchanged = [m for pk, m in meetings.items() if (touched[pk].after or {}).get("version") == m.version]
    restored = [m for m in unchanged if touched[m.pk].before is not None]
    written = set(Minutes.objects.filter(meeting__in=unchanged).values_list("meeting", flat=True))
    removed = [m for m in unchanged if touched[m.pk].before is None and m.pk not in written]
    kept = len(meetings) - len(restored) - len(removed)
    uids = {m.uid for m in removed}
    for meeting in restored:
        restore(meeting, touched[meeting.pk].before or {})
    lines_follow(batch.desk, restored)
    for some in batched([m.pk for m in removed], BULK):
        Meeting.objects.filter(pk__in=some).delete()
    siblings = list(Meeting.objects.filter(desk=batch.desk, uid__in=uids).select_related("desk"))
    schedule({m.pk: m for m in (*restored, *siblings)}.values())
    release_moved(batch.desk, uids | {m.uid for m in restored})
    organisations = _take_back_organisations(batch)
    return TakenBack(len(restored) + len(removed), kept) + organisations


def _take_back_organisations(batch: Batch) -> TakenBack:
    """Those that nobody has changed or used since."""
    touched = {t.record_id: t for t in Touched.objects.filter(batch=batch, model=ORGANISATION)}
    bodies = Organisation.objects.in_bulk(list(touched))
    unchanged = {
        pk for pk, body in bodies.items() if (touched[pk].after or {}).get("version") == body.version
    }
    removable = unchanged - _in_use(unchanged)
    for some in batched(sorted(removable), BULK):
        Organisation.objects.filter(pk__in=some).delete()
    return TakenBack(len(removable), len(bodies) - len(removable))


def _in_use(ids: Collection[int]) -> set[int]:
    """Organisations that any record of any room points at; their own history does not count."""
    used: set[int] = set()
    for relation in Organisation._meta.related_objects:
        model = relation.related_model
        if ids and not hasattr(model, "pgh_tracked_model"):
            name = relation.field.attname
            used |= set(
                model._default_manager.filter(**{f"{relation.field.name}__in": ids}).values_list(
                    name, flat=True
                )
            )
    return used
