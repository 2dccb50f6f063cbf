"""The statements that a letter says it answers: "Response to LS-12", "Menjawab surat Saudara Nomor B-120/LN/2026 tanggal …"."""

import re

READ_AT_MOST = 5000
LEADS = (
    r"(?:in\s+)?(?:response|reply|answer)\s+to|responding\s+to|replying\s+to|in\s+answer\s+to|with\s+reference\s+to|re:|ref:|"
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
    found = (
        number
        for match in ANSWERS.finditer(text[:READ_AT_MOST])
        for number in NUMBER.findall(match["numbers"])
        if not DAY.fullmatch(number)
    )
    return tuple(dict.fromkeys(found))
