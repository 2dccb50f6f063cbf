"""What somebody else promises, or is asked for, in Indonesian: a person, or a unit by its name; in minutes also without a verb."""

import re

from jembatan.commitments.formats.indonesian_words import ADVERB, MONTH, PERSON, UNIT, WE, YOU

type Read = tuple[str, str]

DONE = re.compile(
    r"(?<!yang )(?<!kalau )(?<!bila )(?<!jika )\b(?:telah|sudah|tadi|kemarin|tadinya|(?<!kalau )(?<!bila )(?<!jika )sempat)\b"
)
STILL = (
    r"(?:menjadi|menginap|menghadiri|mengalami|meningkat|menurun|mencapai|memasuki|menghadapi|merasa|menyambut|memimpin|mendampingi|mendarat|menerima"
    r"|melintas|memuat|mengingat|menunggu|menanti|menikmati|membuka\s+acara|menutup\s+acara|merupakan|mewakili|memulai|mendukung|menghormati|menghargai|mengucapkan|menyatakan|memberi(?:kan)?\s+(?:sambutan|pidato|kuliah|ceramah|penghargaan|keynote)|menyampaikan\s+(?:sambutan|pidato|keynote)|menyanyikan|(?:membuka|menutup)\s+(?:acara|rapat|pameran|konferensi|kegiatan|sidang|forum|lokakarya|secara|pertemuan)|menyaksikan|mengunjungi|meresmikan|menempuh|memasuki|merindukan|mengikuti|menikah|mencalonkan|mengenang|mendoakan|merayakan)\b"
)
BARE = (
    r"(?:kirim(?:kan|i)?|antar(?:kan)?|serahkan|sampaikan|kabari|kabarkan|siapkan|sediakan|urus|kerjakan|susulkan|balas|hubungi|edarkan|bagikan"
    r"|rapikan|lengkapi|selesaikan|unggah|share|drop|email|emailkan|proses|bayar(?:kan)?|tanggapi|tindak\s?lanjuti|teruskan|terbitkan|laporkan"
    r"|informasikan|jawab|tugaskan|realisasikan|perbaiki|revisi|buatkan|susun|pastikan|fasilitasi|bantu|jadwalkan|forward|update|infokan|ganti|pinjamkan|simpan|sisihkan|cadangkan|bawa|adakan|lakukan"
    r"|beritahukan|follow\s+up|print|cetak|jemput|telepon|transfer|talangi|tangani|ajukan|kembalikan|titip|buat(?:kan)?|carikan|cari|bereskan|tagih|pegang|konfirmasi(?:kan)?|titipkan\s+di|taruh|letakkan|tinggalkan|ambil(?:kan)?|beri(?:kan)?|kasih|pesankan|reservasi|booking|upload|wa|japri|tambah(?:kan)?|setor(?:kan)?|lapor|dampingi)"
)
LOOKED = (
    r"(?:pelajari|pertimbangkan|cek|tanyakan|tinjau|upayakan|usahakan|lihat|bahas|kaji|koordinasikan|coba|cari\s+tahu|diskusikan|dalami|telaah"
    r"|konsultasikan|jajaki|berusaha|berupaya|telusuri|selidiki|teliti|verifikasi|periksa|evaluasi|rundingkan)"
)
ACTING = rf"(?!{STILL})(?:me[a-z]{{3,}}|turun\s+tangan|bantu\w*|cek|atur|berkoordinasi|berkonsultasi|minta|tanya|ajak|lapor|bersurat|bertugas|{BARE}\b|{LOOKED}\b)"
LOOKING = (
    r"(?:mem)?(?:pelajari|pertimbangkan)|(?:menge)?cek|(?:menanya|tanya)(?:kan)?|(?:me)?ninjau|tinjau|(?:me)?lihat"
    r"|(?:mem)?bahas(?:nya)?|(?:meng)?kaji|(?:meng)?koordinasikan|mencari\s+tahu|cari\s+tahu|(?:me)?nelaah|telaah|(?:men)?diskusikan"
    r"|(?:men)?dalami|(?:meng)?konsultasikan|(?:men)?jajaki|(?:me)?nelusuri|telusuri|(?:me)?nyelidiki|selidiki|meneliti|teliti|memverifikasi|memeriksa|diperiksa|\bperiksa|mengevaluasi|berkoordinasi|berkonsultasi"
)
TRYING = r"(?:meng)?upayakan|(?:meng)?usahakan|berusaha|berupaya|(?:men)?coba"
DELIVERED_TOO = re.compile(
    r"\bdan\s+(?:segera\s+|hasilnya\s+)?(?:menyampaikan|mengirim\w*|melaporkan|menyerahkan|mengedarkan|membagikan|memastikan|memberi\w*|mengabari)\b|\bdan\s+(?:saya\s+|kami\s+|akan\s+)?(?:kabari|infokan|kirim\w*|laporkan|sampaikan)\b|\bpastikan\b"
)
FIRMLY = re.compile(rf"\b(?:{TRYING})\b(?!\s+(?:{LOOKING})\b)")
LOOKS = re.compile(rf"\b(?:{LOOKING})\b")

NAME = r"(?:(?!agar|supaya|kalau|mohon)[^,;:?!]{2,50},\s+(?:dan\s+)?)?(?:(?:disepakati|disetujui|diputuskan)\s+(?:bahwa\s+)?|(?:tindak\s+lanjut|aksi|catatan)\s*:\s*)?(?P<who>[^,;:?!]{2,70}?)"
THING = re.compile(
    r"^(?:(?:semua|seluruh|para|setiap)\s+)?(?:acara|rapat|kegiatan|upacara|dokumen|surat|kapal|jalan|biaya|tarif|kuota|harga|cuaca|perubahan|kebijakan|aturan|peraturan|sidang|tahun|hal|kerja\s?sama"
    r"|perjanjian|semoga|bagaimana|kapan|siapa|apa|apakah|mengapa|jadwal|pesawat|rombongan|tamu|peserta|penumpang|pengunjung|menteri|bapak\s+menteri|presiden|pertemuan|kendaraan|ketua\s+menyampaikan)\b"
    r"|^(?:\w+\s+){0,2}(?:ini|itu|tersebut)\b|\b(?:yang|bahwa|siapa|apakah|ketika|saat|karena|dalam|menurut|menyampaikan|menjelaskan|menyebut|mengatakan|menanyakan|melaporkan)\b"
)
NAMED_WILL = re.compile(rf"^{NAME}{ADVERB}(?:\s+yang)?\s+(?:menyatakan\s+)?(?:akan|bakal){ADVERB}\s+{ACTING}")
NAMED_WORD = re.compile(rf"^{NAME}\s+(?:berjanji|menyanggupi|sanggup|bersedia|berkomitmen|menjamin)\b")
NAMED_INTENDS = re.compile(
    rf"^{NAME}\s+(?:berencana|bermaksud|berniat|berharap\s+(?:dapat|bisa)|menargetkan|mengupayakan|mengusahakan)\b"
)
NAMED_AGREED = re.compile(
    rf"^(?:(?:disepakati|disetujui|diputuskan)\s+(?:bahwa\s+)?|(?:tindak\s+lanjut|aksi)\s*:\s*)(?P<who>[^,;:?!]{{2,70}}?)\s+{ACTING}"
    r"|^(?:pic|penanggung\s+jawab)\b[^:]*:"
)
NAMED_BY = re.compile(rf"^{NAME}\s+{ACTING}\b.*\b(?:paling\s+lambat|selambat\S*|sebelum\s+(?:tanggal\s+)?\d)")
YOU_WILL = re.compile(rf"^{YOU}{ADVERB}\s+akan{ADVERB}\s+(?!menerima|mendapat|memperoleh){ACTING}")
NAMED_ASKED = re.compile(
    rf"^{NAME}\s+(?:diminta|diharapkan|ditugaskan|dimohon)\b(?:\s+\w+)?\s+(?:untuk\s+|agar\s+|segera\s+)*{ACTING}"
    rf"|^(?P<told>[^,;:?!]{{2,60}}?)\s+(?:agar\s+(?:segera\s+|dapat\s+)?(?!membawa|mengenakan|menjaga|menghadiri|mengikuti)me[a-z]{{4,}}|(?:ditugasi|ditugaskan|dipercaya|ditunjuk)\s+(?:untuk\s+)?me[a-z]{{4,}})"
    rf"|^(?P<asker>[^,;:?!]{{2,50}}?)\s+(?:meminta|menugaskan|memohon)\s+(?!maaf|izin).{{3,70}}?\s+(?:untuk\s+|agar\s+|segera\s+)*{ACTING}"
)
DATE = rf"(?:(?:paling\s+lambat|tenggat|sebelum|tgl|tanggal|batas\s+waktu)\s+)?(?:\d{{1,2}}\b(?!\s+\w+\s+\d{{4}})|senin|selasa|rabu|kamis|jumat|{MONTH}\s+\d|(?:akhir|awal|pertengahan|minggu|pekan)\s+\w+)"
TASK = re.compile(
    rf"\(\s*(?:pic\s*:?\s*)?(?:(?:bapak|ibu|pak|bu|sdri?|mas|mbak)\.?\s+\w+(?:\s+\w+)?|{UNIT}\b(?:\s+\w+){{0,3}})(?:\s*[,;–-]\s*{DATE}[^)]{{0,20}})?\)\s*\.?$"
    rf"|^pe\w+an\s+[^:?!]{{2,50}}:\s+{UNIT}\b[^:?!]{{0,30}}$|\(\s*(?:pic|penanggung\s+jawab)\s*:\s*[^)]+\)|^(?:bapak|ibu|pak|bu|sdri?)\.?\s+\w+(?:\s+\w+)?:\s+[^?]*,\s+{DATE}|^{PERSON}\s*:\s+(?:segera\s+)?(?:{BARE}|me[a-z]{{4,}})\b"
    rf"|:\s+{PERSON},\s+(?:selesai\s+)?{DATE}|(?:[:–—-]|\boleh)\s+{PERSON},?\s+(?:paling\s+lambat|tenggat|sebelum|selambat\w*|batas\s+waktu)\b"
    rf"|\b(?:menjadi|adalah|merupakan)\s+(?:tanggung\s?jawab|tugas)\s+(?!kami\b|saya\b|kita\b|bersama\b){PERSON}"
)
PRONOUN = re.compile(rf"^{WE}\b|^{YOU}$|\b{WE}$|\bakan$")
HE_DOES = re.compile(
    rf"\b(?:nanti|besok)\s+(?:dia|beliau|mereka|ia)\s+(?:akan\s+|yang\s+|bisa\s+)*(?:{BARE}|me[a-z]{{4,}})\b|\b(?:dia|beliau|mereka)\s+(?:yang\s+)?(?:{BARE})\b.*\b(?:nanti|besok|lusa|sore\s+ini|malam\s+ini|minggu\s+depan)\b"
)


# Offices that are known by their letters, as they stand in minutes.
BY_LETTERS = re.compile(
    r"^[A-Z]{3,}(?:\s+[A-Z]\w+)?\s+(?:menyiapkan|menyusun|membuat|menyediakan|mengirim\w*|menghubungi|mengurus|menyelesaikan|melengkapi|mengedarkan|mencetak|menerbitkan|menanggung|memasang|menambah|memperbaiki|menempatkan)\b"
)


def looks_or_will(words: str) -> str:
    """How firm a promise is that begins so: it tries, looks into something, or simply will."""
    if FIRMLY.search(words) and not DELIVERED_TOO.search(words):
        return "intends"
    return "looks" if LOOKS.search(words) and not DELIVERED_TOO.search(words) else "will"


def read_named(words: str, sentence: str) -> Read | None:
    """Read as `indonesian.read` does, of somebody whom the sentence names, or of its reader."""
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
        return (grade or looks_or_will(words[found.start() :]), "named")
    if (
        HE_DOES.search(words)
        or BY_LETTERS.search(sentence)
        or (TASK.search(words) and not DONE.search(words))
    ):
        return ("will", "named")
    return None
