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
LONGEST_SIGNATURE = 14
LONGEST_LINE = 90
LONGEST_CONTACTS = 300


def signature_start(lines: list[str]) -> int:
    """The number of the first line of the signature; the number of lines if there is none."""
    end = len(lines)
    delimiter = next((number for number in range(end - 1, -1, -1) if DELIMITER.match(lines[number])), end)
    if delimiter < end and _filled(lines[delimiter:]) <= LONGEST_SIGNATURE * 2:
        end = delimiter
    end = _before_mobile(lines, end)
    return _before_closing(lines, end)


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
        if CLOSING.match(line) and (below or not THANKS.match(line)):
            start = number
        below += 1
        if below > LONGEST_SIGNATURE or _is_prose(line):
            break
    return start


def _is_prose(line: str) -> bool:
    """A sentence, not a line of a signature."""
    if len(line) > LONGEST_LINE:
        return len(line) > LONGEST_CONTACTS or not CONTACT.search(line)
    if line.rstrip().endswith("?"):
        return True
    return len(line.split()) > 6 and line.rstrip()[-1] in ".!;" and not CONTACT.search(line)


def _filled(lines: list[str]) -> int:
    return sum(1 for line in lines if line.strip())
