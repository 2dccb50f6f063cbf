"""Holding replies, in English and Indonesian: an answer is promised, by a day or not, and nothing is asked of the other side.

A holding reply leaves the turn where it is and moves the clock. What asks for anything, or says much besides, is an answer.
"""

import re
from datetime import datetime
from typing import NamedTuple

from jembatan.correspondence.formats.courtesies import asks
from jembatan.correspondence.formats.salutations import without_salutation
from jembatan.platform.dates.deadlines import find_deadlines
from jembatan.platform.dates.promised import promised_day

LONGEST = 900
MOST_WORDS_BESIDES = 40
SENTENCE_END = re.compile(r"(?<=[.!?;])\s+(?=[^\W\d_])|\n+")
WORD = re.compile(r"[^\W\d_]+")
ANSWER = r"(?:jawaban|tanggapan|balasan|masukan|konfirmasi|kabar|informasi)"
SPEAK = (
    r"(?:menjawab|membalas|menanggapi|merespons?|mengabari|mengabarkan|memberi(?:kan|tahu)?(?: kabar| jawaban| tanggapan| masukan| konfirmasi)?|"
    rf"menghubungi(?: \w+)? (?:kembali|lagi)|kembali kepada|(?:menyampaikan|mengirim(?:kan)?) {ANSWER})"
)
INDONESIAN = (
    rf"\b(?:kami|saya)(?: pasti)?(?: akan| segera| berencana| berharap dapat| baru dapat| baru bisa){{1,3}}(?: segera)? {SPEAK}\b|"
    rf"\b(?:akan|baru) (?:segera )?(?:kami|saya) (?:jawab|balas|tanggapi|kabari|sampaikan {ANSWER})\b|\bkami kabari (?:lagi|kembali)\b|"
    rf"\b{ANSWER}(?: resmi| lengkap| tertulis)?(?: dari)?(?: kami)?(?: akan)?(?: segera)?(?: kami)? (?:menyusul|susulkan|sampaikan|kirimkan|disampaikan|dikirimkan)\b|"
    r"\bmohon (?:kesediaan(?:nya)? (?:untuk )?|berkenan )?(?:menunggu(?! (?:di|depan))|bersabar)\b|\bmohon (?:tambahan )?waktu\b|"
    r"\b(?:masih|sedang)(?: dalam proses)? (?:kami|saya) (?:pelajari|bahas|proses|koordinasikan|konsultasikan|siapkan|telaah)\b"
)
BACK = (
    r"(?:get back to|come back to|reply|respond|revert|answer(?! the)|be in touch|write (?:to you )?again|let you (?:know|have)|"
    r"(?:send|give|provide)(?: you)?(?: with)? (?:our|an|a|the)(?: \w+)? (?:answer|reply|response|comments|feedback|views))"
)
ENGLISH = (
    rf"\b(?:we|i)(?:'ll|’ll| will| shall| hope to| expect to| aim to| plan to)(?: be able to)?(?: then)? {BACK}\b|"
    rf"\b(?:and|but) (?:will|shall|hope to|expect to) {BACK}\b|"
    r"\byou (?:will|shall|should) (?:hear from us|have our (?:answer|reply|response|comments|views)|receive our (?:answer|reply|response|comments))\b|"
    r"\b(?:a|our)(?: full| formal| detailed| written| official)? (?:answer|reply|response) will follow\b|"
    r"\bplease (?:bear with us|allow us)\b|\bwe need (?:a (?:little|bit)|some)?(?: more)? time\b|"
    r"\bwe are (?:still )?(?:looking into|considering|reviewing|consulting|studying|working on)\b"
)
HOLDS = re.compile(f"{INDONESIAN}|{ENGLISH}")
OF_THEM = re.compile(r"\b(?:if|when|once|apabila|jika|kalau|setelah) (?:you|bapak|ibu|anda)\b")


class Holding(NamedTuple):
    """`promised` is aware, the close of the promised day where no hour is written; None without a day."""

    promised: datetime | None


def read_holding(reply: str, *, written_at: datetime | None, language: str) -> Holding | None:
    """What the author's own words (see `quotation.split`) promise; None for anything but a holding reply."""
    if len(reply) > LONGEST or "?" in reply or not HOLDS.search(reply.lower()):
        return None
    sentences = [each.strip() for each in SENTENCE_END.split(without_salutation(reply)) if each.strip()]
    holding = [each for each in sentences if HOLDS.search(each.lower()) and not OF_THEM.search(each.lower())]
    others = [each for each in sentences if each not in holding]
    if not holding or any(map(asks, others)):
        return None
    if sum(len(WORD.findall(each)) for each in others) > MOST_WORDS_BESIDES:
        return None
    return Holding(_promised(holding, written_at, language) if written_at else None)


def _promised(sentences: list[str], written_at: datetime, language: str) -> datetime | None:
    """The day by which, or else the one on which, the answer comes."""
    for sentence in sentences:
        if found := find_deadlines(sentence, now=written_at, language=language, wanted=False):
            return found[0].at
        if day := promised_day(sentence, now=written_at, language=language):
            return day
    return None
