"""A meeting of a minister, two directors and an adviser from outside with two of ours, in an order of precedence."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.organisations import add_organisation
from jembatan.directory.actions.people import add_person
from jembatan.directory.actions.positions import PositionFacts, add_position
from jembatan.directory.actions.precedence.ranks import RankFacts, add_rank
from jembatan.directory.actions.precedence.tables import TableFacts, make_table
from jembatan.directory.models import PrecedenceTable
from jembatan.meetings.actions.order import follow_table
from jembatan.meetings.actions.plan_meeting import Times, plan_meeting
from jembatan.meetings.models import Attendance, Meeting


@dataclass(frozen=True, slots=True)
class Scene:
    """The meeting, the table that it follows, and its guests by name."""

    meeting: Meeting
    table: PrecedenceTable
    guests: dict[str, Attendance]


def protocol_scene(head: Actor, officer: Actor) -> Scene:
    """Wati is named first and ranks behind Sari; Budi has no rank; Ratna and Bagus are ours."""
    begins = timezone.now().replace(minute=0, second=0, microsecond=0) + timedelta(days=2)
    ministry = add_organisation(officer, "Kementerian Laut")
    agency = add_organisation(officer, "Badan Pelabuhan")
    people = []
    for name, title, body, since in (
        ("Wati", "Direktur Pelayaran", ministry, date(2024, 1, 1)),
        ("Sari", "Menteri Kelautan", ministry, date(2025, 1, 1)),
        ("Anton", "Direktur Utama", agency, date(2020, 1, 1)),
        ("Budi", "Penasihat", agency, None),
    ):
        person = add_person(officer, name, fields={"form_of_address": "Ibu" if name != "Budi" else "Bapak"})
        add_position(officer, person, body, PositionFacts(title=title, since=since))
        people.append(person)
    meeting = plan_meeting(
        officer,
        "Rapat Pelabuhan",
        times=Times(begins, begins + timedelta(hours=1)),
        zone="Asia/Jakarta",
        parties=people,
        allowed=True,
    )
    meeting.attendances.filter(ours=True).delete()
    for member in (head, officer):
        assert member.user is not None
        Attendance.objects.create(
            meeting=meeting, name=member.user.full_name, email=member.user.email, ours=True
        )
    facts = TableFacts(name="Tata tempat", order="ranks", sides="together", language="id")
    table = make_table(head, facts, source="Kebiasaan meja")
    version = table.versions.get()
    add_rank(head, version, RankFacts(name_id="Menteri", name_en="Minister", offices="menteri *"))
    add_rank(
        head,
        version,
        RankFacts(name_id="Direktur", name_en="Director", article="butir 2", offices="direktur *"),
    )
    follow_table(officer, meeting, table)
    names = {guest.name.split()[0]: guest for guest in meeting.attendances.all()}
    return Scene(meeting, table, names)
