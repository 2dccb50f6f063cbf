"""One answer to an invitation, as a REPLY says it (RFC 5546 3.2.3), and whether it counts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from icalendar.parser import unescape_backslash

from jembatan.meetings.formats.itip.instance import Instance
from jembatan.meetings.formats.itip.line import Line, normal_address
from jembatan.meetings.formats.itip.scheduled import Scheduled
from jembatan.meetings.formats.itip.trouble import Trouble

ANSWERS = {"ACCEPTED", "DECLINED", "TENTATIVE", "DELEGATED", "NEEDS-ACTION"}


@dataclass(frozen=True, slots=True)
class Answer:
    """`line` is the ATTENDEE who answers, `event` what is answered; `sequence` None where the message does not say."""

    line: Line
    event: Instance

    @property
    def address(self) -> str:
        """Whose answer it is, with its scheme."""
        return self.line.address

    @property
    def status(self) -> str:
        """PARTSTAT in upper case."""
        return self.line.parameter("PARTSTAT").upper()

    @property
    def sequence(self) -> int | None:
        """Which version of the meeting was answered."""
        return self.event.sequence if self.event.first("SEQUENCE") else None

    @property
    def stamp(self) -> datetime | None:
        """When it was answered."""
        return self.event.stamp

    @property
    def comment(self) -> str:
        """A word to the organiser."""
        return str(unescape_backslash(self.event.text("COMMENT"))).strip()

    @property
    def delegate(self) -> str:
        """Who comes instead, with the scheme of the address."""
        return normal_address(self.line.parameter("DELEGATED-TO")) if self.status == "DELEGATED" else ""

    def is_from(self, sender: str) -> bool:
        """Whether this address may give the answer: the attendee's own, or of who acts for them (SENT-BY)."""
        return normal_address(sender) in {self.address, normal_address(self.line.parameter("SENT-BY"))}


def answers_in(message: Scheduled) -> Iterator[Answer]:
    """One a VEVENT: a REPLY has one ATTENDEE; what stands beside it is the one who delegated (RFC 5546 2.1.2)."""
    for event in message.instances:
        attendees = event.all("ATTENDEE")
        own = [each for each in attendees if not _delegated_to_another(each, attendees)]
        if own:
            yield Answer(own[0], event)


def trouble_with(
    answer: Answer, *, sequence: int, answered: datetime | None, sender: str = ""
) -> tuple[Trouble, str] | None:
    """Why the answer does not count: `sequence` is the meeting's, `answered` when this attendee's last answer was written.

    `sender` is where the message came from, where that is known.
    """
    if answer.status not in ANSWERS or not answer.address:
        return Trouble.NO_ANSWER, ""
    if sender and not answer.is_from(sender):
        return Trouble.NOT_FROM, sender
    if answer.sequence is not None and answer.sequence < sequence:
        return Trouble.OUTDATED, str(answer.sequence)
    if answered is not None and (answer.stamp is None or answer.stamp <= answered):
        return Trouble.REPLAYED, ""
    return None


def _delegated_to_another(line: Line, attendees: list[Line]) -> bool:
    others = {each.address for each in attendees if each is not line}
    return line.parameter("PARTSTAT").upper() == "DELEGATED" and (
        normal_address(line.parameter("DELEGATED-TO")) in others
    )
