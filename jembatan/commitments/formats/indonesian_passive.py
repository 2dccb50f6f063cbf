"""What will be done, in Indonesian, whoever does it ("akan dikirimkan", "ditanggung panitia"), and what the reader will receive."""

import re

from jembatan.commitments.formats.indonesian_words import ADVERB, DAY, PART, PERSON, UNIT, WE, YOU

type Read = tuple[str, str]

GIVEN = (
    r"di(?:kirim(?:kan|i)?|sampaikan|serahkan|serahterimakan|bagi(?:kan)?|edarkan|antar(?:kan)?|terbitkan|susulkan|informasikan|infokan|beritahukan|kabari|kabarkan|umumkan|proses|tindak\s?lanjuti"
    r"|perbaiki|ganti|pasang|lengkapi|selesaikan|bayar(?:kan)?|lunasi|transfer|kembalikan|siapkan|sediakan|fasilitasi|unggah|revisi|perbarui|koreksi|tambah(?:kan)?|buat(?:kan)?"
    r"|susun|jemput|atur|urus|cairkan|teruskan|limpahkan|laporkan|tempatkan|sesuaikan|daftarkan|pinjamkan|hubungi|tanggung|biayai|realisasikan|aktifkan|terjemahkan|tugaskan|tunjuk"
    r"|penuhi|ajukan|tangani|kerjakan|ambil|bawa|drop|email|share|update|edit|rapikan|pastikan|jawab|balas|tanggapi|konfirmasi(?:kan)?|berikan|alihkan|usulkan|muat|cetak(?=\s+ulang)"
    r"|sebar(?:kan|luaskan)?|siagakan|bersihkan|bongkar|lakukan\s+(?:perbaikan|pembayaran|penggantian|pengiriman|koreksi)|adakan\s+penggantian)(?:nya)?\b"
)
# Whatever is done to a thing, but what events are made of, what the public will see and what nobody owes.
DONE = (
    r"di(?!adakan|laksanakan|selenggarakan|gelar|langsung|buka|tutup|hadiri|pimpin|resmikan|pandu|sambut|wakili|terima\b|dampingi|ikuti|lantik"
    r"|moderatori|mulai|tandatangani|kena|pungut|cetak\b|pakai|guna|lalui|jadi|sebut|anggap|meriah|rayakan|peringati|hibur|padamkan|tarik|berlaku"
    r"|kunjungi|temui|lihat|lindungi|rasa|ketahui|bangun|batalkan|tunda|undur|pindah|bacakan|saksikan|siarkan|tampilkan|putar|perlukan|butuhkan"
    r"|harapkan|lombakan|nyanyikan|kibarkan|jumpai|antisipasi|tolak|potong|denda|sanksi|pidana|hukum|aspal|sajikan|jual|renovasi|debat|tentukan"
    r"|atur\s+dalam|uji|minta\b|harap|mohon|tawarkan|maksud|atur\b|rencana|perkirakan|jadwal|langsungkan|hitung\s+sejak|layani|kunci|rawat|makamkan"
    r"|bongkar|lelang|tayang|musnah|roboh|selamatkan|temukan|evakuasi)[a-z]{4,}"
)
STUDIED = r"di(?:cek|pelajari|pertimbangkan|tinjau|bahas|kaji|telaah|telusuri|selidiki|teliti|evaluasi|verifikasi|koordinasikan|konsultasikan|periksa|dalami|diskusikan|tanyakan|jajaki)\b"
WILL_BE = re.compile(rf"\b(?:akan|bakal|segera|nanti){ADVERB}\s+(?:(?P<studied>{STUDIED})|{DONE})")
BEING_STUDIED = re.compile(rf"\b(?:sedang|masih|tengah|lagi)\s+{STUDIED}")
TRIED = re.compile(
    r"\b(?:diupayakan|diusahakan|ditargetkan|targetnya|rencananya|semestinya|mestinya|harusnya|seharusnya)\b.*\b(?:di[a-z]{4,}|selesai|rampung|masuk|siap|jadi|sampai|terbit|keluar|ada|tiba)\b"
    r"|\bdiharapkan\s+(?:dapat\s+|bisa\s+|sudah\s+|akan\s+)*(?:selesai|rampung|siap|tuntas)\b"
)
SURELY = (
    rf"(?:besok|esok|lusa|segera|nanti\s+(?:siang|sore|malam)|(?:minggu|pekan|bulan|{DAY})\s+(?:depan|mendatang)|(?:siang|malam|sore|pekan|minggu|bulan|hari)\s+ini|mendatang"
    rf"|paling\s+(?:lambat|telat|lama)|selambat\w*|mulai\s+sekarang|(?:(?:hari|pada)\s+)?{DAY}|(?:sehari|seminggu|\w+\s+(?:hari|minggu|pekan|jam))\s+sebelum\w*|sebelum\s+(?:hari|tanggal|rapat|acara|akhir|jam|pukul|{DAY}|\d+)|(?:rapat|pertemuan)\s+(?:yang\s+)?berikut\w*|dalam\s+(?:waktu\s+)?(?:\w+\s+){{1,3}}(?:hari|minggu|pekan|jam|bulan)|begitu\s+\w+|mulai\s+(?:besok|pekan|minggu|\d))"
)
DUE = re.compile(
    rf"(?<!dapat\s)(?<!bisa\s)(?<!boleh\s)(?<!harus\s)(?<!perlu\s)(?<!wajib\s)(?<!untuk\s)(?<!yang\s)(?<!agar\s)(?<!mohon\s)(?<!akan\s)\b{DONE}\b(?:(?!sehingga|karena)[^,;]){{0,80}}?\b{SURELY}\b|\b{SURELY}\s+(?:juga\s+)?{GIVEN}"
)
BORNE = re.compile(
    rf"\bdi(?:tanggung|bebaskan\s+untuk|gratiskan\s+untuk|sediakan|siapkan|biayai|fasilitasi)\s+(?:sepenuhnya\s+)?(?:oleh\s+)?(?:kami|saya|(?:pihak\s+)?{UNIT})\b"
)
DOER = re.compile(
    rf"\b(?:{GIVEN}|disiagakan)\s+(?:oleh\s+)?(?:{PART}|rekanan)\s+kami\b|\bditanggung\s+(?:oleh\s+)?(?!peserta|pemenang|masing|pembeli|sendiri|pemohon|penyewa|negara|undang|bersama|oleh)\w+|\b{GIVEN}\s+oleh\s+(?:bagian|seksi|biro|bidang|panitia|sekretariat|tim|humas|dinas|penyelenggara|tuan\s+rumah)\b|\bdi(?:tangani|urus|siapkan|buat|kerjakan|susun|terjemahkan)\s+(?:oleh\s+)?(?:tuan\s+rumah|panitia|(?:bagian|biro|seksi|bidang|tim)\s+\w+)\b|\bdi(?:tangani|urus|siapkan|buat|kerjakan|susun|terjemahkan)\s+(?:oleh\s+)?(?:pak|bu|ibu|bapak|sdri?|mbak|mas)\.?\s+\w+"
)
READY = re.compile(
    rf"\b(?:akan|bakal)\s+(?:segera\s+|sudah\s+)?(?:menyusul|tersedia|siap|selesai|rampung|terkirim|jadi|masuk\s+ke\s+rekening|sampai\s+(?:di|ke)\s+(?:tangan|kantor|alamat|meja)).*\b(?:{SURELY}|{YOU})\b|\bakan\s+(?:segera\s+)?(?:menyusul|terkirim)\b|\b(?:cair|terbit|keluar|selesai)\s+(?:se(?:hari|minggu|pekan|bulan)|\w+\s+(?:hari|minggu|pekan))\s+setelah\b"
    rf"|\b(?:selesai|kelar|beres|siap|rampung|terkirim|jadi|terbit|keluar|cair)\s+(?:paling\s+(?:lambat|telat)|besok|lusa|{DAY}|(?:hari|sore|malam|minggu|pekan)\s+ini|(?:minggu|pekan)\s+depan)\b"
    rf"|\b{SURELY}\s+(?:juga\s+|sudah\s+)*(?:terkirim|selesai|beres|jadi|rampung|siap)\b|\bdi[a-z]{{4,}}\s+menyusul\b|\b{SURELY}(?:\s+{DAY})?\s+(?:sudah\s+)?(?:ada\s+)?di\s+(?:meja|tangan|kantor)\b|\bdi(?:siapkan|titipkan|sediakan|taruh|simpan(?:kan)?)\s+(?:di|pada)\s+(?:meja|resepsionis|loket|pos|kantor|lobi)\b|\bsudah\s+bisa\s+{YOU}\s+(?:ambil|terima|pakai|gunakan)"
)
YOU_GET = re.compile(
    rf"\b{YOU}{ADVERB}\s+(?:akan|bakal|nanti){ADVERB}\s+(?:menerima|mendapat(?:kan)?|memperoleh|terima|dapat|di(?:hubungi|kabari|kirimi|beritahu|beritahukan|jemput|telepon|beri|informasikan))\b"
    rf"|\b(?:akan|bisa|dapat){ADVERB}\s+{YOU}\s+(?:terima|peroleh|dapatkan)\b|\b(?:langsung|segera|sudah|nanti|besok|lusa|{DAY}|(?:sore|malam|siang)\s+ini)\s+{YOU}\s+(?:sudah\s+|bisa\s+)*terima\b|\bnanti\s+(?:akan\s+)?ada\b.*\byang\s+(?:akan\s+)?(?:men|meng|mem)\w+\s+{YOU}|\b{YOU}\s+(?:terima|peroleh)\s+(?:paling|selambat\w*|besok|hari|sebelum|minggu)"
)
NO_SUBJECT = re.compile(
    r"^(?:para\s+|semua\s+|seluruh\s+)?(?:harga|tarif|pemenang|anak|museum|pameran|pidato|tema|terowongan|jembatan|pengganti\s+(?:saya|kami|beliau)|rancangan|undang-undang|jalan|lampu|karcis|makan|kopi|hotel|bus|kapal|pesawat|anak-anak|peserta|penumpang|pengunjung|tamu|pemohon|upacara|acara|rapat|kegiatan|perjanjian|permohonan\s+yang|pendaftar)\b"
    r"|\b(?:pada|saat|dalam)\s+(?:upacara|acara|pembukaan|penutupan|rapat\s+pleno)\b|^\w+\s+yang\s+tidak\b|\b(?:kapan|apakah|mengapa|siapa|biasanya|selalu)\b|(?<!kami\s)(?<!saya\s)\b(?:menyampaikan|mengatakan|menyebut(?:kan)?|menjelaskan|melaporkan|mengabarkan|memberitahu(?:kan)?|beritahukan)\s+(?:kami\s+)?(?:bahwa\s+)?\w+(?:\s+\w+)?\s+(?:akan|sudah)"
)
NOT_OWED = re.compile(
    r"\b(?:biasanya|selalu|rutin|setiap|tiap|tidak|belum|batal|telah|kemarin|tadi|lalu|bahwa)\b|\bsudah\s+di"
)
OURS = re.compile(
    rf"\b(?:oleh|dari)\s+(?:{WE}|{PART}\s+kami)\b|\bdi[a-z]{{4,}}\s+(?:oleh\s+)?{PART}(?:\s+\w+)?\s+kami\b"
)
THEIRS = re.compile(
    rf"\bditanggung\s+(?!kami|saya|oleh\s+(?:kami|saya)|{PART}\s+(?:\w+\s+)?kami)|\boleh\s+(?!karena|sebab|{WE}\b)[a-z]+|\bdi[a-z]{{4,}}\s+(?:{PERSON})\b|\b(?:menerima|terima|dihubungi)\b.*\bdari\s+(?:{PERSON})\b"
)
NAMED_DOER = re.compile(
    r"\bdi[a-z]{4,}\s+(?:oleh\s+)?(?!Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu)[A-Z][a-z]+"
)


def read_passive(words: str, sentence: str) -> Read | None:
    """Read as `indonesian.read` does; whoever is named as doing it owes it, else whoever writes."""
    if YOU_GET.search(words):
        return "will", _owes(words, sentence)
    if NO_SUBJECT.search(words):
        return None
    if TRIED.search(words):
        return "intends", _owes(words, sentence)
    done = WILL_BE.search(words)
    if done:
        return "looks" if done["studied"] else "will", _owes(words, sentence)
    if NOT_OWED.search(words):
        return None
    if BEING_STUDIED.search(words):
        return "looks", _owes(words, sentence)
    if BORNE.search(words) or DOER.search(words) or DUE.search(words) or READY.search(words):
        return "will", _owes(words, sentence)
    return None


def _owes(words: str, sentence: str) -> str:
    if OURS.search(words):
        return "writer"
    return "named" if THEIRS.search(words) or NAMED_DOER.search(sentence) else "writer"
