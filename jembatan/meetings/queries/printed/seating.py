"""The seats on paper: the plan, and cards to fold that stand on the table."""

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.meetings.models import Attendance, Meeting
from jembatan.meetings.queries.order import day_of, posts_on
from jembatan.meetings.queries.printed.frame import marking_of, written_for
from jembatan.meetings.queries.seating import Chair, Seating, seating_of
from jembatan.meetings.queries.series import occurrence_at
from jembatan.meetings.queries.wording import when_text
from jembatan.platform.documents.typesetting import typeset
from jembatan.platform.markings import Marking, highest
from jembatan.platform.ui.moments import moment_text


def printed_plan(actor: Actor, meeting: Meeting, *, at: str, language: str) -> tuple[str, bytes]:
    """Title and PDF: the drawing, and below it who sits where."""
    with written_for(meeting, language):
        now = timezone.now()
        occurrence = occurrence_at(meeting, at)
        found = seating_of(meeting, occurrence.starts_at, spare=False)
        title = _("Seats: %(title)s") % {"title": meeting}
        markings = [marking_of(each) for each in _people(found)]
        data = _frame(actor, meeting, markings, title=title, language=language, now=now)
        data |= {
            "subtitle": when_text(meeting, occurrence.starts_at, occurrence.ends_at),
            "alt": _("The table with its seats; the list below says the same in words."),
            "heading": _("Who sits where"),
            "interpreter": _("interpreter: %(name)s") % {"name": "{}"},
            "width": found.drawing.width if found else 0,
            "height": found.drawing.height if found else 0,
            "boxes": found.drawing.boxes if found else [],
            "circle": found.drawing.circle if found else None,
            "chairs": [_chair(chair) for chair in found.chairs] if found else [],
        }
    return title, typeset("seating.typ", data, made_at=now)


def printed_cards(actor: Actor, meeting: Meeting, *, at: str, language: str) -> tuple[str, bytes]:
    """Title and PDF: two cards a page, the name on both sides once it is folded."""
    with written_for(meeting, language):
        now = timezone.now()
        occurrence = occurrence_at(meeting, at)
        found = seating_of(meeting, occurrence.starts_at, spare=False)
        title = _("Place cards: %(title)s") % {"title": meeting}
        people = _people(found)
        posts = posts_on(meeting.desk, people, day_of(meeting, occurrence.starts_at))
        markings = [marking_of(each, posts.get(each.pk)) for each in people]
        data = _frame(actor, meeting, markings, title=title, language=language, now=now)
        data["cards"] = [
            {"name": _name(each), "post": _post(meeting, each, posts.get(each.pk))} for each in people
        ]
    return title, typeset("place_cards.typ", data, made_at=now)


def _people(found: Seating | None) -> list[Attendance]:
    """At the table, then behind it."""
    if found is None:
        return []
    return found.seated + [each.interpreter for each in found.chairs if each.interpreter]


def _frame(
    actor: Actor, meeting: Meeting, markings: list[Marking], *, title: str, language: str, now: datetime
) -> dict[str, Any]:
    facts = {"desk": actor.desk, "name": actor.name, "moment": moment_text(now)}
    return {
        "title": title,
        "language": language,
        "marking": str(highest([meeting.marking, *markings])),
        "made": _("%(desk)s · %(name)s · %(moment)s") % facts,
    }


def _chair(chair: Chair) -> dict[str, Any]:
    return {
        "place": chair.place_name,
        "box": chair.box,
        "lines": chair.lines,
        "name": _name(chair.guest) if chair.guest else "",
        "body": str(chair.guest.organisation or "") if chair.guest else "",
        "behind": chair.behind,
        "behind_lines": chair.interpreter_lines,
        "behind_name": _name(chair.interpreter) if chair.interpreter else "",
    }


def _name(guest: Attendance) -> str:
    return guest.person.formal_name if guest.person else str(guest)


def _post(meeting: Meeting, guest: Attendance, position: object) -> str:
    if position is not None:
        return str(position)
    return str(guest.organisation or (meeting.desk.organisation_name if guest.ours else ""))
