"""A meeting: when, where, with whom, what was before it and what the journal says of it."""

from dataclasses import dataclass
from datetime import datetime, tzinfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.journal.queries.timeline import visible_entries
from jembatan.meetings.actions.lines import SOURCE
from jembatan.meetings.formats.zones import zone_or_utc
from jembatan.meetings.models import Meeting
from jembatan.meetings.queries.agenda import agenda_of
from jembatan.meetings.queries.agenda_kinds import KINDS
from jembatan.meetings.queries.agenda_templates import agenda_templates
from jembatan.meetings.queries.bookings import rooms, taken
from jembatan.meetings.queries.guests import Guests, guests_of, previous_with_same
from jembatan.meetings.queries.history import meeting_history
from jembatan.meetings.queries.minutes.visible import minutes_at
from jembatan.meetings.queries.occurrences import Occurrence
from jembatan.meetings.queries.online import join_host, join_link
from jembatan.meetings.queries.order import order_of
from jembatan.meetings.queries.outcomes.standing import sitting_of
from jembatan.meetings.queries.series import changes_of, coming, occurrence_at
from jembatan.meetings.queries.wording import elsewhere_text, when_text
from jembatan.meetings.web.calendar.entries import entry_of
from jembatan.meetings.web.double_booking import taken_text
from jembatan.meetings.web.found import meeting_or_404
from jembatan.meetings.web.invitations import shown_invitation
from jembatan.meetings.web.outcomes import shown_outcomes
from jembatan.meetings.web.pages.fields import LABELS, shown
from jembatan.meetings.web.repetition import repetition_text
from jembatan.platform.ui.guard import desk_page
from jembatan.platform.ui.inline_edit import Shown

PREVIOUS = 5
COMING = 5
LINES = 10
TAKEN = 5


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The same time in another zone, and whose zone that is ("" for the meeting's own)."""

    text: str
    whose: str


@desk_page
def meeting(request: HttpRequest, actor: Actor, meeting_id: int) -> HttpResponse:
    """The page; of a series, at the occurrence `?at=` names."""
    found = meeting_or_404(actor, meeting_id)
    occurrence = occurrence_at(found, request.GET.get("at", ""))
    guests = guests_of(found)
    context = {
        "meeting": found,
        "occurrence": occurrence,
        "when": when_text(found, occurrence.starts_at, occurrence.ends_at),
        "is_over": occurrence.ends_at <= timezone.now(),
        "elsewhere": _elsewhere(found, occurrence, guests),
        "one_date": actor.may_write and _is_one_date(found, occurrence),
        "agenda": agenda_of(found, occurrence.starts_at, occurrence.ends_at),
        "agenda_kinds": KINDS,
        "outcomes": shown_outcomes(actor, sitting_of(found, occurrence)),
        "agenda_templates": agenda_templates(actor),
        "guests": guests,
        "order": order_of(found, occurrence.starts_at),
        "declined": [each for each in (*guests.theirs, *guests.ours) if each.status == "declined"],
        "join": join_link(found),
        "join_host": join_host(found),
        "invitation": shown_invitation(actor, found),
        "minutes": minutes_at(actor, found, occurrence.recurrence_id),
        "rooms": rooms(actor).exists(),
        "taken": [taken_text(each) for each in taken(actor, found)[:TAKEN]],
        "can_invite": actor.may_send and _can_invite(found, guests),
        "fields": {name: _shown(actor, found, name) for name in LABELS},
        "repetition": repetition_text(found.rule),
        "coming": [entry_of(each) for each in coming(found, COMING)],
        "changes": [(each, when_text(each, each.begins, each.finishes)) for each in changes_of(actor, found)],
        "previous": [
            (each, when_text(each, each.begins, each.finishes))
            for each in previous_with_same(actor, found, guests, PREVIOUS)
        ],
        "history": meeting_history(actor, found),
        "entries": visible_entries(actor).filter(source_kind=SOURCE, source_id=found.pk)[:LINES],
    }
    return render(request, "meetings/meeting.html", context)


def _is_one_date(meeting: Meeting, occurrence: Occurrence) -> bool:
    """A coming date of a series, which can be changed alone."""
    is_coming = bool(occurrence.recurrence_id) and occurrence.ends_at > timezone.now()
    return meeting.is_series and is_coming and not meeting.is_cancelled


def _can_invite(meeting: Meeting, guests: Guests) -> bool:
    """Nobody else has, and there is somebody to invite."""
    others = any(guest.organiser for guest in guests.theirs)
    return bool(guests.theirs) and not others and not meeting.is_cancelled


def _shown(actor: Actor, meeting: Meeting, name: str) -> Shown:
    return shown(meeting, name, editable=actor.may_write)


def _elsewhere(meeting: Meeting, occurrence: Occurrence, guests: Guests) -> list[Elsewhere]:
    """The meeting's own zone and those of the partners, where clocks show something else than the reader's."""
    if meeting.clock != Meeting.Clock.ZONED or occurrence.vague:
        return []
    zones: dict[str, list[str]] = {meeting.zone: []}
    for guest in guests.theirs:
        for party in (guest.organisation, guest.person):
            if party is not None and party.time_zone:
                zones.setdefault(party.time_zone, []).append(str(party))
    moment = occurrence.starts_at
    here = timezone.localtime(moment).utcoffset()
    return [
        Elsewhere(elsewhere_text(moment, occurrence.ends_at, zone), ", ".join(dict.fromkeys(whose)))
        for name, whose in zones.items()
        if _offset(moment, zone := zone_or_utc(name)) != here
    ]


def _offset(moment: datetime, zone: tzinfo) -> object:
    return moment.astimezone(zone).utcoffset()
