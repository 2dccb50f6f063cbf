"""A meeting of ours to which Sari and Budi are invited, and mail as calendars of four makers write it."""

from collections.abc import Collection, Mapping
from datetime import UTC, datetime

from jembatan.accounts.actor import Actor
from jembatan.meetings.actions.invitations.arrive import take_calendar
from jembatan.meetings.actions.invitations.invite import invite
from jembatan.meetings.actions.invitations.mail import Mail
from jembatan.meetings.actions.invitations.post import InvitationLetter
from jembatan.meetings.actions.plan_meeting import Times, plan_meeting
from jembatan.meetings.models import Attendance, Meeting
from jembatan.platform.markings import Marking

US = "biro@selatnusantara.example"
STARTS = datetime(2099, 3, 5, 7, tzinfo=UTC)
ENDS = datetime(2099, 3, 5, 8, tzinfo=UTC)
SARI, BUDI = "sari@mitra.example", "budi@mitra.example"


class Posted:
    """An outbox that keeps what it is given."""

    def __init__(self) -> None:
        self.letters: list[InvitationLetter] = []
        self.narrowest: dict[int, Marking] = {}

    def addresses(self, actor: Actor) -> list[str]:
        """One of the desk."""
        return [US]

    def limits(self, actor: Actor, organisations: Collection[int]) -> Mapping[int, Marking]:
        """As `narrowest` says."""
        return self.narrowest

    def send(self, actor: Actor, letter: InvitationLetter) -> None:
        """Kept."""
        self.letters.append(letter)

    @property
    def told(self) -> list[tuple[str, str]]:
        """Method and receiver of each."""
        return [(each.method, each.receiver) for each in self.letters]


def planned(actor: Actor) -> Meeting:
    """On 5 March 2099, 14:00 in Jakarta, with Sari and Budi."""
    meeting = plan_meeting(actor, "Rapat teknis", times=Times(STARTS, ENDS), zone="Asia/Jakarta")
    Attendance.objects.bulk_create(
        [
            Attendance(meeting=meeting, name="Sari", email=SARI),
            Attendance(meeting=meeting, name="Budi", email=BUDI),
        ]
    )
    return meeting


def invited(actor: Actor) -> Meeting:
    """The same, and both are invited."""
    meeting = planned(actor)
    invite(
        actor, meeting, address=US, guests=meeting.attendances.filter(ours=False).values_list("pk", flat=True)
    )
    meeting.refresh_from_db()
    return meeting


def guest(meeting: Meeting, email: str = SARI) -> Attendance:
    """As it is now."""
    return meeting.attendances.get(email=email)


def arrives(
    actor: Actor, text: str, *, sender: str = SARI, believed: bool = True, message_id: int = 1
) -> list[Meeting]:
    """By mail."""
    return take_calendar(actor, Mail(message_id, sender, believed, text.encode()))


def reply(
    meeting: Meeting,
    answer: str = "ACCEPTED",
    *,
    email: str = SARI,
    sequence: int | None = None,
    stamp: str = "20260301T080000Z",
    more: str = "",
    method: str = "REPLY",
    parameters: str = "",
) -> str:
    """A plain answer."""
    number = meeting.sequence if sequence is None else sequence
    return (
        f"BEGIN:VCALENDAR\nVERSION:2.0\nMETHOD:{method}\nBEGIN:VEVENT\nUID:{meeting.uid}\nSEQUENCE:{number}\nDTSTAMP:{stamp}\n"
        f"ORGANIZER:mailto:{US}\nATTENDEE;PARTSTAT={answer}{parameters}:mailto:{email}\n{more}END:VEVENT\nEND:VCALENDAR\n"
    )


def request(
    *,
    sequence: int = 0,
    method: str = "REQUEST",
    hour: int = 14,
    answer: str = "NEEDS-ACTION",
    more: str = "",
) -> str:
    """Sari invites our Bagus, in the manner of a widely used server."""
    return f"""BEGIN:VCALENDAR
PRODID:-//Mitra//Kalender 1.0//EN
VERSION:2.0
CALSCALE:GREGORIAN
METHOD:{method}
BEGIN:VTIMEZONE
TZID:SE Asia Standard Time
BEGIN:STANDARD
DTSTART:16010101T000000
TZOFFSETFROM:+0700
TZOFFSETTO:+0700
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:undangan-1@mitra.example
SUMMARY:Rapat koordinasi
DTSTART;TZID=SE Asia Standard Time:20990310T{hour}0000
DTEND;TZID=SE Asia Standard Time:20990310T{hour + 1}0000
DTSTAMP:20260301T08000{sequence}Z
SEQUENCE:{sequence}
ORGANIZER;CN=Sari:mailto:{SARI}
ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT={answer};RSVP=TRUE;CN=Bagus:mailto:bagus@selatnusantara.example
{more}END:VEVENT
END:VCALENDAR
"""
