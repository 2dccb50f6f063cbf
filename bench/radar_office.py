"""A world of the radar's bench as a desk: its people in the directory, its mails through the importer, its records as their rooms write them."""

from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import format_datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.radar_network import Mail, World
from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk, Membership, Role, User
from jembatan.commitments.actions.closing import keep
from jembatan.commitments.actions.record import Promise, record_commitment
from jembatan.commitments.models import Commitment, MovedDate
from jembatan.correspondence.actions.drafts.start import start_mail
from jembatan.correspondence.actions.lines.said import SAID, say
from jembatan.correspondence.models import (
    Bounce,
    Line,
    LineHearer,
    LineUse,
    LineVersion,
    ReadBack,
    ReadBackAnswer,
    ReadBackReceiver,
)
from jembatan.directory.actions.organisations import add_organisation
from jembatan.directory.actions.people import add_person
from jembatan.directory.models import Counterpart, Organisation, Person, Position
from jembatan.meetings.actions.minutes.begin import begin_minutes
from jembatan.meetings.actions.outcomes.closing import close_action
from jembatan.meetings.actions.outcomes.giving import Task, give_action
from jembatan.meetings.actions.record_held import record_held
from jembatan.meetings.tests.outcomes.scene import met, sitting
from jembatan.platform.imports.actions.run import import_now

TOKYO = timezone(timedelta(hours=9))
REPORT = """From: MAILER-DAEMON@mx.example\nTo: {ours}\nSubject: Undelivered Mail\nDate: {date}\nMessage-ID: <{key}.back@bench.example>
Auto-Submitted: auto-replied\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary="x"\n
--x\nContent-Type: text/plain\n\nI am sorry.\n--x\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n
Final-Recipient: rfc822; {theirs}\nAction: failed\nStatus: 5.1.1\n
--x\nContent-Type: text/rfc822-headers\n\nMessage-ID: <{key}@bench.example>\n\n--x--\n"""


class Office:
    """The desk of one world; `now` is when everything has happened."""

    def __init__(self, world: World, name: str, now: datetime) -> None:
        self.world, self.now = world, now
        self.desk = Desk.objects.create(
            name=name, slug=name, language="en", time_zone="UTC", own_domains=["office.example"]
        )
        self.head = Actor(desk=self.desk, role=Role.HEAD, user=self._member("head@office.example", "Head"))
        self.users = {
            each.key: self._member(each.email, each.name) for each in world.people.values() if each.ours
        }
        self.houses: dict[int, Organisation] = {}
        self.persons: dict[int, Person] = {}
        self._directory()
        self._mail()
        for kind, partner, facts in world.records:
            getattr(self, f"_{kind}")(partner, facts)
        record_held(self.desk)

    def _member(self, email: str, name: str) -> User:
        user = User.objects.filter(email=email).first() or User.objects.create_user(email, full_name=name)
        Membership.objects.create(desk=self.desk, user=user, role=Role.HEAD)
        return user

    def _directory(self) -> None:
        active = [self.users[each.key] for each in self.world.ours[:2]]
        own = add_organisation(self.head, "The office")
        for each in self.world.people.values():
            if each.ours:
                person = add_person(self.head, each.name, email=each.email, organisation=own)
                Position.objects.filter(person=person).update(unit=each.unit)
        for key in self.world.theirs:
            each = self.world.people[key]
            self.houses[key] = add_organisation(self.head, f"House of {each.name}")
            self.persons[key] = add_person(
                self.head, each.name, email=each.email, organisation=self.houses[key]
            )
            Counterpart.objects.create(
                desk=self.desk, organisation=self.houses[key], lead=active[0], deputy=active[1]
            )

    def _mail(self) -> None:
        clocks = {
            partner: int(str(facts["hour"])) for kind, partner, facts in self.world.records if kind == "zone"
        }
        back = {str(facts["mail"]) for kind, _partner, facts in self.world.records if kind == "bounce"}
        with TemporaryDirectory(prefix="jembatan-bench-") as folder:
            path = Path(folder) / "network.mbox"
            with path.open("w", encoding="utf-8", newline="\n") as box:
                for mail in sorted(self.world.mails, key=lambda mail: -mail.ago):
                    at = self._at(mail, clocks)
                    box.write(f"From x Thu Jan  1 00:00:00 1970\n{self._written(mail, at)}\n\n")
                    if mail.key in back:
                        ours, theirs = (
                            self.world.people[mail.author].email,
                            self.world.people[mail.to[0]].email,
                        )
                        told = REPORT.format(ours=ours, theirs=theirs, key=mail.key, date=format_datetime(at))
                        box.write(f"From x Thu Jan  1 00:00:00 1970\n{told}\n\n")
            import_now(self.head, [path])

    def _at(self, mail: Mail, clocks: dict[int, int]) -> datetime:
        at = self.now - timedelta(seconds=mail.ago)
        if mail.key.startswith("planted") and mail.to[0] in clocks:
            there = at.astimezone(TOKYO) - timedelta(days=1)
            at = there.replace(hour=clocks[mail.to[0]]).astimezone(UTC)
        return at

    def _written(self, mail: Mail, at: datetime) -> str:
        people = self.world.people
        lines = [
            f"From: {_address(people[mail.author])}",
            f"To: {', '.join(_address(people[each]) for each in mail.to)}",
            *([f"Cc: {', '.join(_address(people[each]) for each in mail.copies)}"] if mail.copies else []),
            f"Date: {format_datetime(at)}",
            f"Message-ID: <{mail.key}@bench.example>",
            *([f"In-Reply-To: <{mail.answers}@bench.example>"] if mail.answers else []),
            f"Subject: {mail.subject.encode('ascii', 'replace').decode()}",
            "Content-Type: text/plain; charset=utf-8",
        ]
        return "\n".join([*lines, "", mail.text])

    def _zone(self, partner: int, facts: dict[str, Any]) -> None:
        Organisation.objects.filter(pk=self.houses[partner].pk).update(time_zone="Asia/Tokyo")

    def _promise(self, partner: int, facts: dict[str, Any]) -> None:
        side = Commitment.Side.OURS if facts["ours"] else Commitment.Side.THEIRS
        promise = Promise(side=side, what="send the papers", organisation=self.houses[partner])
        made = record_commitment(self.head, promise)
        if facts.get("kept"):
            keep(self.head, made)
        due = self.now.date() - timedelta(days=facts["due"])
        for number in range(facts.get("moved", 0)):
            was = due - timedelta(days=10 * (number + 1))
            MovedDate.objects.create(commitment=made, was=was, due=due, why="Illness", user=self.head.user)
        Commitment.objects.filter(pk=made.pk).update(
            made_at=self.now - timedelta(days=facts["made"]), due=due
        )

    def _bounce(self, partner: int, facts: dict[str, Any]) -> None:
        if facts["settled"]:
            Bounce.objects.filter(desk=self.desk, failed_id=f"{facts['mail']}@bench.example").update(
                settled_at=self.now
            )

    def _left(self, partner: int, facts: dict[str, Any]) -> None:
        until = self.now.date() - timedelta(days=facts["days"])
        Position.objects.filter(person=self.persons[partner]).update(until=until, since=None)

    def _lead(self, partner: int, facts: dict[str, Any]) -> None:
        named = Counterpart.objects.get(organisation=self.houses[partner])
        if not facts["lead"]:
            named.delete()
            return
        if facts["lead"] == "away":
            named.lead = (
                self._member("away@office.example", "Away") if not self._known("away") else self._user("away")
            )
        if facts["lead"] == "gone":
            named.lead = User.objects.get_or_create(email="gone@office.example", full_name="Gone")[0]
        if not facts["deputy"]:
            named.deputy = None
        named.save()

    def _known(self, name: str) -> bool:
        return Membership.objects.filter(desk=self.desk, user__email=f"{name}@office.example").exists()

    def _user(self, name: str) -> User:
        return User.objects.get(email=f"{name}@office.example")

    def _read_back(self, partner: int, facts: dict[str, Any]) -> None:
        expected = self.now - timedelta(days=facts["days"])
        asked = ReadBack.objects.create(
            desk=self.desk,
            draft=start_mail(self.head),
            message_id=f"{facts['mail']}@bench.example",
            subject="The route",
            words="The route",
            expected_by=expected,
            until=expected + timedelta(days=60),
        )
        email = self.world.people[partner].email
        receiver = ReadBackReceiver.objects.create(read_back=asked, email=email, name="x", language="en")
        if facts["said"]:
            ReadBackAnswer.objects.create(receiver=receiver, kind=ReadBackAnswer.Kind.UNDERSTOOD)

    def _meeting(self, partner: int, facts: dict[str, Any]) -> None:
        meeting = met(self.head, self.houses[partner], days=-facts["days"], title="Talks")
        if facts["minutes"]:
            begin_minutes(self.head, meeting)

    def _action(self, partner: int, facts: dict[str, Any]) -> None:
        house, number = self.houses[partner], facts["meetings"]
        first = met(self.head, house, days=-2.0 - 5 * number)
        action = give_action(self.head, sitting(first), Task(text="Send the maps"))
        for each in range(number):
            begin_minutes(self.head, met(self.head, house, days=-2.0 - 5 * each))
        if facts["closed"]:
            close_action(self.head, action)

    def _line(self, partner: int, facts: dict[str, Any]) -> None:
        how, month = facts["how"], self.now - timedelta(days=30)
        line = Line.objects.create(
            desk=self.desk,
            topic=f"Tolls {partner}",
            word=f"tolls-{partner}",
            withdrawn_at=month if how == "withdrawn" else None,
        )
        first = self._version(line, 1, month.date() if how == "expired" else None)
        if how == "replaced":
            self._version(line, 2, None)
        said = LineUse.objects.create(
            version=first, language="en", occasion="Talks", said_at=self.now - timedelta(days=3)
        )
        LineHearer.objects.create(use=said, name="x", organisation=self.houses[partner])
        say(self.head, line, SAID, "Line said", parties=(self.houses[partner],))

    def _version(self, line: Line, number: int, valid_until: date | None) -> LineVersion:
        at = self.now - timedelta(days=60 - 20 * number)
        return LineVersion.objects.create(
            line=line,
            number=number,
            texts={"en": "We say so."},
            valid_until=valid_until,
            written_at=at,
            cleared_at=at,
        )


def _address(person: Any) -> str:
    return f'"{person.name}" <{person.email}>'
