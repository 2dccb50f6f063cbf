"""A deadline that nobody owns: something has to be done by a day, and the sentence does not say by whom."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.correspondence.preflight.finding import Remark, Severity
from jembatan.correspondence.preflight.reading import Reading
from jembatan.correspondence.preflight.register import Rule
from jembatan.correspondence.preflight.sentences import Sentence
from jembatan.platform.dates.limits import BEFORE, LATEST, UNTIL

LIMIT = re.compile(
    rf"\b(?:{LATEST}|{BEFORE}|{UNTIL}|by|due|deadline|closing date|tenggat|"
    r"batas (?:waktu|akhir|pengiriman|pengumpulan|pendaftaran|penyerahan))\b",
    re.IGNORECASE,
)
DUTY = re.compile(
    r"\b(?:(?:must|should|shall|ought to|(?:needs?|ha(?:s|ve)|is|are|will have|will need) to) (?:also |then |first )?be \w+(?:ed|en|t|ne|de|ade|wn)\b|"
    r"(?:is|are|will be|falls?) (?:required|needed|due|necessary|expected|requested)\b|(?:the )?(?:deadline|closing date)\b|"
    r"(?:harus|wajib|perlu|mesti|hendaknya|sebaiknya|seharusnya|diharapkan|diminta|dimohon|agar|supaya)(?: sudah| telah| segera)? (?:di\w+|selesai|lengkap|masuk|siap)|"
    r"will be (?:sent|submitted|completed|finished|delivered|provided|returned|prepared)\b|\bdi\w{4,}(?= (?:paling lambat|selambat))|"
    r"(?:someone|somebody|whoever|seseorang) (?:should|must|needs? to|has to|will|harus|perlu)\b|"
    r"(?:batas (?:waktu|akhir|pengiriman|pengumpulan|pendaftaran|penyerahan)|tenggat)\b)",
    re.IGNORECASE,
)
OWNER = re.compile(
    r"\b(?:I|we|you|he|she|us|our|ours|your|please|kindly|by (?:the|our|your|both|each|all|a) (?!\w+ of\b)[a-z]+(?! \d)|by (?:Mr|Ms|Mrs|Dr|Prof)|by [A-Z][a-z]+ [A-Z]|everyone|each of|both (?:sides|parties)|"
    r"kami|kita|saya|bapak|ibu|anda|saudara|saudari|oleh|pihak|mohon|tolong|harap|silakan|masing-masing|beliau|pak|bu)\b|['’]ll\b|\bdi\w{4,} (?:panitia|peserta|tim|biro|bagian|sekretariat|kementerian)\b"
)
WITH_DAY = re.compile(
    r"\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu|besok|lusa|akhir)\b|\btomorrow\b|\bend of\b",
    re.IGNORECASE,
)
MONTHS_AS_AGENT = re.compile(r"\bby the (?:end|beginning|middle|close|start|\d)", re.IGNORECASE)


def look(reading: Reading) -> Iterator[Remark]:
    """Passive and impersonal sentences with a limit in time, and nobody in them."""
    for sentence in reading.sentences:
        if span := _ownerless(sentence):
            yield Remark(
                message=_("This deadline has no owner. Say who does it."),
                words=reading.own[slice(*span)],
                span=span,
            )


def _ownerless(sentence: Sentence) -> tuple[int, int] | None:
    limit, duty = LIMIT.search(sentence.text), DUTY.search(sentence.text)
    if limit is None or duty is None or not WITH_DAY.search(sentence.text, limit.end()):
        return None
    if OWNER.search(MONTHS_AS_AGENT.sub(" ", sentence.text[:1].lower() + sentence.text[1:])):
        return None
    text = sentence.text.rstrip(".!;")
    return sentence.start, sentence.start + len(text)


RULE = Rule("deadline-without-owner", gettext_lazy("A deadline without an owner"), Severity.NOTICE, look)
