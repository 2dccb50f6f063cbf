"""The salutation of a letter: whom it names, and how."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from jembatan.correspondence.preflight.finding import Span

OPENING = (
    r"dear|hi|hello|hallo|halo|hai|hey|greetings|good (?:morning|afternoon|evening|day)|yth\.?|yang terhormat|yang kami hormati|kepada(?: yth\.?)?|"
    r"selamat (?:pagi|siang|sore|malam)|pagi|siang|sore|malam|to whom it may concern|attention|attn\.?"
)
FORMS = {
    "mr": "m", "mister": "m", "sir": "m", "bapak": "m", "pak": "m", "bpk": "m", "mas": "m", "bang": "m", "kang": "m", "sdr": "m", "saudara": "m",
    "tuan": "m", "herr": "m", "u": "m", "encik": "m", "romo": "m", "ustaz": "m",
    "ms": "f", "mrs": "f", "miss": "f", "madam": "f", "madame": "f", "ibu": "f", "bu": "f", "mbak": "f", "sdri": "f", "saudari": "f",
    "nyonya": "f", "nona": "f", "daw": "f", "puan": "f", "frau": "f",
    "mx": "", "dr": "", "prof": "", "professor": "", "profesor": "", "h": "m", "hj": "f", "ir": "", "khun": "", "excellency": "", "ambassador": "",
    "dato": "", "datuk": "", "kak": "", "minister": "", "director": "", "captain": "", "general": "", "rekan": "", "san": "", "sama": "", "sensei": "", "nim": "", "ssi": "", "yang": "", "mulia": "",
}  # fmt: skip
COLLECTIVE = re.compile(
    r"\b(?:all|colleagues?|team|everyone|friends|editors?|sirs|partners?|members|delegates|ladies|gentlemen|committee|secretariat|excellencies|"
    r"semua|sekalian|rekan|rekan-rekan|tim|redaksi|sekretariat|panitia|peserta|hadirin|bapak/ibu|bapak dan ibu|ibu/bapak|pimpinan|kepala|direktur|segenap|"
    r"sir|madam|whom|office|board|anggota|pengurus|staf|staff)\b",
    re.IGNORECASE,
)
GREETING = re.compile(rf"^\s*(?P<opening>(?:{OPENING})\b\.?[ ,]*)(?P<named>[^\n]{{0,120}})", re.IGNORECASE)
BARE_OPENING = re.compile(r"^\s*(?:kepada(?: yth\.?)?|yth\.?|yang terhormat)[ ,:]*$", re.IGNORECASE)
FORM_FIRST = re.compile(
    r"^\s*(?P<named>(?:mas|mbak|pak|bu|bapak|ibu|your excellency|excellency|yang mulia|ladies|gentlemen|colleagues)\b[^\n]{0,80})",
    re.IGNORECASE,
)
PRAYER = re.compile(
    r"^\s*(?:assalamu|salam sejahtera|om swastyastu|shalom|namo buddhaya|salam kebajikan|dengan hormat|bismillah|with reference|puji syukur)",
    re.IGNORECASE,
)
ANSWERING = re.compile(r"^\s*(?:baik|siap|terima kasih|thank(?:s| you)|noted|yes|ya)\b[^\n]*", re.IGNORECASE)
HEADING = re.compile(
    r"^(?:(?-i:[^a-z]*)|\s*(?:nomor|sifat|lampiran|hal|perihal|kepada|tanggal|jakarta|ref|subject|date|for internal|hanya|not for|confidential|khusus)\b.*|.*\d{4}\s*|\s*[*_=-]+\s*)$",
    re.IGNORECASE,
)
LOOKED_AT = 8
PART = re.compile(
    r",\s*(?=(?:and |dan )?(?:dear|yth)\b)|\s+(?:and|dan|serta|&)\s+|[;/]|,\s+(?=(?-i:[A-Z]))", re.IGNORECASE
)
ENDS = re.compile(r"(?<=\w\w)[.:!](?=\s|$)|,\s*$|,(?=\s+[a-z](?!ear|th\b|an\b|nd\b))")
NAME = re.compile(r"[^\W\d_][\w'’.-]*")
BEHIND_NAME = re.compile(r"(\w)-(san|sama|sensei|nim|ssi)\b", re.IGNORECASE)
NO_NAMES = frozenset({"dear", "your", "yth", "di"})
PARTICLES = frozenset({"da", "de", "van", "bin"})


class Addressed(NamedTuple):
    """One of those greeted: forms of address in small letters, names as written."""

    forms: tuple[str, ...]
    names: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Greeting:
    """Those it names; `is_collective` where it greets a group or an office."""

    addressed: tuple[Addressed, ...]
    is_collective: bool


def find_greeting(text: str) -> Greeting | None:
    """In the first lines of the author's words."""
    position = looked = 0
    waiting = False
    prayer: Greeting | None = None
    for line in text.split("\n"):
        if line.strip():
            if PRAYER.match(line):
                prayer = Greeting((), is_collective=True)
            elif greeting := _greeting(line, position) or _below(waiting, line, position):
                return greeting
            elif BARE_OPENING.match(line):
                waiting = True
            elif not HEADING.match(line):
                break
            looked += 1
        if looked >= LOOKED_AT:
            break
        position += len(line) + 1
    return prayer


def is_answer(text: str) -> bool:
    """Whether it begins as one speaks on: "Thank you …", "Baik, Ibu."."""
    return ANSWERING.match(text) is not None


def _greeting(line: str, position: int) -> Greeting | None:
    match = GREETING.match(line) or FORM_FIRST.match(line)
    if match is None or BARE_OPENING.match(line):
        return None
    named, offset = match["named"], match.start("named")
    named = named[: _end(named)]
    addressed, from_ = [], 0
    for part in [*PART.finditer(named), None]:
        to = part.start() if part else len(named)
        if one := _addressed(named[from_:to], position + offset + from_):
            addressed.append(one)
        from_ = part.end() if part else to
    return Greeting(tuple(addressed), is_collective=bool(COLLECTIVE.search(named)))


def _below(waiting: bool, line: str, position: int) -> Greeting | None:
    """The name under "Kepada Yth." in a line of its own."""
    if not waiting:
        return None
    addressed = _addressed(line, position)
    return Greeting((addressed,) if addressed else (), is_collective=bool(COLLECTIVE.search(line)))


def _end(named: str) -> int:
    """Where the salutation gives way to what is said: at a stop, but not that of "Sdri."; at a comma before small letters."""
    for match in ENDS.finditer(named):
        word = re.search(r"[^\W\d_]+$", named[: match.start()])
        if match[0][0] == "," or word is None or word[0].lower() not in FORMS:
            return match.start()
    return len(named)


def _addressed(part: str, position: int) -> Addressed | None:
    """Forms of address and names among the words; what is written with full stops ("S.H.") is a degree."""
    words = [match[0].strip(".") for match in NAME.finditer(BEHIND_NAME.sub(r"\1 \2", part))]
    forms = tuple(word.lower() for word in words if word.lower() in FORMS)
    names = tuple(word for word in words if _is_name(word))
    return Addressed(forms, names, (position, position + len(part.rstrip(" ,")))) if forms or names else None


def _is_name(word: str) -> bool:
    if word.lower() in FORMS or word.lower() in NO_NAMES or "." in word:
        return False
    return word[0].isupper() or word in PARTICLES
