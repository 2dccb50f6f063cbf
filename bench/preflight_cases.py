"""The hand-written mails below `bench/preflight/`: each with its receivers, and the faults that were planted in it.

A case is `=== name`, fields as in a mail's head, an empty line, the text. `Fault: rule | words` says what has to be found (no words:
anywhere in the letter), `Told:` what the partner was told before, `Kept:` what may not leave the house, `Answers:` whose message it answers.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.utils import getaddresses
from pathlib import Path
from typing import Any, NamedTuple

from jembatan.correspondence.formats.language import language_of
from jembatan.correspondence.preflight.knowledge import Kept, Knowledge, NameOrder, Receiver, Term, Told
from jembatan.correspondence.preflight.letter import Correspondent, Letter
from jembatan.correspondence.preflight.own_words import tell_apart
from jembatan.platform.markings import Marking

FOLDER = Path(__file__).parent / "preflight"
US = "selatnusantara.example"
AUTHOR = Correspondent("Biro Kerja Sama", f"kerjasama@{US}")


class Fault(NamedTuple):
    """What was planted: the rule that has to find it, and the words or the address that it has to point at."""

    rule: str
    words: str


@dataclass(frozen=True, slots=True)
class Case:
    """One mail; without faults it is clean."""

    name: str
    letter: Letter
    knowledge: Knowledge
    faults: tuple[Fault, ...]


def cases(part: str) -> list[Case]:
    """All of `tuning` or of `held_out`."""
    cast = tomllib.loads((FOLDER / "cast.toml").read_text(encoding="utf-8"))["receiver"]
    files = sorted((FOLDER / part).glob("*.txt"))
    return [
        _case(name, block, cast)
        for file in files
        for name, block in _blocks(file.read_text(encoding="utf-8"))
    ]


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    for block in re.split(r"^=== ", text, flags=re.MULTILINE)[1:]:
        name, _, rest = block.partition("\n")
        yield name.strip(), rest


def _case(name: str, block: str, cast: list[dict[str, Any]]) -> Case:
    head, _, text = block.partition("\n\n")
    fields = [line.partition(": ")[::2] for line in head.split("\n")]
    single = dict(fields)
    letter = _letter(single, text.rstrip("\n"))
    told = tuple(Told(value, "an earlier mail") for field, value in fields if field == "Told")
    kept = tuple(Kept(value, "a restricted note") for field, value in fields if field == "Kept")
    faults = tuple(
        Fault(*(part.strip() for part in value.split("|", 1)))
        for field, value in fields
        if field.startswith("Fault")
    )
    return Case(name, letter, _knowledge(letter, cast, told, kept), faults)


def _letter(fields: dict[str, str], text: str) -> Letter:
    subject = fields["Subject"]
    attached = fields.get("Attached", "")
    return Letter(
        subject=subject,
        text=text,
        author=AUTHOR,
        to=_correspondents(fields["To"]),
        cc=_correspondents(fields.get("Cc", "")),
        marking=Marking(fields["Marking"]) if "Marking" in fields else None,
        attachments=tuple(attached.split(", ")) if attached else (),
        language=language_of(tell_apart(text).own),
        sent_at=datetime.strptime(fields["Date"], "%Y-%m-%d %H:%M %z"),
        is_reply=subject.startswith("Re: "),
        answers=fields.get("Answers", ""),
    )


def _correspondents(field: str) -> tuple[Correspondent, ...]:
    return tuple(Correspondent(name, email.lower()) for name, email in getaddresses([field]) if email)


def _knowledge(
    letter: Letter, cast: list[dict[str, Any]], told: tuple[Told, ...], kept: tuple[Kept, ...]
) -> Knowledge:
    addressed = {who.email for who in letter.receivers}
    receivers = [entry for entry in cast if entry["email"] in addressed]
    given = [set(entry.get("known_acronyms", ())) for entry in receivers]
    return Knowledge(
        our_domains=frozenset([US]),
        our_time_zone="Asia/Jakarta",
        our_organisation="Badan Pengelola Selat Nusantara",
        receivers={entry["email"]: _receiver(entry) for entry in receivers},
        domains=frozenset(entry["email"].partition("@")[2] for entry in cast),
        acronyms=frozenset(set.intersection(*given) if given else ()),
        glossary=tuple(Term(**term) for entry in receivers for term in entry.get("glossary", ())),
        told=told,
        kept=kept,
    )


def _receiver(entry: dict[str, Any]) -> Receiver:
    return Receiver(
        email=entry["email"],
        name=entry["name"],
        titles=entry.get("titles", ""),
        form_of_address=entry.get("form", ""),
        call_name=entry.get("call", ""),
        name_order=NameOrder(entry.get("name_order", "as_written")),
        languages=frozenset(entry["languages"]),
        time_zone=entry.get("zone", ""),
        position=entry.get("position", ""),
        organisation=entry["organisation"],
        left_on=entry.get("left"),
        highest=Marking(entry["highest"]),
    )
