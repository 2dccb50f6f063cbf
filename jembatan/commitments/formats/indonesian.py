"""Promises and requests in Indonesian, by their words."""

import re

from jembatan.commitments.formats.indonesian_asks import found_asking
from jembatan.commitments.formats.indonesian_named import (
    ACTING,
    BARE,
    DONE,
    LOOKED,
    looks_or_will,
    read_named,
)
from jembatan.commitments.formats.indonesian_passive import read_passive
from jembatan.commitments.formats.indonesian_present import read_present
from jembatan.commitments.formats.indonesian_words import ADVERB, PART, WE, written_out

type Read = tuple[str, str]

PAST = re.compile(
    r"\b(?:minggu|pekan|bulan|tahun|malam|senin|selasa|rabu|kamis|jumat|sabtu)\s+(?:yang\s+)?(?:lalu|kemarin)\b|\bsejak\b"
)
OVER = re.compile(
    r"\bkita\s+(?:bicarakan|bahas|diskusikan|lihat)\b|^(?:dulu|dahulu|waktu\s+itu)\b|\b(?:tetapi|tapi|namun)\s+itu\b.*\b(?:lalu|dulu)\b"
)
NEGATED = re.compile(
    r"\b(?:tidak|belum|tak|bukan|jangan|enggak)\s+(?:akan|perlu|bisa|dapat|jadi|bersedia|sanggup|berencana|bermaksud)\b"
)
ASSURED = re.compile(rf"\b{WE}\s+(?:menjamin|jamin|pastikan|memastikan|berjanji)\b.*\btidak\b")
CLAUSE = re.compile(r"[,;:]|\bdan\s+(?=\w+nya\b|akan\b|nanti\b|besok\b|segera\b)")
RULE = re.compile(
    r"^(?:setiap(?!.*\bakan\s+(?:kami|saya))|pelanggaran|barang\s?siapa|dalam\s+hal|tamu|para\s+tamu|pemohon|seluruh\s+hadirin)\b|\b(?:menurut|berdasarkan)\s+pasal\b|^(?:sebagaimana|seperti)\s+(?:di)?ketahui\b|\bmenurut\s+(?:pemerintah|pak|bu|sdri?|mas|mbak|bapak|ibu|beliau|polisi|pihak|berita|kabar)\b|\bsenang\s+hati\b.*\bpertanyaan\b|(?:^|,\s+)(?:katanya|kabarnya|konon)\b|\b(?:beliau|dia|mereka)\s+bilang\b|\bwajib\b(?!\s+(?:di|pajak))"
)
HABIT = re.compile(
    r"\b(?:biasanya|lazimnya|pada\s+umumnya)\b|^(?!.*\b(?:akan|sampai|hingga|selama|mulai)\b).*\b(?:se)?tiap\s+(?:hari|minggu|pekan|bulan|tahun|senin|selasa|rabu|kamis|jumat|sabtu)\b"
)
OPEN_CONDITION = re.compile(
    r"\b(?:jika|apabila|bila|bilamana|kalau|seandainya|sekiranya|andaikan|jikalau)\b(?!\s+(?:sudah|telah)\b)"
)
POLITE_CONDITION = re.compile(
    r"\b(?:jika|apabila|bila|kalau|sekiranya|jikalau)\s+(?:memungkinkan|bisa|boleh|dapat|berkenan|dimungkinkan|tidak\s+keberatan|tidak\s+merepotkan|sempat|ada\s+waktu)\b"
    r"|,\s*(?:jika|apabila|bila|kalau)\s+ada\s*,|^(?:tolong\s+)?(?:kabari|beritahukan|infokan|telepon)\b"
    r"|\b(?:menghargai|berterima\s?kasih|senang|bersyukur|baiknya|membantu|terbantu|lebih\s+baik|senang\s+sekali)\s+(?:apabila|bila|jika|kalau)\b"
)
HERE_IT_IS = re.compile(r"\binilah\b|\bberikut\s+(?:ini|penjelasan\w*)\b|\bterlampir\b")
NO_HINDRANCE = re.compile(
    r"\b(?:jika|apabila|bila|kalau)\s+(?:tidak|tak)\s+ada\s+(?:halangan|aral|kendala|perubahan)\b"
)
BORNE = r"(?:tanggung|jemput|sediakan|siapkan|urus|ganti|bayar|antar(?:kan)?|kembalikan)"
TO_COME = re.compile(
    r"\b(?:nanti|besok|esok|lusa|segera|secepatnya|sesegera|dulu|langsung|(?:pagi|siang|sore|malam|hari|minggu|pekan|bulan)\s+(?:ini|depan)|paling\s+(?:lambat|telat)"
    r"|selambat\w*|sebelum|senin|selasa|rabu|kamis|jumat|sabtu|begitu|setelah|sesudah|seusai|usai|selesai|sepulang|sesampai\w*|setiba\w*|kalau\s+sudah|jam|pukul|pada\s+(?:akhir|awal|minggu|hari|tanggal)|tanggal\s+\d|hingga|dalam\s+\w+\s+hari|dalam\s+waktu|terpisah|lagi|akhir\s+(?:pekan|minggu|bulan))\b"
)

WE_WILL = re.compile(
    rf"\b(?:{WE}|{PART}\s+kami(?:\s+di\s+\w+)?){ADVERB}\s+(?:akan|bakal|mau){ADVERB}\s+(?:\w+\s+)??{ACTING}"
    rf"|\b(?:{PART}\s+(?:kami|saya)|{WE})\b[^;]*\bdan\s+(?:kemudian\s+|selanjutnya\s+|segera\s+)?akan\s+{ACTING}|\bpasti(?:\s+akan|\s+sudah)?\s+{WE}\s+(?:{BARE}\b|[a-z]{{3,}}kan\b)|\bsedang\s+{WE}\s+(?:siapkan|buatkan|pesankan|carikan|uruskan)\b.*\buntuk\s+(?:bapak|ibu|saudara|anda)"
    rf"|\bakan{ADVERB}\s+{WE}{ADVERB}\s+(?!ingat\b|tunggu|nanti|terima\b|hadiri)[a-z]{{3,}}"
    rf"|\bakan{ADVERB}\s+di[a-z]{{4,}}\s+oleh\s+(?:{WE}|{PART}\s+kami)\b"
    rf"|\bdari\s+(?:pihak\s+)?kami\b.*\bakan{ADVERB}\s+di[a-z]{{4,}}"
)
OUR_WORD = re.compile(
    rf"\b(?:{WE}|{PART}\s+kami){ADVERB}\s+(?:akan\s+)?(?:berjanji|berkomitmen|menyanggupi|sanggup|bersedia(?!\s+(?:membahas|berdiskusi|membicarakan|mendiskusikan|bertemu))|siap\s+(?:untuk\s+)?(?!membahas|membantu|mendukung|menerima|menjawab|mendengar)me\w+|memastikan|pastikan|menjamin|jamin)\b"
)
WE_DO = re.compile(
    rf"(?<!harus\s)(?<!perlu\s)\b{WE}{ADVERB}\s+(?:coba\s+)?(?:{BARE}|{LOOKED})\b(?!\s+(?:bahwa|terima|kasih|hal))|\bmenyusul\b"
    rf"|\b{PART}\s+kami\s+(?:menjemput|mengantar|mengirim|menyampaikan|mengambil|menghubungi|menyerahkan)\w*\b"
    r"|^(?:(?:siap|baik|ok|oke|ya|iya|noted)[\w ,.!]{0,15}?[,.! ]\s*)?(?:segera|besok|nanti|malam\s+ini|sore\s+ini)\s+(?:di)?(?:kirim(?:kan)?|kabari|siapkan|proses|urus|tindak\s?lanjuti|infokan|sampaikan|share|cek|antar|revisi|balas)\b"
)
AT_ONCE = re.compile(
    rf"^(?:baik|siap|oke?|iya)\b[^?]*\b{WE}{ADVERB}\s+(?:{BARE}|{LOOKED})\b|^siap,?\s+(?:laksanakan|dilaksanakan|kirim|meluncurkan|dikirim|dikerjakan)\b"
)
WE_BEAR = re.compile(
    rf"(?<!yang\s)(?<!harus\s)\b{WE}\s+(?:(?:yang\s+)?(?:{BORNE}|beri(?:kan)?\s+(?:potongan|diskon|keringanan|perpanjangan|tambahan\s+waktu)|menanggung|membayar)|yang\s+{BARE})\b|\b(?:jadi|menjadi)\s+utang\s+kami\b|\b{WE}\s+(?:titip|taruh)\s+di\b|\b{PART}\s+kami{ADVERB}\s+(?:membiayai|menanggung|membayar)\b|\bbiar(?:kan|lah)?\s+(?:kami|saya)\s+(?!tahu)|\b(?:serahkan|percayakan)\s+(?:saja\s+)?(?:ke|kepada|pada)\s+(?:kami|saya)\b|\b(?:menjadi|adalah)\s+(?:tanggungan|beban|tanggung\s?jawab)\s+kami\b"
)
INTEND = re.compile(
    rf"\b{WE}\s+(?:rencana|maksud|niat|encana)\b(?!\s+(?:tiba|hadir|datang))|\b{WE}\s+(?:sedang\s+|juga\s+)?(?:(?:berencana|bermaksud|berniat)(?!\s+(?:tiba|mengunjungi|bertemu|menemui|melihat|berlibur|menonton|hadir|datang|berangkat|berkunjung|pulang|menginap|menghadiri|singgah))|menargetkan|merencanakan|targetkan|rencanakan|berharap\s+(?:sudah\s+)?(?:dapat|bisa)(?!\s+(?:bertemu|berjumpa|hadir|datang|berkunjung|bekerja\s?sama|menyambut))|ingin\s+(?:mengajak|menambah|memperpanjang|memperbaiki|mencoba|mengganti|membuat|mengadakan|mengirim|menyerahkan|menyampaikan|memberikan|menyelesaikan)\w*)\b"
    rf"|\b{WE}\s+berharap\b[^,;]*\b(?:dapat|bisa)\s+(?:sudah\s+)?di\w+|\b(?:rencananya|targetnya)\b.*\b{WE}\b|\b{WE}\s+(?:optimistis|yakin)\b.*\b(?:selesai|rampung|beres)\b|\b{WE}\s+ingin\s+\w+nya\s+(?:sudah\s+)?(?:sampai|selesai|rampung|jadi|tiba)\b|\brencana\s+dari\s+(?:kami|pihak\s+kami)\b"
)
TRY = re.compile(
    rf"\b{WE}{ADVERB}\s+(?:akan\s+|sedang\s+)?(?:upayakan|usahakan|mengupayakan|mengusahakan|berusaha|berupaya|coba|mencoba)\b(?!.*\b(?:tidak\s+(?:di|bisa|berhasil|ada|dapat)|sudah|telah|gagal)(?:\b|\w+)(?!\s+(?:\w+\s+){{0,2}}(?:sebelum|pada|paling|besok)))"
)
SEEN = re.compile(
    rf"\b{WE}\s+(?:masih\s+)?(?:perlu|harus|akan)\s+(?:berkonsultasi|konsultasi|berkoordinasi|koordinasi|(?:me)?nanyakan|tanyakan|cek|mengecek|membahas|bahas|(?:mem)?pelajari)\b.*\b(?:dulu|dahulu|dengan|ke)\b"
)
GOD_WILLING = re.compile(
    r"\b(?:insya\s?allah|mudah-mudahan|semoga\b.*\b(?:bisa|dapat)\s+(?:kami|saya)|semoga\s+(?:bisa|dapat)|moga-moga)\b"
)
OF_OURS = re.compile(
    rf"\b{WE}\s+(?:{BARE})\b|\b(?:bisa|dapat)\s+(?:{WE}\s+)?(?:di)?(?:{BARE}|selesai)\b|\b(?:selesai|rampung|beres)\b"
)


def read(sentence: str) -> Read | None:
    """The grade ("will", "intends", "looks", "asked") and who owes it ("writer", "reader", "named")."""
    words = written_out(sentence.lower())
    if RULE.search(words) or OVER.search(words) or (NEGATED.search(words) and not ASSURED.search(words)):
        return None
    if OPEN_CONDITION.search(words) and not POLITE_CONDITION.search(words):
        return ("intends", "writer") if NO_HINDRANCE.search(words) and _ours(words) else None
    if _asked(words):
        return ("asked", "reader")
    if words.endswith("?") or HABIT.search(words):
        return None
    return (
        _promised(words)
        or read_named(words, sentence)
        or read_passive(words, sentence)
        or read_present(words)
    )


def _asked(words: str) -> bool:
    found = found_asking(words)
    return found is not None and not (DONE.search(words[: found.start()]) and "?" not in words)


def _promised(words: str) -> Read | None:
    firm = WE_WILL.search(words) or OUR_WORD.search(words) or _borne(words)
    if INTEND.search(words) or (GOD_WILLING.search(words) and (firm or OF_OURS.search(words))):
        return ("intends", "writer")
    if SEEN.search(words):
        return (looks_or_will(words), "writer")
    if not firm and not _ours(words):
        return None
    start = firm.start() if firm else 0
    if firm and (_is_done(words, firm) or HERE_IT_IS.search(words)):
        return None
    return (looks_or_will(words[start:]), "writer")


def _ours(words: str) -> bool:
    if TRY.search(words) or AT_ONCE.search(words):
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
    marks = (mark.end() for mark in CLAUSE.finditer(words, 0, found.end()))
    clause = max((end for end in marks if end <= found.start()), default=0)
    return DONE.search(words, clause, found.end()) is not None
