"""Promises and requests in Indonesian, by their words."""

import re

from jembatan.commitments.formats.indonesian_present import read_present
from jembatan.commitments.formats.indonesian_words import ADVERB, PART, WE, YOU

type Read = tuple[str, str]

DONE = re.compile(r"(?<!yang )\b(?:telah|sudah|sdh|udah|tadi|td|kemarin|tadinya|sempat)\b")
PAST = re.compile(
    r"\b(?:minggu|pekan|bulan|tahun|malam|senin|selasa|rabu|kamis|jumat|sabtu)\s+(?:yang\s+)?(?:lalu|kemarin)\b|\bsejak\b"
)
NEGATED = re.compile(
    r"\b(?:tidak|belum|tak|bukan|jangan|enggak|nggak)\s+(?:akan|perlu|bisa|dapat|jadi|bersedia|sanggup|berencana|bermaksud)\b"
)
RULE = re.compile(
    r"^(?:setiap|pelanggaran|barang\s?siapa|dalam\s+hal|tamu|para\s+tamu|pemohon|seluruh\s+hadirin)\b|\b(?:menurut|berdasarkan)\s+pasal\b|\bwajib\b(?!\s+(?:di|pajak))"
)
OPEN_CONDITION = re.compile(r"\b(?:jika|apabila|bila|bilamana|kalau|seandainya|sekiranya|andaikan|jikalau)\b")
POLITE_CONDITION = re.compile(
    r"\b(?:jika|apabila|bila|kalau|sekiranya|jikalau)\s+(?:memungkinkan|bisa|boleh|dapat|berkenan|dimungkinkan|tidak\s+keberatan|tidak\s+merepotkan)\b"
    r"|,\s*(?:jika|apabila|bila|kalau)\s+ada\s*,"
    r"|\b(?:menghargai|berterima\s?kasih|senang|bersyukur)\s+(?:apabila|bila|jika|kalau)\b"
)
HERE_IT_IS = re.compile(r"\binilah\b|\bberikut\s+(?:ini|penjelasan\w*)\b|\bterlampir\b")
NO_HINDRANCE = re.compile(
    r"\b(?:jika|apabila|bila|kalau)\s+(?:tidak|tak)\s+ada\s+(?:halangan|aral|kendala|perubahan)\b"
)
STILL = (
    r"(?:menjadi|menginap|menghadiri|mengalami|meningkat|menurun|mencapai|memasuki|menghadapi|merasa|menyambut|memimpin|mendampingi|mendarat"
    r"|melintas|memuat|mengingat|menunggu|menanti|menikmati|membuka\s+acara|menutup\s+acara|merupakan|mewakili|memulai)\b"
)
ACTING = rf"(?!{STILL})(?:me[a-z]{{3,}}|turun\s+tangan|bantu\w*|kirim\w*|cek|urus|siapkan|bayar|balas|kabari|atur|antar)"
BARE = (
    r"(?:kirim(?:kan|i)?|antar(?:kan)?|serahkan|sampaikan|kabari|kabarkan|siapkan|sediakan|urus|kerjakan|susulkan|balas|hubungi|edarkan|bagikan"
    r"|rapikan|lengkapi|selesaikan|unggah|share|drop|email|emailkan|proses|bayar(?:kan)?|tanggapi|tindak\s?lanjuti|teruskan|terbitkan|laporkan"
    r"|informasikan|jawab|tugaskan|realisasikan|perbaiki|revisi|buatkan|susun|pastikan|fasilitasi|bantu|jadwalkan|forward|update|infokan|ganti|pinjamkan|simpan|sisihkan|cadangkan|bawa|adakan|lakukan)"
)
BORNE = r"(?:tanggung|jemput|sediakan|siapkan|urus|ganti|bayar|antar(?:kan)?|kembalikan)"
LOOKED = (
    r"(?:pelajari|pertimbangkan|cek|tanyakan|tinjau|upayakan|usahakan|lihat|bahas|kaji|koordinasikan|coba|cari\s+tahu|diskusikan|dalami|telaah"
    r"|konsultasikan|jajaki|berusaha|berupaya)"
)
LOOKING = (
    r"(?:mem)?(?:pelajari|pertimbangkan)|(?:menge)?cek|(?:menanya|tanya)(?:kan)?|(?:me)?ninjau|tinjau|(?:meng)?upayakan|(?:meng)?usahakan|(?:me)?lihat"
    r"|(?:mem)?bahas(?:nya)?|(?:meng)?kaji|(?:meng)?koordinasikan|mencari\s+tahu|cari\s+tahu|(?:men)?coba|(?:me)?nelaah|telaah|(?:men)?diskusikan"
    r"|(?:men)?dalami|berusaha|berupaya|(?:meng)?konsultasikan|(?:men)?jajaki"
)
DELIVERED_TOO = re.compile(
    r"\bdan\s+(?:segera\s+)?(?:menyampaikan|mengirim\w*|melaporkan|menyerahkan|mengedarkan|membagikan|memastikan)\b|\bpastikan\b"
)
TO_COME = re.compile(
    r"\b(?:nanti|besok|esok|lusa|segera|langsung|(?:pagi|siang|sore|malam|hari|minggu|pekan|bulan)\s+(?:ini|depan)|paling\s+(?:lambat|telat)"
    r"|selambat\w*|sebelum|senin|selasa|rabu|kamis|jumat|sabtu|begitu|setelah|jam|pukul|pada\s+(?:akhir|awal|minggu|hari|tanggal)|tanggal\s+\d|tgl\s+\d|hingga|dalam\s+\w+\s+hari)\b"
)

WE_WILL = re.compile(
    rf"\b(?:{WE}|{PART}\s+kami){ADVERB}\s+(?:akan|bakal|mau){ADVERB}\s+(?:\w+\s+)??{ACTING}"
    rf"|\bakan{ADVERB}\s+{WE}{ADVERB}\s+(?!ingat|tunggu|nanti|terima\b|hadiri)[a-z]{{3,}}"
    rf"|\bakan{ADVERB}\s+di[a-z]{{4,}}\s+oleh\s+(?:{WE}|{PART}\s+kami)\b"
    rf"|\bdari\s+(?:pihak\s+)?kami\b.*\bakan{ADVERB}\s+di[a-z]{{4,}}"
)
OUR_WORD = re.compile(
    rf"\b(?:{WE}|{PART}\s+kami){ADVERB}\s+(?:akan\s+)?(?:berjanji|berkomitmen|menyanggupi|sanggup|bersedia|siap\s+(?:untuk\s+)?(?!membahas)me\w+|memastikan|pastikan|menjamin|jamin)\b"
)
WE_DO = re.compile(
    rf"(?<!harus\s)(?<!perlu\s)\b{WE}{ADVERB}\s+(?:coba\s+)?(?:{BARE}|{LOOKED})\b(?!\s+(?:bahwa|terima|kasih))|\bmenyusul\b"
    rf"|\b{PART}\s+kami\s+(?:menjemput|mengantar|mengirim|menyampaikan|mengambil|menghubungi|menyerahkan)\w*\b"
)
WE_BEAR = re.compile(
    rf"(?<!yang\s)\b{WE}\s+(?:yang\s+)?(?:{BORNE}|menanggung|membayar)\b|\b(?:menjadi|adalah)\s+(?:tanggungan|beban|tanggung\s?jawab)\s+kami\b"
)
INTEND = re.compile(
    rf"\b{WE}\s+(?:ber)?(?:rencana|maksud|niat|encana)\b|\b{WE}\s+(?:berencana|bermaksud|berniat|menargetkan|berharap\s+(?:dapat|bisa)|ingin\s+(?:mengirim|menyerahkan|menyampaikan|memberikan|menyelesaikan)\w*)\b"
    rf"|\brencananya\b.*\b{WE}\b|\brencana\s+dari\s+(?:kami|pihak\s+kami)\b"
)
GOD_WILLING = re.compile(r"\b(?:insya\s?allah|mudah-mudahan|semoga\s+(?:bisa|dapat)|moga-moga)\b")
OF_OURS = re.compile(rf"\b{WE}\s+(?:{BARE})\b")

MOHON = re.compile(
    r"\b(?:di)?mohon(?:kan)?\b(?!\s+(?:maaf|doa|izin|ijin|dimaklumi|maklum|pamit|restu|diri|ampun|perhatian|menjadi\s+perhatian|dimaafkan|mengenakan|memakai|membawa\s+(?:pakaian|sepatu|jaket|payung|topi|bekal|baju)|hadir|datang|tiba|berkumpul|tidak))(?!.*\btetap\s+tenang\b)"
)
ASK = re.compile(
    rf"\btolong\b|\bharap\b(?!an)(?!\s+(?:tenang|maklum|sabar|dimaklumi|cemas))|\b(?:kami|saya)\s+(?:meminta|minta)\b(?!\s+maaf)|\bbersama\s+ini\s+kami\s+meminta\b"
    rf"|\b(?:kami|saya)\s+(?:mengharapkan|mengharap)\b|\b(?:kami|saya)\s+harapkan\s+(?:dapat\s+|bisa\s+|untuk\s+)?me\w+|\b(?:kami|saya)\s+berharap\s+{YOU}\b.*\b(?:dapat|bisa|berkenan)\s+(?:segera\s+)?me\w+|\bberharap\b.*\b(?:dapat|bisa)\s+kami\s+terima\b|\b(?:kami|bagian\s+\w+)\s+(?:membutuhkan|memerlukan)\b|\bapakah\s+{YOU}\s+(?:berkenan|bersedia)\b|\b(?:barangkali|mungkin|sebaiknya|alangkah\s+baiknya)\s+{YOU}\s+(?:dapat|bisa)\s+me\w+|\b(?:harus|wajib|perlu)\s+di(?:kumpulkan|kirim\w*|serahkan|lengkapi|sampaikan|kembalikan)\b.*\d|^diharapkan\b|\bbesar\s+harapan\s+kami\b"
    rf"|\b(?:bisakah|dapatkah|bolehkah|sudilah|berkenankah)\b|\bboleh\s+(?:saya\s+|kami\s+)?minta\b"
    rf"|\b(?:apakah\s+)?{YOU}\w*\s+(?:berkenan|bersedia|bisa|dapat)\s+me\w+.*\?|\b(?:kami|saya)\s+(?:menunggu|tunggu|menanti)\s+(?:kiriman|jawaban|tanggapan|konfirmasi|revisi|balasan|dokumen|data|kabar|masukan)\b"
    rf"|\bmenghargai\s+(?:apabila|bila|jika|kalau)\b|\bsilakan\s+(?:segera\s+)?(?:mengisi|mengirim\w*|melengkapi|menyampaikan|isi|kirim\w*|menandatangani|mengembalikan|konfirmasi|mendaftar\w*)\b"
    r"|\b(?:kami|saya)\s+(?:ingin|hendak)\s+(?:meminjam|meminta|memohon|memesan)\b"
    r"|\byang\s+(?:masih\s+)?(?:kami|saya|mereka|beliau)\s+(?:masih\s+)?(?:minta|perlukan|butuhkan|mohonkan|harapkan)\b"
    rf"|\bperlu\s+(?:kiranya\s+)?{YOU}\w*\s+me\w+|^(?:segera\s+)?(?:kirim|sampaikan|lampirkan|lengkapi|teruskan|konfirmasikan|isi|balas)(?:kan|lah)?\b"
    rf"|\b(?:kalau|jika)\s+(?:bisa|boleh|memungkinkan)\b.*\bdi[a-z]{{4,}}\b|\bminta\s+tolong\b"
)

NAME = r"(?:(?:disepakati|disetujui|diputuskan)\s+(?:bahwa\s+)?|(?:tindak\s+lanjut|aksi|catatan)\s*:\s*)?(?P<who>[^,;:?!]{2,70}?)"
THING = re.compile(
    r"^(?:acara|rapat|kegiatan|upacara|dokumen|surat|kapal|jalan|biaya|tarif|kuota|harga|cuaca|perubahan|kebijakan|aturan|peraturan|sidang|tahun|hal|kerja\s?sama"
    r"|perjanjian|semoga|bagaimana|kapan|siapa|apa|apakah|mengapa|jadwal|pesawat|rombongan|tamu|menteri|bapak\s+menteri|presiden|pertemuan|kendaraan|ketua\s+menyampaikan)\b"
    r"|\b(?:ini|itu|tersebut|yang|bahwa|ketika|saat|karena|dalam|menurut|menyampaikan|menjelaskan|menyebut|mengatakan|menanyakan|melaporkan)\b"
)
NAMED_WILL = re.compile(rf"^{NAME}{ADVERB}\s+(?:menyatakan\s+)?(?:akan|bakal){ADVERB}\s+{ACTING}")
NAMED_WORD = re.compile(rf"^{NAME}\s+(?:berjanji|menyanggupi|sanggup|bersedia|berkomitmen|menjamin)\b")
NAMED_INTENDS = re.compile(
    rf"^{NAME}\s+(?:berencana|bermaksud|berniat|berharap\s+(?:dapat|bisa)|menargetkan)\b"
)
NAMED_AGREED = re.compile(
    rf"^(?:(?:disepakati|disetujui|diputuskan)\s+(?:bahwa\s+)?|(?:tindak\s+lanjut|aksi)\s*:\s*)(?P<who>[^,;:?!]{{2,70}}?)\s+{ACTING}"
    r"|^(?:pic|penanggung\s+jawab)\b[^:]*:"
)
NAMED_BY = re.compile(rf"^{NAME}\s+{ACTING}\b.*\b(?:paling\s+lambat|selambat\S*|sebelum\s+(?:tanggal\s+)?\d)")
YOU_WILL = re.compile(rf"^{YOU}{ADVERB}\s+akan{ADVERB}\s+{ACTING}")
NAMED_ASKED = re.compile(
    rf"^{NAME}\s+(?:diminta|diharapkan|ditugaskan|dimohon)\b(?:\s+\w+)?\s+(?:untuk\s+|agar\s+|segera\s+)*{ACTING}"
    rf"|^(?P<asker>[^,;:?!]{{2,50}}?)\s+(?:meminta|menugaskan|memohon)\s+(?!maaf|izin).{{3,70}}?\s+(?:untuk\s+|agar\s+|segera\s+)*{ACTING}"
)
PRONOUN = re.compile(rf"^{WE}\b|^{YOU}$|\b{WE}$")


def read(sentence: str) -> Read | None:
    """The grade ("will", "intends", "looks", "asked") and who owes it ("writer", "reader", "named")."""
    words = sentence.lower()
    if RULE.search(words) or NEGATED.search(words):
        return None
    polite = POLITE_CONDITION.search(words)
    if OPEN_CONDITION.search(words) and not polite:
        return ("intends", "writer") if NO_HINDRANCE.search(words) and _ours(words) else None
    return _asked(words) or _promised(words) or _named(words) or read_present(words)


def _asked(words: str) -> Read | None:
    found = MOHON.search(words) or ASK.search(words)
    if found is None or (DONE.search(words[: found.start()]) and "?" not in words):
        return None
    return ("asked", "reader")


def _promised(words: str) -> Read | None:
    if words.endswith("?"):
        return None
    firm = WE_WILL.search(words) or OUR_WORD.search(words) or _borne(words)
    if INTEND.search(words) or (GOD_WILLING.search(words) and (firm or OF_OURS.search(words))):
        return ("intends", "writer")
    if not firm and not _ours(words):
        return None
    start = firm.start() if firm else 0
    if firm and (_is_done(words, firm) or HERE_IT_IS.search(words)):
        return None
    return (_looks_or_will(words[start:]), "writer")


def _ours(words: str) -> bool:
    if re.search(rf"\b{WE}\s+(?:coba|upayakan|usahakan)\b", words):
        return True
    found = WE_DO.search(words)
    if found is None or PAST.search(words, found.end()):
        return False
    return bool(TO_COME.search(words)) and not _is_done(words, found)


def _borne(words: str) -> re.Match[str] | None:
    found = WE_BEAR.search(words)
    return None if found and PAST.search(words, found.end()) else found


def _is_done(words: str, found: re.Match[str]) -> bool:
    """In the clause that the words stand in."""
    clause = max(words.rfind(mark, 0, found.start()) for mark in ",;:") + 1
    return DONE.search(words, clause, found.end()) is not None


def _looks_or_will(words: str) -> str:
    looks = re.search(rf"\b(?:{LOOKING})\b", words)
    return "looks" if looks and not DELIVERED_TOO.search(words) else "will"


def _named(words: str) -> Read | None:
    if words.endswith("?"):
        return None
    if YOU_WILL.search(words):
        return ("will", "reader")
    for pattern, grade in (
        (NAMED_ASKED, "asked"),
        (NAMED_INTENDS, "intends"),
        (NAMED_WORD, "will"),
        (NAMED_WILL, ""),
        (NAMED_AGREED, ""),
        (NAMED_BY, ""),
    ):
        found = pattern.search(words)
        if found is None:
            continue
        who = (found["who"] or "") if "who" in found.groupdict() else ""
        if DONE.search(found.group()) or THING.search(who) or PRONOUN.search(who):
            return None
        return (grade or _looks_or_will(words[found.start() :]), "named")
    return None
