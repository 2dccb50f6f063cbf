"""How often the author's words, the quotation and the signature of a real mail are told apart exactly; `python -m bench.reply_splitting [PATH] [-v]`.

`checked.csv` holds 156 mails drawn by lot from all replies of the corpora (Python's `Random(2026)`), as somebody marked them who read the
numbered lines of the decoded text before the splitter was asked: ranges of lines, and the text's SHA-256, so that no sentence of
theirs stands here. Blank lines belong to nothing. The marks follow these conventions:

- the line that introduces a quotation belongs to it, and so does "[...]" inside it; a line that a mail program broke off a quoted one, too;
- of a reply between quoted lines only the own lines are reply; the body of a forwarded mail is quoted;
- the signature begins at "-- ", at closing words ("Thanks," with a name or a delimiter below it), at a ruler above a name, or at "-Name";
  what a mailing list or a free mail service puts below is signature; a bare name below the words stays with them;
- a patch that is sent along is the author's own; so is the report of a mail server.

A third (`held out`, by the digest) was not looked at while the splitter was mended. There is no Indonesian mail in the corpora:
`indonesian.txt` holds 57 replies written by hand, as Gmail, Outlook, Yahoo, Thunderbird, Apple Mail, Roundcube, Zimbra and phones lay them
out, each line labelled by its writer (R reply, Q quoted, S signature) before the splitter was asked; every second one is held out. They are
told by themselves, also where there are no corpora. Peers are measured where they are installed (`pip install mail-parser-reply
email-reply-parser`), on the reply alone, for they know no other parts in the same sense.
"""

import csv
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from jembatan.correspondence.formats.quotation import split
from jembatan.correspondence.formats.reading import read

CORPORA = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "mail"
CHECKED = Path(__file__).with_suffix("") / "checked.csv"
INDONESIAN = CHECKED.with_name("indonesian.txt")
PARTS = ("tuning", "held out")

type Lines = list[str]


@dataclass(frozen=True, slots=True)
class Checked:
    """A mail with its three parts as a reader marked them, without blank lines."""

    name: str
    kind: str
    part: str
    text: str
    reply: Lines
    quoted: Lines
    signature: Lines


def main() -> None:
    """Measure, print."""
    paths = [Path(argument) for argument in sys.argv[1:] if argument != "-v"]
    corpora = paths[0] if paths else CORPORA
    print(json.dumps({"bench": "reply_splitting", "language": "id", **measure_indonesian()}))
    if not corpora.is_dir():
        sys.exit(f"There is no mail in {corpora}. Name the folder that holds it.")
    print(json.dumps(measure(corpora, peers=True)))


def measure(corpora: Path, *, peers: bool = False) -> dict[str, Any]:
    """Shares of mails that are split exactly, for the set that was tuned on, the one held out, and by kind."""
    mails = list(checked(corpora))
    told: dict[str, Any] = {"bench": "reply_splitting", "language": "en", **_figures(mails)}
    if peers:
        told["reply_alone"] = {"jembatan": _replies(mails, lambda text: split(text).reply), **_peers(mails)}
    return told


def measure_indonesian() -> dict[str, Any]:
    """The same of the replies that were written by hand; they need no corpora."""
    return _figures(list(written_by_hand()))


def _figures(mails: list[Checked]) -> dict[str, Any]:
    exact = {mail.name for mail in mails if _is_exact(mail)}
    told: dict[str, Any] = {"mails": len(mails)}
    for part in PARTS:
        told[part.replace(" ", "_")] = _share([mail for mail in mails if mail.part == part], exact)
    told["with_a_quotation"] = _share([mail for mail in mails if mail.quoted], exact)
    told["all"] = _share(mails, exact)
    told["by_kind"] = _by_kind(mails, exact)
    return told


def written_by_hand() -> Iterator[Checked]:
    """Each begins with "== kind, what is special | part"; a line of it is a label, "|", and its words."""
    for block in INDONESIAN.read_text(encoding="utf-8").split("== ")[1:]:
        head, _newline, body = block.partition("\n")
        name, _bar, part = head.partition(" | ")
        labelled = [line.partition("|") for line in body.rstrip("\n").split("\n")]
        lines = {label: _filled([words for given, _, words in labelled if given == label]) for label in "RQS"}
        text = "\n".join(words for _label, _, words in labelled)
        kind = name.partition(",")[0]
        yield Checked(name, kind, part, text, lines["R"], lines["Q"], lines["S"])


def checked(corpora: Path) -> Iterator[Checked]:
    """Those that the folder holds unchanged; line numbers are those of the decoded text."""
    with CHECKED.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            path = corpora / row["file"]
            text = read(path.read_bytes()).text if path.is_file() else ""
            if sha256(text.encode()).hexdigest() == row["sha256"]:
                marked = (_lines(text, row[name]) for name in ("reply", "quoted", "signature"))
                yield Checked(row["file"], row["kind"], row["part"], text, *marked)


def _lines(text: str, ranges: str) -> Lines:
    """ "1-3 7" are the first three lines and the seventh."""
    lines = text.split("\n")
    found: Lines = []
    for each in ranges.split():
        first, _dash, last = each.partition("-")
        found += lines[int(first) - 1 : int(last or first)]
    return _filled(found)


def _filled(lines: Lines) -> Lines:
    return [line.strip() for line in lines if line.strip()]


def _is_exact(mail: Checked) -> bool:
    parts = split(mail.text)
    said = {name: _filled(getattr(parts, name).split("\n")) for name in ("reply", "quoted", "signature")}
    marked = {"reply": mail.reply, "quoted": mail.quoted, "signature": mail.signature}
    wrong = {name for name in said if said[name] != marked[name]}
    if wrong and mail.part != "held out" and "-v" in sys.argv:
        for name in sorted(wrong):
            more = [line for line in said[name] if line not in marked[name]]
            less = [line for line in marked[name] if line not in said[name]]
            print(f"{mail.name} ({mail.kind}) {name}: +{more[:3]} -{less[:3]}", file=sys.stderr)
    return not wrong


def _share(mails: list[Checked], exact: set[str]) -> float:
    return round(sum(mail.name in exact for mail in mails) / len(mails), 3) if mails else 0.0


def _by_kind(mails: list[Checked], exact: set[str]) -> dict[str, str]:
    every = Counter(mail.kind for mail in mails)
    right = Counter(mail.kind for mail in mails if mail.name in exact)
    return {kind: f"{right[kind]}/{every[kind]}" for kind in sorted(every)}


def _replies(mails: list[Checked], reply_of: Callable[[str], str]) -> float:
    right = sum(_filled(reply_of(mail.text).split("\n")) == mail.reply for mail in mails)
    return round(right / len(mails), 3) if mails else 0.0


def _peers(mails: list[Checked]) -> dict[str, float]:
    """Packages that say which lines of a mail are its reply."""
    found = {}
    if find_spec("mailparser_reply"):
        parser = import_module("mailparser_reply").EmailReplyParser(languages=["en", "fr"])
        found["mail-parser-reply"] = _replies(mails, lambda text: str(parser.read(text).replies[0].body))
    if find_spec("email_reply_parser"):
        reader = import_module("email_reply_parser").EmailReplyParser
        found["email-reply-parser"] = _replies(mails, lambda text: _own_fragments(reader.read(text)))
    return found


def _own_fragments(message: object) -> str:
    fragments = getattr(message, "fragments", [])
    return "\n".join(
        each.content for each in fragments if not (each.quoted or each.signature or each.headers)
    )


if __name__ == "__main__":
    main()
