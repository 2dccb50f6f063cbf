"""The importer of schedules: frab and pentabarf XML, and calendars. An item is an event, which becomes one of the itinerary."""

from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_noop as _

from jembatan.platform.imports.importer import ImportJob, Source, TakenBack
from jembatan.platform.imports.models import Batch, Outcome, QuarantinedItem
from jembatan.platform.imports.reasons import because
from jembatan.programmes.actions.itineraries import write_item
from jembatan.programmes.formats.calendar import looks_like_calendar, read_calendar
from jembatan.programmes.formats.frab import (
    Broken,
    NotASchedule,
    Schedule,
    Talk,
    looks_like_schedule,
    read_schedule,
)
from jembatan.programmes.importer.places import Places
from jembatan.programmes.importer.records import as_left, differing, snapshot, touch
from jembatan.programmes.importer.target import NO_PROGRAMME, delegation_of, programme_of
from jembatan.programmes.models import ItineraryItem, Place, Programme

REASONS = {
    "no_title": _("The event has no title."),
    "no_start": _("The event does not say when it begins, or says it in a way that cannot be read."),
    "too_long": _("The event lasts more than a week. Check its duration."),
}


class _ScheduleImporter:
    """Kind `schedule`."""

    kind = "schedule"
    label = gettext_lazy("Schedule of a programme")

    def recognises(self, source: Source) -> bool:
        """The XML by its first element; a calendar may as well be the desk's own, and has to be said."""
        return looks_like_schedule(source.head())

    def takes_folder(self, folder: Path) -> bool:
        """Never: each file is read for itself."""
        return False

    def propose(self, sources: list[Source]) -> dict[str, Any]:
        """There is nothing to choose."""
        return {}

    def run(self, job: ImportJob, sources: list[Source]) -> None:
        """File the events of every source."""
        programme = programme_of(job)
        for source in sources:
            content = source.path.read_bytes()
            if programme is None:
                job.quarantine(source.name, 0, NO_PROGRAMME, content)
            else:
                _read(job, programme, source.name, content)

    def take_back(self, batch: Batch) -> TakenBack:
        """The importer of officers takes back all records of this room."""
        return TakenBack()

    def retry(self, job: ImportJob, item: QuarantinedItem) -> bool:
        """Read the event, or the file, again."""
        programme = programme_of(job)
        if programme is None:
            return False
        before = job.account.counts[Outcome.QUARANTINED]
        content = bytes(item.raw)
        if item.position and not looks_like_calendar(content):
            content = b"<schedule><day>" + content + b"</day></schedule>"
        _read(job, programme, item.source, content)
        return job.account.read > 0 and job.account.counts[Outcome.QUARANTINED] == before


ScheduleImporter = _ScheduleImporter()


def _read(job: ImportJob, programme: Programme, name: str, content: bytes) -> None:
    try:
        schedule = _schedule(programme, content)
    except NotASchedule as error:
        reason = because(_("The file is no schedule that can be read: %(error)s"), error=error)
        job.quarantine(name, 0, reason, content)
        return
    if not schedule.talks and not schedule.broken:
        job.quarantine(name, 0, _("The schedule holds no events."), content)
    for broken in schedule.broken:
        _set_aside(job, name, broken)
    _file(job, programme, name, schedule)


def _schedule(programme: Programme, content: bytes) -> Schedule:
    if looks_like_calendar(content):
        return read_calendar(content, zone=programme.zone, first=programme.first_day, last=programme.last_day)
    return read_schedule(content, zone=programme.zone)


def _set_aside(job: ImportJob, name: str, broken: Broken) -> None:
    reason = REASONS[broken.fault]
    if broken.title:
        reason = because("%(title)s: %(reason)s", title=broken.title, reason=reason)
    job.quarantine(name, broken.line or 1, reason, broken.raw)


def _file(job: ImportJob, programme: Programme, name: str, schedule: Schedule) -> None:
    delegation = delegation_of(job, programme)
    standing = ItineraryItem.objects.filter(programme=programme, delegation=delegation).exclude(uid="")
    known = {item.uid: item for item in standing.select_related("programme", "delegation", "place")}
    left = as_left(job.batch, ItineraryItem)
    places = Places(job, programme)
    outside = 0
    for number, talk in enumerate(schedule.talks, 1):
        values = _values(talk, places)
        begins = talk.starts_at.astimezone(ZoneInfo(programme.zone))
        outside += not (programme.first_day <= begins.date() <= programme.last_day)
        item = known.get(talk.uid)
        if item is None:
            item = ItineraryItem(
                desk=job.batch.desk,
                programme=programme,
                delegation=delegation,
                uid=talk.uid,
                import_batch=job.batch.pk,
                **values,
            )
            item.save()
            touch(job, item, None)
            known[talk.uid] = item
            outcome = Outcome.FILED
        else:
            outcome = _update(job, item, values, left.get(item.pk, {}))
        job.account.count(outcome)
        job.show(outcome, talk.title, f"{begins:%Y-%m-%d %H:%M}")
        if number % 200 == 0:
            job.tell()
    _notices(job, name, outside, len(known.keys() - {talk.uid for talk in schedule.talks}))


def _update(job: ImportJob, item: ItineraryItem, values: dict[str, Any], left: dict[str, Any]) -> Outcome:
    before = snapshot(item)
    changed = differing(item, values, left)
    if not changed:
        return Outcome.DUPLICATE
    write_item(item, changed)
    touch(job, item, before)
    return Outcome.UPDATED


def _values(talk: Talk, places: Places) -> dict[str, Any]:
    place = places.find_or_make(talk.room, Place.Kind.VENUE).pk if talk.room else None
    return {
        "title": talk.title,
        "place_id": place,
        "starts_at": talk.starts_at,
        "ends_at": talk.ends_at,
        "note": talk.note,
        "cancelled": talk.cancelled,
    }


def _notices(job: ImportJob, name: str, outside: int, missing: int) -> None:
    if outside:
        sentence = _("%(number)s events lie outside the days of the programme.")
        job.account.note(name, because(sentence, number=outside))
    if missing:
        sentence = _(
            "%(number)s events of an earlier schedule are not in this one. They stay; cancel those that do not take place."
        )
        job.account.note(name, because(sentence, number=missing))
