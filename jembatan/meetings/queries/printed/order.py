"""Those who take part on paper: in order with the reasons, and as a list for each delegation."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Position
from jembatan.meetings.models import Attendance, Meeting
from jembatan.meetings.queries.order import Order, Standing, day_of, order_of, posts_on, taking_part
from jembatan.meetings.queries.printed.frame import framed, marking_of, written_for
from jembatan.meetings.queries.series import occurrence_at
from jembatan.platform.documents.model import Document, Line, Section


def printed_order(actor: Actor, meeting: Meeting, *, at: str, language: str) -> Document:
    """Attendance by the order that the meeting follows, with its source; as named where it follows none."""
    with written_for(meeting, language):
        occurrence = occurrence_at(meeting, at)
        order = order_of(meeting, occurrence.starts_at)
        people = order.standings if order else _as_named(meeting, day_of(meeting, occurrence.starts_at))
        ranked = [each for each in people if each.ranked or each.by_hand or order is None]
        rest = [each for each in people if each not in ranked]
        sections = [Section(_("Taking part"), tuple(map(_line, ranked)), empty=_("Nobody is named yet."))]
        if rest:
            sections.append(Section(_("Without a rank"), tuple(map(_line, rest))))
        title = _("Attendance: %(title)s") % {"title": meeting}
        return framed(
            actor, meeting, occurrence, title=title, language=language, sections=sections, about=_rule(order)
        )


def printed_delegations(actor: Actor, meeting: Meeting, *, at: str, language: str) -> Document:
    """A section for each side's organisations, guests first; the head of the delegation stands first."""
    with written_for(meeting, language):
        occurrence = occurrence_at(meeting, at)
        order = order_of(meeting, occurrence.starts_at)
        people = order.standings if order else _as_named(meeting, day_of(meeting, occurrence.starts_at))
        sections = [
            Section(_delegation_name(name, ours, len(members)), tuple(_members(members)))
            for (name, ours), members in _delegations(meeting, people).items()
        ]
        title = _("Delegations: %(title)s") % {"title": meeting}
        return framed(
            actor, meeting, occurrence, title=title, language=language, sections=sections, about=_rule(order)
        )


def _as_named(meeting: Meeting, day: date) -> list[Standing]:
    guests = taking_part(meeting)
    posts = posts_on(meeting.desk, guests, day)
    return [
        Standing(number, guest, posts.get(guest.pk), "", ranked=False)
        for number, guest in enumerate(guests, start=1)
    ]


def _rule(order: Order | None) -> str:
    if order is None:
        return ""
    cited = order.version.source if order.version else ""
    return ", ".join(part for part in (str(order.table), cited) if part)


def _line(standing: Standing) -> Line:
    guest = standing.guest
    facts = (_post(standing.position) or str(guest.organisation or ""), standing.reason)
    return Line(
        _full_name(guest),
        label=f"{standing.place}.",
        detail=" · ".join(fact for fact in facts if fact),
        marking=marking_of(guest, standing.position),
    )


def _delegations(meeting: Meeting, people: list[Standing]) -> dict[tuple[str, bool], list[Standing]]:
    """By organisation and side, guests first, each in the order of its first member."""
    found: dict[tuple[str, bool], list[Standing]] = {}
    ours_last = sorted(people, key=lambda each: (each.guest.ours, each.place))
    for standing in ours_last:
        guest = standing.guest
        name = (
            meeting.desk.organisation_name or str(meeting.desk)
            if guest.ours
            else str(guest.organisation or (standing.position.organisation if standing.position else ""))
        )
        found.setdefault((name, guest.ours), []).append(standing)
    return {
        key: [each for each in members if _is_somebody(each.guest)] or members
        for key, members in found.items()
    }


def _is_somebody(guest: Attendance) -> bool:
    """And not the organisation itself, which stands above the list already."""
    return guest.person_id is not None or guest.organisation is None or guest.name != guest.organisation.name


def _delegation_name(name: str, ours: bool, members: int) -> str:
    side = _("Our side") if ours else ""
    count = ngettext("%(number)s member", "%(number)s members", members) % {"number": members}
    return " · ".join(part for part in (name or _("Without an organisation"), side, count) if part)


def _members(members: list[Standing]) -> Iterator[Line]:
    for number, standing in enumerate(members, start=1):
        guest = standing.guest
        form = guest.person.form_of_address if guest.person else ""
        facts = (
            _post(standing.position),
            _("form of address: %(form)s") % {"form": form} if form else "",
            _("head of delegation") if number == 1 and len(members) > 1 else "",
        )
        yield Line(
            _full_name(guest),
            label=f"{number}.",
            detail=" · ".join(fact for fact in facts if fact),
            marking=marking_of(guest, standing.position),
        )


def _full_name(guest: Attendance) -> str:
    return guest.person.formal_name if guest.person else str(guest)


def _post(position: Position | None) -> str:
    return str(position) if position else ""
