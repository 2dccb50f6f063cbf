"""What a reply does: it asks, it says something, or it only thanks. In English and Indonesian, by words."""

import re

WORD = re.compile(r"[a-z]+", re.IGNORECASE)
SENTENCE = re.compile(r"[.!\n]+")
LONGEST_THANKS = 14
MOST_NAMES = 3
THANKING = re.compile(
    r"\b(?:thanks|thank you|thankyou|thx|tks|tq|ty|many thanks|much appreciated|noted|well noted|well received|received|"
    r"acknowledged|understood|got it|ok|okay|oke|great|perfect|siap|baik|baiklah|terima ?kasih|trims|makasih|mksh|tks|"
    r"diterima|sudah (?:kami |saya )?terima|dicatat|dimengerti|dipahami|noted with thanks|matur nuwun|hatur nuhun)\b",
    re.IGNORECASE,
)
POLITE_WORDS = """thanks thank you thankyou thx tks tq ty many much so very for your the this a lot appreciated noted well with received
    acknowledged understood got it ok okay great perfect all good kind reply quick prompt email mail message response help
    information info update confirmation confirming and dear hi hello sir madam mr mrs ms best regards team again indeed
    siap baik baiklah terima kasih terimakasih trims makasih mksh banyak atas dan sudah kami saya diterima dicatat dimengerti
    dipahami informasinya informasi infonya info bantuannya bantuan kerja samanya kerjasamanya perhatiannya tanggapannya
    jawabannya balasannya konfirmasinya responnya responsnya emailnya pak bu bapak ibu mas mbak bang kak yth salam hormat ya
    oke ok sekali kembali sama selamat pagi siang sore malam terkirim suratnya kirimannya undangannya cepat cepatnya nya matur
    nuwun hatur nuhun untuk segala semua"""
POLITE = frozenset(POLITE_WORDS.split())
ASKING = re.compile(
    r"\?|\b(?:please (?!find|be informed|note|see attached)|kindly|could you|can you|would you|will you|may we|may i|could we|"
    r"let (?:me|us) know|advise|awaiting|we (?:would|'d) (?:like|appreciate)|look(?:ing)? forward to (?:your|hearing)|"
    r"mohon(?! maaf)|dimohon|tolong|harap|bisakah|dapatkah|apakah|bolehkah|kapan|bagaimana|berapa|siapakah|kami tunggu|"
    r"ditunggu|menunggu (?:kabar|jawaban|konfirmasi|tanggapan)|minta|meminta|sudilah|berkenan|kiranya)\b",
    re.IGNORECASE,
)


def only_thanks(reply: str) -> bool:
    """Whether the author's own words (see `quotation.split`) thank or acknowledge and say nothing more.

    Capitalised words inside a sentence that are not of the vocabulary of courtesy are taken for names, up to three.
    """
    if not reply or len(reply) > 200 or "?" in reply or any(letter.isdigit() for letter in reply):
        return False
    words = WORD.findall(reply)
    if not words or len(words) > LONGEST_THANKS or not THANKING.search(reply):
        return False
    names = 0
    for sentence in SENTENCE.split(reply):
        for place, word in enumerate(WORD.findall(sentence)):
            if word.lower() not in POLITE:
                names += 1
                if place == 0 or not word[0].isupper():
                    return False
    return names <= MOST_NAMES


def asks(reply: str) -> bool:
    """Whether the author's own words want an answer."""
    return bool(ASKING.search(reply))
