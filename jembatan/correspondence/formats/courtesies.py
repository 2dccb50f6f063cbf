"""What a reply does: it asks, it says something, or it only thanks. In English and Indonesian, by words."""

import re

from jembatan.correspondence.formats.salutations import without_salutation

WORD = re.compile(r"[a-z]+", re.IGNORECASE)
SENTENCE = re.compile(r"[.!\n]+")
LONGEST, LONGEST_SAID = 600, 200
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
WISH = re.compile(
    r"(?:(?:i |we )?wish(?:ing)? you |(?:and )?(?:do )?have )?(?:all )?(?:an? )?(?:very )?"
    r"(?:nice|good|great|lovely|pleasant|wonderful|safe|happy|the best|enjoyable) ?"
    r"(?:day|weekend|week|evening|afternoon|morning|trip|flight|journey|holidays?|one|rest of the (?:day|week)|new year)?(?: ahead| too)?|"
    r"(?:(?:i|we) )?(?:am |are )?look(?:ing)? forward to (?:seeing|meeting) you(?: all)?(?: then| there| soon| again)?|"
    r"(?:and )?you too|see you (?:then|there|soon|around|tomorrow|again)|take care|stay safe|all the best|best wishes|"
    r"(?:(?:i|we) )?(?:really |very much |do )?appreciate (?:it|this|that|your (?:help|support|reply|time|kindness|cooperation))|"
    r"(?:you are|you're) (?:very |most )?welcome|(?:it was )?(?:my|our) pleasure|(?:semoga|selamat|sehat|sukses)(?: (?:selalu|sehat|"
    r"sukses|lancar|berakhir|akhir|pekan|beraktivitas|bekerja|bertugas|berlibur|dan|hari|harinya|menyenangkan|semuanya|acaranya)){0,5}|"
    r"sampai (?:jumpa|bertemu|ketemu)(?: lagi| nanti| besok| di sana)?|sama[- ]sama|salam (?:sehat|hangat|sukses)",
    re.IGNORECASE,
)
# Searched in lower case: letters that may be either case would have to be tried one by one, at every word.
ASKING = re.compile(
    r"\?|\b(?:please (?!find|be informed|note|see attached)|kindly|could you|can you|would you|will you|may we|may i|could we|"
    r"let (?:me|us) know|advise|awaiting|we (?:would|'d) (?:like|appreciate)|look(?:ing)? forward to (?:your|hearing)|"
    r"mohon(?! maaf)|dimohon|tolong|harap|bisakah|dapatkah|apakah|bolehkah|kapan|bagaimana|berapa|siapakah|kami tunggu|"
    r"ditunggu|menunggu (?:kabar|jawaban|konfirmasi|tanggapan)|minta|meminta|sudilah|berkenan|kiranya)\b",
)


def only_thanks(reply: str) -> bool:
    """Whether the author's own words (see `quotation.split`) thank or acknowledge and say nothing more.

    How the reply greets and who signs it do not count, nor does a wish ("Have a nice weekend"). Capitalised words inside
    a sentence that are not of the vocabulary of courtesy are taken for names, up to three.
    """
    if len(reply) > LONGEST or "?" in reply or not THANKING.search(reply):
        return False
    said = without_salutation(reply)
    if not said or len(said) > LONGEST_SAID or any(letter.isdigit() for letter in said):
        return False
    sentences = [s for s in SENTENCE.split(said) if s.strip() and not _wishes(s)]
    words = [word for sentence in sentences for word in WORD.findall(sentence)]
    if not words or len(words) > LONGEST_THANKS or not any(map(THANKING.search, sentences)):
        return False
    names = 0
    for sentence in sentences:
        for place, word in enumerate(WORD.findall(sentence)):
            if word.lower() not in POLITE:
                names += 1
                if place == 0 or not word[0].isupper():
                    return False
    return names <= MOST_NAMES


def is_courtesy(sentence: str) -> bool:
    """Whether a sentence thanks or wishes well, and says nothing more."""
    return _wishes(sentence) or only_thanks(sentence)


def asks(reply: str) -> bool:
    """Whether the author's own words want an answer."""
    return bool(ASKING.search(reply.lower()))


def _wishes(sentence: str) -> bool:
    return bool(WISH.fullmatch(sentence.strip(" ,;:-()\"'!")))
