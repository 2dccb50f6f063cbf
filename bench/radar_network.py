"""The real message network of Enron as an office and its partners: who wrote to whom and when. Its texts are not there; its subjects are."""

import csv
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "network" / "enron"
OURS = {"ENA Legal", "EWS", "Energy Operations", "Enron", "Regulatory and Government Affairs"}
DAY = 86_400
BACKGROUND = "This is for your files."


@dataclass(frozen=True, slots=True)
class Person:
    """`unit` is the department."""

    key: int
    name: str
    unit: str
    ours: bool

    @property
    def email(self) -> str:
        """Invented: the corpus has none."""
        return f"p{self.key}@{'office' if self.ours else f'house{self.key}'}.example"


@dataclass(frozen=True, slots=True)
class Mail:
    """`at` in seconds before now, so that it can be laid at any moment; `answers` names the mail that it answers. `raw` is a whole other mail."""

    key: str
    ago: float
    author: int
    to: tuple[int, ...]
    subject: str
    text: str = BACKGROUND
    copies: tuple[int, ...] = ()
    answers: str = ""
    raw: bytes = b""


@dataclass(slots=True)
class World:
    """The office at one moment. `records` are (kind, partner, facts), for what is no mail."""

    people: dict[int, Person]
    mails: list[Mail]
    records: list[tuple[str, int, dict[str, object]]] = field(default_factory=list)
    random: Random = field(default_factory=lambda: Random(1))
    number: int = 0

    @property
    def ours(self) -> list[Person]:
        """Those at the office, who have written at all, first whoever wrote last."""
        last: dict[int, float] = {}
        for mail in self.mails:
            last[mail.author] = min(mail.ago, last.get(mail.author, mail.ago))
        there = [each for each in self.people.values() if each.ours and each.key in last]
        return sorted(there, key=lambda each: last[each.key])

    @property
    def theirs(self) -> list[int]:
        """Partners with whom the office has exchanged mail, those with most first."""
        count: dict[int, int] = defaultdict(int)
        for mail in self.mails:
            for each in {mail.author, *mail.to}:
                count[each] += not self.people[each].ours
        return sorted((each for each in count if count[each]), key=lambda each: -count[each])

    def with_partner(self, partner: int) -> list[Mail]:
        """The oldest first."""
        found = [each for each in self.mails if partner == each.author or partner in each.to]
        return sorted(found, key=lambda each: -each.ago)

    def say(
        self,
        author: int,
        to: Sequence[int],
        days: float,
        subject: str,
        text: str,
        *,
        copies: Sequence[int] = (),
        answers: str = "",
    ) -> str:
        """One more mail, so many days ago; returns its key."""
        self.number += 1
        key = f"planted{self.number}"
        self.mails.append(Mail(key, days * DAY, author, tuple(to), subject, text, tuple(copies), answers))
        return key

    def leave_out(self, partner: int, unwanted: "set[str]") -> None:
        """These mails no longer reach, or come from, the partner."""
        kept = []
        for mail in self.mails:
            if mail.key not in unwanted:
                kept.append(mail)
            elif mail.author != partner and len(mail.to) > 1:
                kept.append(replace(mail, to=tuple(each for each in mail.to if each != partner)))
        self.mails = kept


def world_at(moment: int, seed: int) -> World:
    """The two years before this moment, mail between the office and others alone."""
    people = {}
    for key, name, _department, unit, *_rest in _rows("employees.tsv"):
        people[int(key)] = Person(int(key), name, unit, unit in OURS)
    receivers: dict[int, list[int]] = defaultdict(list)
    for mail, _number, person in _rows("recipients.tsv"):
        receivers[int(mail)].append(int(person))
    mails = []
    for key, _file, at, subject, author in _rows("messages.tsv"):
        ago, writer = moment - int(at), people[int(author)]
        to = [each for each in dict.fromkeys(receivers[int(key)]) if people[each].ours != writer.ours]
        if to and 0 < ago < 700 * DAY:
            mails.append(Mail(f"real{key}", ago, writer.key, tuple(to), subject))
    return World(people, mails, random=Random(seed))


def _rows(name: str) -> list[list[str]]:
    with (CORPUS / name).open(encoding="latin-1", newline="") as lines:
        return list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
