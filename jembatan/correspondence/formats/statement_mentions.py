"""The statements that a letter says it answers: "Response to LS-12", "Menjawab surat Saudara Nomor B-120/LN/2026 tanggal …"."""

import re

READ_AT_MOST = 5000
# How each of the leads below begins: looked for as plain text, since a million messages are read and few say anything.
STEMS = (
    "respon", "reply", "answer", "referen", "re:", "ref:", "menjawab", "membalas", "menanggapi", "menindaklanjuti", "jawaban",
    "balasan", "tanggapan", "sehubungan", "memenuhi",
)  # fmt: skip
LEADS = (
    r"(?:response|reply|answer|responding|replying|reference)\s+to|re:|ref:|"
    r"menjawab|membalas|menanggapi|menindaklanjuti|jawaban\s+atas|balasan\s+atas|tanggapan\s+atas|sehubungan\s+dengan|"
    r"memenuhi"
)
FILLERS = (
    r"your|our|the|this|a|incoming|liaison|statement|statements|ls|letter|letters|surat|surat-surat|dinas|undangan|permintaan|"
    r"pernyataan|saudara|saudari|bapak/ibu|bapak|ibu|anda|kami|tersebut|nomor|nomer|no\.?:?|nr\.?|number|ref\.?|reference|nomor:|ls:"
)
# A number has a digit, and beside it a letter, a slash or a hyphen: "2026" or "3,5" is none.
TOKEN = r"(?=[\w./()-]*\d)(?=[\w.()-]*[A-Za-z/-])[A-Za-z0-9][\w./()-]{1,58}\w"
JOINED = r"\s*(?:,|;|&|\band\b|\bdan\b)\s*"
ANSWERS = re.compile(
    rf"(?<!\w)(?:{LEADS})\s+(?:(?:{FILLERS})[\s:]+){{0,8}}(?P<numbers>{TOKEN}(?:{JOINED}{TOKEN}){{0,9}})",
    re.IGNORECASE,
)
NUMBER = re.compile(TOKEN)
DAY = re.compile(r"\d{1,4}([-/.])\d{1,2}\1\d{1,4}")


def answers_in(text: str) -> tuple[str, ...]:
    """The numbers in the order of the text, each once."""
    text = text[:READ_AT_MOST]
    matches = (ANSWERS.match(text, start) for start in _starts(text))
    found = (
        number
        for match in matches
        if match
        for number in NUMBER.findall(match["numbers"])
        if not DAY.fullmatch(number)
    )
    return tuple(dict.fromkeys(found))


def _starts(text: str) -> list[int]:
    """Where one of the stems stands. Letters that grow in lower case ("İ") are left, so that places hold."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    starts = []
    for stem in STEMS:
        at = lower.find(stem)
        while at >= 0:
            starts.append(at)
            at = lower.find(stem, at + 1)
    return sorted(starts)
