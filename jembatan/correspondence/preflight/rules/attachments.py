"""An attachment that is promised and missing."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.correspondence.preflight.finding import Remark, Severity
from jembatan.correspondence.preflight.reading import Reading
from jembatan.correspondence.preflight.register import Rule

ENGLISH = (
    r"(?:please find|see|find|is|are|kindly find|you will find|in|to|with|as|of|the|herewith|i|we|hereby)\b[^.!?\n]{0,60}?\b(?P<past>attached|enclosed)\b(?! (?:great |much |particular |any )?(?:importance|value|weight)| by you)|"
    r"\b(?P<bare>(?:attached|enclosed)(?= (?:is|are|please|you|to this|herewith|file|document|letter|table|list|plan|draft|budget|agenda|report|form|note|copy|hereto)))|"
    r"\b(?:i|we|herewith|and)(?: also| herewith| hereby| now)? (?P<verb>attach|enclose|(?<=we )are attaching|(?<=i )am attaching)\b(?! (?:great |much )?importance)|"
    r"\b(?:i['’]m|we['’]re) (?P<going>attaching)\b|\b(?P<short>PFA)\b|"
    r"\b(?:see|in|with|from|per|check|open|read) the (?P<noun>attachments?|enclosures?)\b"
)
INDONESIAN = (
    r"\b(?P<id>terlampir)\b|\b(?:kami|saya|turut|juga|berikut|dengan ini)(?: sampaikan dan)? (?P<id2>lampirkan|sertakan(?= (?:pada|dalam|di|bersama) (?:surel|e-?mail|surat|pesan|lampiran)))\b|"
    r"\b(?:pada|dalam|lihat|di|bersama|periksa|simak|baca|buka|sebagai|cek) (?P<id3>lampiran)\b(?! (?-i:[A-Z0-9]))|\b(?P<id4>melampirkan)\b|\b(?:dokumen|berkas|daftar|data|naskah) yang (?P<id5>dilampirkan)\b"
)
PATTERN = re.compile(rf"\b(?:{ENGLISH})|{INDONESIAN}", re.IGNORECASE)
STARTING = re.compile(r"(?P<start>Attached|Enclosed)\b")
NOT_HERE = re.compile(
    r"\b(?:(?:you|he|she|they) (?:have |had |kindly )?(?:attached|enclosed)|(?:that|which) (?:you|he|she|they|was|were)\b|your (?:mail|letter|message)|will be attached|not attached|no attachment|"
    r"(?:bapak|ibu|anda|saudara|saudari|beliau) (?:lampirkan|sertakan)|(?:dengan|harap|mohon|wajib|agar|untuk|harus|dapat) melampirkan|"
    r"(?:tidak|belum|tanpa|akan) (?:ter|di|me)lampir\w*|menyusul|follows? (?:in|by|under) (?:a )?separate|dilampirkan pada surel (?:bapak|ibu))",
    re.IGNORECASE,
)


def look(reading: Reading) -> Iterator[Remark]:
    """The first promise in the author's words, where nothing is attached."""
    if reading.letter.attachments:
        return
    for sentence in reading.sentences:
        match = STARTING.match(sentence.text) or PATTERN.search(sentence.text)
        if match is None or NOT_HERE.search(sentence.text):
            continue
        group = next(name for name, value in match.groupdict().items() if value)
        start = sentence.start + match.start(group)
        yield Remark(
            message=_("The letter promises an attachment, and nothing is attached."),
            words=match[group],
            span=(start, start + len(match[group])),
        )
        return


RULE = Rule(
    "missing-attachment", gettext_lazy("A promised attachment that is missing"), Severity.WARNING, look
)
