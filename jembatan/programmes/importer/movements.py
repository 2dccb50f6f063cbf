"""The importer of movements. An item is a row; a flight that has moved since the last import changes its movement."""

from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_noop as _

from jembatan.directory.formats.names import fold
from jembatan.platform.imports.importer import ImportJob
from jembatan.platform.imports.models import Outcome
from jembatan.platform.imports.reasons import because
from jembatan.programmes.actions.movements import end_of, key_moment, start_of, write_change
from jembatan.programmes.formats.moments import ZONES, Local, read_clock, read_moment
from jembatan.programmes.formats.sheets import MOVEMENTS
from jembatan.programmes.formats.words import mode_of, movement_of, status_of
from jembatan.programmes.formats.zones import is_zone
from jembatan.programmes.importer.cells import guest_phone_in
from jembatan.programmes.importer.labels import MOVEMENT_LABELS
from jembatan.programmes.importer.places import Places
from jembatan.programmes.importer.records import as_left, differing, snapshot, touch
from jembatan.programmes.importer.tables import Filing, NotFiled, RowOfSheet, TableImporter
from jembatan.programmes.importer.target import of_programme
from jembatan.programmes.models import Delegation, Movement, Place, Programme
from jembatan.programmes.queries.local_times import moment_there

LENGTHS = {
    "number": 40,
    "terminal": 100,
    "vehicles": 300,
    "driver": 200,
    "luggage": 300,
}
UNSAID = timedelta(hours=1)
NEAR = timedelta(hours=36)
"""Two movements of one kind and number are one when they lie no farther apart."""


class MovementFiling(Filing):
    """The movements of the programme by delegation, kind and number."""

    def __init__(self, job: ImportJob, programme: Programme) -> None:
        self.job, self.programme = job, programme
        self.places = Places(job, programme)
        self.delegations: dict[str, Delegation] = {}
        for delegation in programme.delegations.all():
            self.delegations.setdefault(fold(delegation.name), delegation)
            if delegation.code:
                self.delegations.setdefault(fold(delegation.code), delegation)
        self.known: dict[tuple[int, str, str], list[Movement]] = {}
        self.left = as_left(job.batch, Movement)
        rows = Movement.objects.filter(delegation__programme=programme).order_by("pk")
        for movement in rows.select_related("delegation__programme__dossier", "origin", "destination"):
            self._know(movement)

    def take(self, row: RowOfSheet) -> Outcome:
        """Whatever the row says of its movement."""
        said = row.values
        delegation = self.delegations.get(fold(said.get("delegation", "")))
        if delegation is None:
            sentence = _(
                "The programme has no delegation “%(text)s”. Import or add it first, then try this row again."
            )
            raise NotFiled(because(sentence, text=said.get("delegation", "—")))
        values = self._values(row)
        made = Movement(desk=self.job.batch.desk, delegation=delegation, **values)
        self._check(made)
        found = self._match(made)
        if found is None:
            made.import_batch = self.job.batch.pk
            made.save()
            touch(self.job, made, None)
            self._know(made)
            return Outcome.FILED
        before = snapshot(found)
        changed = differing(found, values, self.left.get(found.pk, {}))
        further = changed.pop("further", None)
        for name in ("origin", "destination"):
            if f"{name}_id" in changed:
                place = changed.pop(f"{name}_id")
                changed[name] = next((p for p in self.places.by_name.values() if p.pk == place), None)
        if not changed and further is None:
            return Outcome.DUPLICATE
        if changed:
            write_change(self.job.actor, found, changed)
        if further is not None:
            found.further = further
            found.save(update_fields=["further"])
        touch(self.job, found, before)
        self.left[found.pk] = snapshot(found)
        return Outcome.UPDATED

    def _values(self, row: RowOfSheet) -> dict[str, Any]:
        said = row.values
        kind = movement_of(said.get("kind", ""))
        if not kind:
            sentence = _("“%(text)s” is no arrival, transfer or departure. Write one of them.")
            raise NotFiled(because(sentence, text=said.get("kind", "—")))
        values: dict[str, Any] = {"kind": kind}
        values |= {name: said[name][:length] for name, length in LENGTHS.items() if name in said}
        if number := said.get("driver_phone"):
            values["driver_phone"] = guest_phone_in(self.job, row, number)
        if "mode" in said or "number" in said:
            values["mode"] = mode_of(said.get("mode", ""), number=said.get("number", ""))
        if "people" in said:
            if not (said["people"].isascii() and said["people"].isdecimal() and len(said["people"]) <= 6):
                raise NotFiled(
                    because(_("“%(text)s” is no number of people. Correct it."), text=said["people"])
                )
            values["people"] = int(said["people"])
        if status := status_of(said.get("status", "")):
            values["status"] = status
        values |= self._ends(kind, said) | self._times(row, kind)
        if row.further:
            values["further"] = row.further
        return values

    def _ends(self, kind: str, said: dict[str, str]) -> dict[str, Any]:
        """Places of the programme; the end that is far away is a name."""
        values: dict[str, Any] = {}
        for name, far in (("origin", kind == "arrival"), ("destination", kind == "departure")):
            if name not in said:
                continue
            place = self.places.find(said[name])
            if place is None and far:
                values["far_end"] = said[name][:200]
                continue
            if place is None:
                near = Place.Kind.OTHER if kind == "transfer" else Place.Kind.TERMINAL
                place = self.places.find_or_make(said[name], near)
            values[f"{name}_id"] = place.pk
        return values

    def _times(self, row: RowOfSheet, kind: str) -> dict[str, Any]:
        said = row.values
        day = self._day(said, "departs_day")
        departs = self._moment(said, "departs", day)
        arrives = self._moment(
            said, "arrives", self._day(said, "arrives_day") or (departs.day if departs else day)
        )
        zones = {end: self._zone(said.get(f"{end}_zone", "")) for end in ("departs", "arrives")}
        if departs is None and arrives is None:
            raise NotFiled(_("The row says neither when it departs nor when it arrives."))
        starts_zone = (departs.zone if departs else "") or zones["departs"]
        ends_zone = (arrives.zone if arrives else "") or zones["arrives"]
        starts_at = departs.at(starts_zone) if departs else None
        ends_at = arrives.at(ends_zone) if arrives else None
        if starts_at is None or ends_at is None:
            unsaid = (
                _("The row does not say when it departs: an hour before it arrives was taken.")
                if starts_at is None
                else _("The row does not say when it arrives: an hour after it departs was taken.")
            )
            self.job.account.note(f"{row.place}:{row.line}", unsaid)
        begins: datetime = starts_at or (ends_at - UNSAID if ends_at else timezone.now())
        return {
            "starts_at": begins,
            "ends_at": ends_at or begins + UNSAID,
            "starts_zone": starts_zone,
            "ends_zone": ends_zone,
        }

    def _day(self, said: dict[str, str], name: str) -> date | None:
        if name not in said:
            return None
        read = self._read(said[name])
        return read.day

    def _moment(self, said: dict[str, str], name: str, day: date | None) -> Local | None:
        if name not in said:
            return None
        clock = read_clock(said[name])
        if clock is None:
            return self._read(said[name])
        if day is None:
            raise NotFiled(because(_("“%(text)s” is a time without a day. Add the day."), text=said[name]))
        return Local(day, clock)

    def _read(self, text: str) -> Local:
        read = read_moment(text, today=self.programme.first_day, language=self.job.actor.desk.language)
        if read is None:
            sentence = _("“%(text)s” is neither a day nor a time. Write one such as 2027-08-18 14:30.")
            raise NotFiled(because(sentence, text=text))
        return read

    def _zone(self, text: str) -> str:
        if not text:
            return self.programme.zone
        zone = ZONES.get(text.strip().upper(), text.strip())
        if not is_zone(zone):
            sentence = _("“%(text)s” is no time zone. Write one such as Asia/Jakarta.")
            raise NotFiled(because(sentence, text=text))
        return zone

    def _check(self, movement: Movement) -> None:
        if movement.ends_at > movement.starts_at:
            return
        raise NotFiled(
            because(
                _(
                    "%(number)s would arrive in %(destination)s on %(arrives)s, before it departs from %(origin)s on %(departs)s. Check the days and the time zones."
                ),
                number=movement.number or movement.delegation,
                destination=end_of(movement) or "—",
                arrives=moment_there(movement.ends_at, movement.ends_zone),
                origin=start_of(movement) or "—",
                departs=moment_there(movement.starts_at, movement.starts_zone),
            )
        )

    def _match(self, made: Movement) -> Movement | None:
        candidates = self.known.get(_key(made), [])
        moment = key_moment(made)[0]
        if not made.number:
            return next((each for each in candidates if key_moment(each)[0] == moment), None)
        near = [each for each in candidates if abs(key_moment(each)[0] - moment) <= NEAR]
        return min(near, key=lambda each: abs(key_moment(each)[0] - moment), default=None)

    def _know(self, movement: Movement) -> None:
        self.known.setdefault(_key(movement), []).append(movement)


def _key(movement: Movement) -> tuple[int, str, str]:
    return movement.delegation_id, movement.kind, "".join(movement.number.split()).upper()


MovementsImporter = TableImporter(
    kind="movements",
    label=gettext_lazy("Movements of a programme"),
    known=MOVEMENTS,
    labels=MOVEMENT_LABELS,
    begin=of_programme(MovementFiling),
)
