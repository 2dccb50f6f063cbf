"""How a programme stands: what is open today and tomorrow, who is absent, what nobody has acknowledged."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet, Sum
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jembatan.accounts.actor import Actor
from jembatan.deployment.models import (
    ACTIVE,
    Assignment,
    BroadcastReceiver,
    Handover,
    Override,
    Roster,
)
from jembatan.deployment.queries.board import seats_of, time_told
from jembatan.deployment.queries.clockwork import Clockwork, clockwork
from jembatan.deployment.queries.situation_sections import further_sections
from jembatan.deployment.queries.standby import waiting_on
from jembatan.deployment.queries.visible import roster_at_work
from jembatan.directory.queries.spoken import spoken_name
from jembatan.platform.documents.model import Document, Line, Section, Words
from jembatan.platform.markings import Marking
from jembatan.platform.ui.moments import clock_text, day_text, moment_text
from jembatan.programmes.models import Absence, Duty, Movement, MovementChange, Programme
from jembatan.programmes.queries.movement_words import change_told

SHOWN = 60


def situation(actor: Actor, programme: Programme, *, language: str) -> Document:
    """As the programme's clocks stand now; at its marking."""
    clock, now = clockwork(programme), timezone.now()
    today = clock.today(now)
    with translation.override(language), timezone.override(clock.zone):
        roster = roster_at_work(programme)
        marking = Marking(programme.marking)
        sections = list(_sections(programme, roster, clock, today, now, marking))
        return Document(
            title=_("Situation report: %(name)s") % {"name": programme},
            language=language,
            made_at=now,
            made=_("As of %(day)s") % {"day": moment_text(now)},
            words=Words(_("Sources"), _("Page"), _("of")),
            subtitle=actor.desk.name,
            figures=tuple(_figures(programme, roster, today)),
            sections=tuple(sections),
            least_marking=marking,
        )


def _figures(programme: Programme, roster: Roster | None, today: date) -> Iterator[tuple[str, str]]:
    for day, label in ((today, _("Open seats today")), (today + timedelta(days=1), _("Open seats tomorrow"))):
        duties = Duty.objects.filter(programme=programme, day=day, cancelled=False)
        seats = duties.aggregate(seats=Sum("officers", default=0))["seats"]
        taken = (
            Assignment.objects.filter(roster=roster, duty__in=duties, state__in=ACTIVE).count()
            if roster
            else 0
        )
        yield label, f"{max(seats - taken, 0)} / {seats}"
    if roster:
        rows = Assignment.objects.filter(
            roster=roster, state__in=ACTIVE, duty__day=today, duty__cancelled=False
        )
        yield _("Officers on duty today"), str(rows.values("officer").distinct().count())
    yield _("On standby"), str(waiting_on(programme, today).count())


def _sections(
    programme: Programme,
    roster: Roster | None,
    clock: Clockwork,
    today: date,
    now: datetime,
    marking: Marking,
) -> Iterator[Section]:
    days = (today, today + timedelta(days=1))
    open_lines = (
        [line for day in days for line in _open(programme, roster, clock, day, marking)] if roster else []
    )
    yield from further_sections(programme, now, marking)
    yield Section(_("Open seats"), tuple(open_lines[:SHOWN]), _("Nothing is open today or tomorrow."))
    yield Section(_("Absent"), tuple(_absent(programme, now, marking)), _("Nobody is absent."))
    changes = (*_changes(roster, now, marking), *_moved(programme, now - timedelta(days=1), marking))
    yield Section(_("Changes of the last day"), changes, _("Nothing changed."))
    yield Section(
        _("Movements today"), tuple(_movements(programme, clock, today, marking)), _("There are none.")
    )
    yield Section(
        _("Not acknowledged"), tuple(_unread(programme, now, marking)), _("Everything is acknowledged.")
    )


def _open(
    programme: Programme, roster: Roster, clock: Clockwork, day: date, marking: Marking
) -> Iterator[Line]:
    duties = Duty.objects.filter(programme=programme, day=day, cancelled=False)
    listed = list(duties.select_related("delegation", "place").order_by("starts_at"))
    cells = seats_of(roster, listed)
    for duty in listed:
        count = sum(cell.row is None for cell in cells[duty.pk])
        if count:
            told = ngettext("%(count)s seat open", "%(count)s seats open", count) % {"count": count}
            detail = " · ".join(
                filter(
                    None,
                    [told, str(duty.delegation or ""), str(duty.place or ""), spoken_name(duty.language)],
                )
            )
            yield Line(
                duty.title, label=f"{day_text(day)}, {time_told(clock, duty)}", detail=detail, marking=marking
            )


def _absent(programme: Programme, now: datetime, marking: Marking) -> Iterator[Line]:
    rows = Absence.objects.filter(officer__programme=programme, during__contains=now).select_related(
        "officer"
    )
    for row in rows.order_by("officer__full_name")[:SHOWN]:
        until = row.during.upper
        detail = _("until %(moment)s") % {"moment": moment_text(until)} if until else ""
        yield Line(row.officer.full_name, detail=detail, marking=marking)


def _changes(roster: Roster | None, now: datetime, marking: Marking) -> Iterator[Line]:
    since = now - timedelta(days=1)
    rows = _replaced(roster, since).select_related("outgoing", "incoming", "delegation")
    for row in rows.order_by("-made_at")[:SHOWN]:
        yield Line(
            f"{row.outgoing} → {row.incoming}",
            label=clock_text(timezone.localtime(row.made_at)),
            detail=str(row.delegation or ""),
            marking=marking,
        )
    if roster and roster.published_at:
        yield from _by_hand(roster, max(since, roster.published_at), marking)
    for override in Override.objects.filter(roster=roster, made_at__gte=since).order_by("-made_at")[:SHOWN]:
        yield Line(override.told, label=_("Rule set aside"), detail=override.reason, marking=marking)


def _by_hand(roster: Roster, since: datetime, marking: Marking) -> Iterator[Line]:
    """Who came onto a seat since then otherwise than by a handover, which is told already."""
    rows = Assignment.objects.filter(roster=roster, state__in=ACTIVE, made_at__gt=since)
    rows = rows.exclude(duty__in=_replaced(roster, since).values("duties"))
    for row in rows.select_related("duty__delegation", "officer").order_by("-made_at", "-pk")[:SHOWN]:
        whom = [str(row.duty.delegation or ""), day_text(row.duty.day), str(row.get_origin_display())]
        yield Line(
            f"{row.officer}: {row.duty}",
            label=clock_text(timezone.localtime(row.made_at)),
            detail=" · ".join(filter(None, whom)),
            marking=marking,
        )


def _replaced(roster: Roster | None, since: datetime) -> QuerySet[Handover]:
    """What an officer hands over at the end of a duty changes nobody's seat."""
    return Handover.objects.filter(roster=roster, proposal__isnull=False, made_at__gte=since)


def _moved(programme: Programme, since: datetime, marking: Marking) -> Iterator[Line]:
    changes = MovementChange.objects.filter(movement__delegation__programme=programme, changed_at__gte=since)
    for change in changes.select_related("movement__delegation").order_by("-changed_at")[:SHOWN]:
        movement = change.movement
        yield Line(
            f"{movement.delegation}: {movement}",
            label=clock_text(timezone.localtime(change.changed_at)),
            detail=change_told(change, movement),
            marking=marking,
        )


def _movements(programme: Programme, clock: Clockwork, today: date, marking: Marking) -> Iterator[Line]:
    start = datetime.combine(today, time(), clock.zone)
    rows = Movement.objects.filter(
        delegation__programme=programme, starts_at__lt=start + timedelta(days=1), ends_at__gt=start
    )
    for row in rows.select_related("delegation").order_by("starts_at")[:SHOWN]:
        label = (
            f"{clock_text(timezone.localtime(row.starts_at))}–{clock_text(timezone.localtime(row.ends_at))}"
        )
        detail = " · ".join(filter(None, [str(row.get_status_display()), row.terminal, row.vehicles]))
        yield Line(f"{row.delegation}: {row}", label=label, detail=detail, marking=marking)


def _unread(programme: Programme, now: datetime, marking: Marking) -> Iterator[Line]:
    handovers = Handover.objects.filter(roster__programme=programme, acknowledged_at__isnull=True)
    for row in handovers.select_related("incoming", "outgoing").order_by("-made_at")[:SHOWN]:
        yield Line(f"{row.outgoing} → {row.incoming}", label=_("Handover"), marking=marking)
    lately = now - timedelta(days=2)
    receivers = BroadcastReceiver.objects.filter(
        broadcast__programme=programme, broadcast__sent_at__gte=lately, acknowledged_at__isnull=True
    )
    counted: dict[str, int] = {}
    for subject in receivers.values_list("broadcast__subject", flat=True):
        counted[subject] = counted.get(subject, 0) + 1
    for subject, count in counted.items():
        told = ngettext("%(count)s officer has not read it", "%(count)s officers have not read it", count)
        yield Line(subject, label=_("Broadcast"), detail=told % {"count": count}, marking=marking)
