"""Lines by which mail programs introduce the message that is answered or forwarded, in English and Indonesian."""

import re

MARKER = r"(?:https?|mailto)"
WROTE = r"(?:wrote|writes|said|schrieb|menulis|tulis|menuliskan|a écrit|escribió|書きました)"
DATED = re.compile(r"\d{4}|\d{1,2}[:.]\d{2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2}")
DASHES = r"^\s*(?:-{2,3}\s+)?"  # before the line that introduces a quotation: Yahoo until 2013
ENGLISH = re.compile(
    rf"{DASHES}(?:On|At|In (?:message|article)|Am|Le|El)\b.{{4,400}}?\b{WROTE}\b[^:\n]{{0,120}}:\s*$",
    re.IGNORECASE | re.DOTALL,
)
INDONESIAN = re.compile(
    rf"{DASHES}(?:Pada\b|Tanggal\b|Di tanggal\b).{{4,400}}?\b(?:menulis|tulis|menuliskan)\b[^:\n]{{0,120}}:\s*$",
    re.IGNORECASE | re.DOTALL,
)
BARE_DATE = re.compile(
    r"^\s*(?:\d{4}-\d{2}-\d{2}|(?:\w{3,9},? )?\d{1,2} \w{3,9} \d{4}).{0,80}?[<\[(]?\S+@\S+[>\])]?.{0,40}:\s*$",
    re.IGNORECASE,
)
NAMED = re.compile(
    rf"^\s*(?:\* )?(?:\"?[\w.'\- ]{{2,60}}\"?\s+)?<?\S+@\S+>?,?\s+(?:{WROTE})\b.{{0,60}}:\s*$|^\s*[\w.'\- ]{{2,60}} (?:wrote|writes|menulis):\s*$",
    re.IGNORECASE,
)
EXCERPTS = re.compile(r"^\s*Excerpts from .{2,200}? message of .{6,80}:\s*$", re.IGNORECASE | re.DOTALL)
ATTRIBUTIONS = (ENGLISH, INDONESIAN, BARE_DATE, NAMED, EXCERPTS)
LONGEST_ATTRIBUTION = 4

RULE_WORDS = (
    r"original message|original appointment|forwarded message|forwarded by|begin forwarded message|reply message|"
    r"pesan asli|pesan yang diteruskan|pesan terusan|pesan diteruskan|pesan yang dibalas|email asli|"
    r"diteruskan oleh|ursprüngliche nachricht|message d'origine|mensaje original"
)
RULE = re.compile(rf"^\s*[-_*=~]{{2,}}\s*(?:{RULE_WORDS})\b[^\n]{{0,80}}?[-_*=~]*\s*$", re.IGNORECASE)
APPLE_FORWARD = re.compile(
    r"^\s*(?:begin forwarded message|mulai pesan yang diteruskan|awal pesan yang diteruskan|awal pesan terusan)\s*:\s*$",
    re.IGNORECASE,
)
RULERS = "-_*=~"
COLONS = (":", "：")
UNDERSCORES = re.compile(r"^\s*(?:_{10,}|-{20,}|={20,})\s*$")

FROM = r"From|Dari|Pengirim|Von|De"
SENT = r"Sent|Date|Dikirim|Terkirim|Tanggal|Dikirim pada|Sent on|Gesendet"
TO = r"To|Kepada|Untuk|Ke|An"
SUBJECT = r"Subject|Perihal|Subjek|Hal|Judul|Betreff"
CC = r"Cc|Bcc|Tembusan|Salinan|CC|Reply-To|Importance|Prioritas|Attachments|Lampiran"
HEADER = re.compile(
    rf"^\s*[*_]{{0,2}}(?P<name>{FROM}|{SENT}|{TO}|{SUBJECT}|{CC})\s*[*_]{{0,2}}\s*:\s*[*_]{{0,2}}",
    re.IGNORECASE,
)
FROM_LINE = re.compile(rf"^\s*[*_]{{0,2}}(?:{FROM})\s*[*_]{{0,2}}\s*:\s*[*_]{{0,2}}\s*\S", re.IGNORECASE)
DATE_LINE = re.compile(rf"^\s*(?:{SENT})\s*:", re.IGNORECASE)
WITNESS_LINE = re.compile(rf"^\s*[*_]{{0,2}}(?:{SENT}|{TO}|{SUBJECT})\s*[*_]{{0,2}}\s*:", re.IGNORECASE)


def attributions(lines: list[str]) -> dict[int, int]:
    """Where attributions begin and how many lines each takes: programs wrap them after 70 characters."""
    found: dict[int, int] = {}
    for last, line in enumerate(lines):
        if line.rstrip()[-1:] not in COLONS or line.lstrip()[0] == ">":
            continue
        for length in range(1, min(LONGEST_ATTRIBUTION, last + 1) + 1):
            first = last - length + 1
            if not lines[first].strip():
                break
            if _is_attribution("\n".join(lines[first : last + 1])):
                found.setdefault(first, length)
    return _header_pairs(lines) | found


def _header_pairs(lines: list[str]) -> dict[int, int]:
    """ "From:" and "Date:" alone, above lines that are marked as quoted."""
    return {
        number: 2
        for number, line in enumerate(lines[:-1])
        if ":" in line
        and FROM_LINE.match(line)
        and DATE_LINE.match(lines[number + 1])
        and quote_follows(lines, number + 2)
    }


def boundary_at(lines: list[str], number: int, introduced: dict[int, int]) -> bool:
    """Whether everything from this line on is the other message; `introduced` are the text's `attributions`."""
    line = lines[number].lstrip()
    if not line or line[0] == ">":
        return False
    if line[0] in RULERS:
        if RULE.match(line):
            return True
        if UNDERSCORES.match(line):
            return _header_block(lines, _next_filled(lines, number + 1))
    if ":" in line and (APPLE_FORWARD.match(line) or _header_block(lines, number)):
        return True
    return number in introduced and not quote_follows(lines, number + introduced[number])


def quote_follows(lines: list[str], number: int) -> bool:
    """Whether ">" lines stand here, so that what is not marked below them is the author's own."""
    following = next((line for line in lines[number : number + 3] if line.strip()), "")
    return following.lstrip().startswith(">")


def _is_attribution(text: str) -> bool:
    if not any(pattern.match(text) for pattern in ATTRIBUTIONS):
        return False
    return bool(DATED.search(text) or "@" in text or NAMED.match(text))


def _header_block(lines: list[str], number: int) -> bool:
    """ "From:" and, within the next lines, two of date, receiver and subject (Outlook and its translations)."""
    if number >= len(lines) or not FROM_LINE.match(lines[number]):
        return False
    block = lines[number + 1 : number + 9]
    return sum(bool(WITNESS_LINE.match(line)) for line in block) >= 2


def _next_filled(lines: list[str], number: int) -> int:
    while number < len(lines) and not lines[number].strip():
        number += 1
    return number
