"""From a file to its cards: nested and unfinished ones too, every line accounted for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from jembatan.directory.formats.charset import document_codec
from jembatan.directory.formats.contact import Contact, Defect, Relation
from jembatan.directory.formats.vcard.contact_of import contact_of
from jembatan.directory.formats.vcard.content_line import Property, read_property
from jembatan.directory.formats.vcard.lines import PHYSICAL, Line, logical_lines
from jembatan.directory.formats.vcard.values import unescape

BEGIN = re.compile(
    rb"(?:^|[\r\n\0])[\s\0]*B\0?E\0?G\0?I\0?N\0?\s*\0?:\0?\s*\0?V\0?C\0?A\0?R\0?D", re.IGNORECASE
)
TEXT_SHOWN = 200


@dataclass(slots=True)
class VCard:
    """A card as it stands in the file, from line `first` to line `last`, and the contact it describes.

    `lines` numbers every logical line that went into the card. An AGENT's card is a card of its own.
    """

    first: int
    last: int = 0
    version: str = ""
    properties: list[Property] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)
    defects: list[Defect] = field(default_factory=list)
    agents: list["VCard"] = field(default_factory=list)
    contact: Contact = field(default_factory=Contact)
    raw: bytes = b""


@dataclass(slots=True)
class VCardFile:
    """Cards in their order (an agent right after its principal), and what belongs to no card."""

    cards: list[VCard] = field(default_factory=list)
    defects: list[Defect] = field(default_factory=list)

    @property
    def all_defects(self) -> list[Defect]:
        """The file's and the cards', by line."""
        found = [*self.defects, *(defect for card in self.cards for defect in card.defects)]
        return sorted(found, key=lambda defect: defect.line)


def looks_like_vcard(head: bytes) -> bool:
    """Whether a card begins anywhere near the start of these bytes, in whatever encoding."""
    return bool(
        BEGIN.search(head.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff"))
    )


def read_vcards(content: bytes) -> VCardFile:
    """Every card of a file. Never fails: what is not understood is a defect with its line."""
    whole = VCardFile()
    for part in vcards_in_turn(content):
        whole.cards += part.cards
        whole.defects += part.defects
    return whole


def vcards_in_turn(content: bytes) -> Iterator[VCardFile]:
    """`read_vcards` in small parts: a card with its agents, or a defect between cards. An address book is long."""
    content = _as_utf8(content)
    physical = PHYSICAL.split(content)
    reading = _Reading()
    for line in logical_lines(content):
        reading.take(line)
        if not reading.open:
            yield reading.part(physical)
    reading.end()
    yield reading.part(physical)


def _as_utf8(content: bytes) -> bytes:
    found = document_codec(content)
    if found is None:
        return content
    codec, mark = found
    return content[mark:] if codec == "utf-8" else content[mark:].decode(codec, "replace").encode()


class _Reading:
    """The open cards, outermost first, while lines come in."""

    def __init__(self) -> None:
        self.file = VCardFile()
        self.open: list[VCard] = []

    def take(self, line: Line) -> None:
        if line.stray:
            self._defect(line.first, "this line is no property", line.content)
            return
        found = read_property(line)
        if found.name == "BEGIN" and found.value.strip().upper() == "VCARD":
            self._begin(line)
        elif found.name == "END" and found.value.strip().upper() == "VCARD":
            self._finish(line)
        else:
            self._add(found, line)

    def end(self) -> None:
        """The file ends: cards that are still open end with it."""
        for card in self.open:
            card.defects.append(Defect(card.first, "the card has no END"))
        self.open.clear()

    def part(self, physical: list[bytes]) -> VCardFile:
        """What has been read so far, told as contacts; the reading goes on with nothing."""
        part, self.file = self.file, VCardFile()
        for card in part.cards:
            if not card.version:
                card.defects.append(Defect(card.first, "the card has no VERSION"))
            card.contact = contact_of(card.properties, card.version)
            card.contact.line = card.first
            card.defects += card.contact.defects
            card.raw = b"\r\n".join(physical[card.first - 1 : card.last])
        _link_agents(part.cards)
        return part

    def _begin(self, line: Line) -> None:
        is_agent = self._opens_agent()
        if self.open and not is_agent:
            self.open[-1].defects.append(Defect(self.open[-1].first, "the card has no END"))
            self.open.pop()
        card = VCard(line.first, line.last, lines={line.first})
        if is_agent:
            self.open[-1].agents.append(card)
            self.open[-1].properties.pop()
        self.file.cards.append(card)
        self.open.append(card)

    def _opens_agent(self) -> bool:
        last = self.open[-1].properties[-1:] if self.open else []
        return bool(last and last[0].name == "AGENT" and not last[0].value.strip())

    def _finish(self, line: Line) -> None:
        if not self.open:
            self._defect(line.first, "END without a card", line.content)
            return
        card = self.open.pop()
        card.lines.add(line.first)
        for reaching in (card, *self.open):
            reaching.last = line.last

    def _add(self, found: Property, line: Line) -> None:
        if not self.open:
            card = VCard(line.first, defects=[Defect(line.first, "the card has no BEGIN")])
            self.file.cards.append(card)
            self.open.append(card)
        for reaching in self.open:
            reaching.last = line.last
        card = self.open[-1]
        card.lines.add(line.first)
        card.defects += [Defect(found.line, reason, found.name) for reason in found.defects]
        if found.name == "VERSION":
            card.version = found.value.strip()
        elif found.name == "AGENT" and "BEGIN:VCARD" in found.value.upper():
            self._inline_agent(card, found)
        else:
            card.properties.append(found)

    def _inline_agent(self, principal: VCard, found: Property) -> None:
        """vCard 3.0 writes the agent's card as an escaped text."""
        inner = _Reading()
        for line in logical_lines(unescape(found.value).encode()):
            inner.take(line)
        inner.end()
        for card in inner.file.cards:
            card.first = card.last = found.line
            card.lines = {found.line}
            card.defects = [Defect(found.line, defect.reason, defect.text) for defect in card.defects]
        principal.agents += inner.file.cards
        self.file.cards += inner.file.cards
        self.file.defects += [Defect(found.line, one.reason, one.text) for one in inner.file.defects]

    def _defect(self, line: int, reason: str, content: bytes) -> None:
        self.file.defects.append(Defect(line, reason, content.decode("utf-8", "replace")[:TEXT_SHOWN]))


def _link_agents(cards: list[VCard]) -> None:
    for card in cards:
        for agent in card.agents:
            card.contact.relations.append(
                Relation(
                    "assistant", agent.contact.uid or agent.contact.full_name, inverse=True, field="AGENT"
                )
            )
