"""Where the author's signature begins: the delimiter, the closing words, or what a telephone adds."""

import re

DELIMITER = re.compile(r"^(?:-- ?|—|__|--\s*)$")
MOBILE = re.compile(
    r"^\s*(?:sent from (?:my|outlook|mail|yahoo|samsung|gmail|proton)|sent (?:via|using|with) |get outlook for|"
    r"dikirim dari|dikirim melalui|dikirim menggunakan|terkirim dari|unduh outlook|dapatkan outlook)[^\n]{0,80}$",
    re.IGNORECASE,
)
CLOSING_WORDS = (
    r"(?:with )?(?:best|kind|warm|kindest|warmest|many) (?:regards|wishes|thanks)|regards|rgds|brgds|br|best|cheers|"
    r"(?:yours )?(?:sincerely|faithfully|truly)(?: yours)?|yours|respectfully(?: yours)?|cordially|"
    r"(?:many )?thanks(?: and (?:best |kind )?regards| & (?:best |kind )?regards|again)?|thank you(?: and (?:best |kind )?regards)?|"
    r"salam(?: hormat| hangat| sejahtera| saya| kami| takzim| dan terima kasih)?|hormat (?:saya|kami)|dengan hormat saya|"
    r"wassalam\w*(?: \w+\.? ?\w*\.?){0,2}|wassalamu'?alaikum(?: w[\w.]*){0,3}|atas nama \w[\w ]{2,40}|tertanda|"
    r"terima kasih dan salam(?: hormat| hangat)?|terima kasih(?: banyak)?|demikian(?:,)? (?:dan )?terima kasih|hormatku|ttd"
)
CLOSING = re.compile(rf"^\s*(?:{CLOSING_WORDS})\s*[,.!]*\s*$", re.IGNORECASE)
THANKS = re.compile(r"^\s*(?:(?:many )?thanks|thank you|terima kasih)", re.IGNORECASE)
CONTACT = re.compile(
    r"@|\+?\d[\d ().-]{6,}\d|https?://|www\.|\b(?:telp|tel|phone|mobile|hp|fax|ext)\b", re.IGNORECASE
)
NAMED_CLOSING = re.compile(
    rf"^\s*(?:{CLOSING_WORDS})\s*[,.!]\s*(?-i:[A-Z]\w*(?: [A-Z]\w*){{0,2}})\s*$", re.IGNORECASE
)
DASHED_NAME = re.compile(r"^\s*(?:[-–—]|--)\s?[^\W\d_][\w'.]*(?: [A-Z][\w'.]*){0,2}\s*$")
ITEM = re.compile(r"^\s*[-–—*•]")
THREE_DASHES = re.compile(r"^---\s*$")
RULER = re.compile(r"^\s*[-_=*]{20,}\s*$")
APPENDED = re.compile(r"https?://|www\.|mailing list|unsubscribe|berhenti berlangganan|milis", re.IGNORECASE)
LONGEST_APPENDED = 12
LONGEST_BELOW_DASHES = 5
LONGEST_SIGNATURE = 14
LONGEST_LINE = 90
LONGEST_CONTACTS = 300


def signature_start(lines: list[str]) -> int:
    """The number of the first line of the signature; the number of lines if there is none."""
    end = _before_delimiter(lines, _before_appended(lines, len(lines)))
    end = _before_mobile(lines, end)
    return _before_name(lines, _before_closing(lines, end))


def _before_appended(lines: list[str], end: int) -> int:
    """What mailing lists and free mail services put below a ruler: a few lines, with an address."""
    start, filled, has_address = end, 0, False
    for number in range(end - 1, 0, -1):
        filled += bool(lines[number].strip())
        if filled > LONGEST_APPENDED:
            break
        has_address = has_address or bool(APPENDED.search(lines[number]))
        if has_address and RULER.match(lines[number]) and not lines[number - 1].strip():
            start = number
    return start


def _before_delimiter(lines: list[str], end: int) -> int:
    """ "-- " or, above a few lines, "---"; an earlier one counts where only a signature stands between the two."""
    start, filled, longest = end, 0, LONGEST_SIGNATURE * 2
    for number in range(end - 1, -1, -1):
        line = lines[number]
        filled += bool(line.strip())
        if filled > longest or (start < end and line.strip() and _is_prose(line)):
            break
        if DELIMITER.match(line) or (start == end and _is_three_dashes(lines, number, end)):
            start, filled, longest = number, 0, LONGEST_SIGNATURE
    return start


def _is_three_dashes(lines: list[str], number: int, end: int) -> bool:
    """Below a blank line, and above no list of changed files, as patches have it."""
    if not THREE_DASHES.match(lines[number]) or number == 0 or lines[number - 1].strip():
        return False
    below = [line for line in lines[number + 1 : end] if line.strip()]
    return 0 < len(below) <= LONGEST_BELOW_DASHES and not any(" | " in line for line in below)


def _before_mobile(lines: list[str], end: int) -> int:
    filled = [number for number in range(end) if lines[number].strip()][-3:]
    return next((number for number in filled if MOBILE.match(lines[number])), end)


def _before_closing(lines: list[str], end: int) -> int:
    """The first closing line under which only short lines stand: a name, a position, how to reach the author."""
    below = 0
    start = end
    for number in range(end - 1, -1, -1):
        line = lines[number]
        if not line.strip():
            continue
        closes = below or (end < len(lines) and line.rstrip().endswith(",")) or not THANKS.match(line)
        if (CLOSING.match(line) and closes) or (not below and NAMED_CLOSING.match(line)):
            start = number
        below += 1
        if below > LONGEST_SIGNATURE or _is_prose(line):
            break
    return start


def _before_name(lines: list[str], end: int) -> int:
    """ "-Carl" in a last line of its own, unless it is an item of a list."""
    filled = [number for number in range(end) if lines[number].strip()][-2:]
    if not filled or not DASHED_NAME.match(lines[filled[-1]]):
        return end
    before = lines[filled[0]] if len(filled) > 1 else ""
    is_item = ITEM.match(before) or before.rstrip().endswith(":")
    return end if is_item or filled[-1] == filled[0] + 1 else filled[-1]


def _is_prose(line: str) -> bool:
    """A sentence, not a line of a signature."""
    if len(line) > LONGEST_LINE:
        return len(line) > LONGEST_CONTACTS or not CONTACT.search(line)
    if line.rstrip().endswith("?"):
        return True
    return len(line.split()) > 6 and line.rstrip()[-1] in ".!;" and not CONTACT.search(line)
