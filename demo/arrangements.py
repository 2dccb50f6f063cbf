"""What the demo office is arranging, and what came of it: rooms, agendas, an answered invitation, a poll, minutes and promises."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils import translation
from django.utils.translation import gettext as _

from demo import cast, minutes, promises
from demo.correspondence.scene import Scene
from demo.correspondence.way_out import EMAIL
from demo.days import working_day
from demo.files import ZONE
from demo.meetings import PLANNED
from jembatan.accounts.models import Desk
from jembatan.meetings.actions.agenda import Content, add_point
from jembatan.meetings.actions.book import book
from jembatan.meetings.actions.lines import ANSWERED, line
from jembatan.meetings.actions.polls.ask import Asked, ask_for_times
from jembatan.meetings.actions.polls.vote import vote_for
from jembatan.meetings.actions.rooms import add_room
from jembatan.meetings.models import AgendaItem, Attendance, Meeting, Poll, PollGuest, Room

ROOMS = ("Ruang Samudra, lantai 3", "Ruang Arafura")
IN_ROOMS = (("rambu", ROOMS[0]), ("akitsu", ROOMS[1]))


@dataclass(frozen=True, slots=True)
class Point:
    """A point of an agenda; `leads` is a member or a contact, `notes` name its papers."""

    title: str
    minutes: int
    leads: str = ""
    speaks: bool = False
    notes: str = ""


AGENDAS = {
    "mou": (
        Point("Who signs for each side", 10, "ratna", notes="Paper: letter of the Director General"),
        Point("Article 7: travel costs", 25, "maria", notes="Papers: draft of the MoU, our comments"),
        Point("What each side says at the signing", 15, "vanderberg", speaks=True),
        Point("Next steps", 10, "okafor"),
    ),
    "rambu": (
        Point("Jadwal penutupan alur timur", 20, "yosef", notes="Bahan: rencana perbaikan rambu suar"),
        Point("Pemberitahuan kepada operator", 15, "bagus", notes="Bahan: daftar operator feri dan pandu"),
        Point("Hal lain", 10),
    ),
    "akitsu": (
        Point("Welcome", 10, "ratna", speaks=True),
        Point(
            "Joint survey of the northern approach", 40, "maria", notes="Paper: route and data of the survey"
        ),
        Point("Photograph", 10),
    ),
}
INVITED = "mou"
ANSWERS = (
    ("vanderberg", Attendance.Status.ACCEPTED, "I will bring our lawyer for article 7."),
    ("okafor", Attendance.Status.TENTATIVE, "I may join ten minutes late."),
)
POLL = "Meja bundar keselamatan jalur nelayan"
POLL_DAYS, POLL_HOURS = (6, 2), (9, 14)
VOTES = (("laode", ("yes", "no", "yes", "maybe")), ("yosef", ("maybe", "no", "yes", "yes")), ("wayan", ()))


def write(scene: Scene) -> None:
    """Beside the meetings of the imported calendar."""
    head = scene.actor(cast.HEAD.key)
    rooms = {name: add_room(head, name) for name in ROOMS}
    for key, name in IN_ROOMS:
        meeting = _meeting(scene.desk, key)
        Meeting.objects.filter(pk=meeting.pk).update(room=rooms[name])
        book(head, _meeting(scene.desk, key), allowed=True)
    for key, points in AGENDAS.items():
        _write_agenda(scene, _meeting(scene.desk, key), points)
    _invite(scene)
    _ask(scene)
    minutes.write(scene)
    promises.write(scene)


def _write_agenda(scene: Scene, meeting: Meeting, points: tuple[Point, ...]) -> None:
    for point in points:
        content = Content(
            title=point.title,
            minutes=point.minutes,
            owner=_guest(scene, meeting, point.leads) if point.leads else None,
            speaks=point.speaks,
            notes=point.notes,
        )
        add_point(scene.actor(cast.SECOND_OFFICER.key), meeting, content)


def _invite(scene: Scene) -> None:
    """As it stands after the answers have come: the invitation left by the calendar of before, and by no mail of the desk."""
    meeting = _meeting(scene.desk, INVITED)
    Meeting.objects.filter(pk=meeting.pk).update(invited_as=EMAIL)
    for number, (key, status, comment) in enumerate(ANSWERS):
        guest, moment = _guest(scene, meeting, key), scene.at(-1, 10 + number)
        guest.told, guest.status, guest.comment, guest.answered_at = meeting.sequence, status, comment, moment
        guest.save(update_fields=["told", "status", "comment", "answered_at"])
        with translation.override(scene.desk.language):
            values = {"name": guest, "answer": guest.get_status_display(), "title": meeting}
            summary = _("%(name)s %(answer)s: %(title)s") % values
        parties = [guest.person] if guest.person else []
        told = line(
            meeting,
            moment,
            kind=ANSWERED,
            parties=parties,
            summary=summary,
            exact=True,
            batch_id=scene.batch_id,
        )
        scene.tell(told)


def poll_times(today: date) -> list[datetime]:
    """Two times on each of two working days, some days apart."""
    first = working_day(today, POLL_DAYS[0])
    days = (first, working_day(first, POLL_DAYS[1]))
    return [datetime.combine(day, time(hour), ZONE) for day in days for hour in POLL_HOURS]


def _ask(scene: Scene) -> None:
    """Two of three have answered."""
    bagus = scene.actor(cast.OFFICER.key)
    poll = ask_for_times(
        bagus,
        Asked(
            title=POLL,
            minutes=90,
            starts=poll_times(scene.today),
            zone=scene.desk.time_zone,
            answer_by=scene.at(3, 17),
            parties=[scene.person(key) for key, _votes in VOTES],
            users=[scene.user(cast.OFFICER.key), scene.user(cast.DRAFTER.key)],
            location=ROOMS[0],
            by_mail=False,
        ),
    )
    slots = list(poll.slots.order_by("starts_at").values_list("pk", flat=True))
    for key, votes in VOTES:
        if votes:
            guest = PollGuest.objects.get(poll=poll, person=scene.person(key))
            vote_for(bagus, guest, dict(zip(slots, votes, strict=True)))


def remove(desk: Desk) -> None:
    """The poll unless it was decided, promises, minutes and agendas as they were written, and rooms in which nothing else is."""
    promises.remove(desk)
    minutes.remove(desk)
    Poll.objects.filter(desk=desk, title=POLL, state=Poll.State.OPEN).delete()
    titles = [point.title for points in AGENDAS.values() for point in points]
    of_demo = Meeting.objects.filter(desk=desk, title__in=[_planned(key) for key in AGENDAS])
    AgendaItem.objects.filter(meeting__in=of_demo, title__in=titles).delete()
    used = Meeting.objects.exclude(pk__in=of_demo).filter(desk=desk, room__isnull=False)
    leaving = Room.objects.filter(desk=desk, name__in=ROOMS).exclude(pk__in=used.values("room"))
    Meeting.objects.filter(room__in=leaving).update(room=None)
    leaving.delete()


def _meeting(desk: Desk, key: str) -> Meeting:
    return Meeting.objects.select_related("desk", "room").get(desk=desk, title=_planned(key), rule="")


def _planned(key: str) -> str:
    return next(each.title for each in PLANNED if each.key == key)


def _guest(scene: Scene, meeting: Meeting, key: str) -> Attendance:
    ours = any(member.key == key for member in cast.MEMBERS)
    attendances = meeting.attendances.select_related("person")
    return attendances.get(email=scene.user(key).email) if ours else attendances.get(person=scene.person(key))
