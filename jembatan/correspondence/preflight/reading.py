"""A letter as the rules read it: its own words apart, its sentences, dates and times found once."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from jembatan.correspondence.preflight.days import WrittenDay, written_days
from jembatan.correspondence.preflight.finding import Place
from jembatan.correspondence.preflight.hours import WrittenHour, written_hours
from jembatan.correspondence.preflight.knowledge import Knowledge, Receiver
from jembatan.correspondence.preflight.letter import Correspondent, Letter
from jembatan.correspondence.preflight.own_words import Words, tell_apart
from jembatan.correspondence.preflight.sentences import Sentence, sentences


@dataclass(frozen=True)
class Reading:
    """Handed to every rule."""

    letter: Letter
    knowledge: Knowledge

    @cached_property
    def words(self) -> Words:
        """The author's own words and the quoted ones."""
        return tell_apart(self.letter.text)

    @property
    def own(self) -> str:
        """The author's own words; offsets are those of the letter's text."""
        return self.words.own

    @cached_property
    def passages(self) -> list[tuple[Place, str]]:
        """What the author wrote: the text, and the subject unless it is that of the message answered."""
        subject = [] if self.letter.is_reply else [(Place.SUBJECT, self.letter.subject)]
        return [*subject, (Place.TEXT, self.own)]

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The author's sentences."""
        return sentences(self.own)

    @cached_property
    def days(self) -> list[WrittenDay]:
        """Dates in the author's words."""
        return written_days(self.own)

    @cached_property
    def hours(self) -> list[WrittenHour]:
        """Times of day in the author's words."""
        return written_hours(self.own)

    @property
    def today(self) -> date | None:
        """The day on which it is sent, where the author is."""
        return self.letter.sent_at.date() if self.letter.sent_at else None

    def is_ours(self, who: Correspondent) -> bool:
        """One of the house: by address, by domain, or because the author writes from there too."""
        ours = self.knowledge.our_domains | {self.letter.author.domain}
        return who.email in self.knowledge.our_addresses or any(
            domain and (who.domain == domain or who.domain.endswith(f".{domain}")) for domain in ours
        )

    @cached_property
    def outsiders(self) -> tuple[Correspondent, ...]:
        """Receivers who are not of the house."""
        return tuple(who for who in self.letter.receivers if who.email and not self.is_ours(who))

    def known(self, who: Correspondent) -> Receiver | None:
        """What the desk knows about a receiver."""
        return self.knowledge.receivers.get(who.email)
