"""A mailbox of any size, the same every time: threads, both languages, HTML, quotations and attachments, 1 to 60 kB a message."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

SEED = 20250303
START = datetime(2023, 1, 2, 1, 0, tzinfo=UTC)
US = "kerjasama@selatnusantara.example"
WORDS = {
    "id": """yang dan untuk dengan pada kami akan di ke dari ini itu tidak oleh dalam agar telah juga kepada atas rapat surat undangan kerja sama perjanjian konsep delegasi kunjungan menteri
        duta besar laporan jadwal anggaran lampiran mohon tanggapan konfirmasi kehadiran terima kasih perhatian bapak ibu
        pelabuhan selat kapal nelayan pelatihan dokumen tanda tangan naskah koordinasi kementerian tindak lanjut hari senin""",
    "en": """the and for with on we will of to in is that be this have our are at as by not from meeting letter invitation cooperation agreement draft delegation visit minister
        ambassador report schedule budget annex please comment confirm attendance thank you attention harbour strait vessel
        fisheries training document signature text coordination ministry follow up monday agenda minutes proposal review""",
}
SYLLABLES = "ba ca da fa ga ha ja ka la ma na pa ra sa ta wa bi di ki li mi ni pi ri si ti bu du ku lu mu nu pu ru su tu".split()  # noqa: SIM905 forty words in quotes are harder to read
GREETING = {"id": "Yth. Bapak/Ibu,", "en": "Dear colleagues,"}
CLOSING = {"id": "Hormat kami,", "en": "Kind regards,"}
WROTE = {
    "id": "Pada {date:%d/%m/%Y %H:%M}, {who} menulis:",
    "en": "On {date:%d %b %Y at %H:%M}, {who} wrote:",
}


def write_maildir(folder: Path, count: int) -> int:
    """Write `count` messages as a Maildir and return their size in bytes."""
    for part in ("cur", "new", "tmp"):
        (folder / part).mkdir(parents=True)
    size = 0
    for number, raw in enumerate(letters(count)):
        size += (folder / "cur" / f"{number:07d}.bench:2,S").write_bytes(raw)
    return size


def letters(count: int) -> Iterator[bytes]:
    """Threads of one to nine messages, between us and 2,000 correspondents of 300 bodies."""
    rng = random.Random(SEED)
    vocabulary = {language: _vocabulary(rng, words.split()) for language, words in WORDS.items()}
    made = 0
    moment = START
    while made < count:
        moment += timedelta(minutes=rng.randint(1, 60))
        length = min(rng.choice((1, 1, 2, 2, 3, 4, 5, 9)), count - made)
        yield from _thread(rng, vocabulary, made, length, moment)
        made += length


def _vocabulary(rng: random.Random, frequent: list[str]) -> list[str]:
    """Frequent words many times, and 15,000 rare ones, as in a living language."""
    rare = ["".join(rng.choices(SYLLABLES, k=rng.randint(2, 4))) for _ in range(15_000)]
    return frequent * 600 + rare


def _thread(
    rng: random.Random, vocabulary: dict[str, list[str]], number: int, length: int, moment: datetime
) -> Iterator[bytes]:
    language = rng.choice(("id", "id", "en"))
    words = vocabulary[language]
    person = rng.randrange(2000)
    partner = f"orang{person}@badan{person % 300}.example"
    subject = " ".join(rng.choices(words, k=6)).capitalize()
    references: list[str] = []
    quoted = ""
    for step in range(length):
        ours = step % 2 == 1
        sender, receiver = (US, partner) if ours else (partner, US)
        message = EmailMessage()
        message["Message-ID"] = f"<{number + step}.{rng.getrandbits(48):x}@badan.example>"
        message["From"], message["To"] = f"Orang {person} <{sender}>", receiver
        if rng.random() < 0.3:
            message["Cc"] = f"orang{rng.randrange(2000)}@badan{rng.randrange(300)}.example"
        message["Subject"] = f"Re: {subject}" if step else subject
        message["Date"] = format_datetime(moment)
        if references:
            message["In-Reply-To"], message["References"] = references[-1], " ".join(references)
        text = _text(rng, words, language) + quoted
        message.set_content(text, cte="7bit")
        if rng.random() < 0.4:
            paragraphs = "\n".join(f"<p>{line}</p>" for line in text.split("\n\n"))
            message.add_alternative(f"<html><body>{paragraphs}</body></html>", subtype="html", cte="7bit")
        if rng.random() < 0.2:
            content = rng.randbytes(rng.randint(2_000, 30_000))
            message.add_attachment(
                content, maintype="application", subtype="pdf", filename=f"lampiran-{step}.pdf"
            )
        yield message.as_bytes()
        references.append(message["Message-ID"])
        marked = "\n".join(f"> {line}" for line in text.split("\n"))
        quoted = f"\n\n{WROTE[language].format(date=moment, who=sender)}\n{marked[:6000]}"
        moment += timedelta(hours=rng.randint(1, 30))


def _text(rng: random.Random, words: list[str], language: str) -> str:
    paragraphs = [
        " ".join(rng.choices(words, k=rng.randint(15, 90))).capitalize() + "."
        for _ in range(rng.choice((1, 2, 3, 5, 8)))
    ]
    return "\n\n".join([GREETING[language], *paragraphs, CLOSING[language], "Orang"])
