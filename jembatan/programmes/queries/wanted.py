"""Which duties the templates of a programme ask for, reckoned from its movements, items and days."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from jembatan.programmes.models import Delegation, DutyTemplate, ItineraryItem, Movement, Programme
from jembatan.programmes.models.programme import DAY

ENGLISH = "en"
Source = DutyTemplate.Source


@dataclass(frozen=True, slots=True)
class Wanted:
    """A duty as its template has it. Fields are named as those of `Duty`."""

    template_id: int
    delegation_id: int | None
    movement_id: int | None
    item_id: int | None
    title: str
    place_id: int | None
    post_id: int | None
    day: date
    starts_at: datetime
    ends_at: datetime
    officers: int
    language: str
    least_cefr: str
    level: int
    priority: int

    @property
    def key(self) -> tuple[object, ...]:
        """What it is of: a movement that is moved to another day keeps its duty."""
        of_day = self.day if self.movement_id is None and self.item_id is None else None
        return self.template_id, self.delegation_id, self.movement_id, self.item_id, of_day


def wanted_duties(programme: Programme) -> list[Wanted]:
    """All of them, by a handful of queries; nothing for what is cancelled."""
    templates = list(programme.duty_templates.order_by("pk"))
    delegations = list(programme.delegations.order_by("pk"))
    movements = list(
        Movement.objects.filter(delegation__programme=programme)
        .exclude(status=Movement.Status.CANCELLED)
        .select_related("delegation")
        .order_by("pk")
    )
    items = list(
        ItineraryItem.objects.filter(programme=programme, cancelled=False)
        .select_related("delegation")
        .order_by("pk")
    )
    presence = _presence(programme, movements)
    found: list[Wanted] = []
    for template in templates:
        if template.source == Source.ITEM:
            found += (of_item(programme, template, item) for item in items)
        elif template.source == Source.DAY:
            found += _of_days(programme, template, delegations, presence, _followed(template, templates))
        else:
            found += (of_movement(programme, template, m) for m in movements if m.kind == template.source)
    return found


def of_movement(programme: Programme, template: DutyTemplate, movement: Movement) -> Wanted:
    """Around an arrival's end, a departure's beginning, or the whole of a transfer."""
    kind = movement.kind
    first = movement.ends_at if kind == Movement.Kind.ARRIVAL else movement.starts_at
    last = movement.starts_at if kind == Movement.Kind.DEPARTURE else movement.ends_at
    there = movement.origin_id if kind == Movement.Kind.DEPARTURE else movement.destination_id
    return _wanted(
        programme,
        template,
        movement.delegation,
        " · ".join(filter(None, (template.name, movement.number))),
        (first, last),
        place_id=there,
        movement_id=movement.pk,
    )


def of_item(programme: Programme, template: DutyTemplate, item: ItineraryItem) -> Wanted:
    """Around an item of one delegation, or of all."""
    return _wanted(
        programme,
        template,
        item.delegation,
        f"{template.name} · {item.title}",
        (item.starts_at, item.ends_at),
        place_id=item.place_id,
        item_id=item.pk,
    )


def _of_days(
    programme: Programme,
    template: DutyTemplate,
    delegations: Iterable[Delegation],
    presence: dict[int, tuple[date, date]],
    followed: bool,
) -> Iterator[Wanted]:
    """Where another shift follows, the officers of both are there together for the programme's handover."""
    zone = ZoneInfo(programme.zone)
    nights = template.daily_end // DAY  # How many days later the next shift begins.
    for delegation in delegations:
        first, last = presence.get(delegation.pk, (programme.first_day, programme.last_day))
        for number in range((last - first).days + 1):
            day = first + timedelta(days=number)
            together = programme.handover if followed and day + timedelta(days=nights) <= last else 0
            begins, ends = (
                datetime.combine(day, time(), zone) + timedelta(minutes=minutes)
                for minutes in (template.daily_start, template.daily_end + together)
            )
            yield _wanted(
                programme, template, delegation, template.name, (begins, ends), place_id=delegation.home_id
            )


def _followed(template: DutyTemplate, templates: Iterable[DutyTemplate]) -> bool:
    """Whether a shift of the same work, at the same place, begins when this one ends."""
    ends = template.daily_end % DAY
    return any(
        each.source == Source.DAY
        and (each.daily_start, each.post_id, each.place_id) == (ends, template.post_id, template.place_id)
        for each in templates
    )


def _presence(programme: Programme, movements: Iterable[Movement]) -> dict[int, tuple[date, date]]:
    """From the first arrival to the last departure; where one is not known, the programme's own first or last day."""
    zone = ZoneInfo(programme.zone)
    arrivals: dict[int, date] = {}
    departures: dict[int, date] = {}
    for movement in movements:
        key = movement.delegation_id
        if movement.kind == Movement.Kind.ARRIVAL:
            day = movement.ends_at.astimezone(zone).date()
            arrivals[key] = min(day, arrivals.get(key, day))
        elif movement.kind == Movement.Kind.DEPARTURE:
            day = movement.starts_at.astimezone(zone).date()
            departures[key] = max(day, departures.get(key, day))
    return {
        key: (arrivals.get(key, programme.first_day), departures.get(key, programme.last_day))
        for key in arrivals.keys() | departures.keys()
    }


def _wanted(
    programme: Programme,
    template: DutyTemplate,
    delegation: Delegation | None,
    title: str,
    moments: tuple[datetime, datetime],
    *,
    place_id: int | None,
    movement_id: int | None = None,
    item_id: int | None = None,
) -> Wanted:
    begins, ends = moments
    if template.source != Source.DAY:
        begins, ends = begins - timedelta(minutes=template.before), ends + timedelta(minutes=template.after)
    own = delegation.languages[0] if delegation and delegation.languages else ENGLISH
    return Wanted(
        template_id=template.pk,
        delegation_id=delegation.pk if delegation else None,
        movement_id=movement_id,
        item_id=item_id,
        title=title[:200],
        place_id=template.place_id or place_id,
        post_id=template.post_id,
        day=begins.astimezone(ZoneInfo(programme.zone)).date(),
        starts_at=begins,
        ends_at=ends,
        officers=template.officers,
        language=own if template.own_language else template.language,
        least_cefr=template.least_cefr,
        level=template.level,
        priority=template.priority,
    )
