"""Whether a reply is a short yes that leaves nothing open, by its words, in English and Indonesian.

Who asked and gets such an answer may take the matter for closed. A request that is taken for an answer is a request lost,
an answer that is taken for a request costs one look. So the reply has to begin with a yes, and to hold no word but those
that are known to want nothing: any other word, in any language, keeps the matter open.
"""

import re

from jembatan.correspondence.formats.courtesies import MOST_NAMES, POLITE, asks, is_courtesy
from jembatan.correspondence.formats.salutations import without_salutation

LONGEST = 600
MOST_WORDS = 35
MOST_SENTENCES = 3
MOST_WORDS_AROUND = 12
WORD = re.compile(r"[^\W\d_]+")
SENTENCE = re.compile(r"[.!;](?=\s|$)|\n")
COURTESY = (
    r"(?:(?:noted|well noted|many thanks|thanks|thank you|great|perfect|ok|okay|oke|siap|baik|baiklah|terima kasih)"
    r"(?: with thanks| very much| banyak)?(?:,? (?:pak|bu|bapak|ibu|mas|mbak|sir|madam)(?: [A-Z]\w+)?)?\W+(?:and |dan )?)"
)
YES = re.compile(
    rf"{COURTESY}{{0,2}}(?:yes|yep|sure|certainly|of course|confirmed|agreed|correct|that (?:works|suits|is (?:right|correct|fine))|"
    r"(?:we|i|both|all of us|both of us)(?: can| do| hereby| will| shall|'ll| are happy to)? (?:both )?(?:confirm|agree|attend|come|join|hold|accept)|"
    r"ya|iya|betul|benar|bisa|boleh|setuju|sepakat|sesuai|jadi|tentu|sudah|"
    r"(?:kami|saya|beliau)(?: akan| bisa| dapat| siap| pasti)? (?:hadir|datang|ikut|setuju|sepakat|bisa))\b",
    re.IGNORECASE,
)
HARMLESS_WORDS = """
    yes yep sure certainly of course confirmed confirm agreed agree correct right fine works suits attend attending come
    coming join hold accept attendance meeting both all us we i he she they me our my it its that this these is are am be
    will shall can do have has been there then welcome a an at in on from as happy hereby
    ya iya betul benar bisa boleh setuju sepakat sesuai jadi tentu tentunya sudah hadir datang ikut kehadiran rapat rapatnya
    acaranya pertemuannya dapat pasti akan kami saya kita beliau di dengan dari pada yang itu ini bersama keduanya berdua kedua sampai
    jumpa see hari
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december today tomorrow yesterday morning afternoon evening noon clock am pm week month next
    senin selasa rabu kamis jumat sabtu minggu ahad januari februari maret mei juni juli agustus oktober desember
    besok lusa kemarin tanggal pukul jam pagi siang sore malam bulan depan wib wita wit
    room floor office hall building address place same ruang ruangan ruangannya lantai kantor gedung aula tempat tempatnya
    alamat alamatnya tetap
    one two three four five six seven eight nine ten eleven twelve satu dua tiga empat lima enam tujuh delapan sembilan sepuluh
    people persons delegates participants guests orang peserta tamu
    draft text version latest last final document copy list naskah naskahnya draf drafnya konsep terakhir versi dokumen daftar
"""
HARMLESS = POLITE | frozenset(HARMLESS_WORDS.split())
RANGE = re.compile(r"(?<=\d) to (?=\d)|\bhappy to\b|\bforward to (?:seeing|meeting)\b", re.IGNORECASE)
BURDEN = re.compile(r"https?:|www\.|[@$€£%]|\d{6}")


def settles(reply: str) -> bool:
    """Whether the author's own words (see `quotation.split`) say yes to a question, and nothing that wants anything.

    How the reply greets and who signs it do not count. Capitalised words inside a sentence that are not of this vocabulary
    are taken for names, up to three.
    """
    if len(reply) > LONGEST or _is_plainly_more(reply):
        return False
    said = without_salutation(reply)
    if asks(said) or BURDEN.search(said) or not YES.match(said):
        return False
    sentences = [s for s in SENTENCE.split(RANGE.sub(" ", said)) if WORD.search(s) and not is_courtesy(s)]
    words = [word for sentence in sentences for word in WORD.findall(sentence)]
    return (
        len(words) <= MOST_WORDS
        and len(sentences) <= MOST_SENTENCES
        and sum(map(_names, sentences)) <= MOST_NAMES
        and all(map(_is_harmless, sentences))
    )


def _is_plainly_more(reply: str) -> bool:
    """Most replies are: told by counting, before anything is looked at closely. Greetings and wishes have words of their own."""
    unknown = [word for word in WORD.findall(reply) if word.islower() and word not in HARMLESS]
    return len(unknown) > MOST_WORDS_AROUND


def _is_harmless(sentence: str) -> bool:
    """Whether every word is of the vocabulary, or may be a name."""
    words = WORD.findall(sentence)
    return all(
        word.lower() in HARMLESS or (place > 0 and word[0].isupper()) for place, word in enumerate(words)
    )


def _names(sentence: str) -> int:
    return sum(word.lower() not in HARMLESS for word in WORD.findall(sentence))
