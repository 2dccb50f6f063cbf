"""Those who take part, in the order that the meeting follows, each with the reason."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk
from jembatan.directory.models import Position, PrecedenceRank, PrecedenceTable, PrecedenceVersion
from jembatan.directory.queries.positions import held_on
from jembatan.directory.queries.precedence.ranking import Candidate, Placed, in_order
from jembatan.directory.queries.precedence.tables import all_tables, standing_ranks, version_on
from jembatan.meetings.models import Attendance, Meeting, MeetingOrder, PlaceByHand


@dataclass(frozen=True, slots=True)
class Standing:
    """One who takes part, at a place from 1. `by_hand` is the exception, where there is one."""

    place: int
    guest: Attendance
    position: Position | None
    reason: str
    ranked: bool
    rank: PrecedenceRank | None = None
    by_hand: PlaceByHand | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """`ranks` are those that can be given to a post in one press; `version` is None where the table does not hold that day."""

    table: PrecedenceTable
    version: PrecedenceVersion | None
    standings: list[Standing]
    ranks: list[PrecedenceRank]

    @property
    def ranked(self) -> list[Standing]:
        """Those who have a place by the table or by hand."""
        return [each for each in self.standings if each.ranked or each.by_hand]

    @property
    def unranked(self) -> list[Standing]:
        """Those for whom the table has none."""
        return [each for each in self.standings if not each.ranked and not each.by_hand]


def day_of(meeting: Meeting, starts_at: datetime) -> date:
    """On which the meeting is, where it takes place."""
    if meeting.clock != Meeting.Clock.ZONED:
        return starts_at.date()
    return starts_at.astimezone(ZoneInfo(meeting.zone)).date()


def order_of(meeting: Meeting, starts_at: datetime) -> Order | None:
    """At the occurrence that begins then; None where no table was chosen. Queries do not grow with guests."""
    chosen = MeetingOrder.objects.select_related("table").filter(meeting=meeting).first()
    if chosen is None:
        return None
    table, day = chosen.table, day_of(meeting, starts_at)
    version = version_on(table, day)
    guests = taking_part(meeting)
    posts = posts_on(meeting.desk, guests, day)
    candidates = [_candidate(guest, posts.get(guest.pk)) for guest in guests]
    placed = in_order(table, version, candidates)
    ranks = list(standing_ranks(version)) if version else []
    return Order(table, version, _with_exceptions(meeting, guests, placed), ranks)


def tables_for(actor: Actor, meeting: Meeting) -> QuerySet[PrecedenceTable]:
    """Those that can be chosen, and the one that the meeting follows, though it was put away since."""
    followed = MeetingOrder.objects.filter(meeting=meeting).values("table")
    return all_tables(actor).filter(Q(retired_at__isnull=True) | Q(pk__in=followed))


def taking_part(meeting: Meeting) -> list[Attendance]:
    """Everyone who has not declined, with person and organisation."""
    rows = meeting.attendances.exclude(status=Attendance.Status.DECLINED)
    return list(rows.select_related("person", "organisation").order_by("-organiser", "optional", "id"))


def posts_on(desk: Desk, guests: Collection[Attendance], day: date) -> dict[int, Position]:
    """By guest, the post that the person held that day: at the organisation for which they come, else the one held longest."""
    people = {guest.person_id for guest in guests if guest.person_id}
    held = Position.objects.filter(held_on(day), desk=desk, person__in=people)
    rows = held.filter(organisation__removed_at__isnull=True).select_related("organisation")
    by_person: dict[int, list[Position]] = {}
    for position in rows.order_by(F("since").asc(nulls_last=True), "pk"):
        by_person.setdefault(position.person_id, []).append(position)
    found: dict[int, Position] = {}
    for guest in guests:
        posts = by_person.get(guest.person_id or 0, [])
        at_theirs = [post for post in posts if post.organisation_id == guest.organisation_id]
        if posts:
            found[guest.pk] = (at_theirs or posts)[0]
    return found


def _candidate(guest: Attendance, position: Position | None) -> Candidate[int]:
    body = guest.organisation or (position.organisation if position else None)
    country = (body.country if body else "") or (guest.person.country if guest.person else "")
    name = guest.person.sort_key if guest.person else str(guest)
    return Candidate(guest.pk, name, guest.ours, position, body.name if body else "", country)


def _with_exceptions(meeting: Meeting, guests: list[Attendance], placed: list[Placed[int]]) -> list[Standing]:
    """Those without a place last; then each exception is put where somebody wanted it, from the front on."""
    by_guest = {guest.pk: guest for guest in guests}
    rows = PlaceByHand.objects.filter(guest__meeting=meeting).select_related("moved_by")
    by_hand = {each.guest_id: each for each in rows.order_by("place", "-moved_at")}
    order = [each for each in placed if each.candidate.key not in by_hand]
    moved = {each.candidate.key: each for each in placed}
    for guest_id, exception in by_hand.items():
        if guest_id in moved:
            order.insert(exception.place - 1, moved[guest_id])
    return [
        Standing(
            number,
            by_guest[each.candidate.key],
            each.candidate.position,
            _reason(each, by_hand.get(each.candidate.key)),
            each.ranked,
            each.rank,
            by_hand.get(each.candidate.key),
        )
        for number, each in enumerate(order, start=1)
    ]


def _reason(placed: Placed[int], exception: PlaceByHand | None) -> str:
    if exception is None:
        return placed.reason
    facts = {"who": exception.moved_by or _("somebody"), "why": exception.reason or _("no reason given")}
    return _("by hand, %(who)s: %(why)s") % facts
