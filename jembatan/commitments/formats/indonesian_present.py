"""Promises in Indonesian without "akan": an act, somebody who does it, and a time to come ("petanya kami bawa saat rapat")."""

import re

from jembatan.commitments.formats.indonesian_words import ADVERB, DAY, MONTH, PART, PERSON, WE

type Read = tuple[str, str]

# The object stands first and the verb bare; most verbs that hand something over end in -kan or -i.
NO_ACT = (
    r"(?:ucapkan|sampaikan\s+(?:terima|selamat|bahwa|hal|ucapan|permohonan|rasa|sebagai|dengan\s+hormat)|[a-z]+kan\s+bahwa|lampirkan|sertakan|harapkan|nantikan|maksudkan|usulkan|sarankan|maklumi|ketahui|hargai|hormati"
    r"|alami|hadapi|hadiri|sesali|sayangkan|perkenalkan|pindahkan|batalkan|undurkan|majukan|saksikan|rasakan|dengarkan|nikmati|temukan|dapati"
    r"|perkirakan|tekankan|ingatkan|akui|pahami|setujui|sadari|jalani|lalui|kunjungi|temui|ikuti|sebutkan|butuhkan|perlukan|permasalahkan)\b"
)
PLAIN = (
    r"(?:tulis|suruh|buka|tukar|tagih|telepon|edit|scan|print|upload|unggah|cari|tanya|panggil|pesan|beli|booking|daftar|ketik|sewa|setel|uji|ukur|pantau|cetak|pasang|ambil|periksa|buat|bagi|hitung|kumpul|catat|salin|terjemah|rekam|angkut|angkat|bongkar|tutup|bersih|tambah"
    r"|kembali|bawa|antar|kirim|ganti|bayar|susun|siap|rapi|umum|lapor|tanda\s?tangan|beri|pinjam|lunas|titip|cek|urus|jawab|balas|jemput)(?:kan|i)?"
)
ENDING_IN_I = r"(?:tandatangani|penuhi|lengkapi|lunasi|perbaiki|awasi|hubungi|obati|lindungi|biayai|danai|bekali|kunci|isi|tanggapi|benahi|dampingi|temani|talangi|tangani|kabari|kawal)"
ACT = rf"(?!{NO_ACT}|(?:me|be|te|di)[a-z]+kan\b|bahkan|sedangkan|silakan)(?:{PLAIN}|{ENDING_IN_I}|[a-z]{{3,}}kan)"
ACTING = (
    r"(?:melapor|mengirim|mengantar|menyerahkan|menyusun|menyiapkan|menyediakan|menghubungi|menelepon|membawa|mengambil|mengurus|menulis|mencetak|memasang"
    r"|memeriksa|membuat|membagi|menghitung|mengumpulkan|mencatat|menyalin|menerjemahkan|merekam|mengembalikan|membayar|melunasi"
    r"|memperbaiki|merapikan|mengganti|melengkapi|mengedarkan|mengunggah|menyelesaikan|menandatangani|menerbitkan|meminjamkan|menitipkan|menjemput"
    r"|membersihkan|mengangkut|menangani|mengawal|mengajukan|menambah|menyetor|mentransfer|mengecek|menjawab|membalas|menyampaikan(?!\s+bahwa)|melaporkan(?!\s+bahwa)|memberi(?:kan)?)\w*"
)
COMING = re.compile(
    r"\b(?:nanti|besok|esok|lusa|segera|(?:siang|sore|malam|hari|minggu|pekan|bulan)\s+(?:ini|depan|mendatang)|mendatang|yang\s+akan\s+datang"
    r"|(?:rapat|pertemuan|sidang)\s+(?:yang\s+)?(?:berikut(?:nya)?|depan|mendatang)|paling\s+(?:lambat|telat)|selambat\w*|sebelum|sebelumnya|tenggat"
    rf"|saat|ketika|begitu|setelah|kalau\s+sudah|{DAY}|secepatnya|sesegera|sendiri|pada\s+(?:kiriman|pesanan|tagihan|edisi)\s+(?:ini|berikut\w*)|ulang|terpisah|dulu|akhir\s+(?:pekan|minggu|bulan)|\d{{1,2}}\s+{MONTH}|pada\s+(?:hari|akhir|awal|minggu|pekan|bulan|tanggal|\d+)|dalam\s+(?:waktu\s+)?\w+\s+(?:hari|minggu|pekan|jam|ini))\b"
)
SURELY_COMING = re.compile(
    rf"\b(?:besok|esok|lusa|segera|(?:minggu|pekan|bulan|hari)\s+(?:depan|mendatang)|(?:malam|sore|pekan|minggu|bulan|hari)\s+ini|(?:pada\s+)?hari\s+{DAY}|mendatang"
    rf"|(?:rapat|pertemuan|sidang)\s+(?:yang\s+)?(?:berikut(?:nya)?|depan)|paling\s+(?:lambat|telat)|selambat\w*|tenggat|sebelum\s+(?!ini\b|itu\b)\w+|sehari\s+sebelum\w*|dalam\s+(?:waktu\s+)?(?:\w+\s+){{1,3}}(?:hari|minggu|pekan|jam|bulan)|selama\s+(?:acara|kegiatan|kunjungan|pertandingan|upacara)|hasilnya\s+dilaporkan|dan\s+melapor\w*)\b"
)
NOT_COMING = re.compile(
    r"\b(?:telah|sudah|sdh|udah|tadi|kemarin|sempat|lalu|sejak|selama\s+ini|tidak|belum|tak|jangan|biasanya|selalu|sering|umumnya|rutin"
    r"|se(?:minggu|pekan|bulan|tahun|hari)\s+sekali|(?:sekali|kali)\s+se\w+|(?:se)?tiap\s+(?:hari|minggu|pekan|bulan|tahun|senin|selasa|rabu|kamis|jumat|sabtu)"
    r"|pernah|masih|seandainya|andai|gagal)\b"
)
STUDYING = re.compile(
    rf"\b(?:sedang|masih|tengah)\s+{WE}\s+(?:pelajari|pertimbangkan|cek|periksa|tinjau|bahas|kaji|koordinasikan|dalami|telaah|konsultasikan|jajaki|telusuri|selidiki|teliti|verifikasi|evaluasi|rundingkan|tanyakan|cari|carikan|upayakan|urus|bicarakan|rapatkan|diskusikan)\b"
    rf"|(?<!sudah\s)(?<!telah\s)(?<!yang\s)\b(?:kami|saya)\s+(?:tanyakan|cek|konfirmasikan|koordinasikan|pelajari|pertimbangkan)\s+(?:juga|dulu|dahulu|apakah|ke|kepada)\b|^coba\s+(?:nanti\s+)?{WE}\s+(?:tanya|cek|lihat|periksa|cari|hubungi|koordinasi)|\bberi(?:kan)?\s+(?:kami|saya)\s+waktu\b"
    rf"|\b{WE}\s+(?:sedang|masih|tengah)\s+(?:mempelajari|mempertimbangkan|mengecek|memeriksa|meninjau|membahas|mengkaji|mengoordinasikan|mendalami|menelaah|menjajaki|menelusuri|menyelidiki|meneliti|memverifikasi|mengevaluasi|menanyakan|mencari|cari\s+tahu|mencarikan|berkoordinasi|berkonsultasi)\b"
)
FOLLOWS = re.compile(r"\bmenyusul(?:\s+(?:kemudian|nanti|terpisah|secara\s+terpisah))?[.!]?$")
WE_DO = re.compile(
    rf"(?<!harus\s)(?<!perlu\s)(?<!dapat\s)(?<!bisa\s)(?<!yang\s)\b{WE}{ADVERB}(?:\s+masing-masing)?\s+(?:{ACT}|{ACTING})\b"
)
FIRST_THE_DAY = re.compile(
    rf"(?:^|[,;]\s+)(?:pada\s+)?(?:besok|lusa|nanti|{DAY}|tanggal\s+\d+|(?:hari|sore|malam|siang|minggu|pekan)\s+(?:ini|depan))(?:\s+(?:pagi|siang|sore|malam|ini|depan|{DAY}))?,?\s+{WE}{ADVERB}\s+"
    r"(?!(?:akan|sudah|tidak|belum|masih|sedang|bisa|dapat|harus|perlu|ingin|mau|yang|dan|dari|libur|cuti|berangkat|tiba|hadir|datang|pulang|rapat|tunggu|menunggu|naik|pergi|pindah|sakit|ikut|punya|tahu|kira|rasa|berada"
    r"|terima|menerima|bertemu|ketemu|kumpul|berkumpul|bertolak|menginap|masuk|kosong|ada|turut|menuju|singgah|berlayar|kerja|bekerja|tugas|dinas|kembali\s+ke|mulai|buka|tutup|lupa)\b)[a-z]{3,}"
)
OURS_DO_AND_TELL = re.compile(
    rf"\b{PART}\s+kami\b[^,;]*\bdan\s+(?:mengabari|melaporkan|mengirim\w*|menyerahkan|menyampaikan(?!\s+bahwa))\b"
)
OURS_DO = re.compile(rf"\b{PART}\s+kami{ADVERB}\s+{ACTING}\b")
NO_DEED = (
    r"(?:menghadiri|memimpin|merayakan|menunggu|menginap|menjadi|mengikuti|mengadakan|membuka|menutup|merencanakan|mengalami|melaksanakan|menyelenggarakan|menerima|menyambut|mendarat|merapat"
    r"|meminta|memperingati|melayani|menyatakan|mengatakan|menyampaikan\s+bahwa|menjelaskan|melaporkan\s+bahwa|mengusulkan|mengingatkan|menilai|menganggap|mengharapkan|menanyakan|membahas|merasa|memiliki|mengakui|mengetahui|menolak|mengundang|menuju|menikah|pensiun|menaikkan|menurunkan|meluncurkan|memberlakukan|menutup|memperkenalkan)\b"
)
THEY_DO = re.compile(
    rf"^(?:(?:tindak\s+lanjut|aksi)\s*:\s*)?{PERSON}(?:\s+(?:dan|serta)\s+\w+)?{ADVERB}\s+(?!{NO_DEED})(?:me[a-z]{{4,}}|berkoordinasi|bersurat)\b"
)
UNIT_DOES = re.compile(
    r"^(?:bagian|seksi|sie|notulis|sekretaris|bendahara|biro|bidang|sekretariat|panitia|tim|divisi|humas|protokol|subbagian|tuan\s+rumah|penyelenggara)(?:\s+\w+){0,3}?\s+(?:menyiapkan|menyusun|membuat|menyediakan|mengirim\w*|menghubungi|mengurus|menyelesaikan|melengkapi|mengedarkan|mencetak|menerbitkan|menanggung|memesan|mengumpulkan|menyampaikan(?!\s+(?:bahwa|apresiasi|terima)))\b"
)
THEIRS_OF_OURS = re.compile(
    rf"^{PERSON}\s+(?:dari|di)\s+(?:{PART}|kementerian)\s+kami\s+(?!{NO_DEED}){ACTING}\b"
)
EVENT = r"di(?:buka|tutup|hadiri|pimpin|resmikan|pandu|sambut|wakili|terima|dampingi|ikuti|lantik|moderatori|adakan|selenggarakan|laksanakan|gelar|langsungkan|mulai|jadwalkan)"
DONE_BY = re.compile(
    rf"\b(?!{EVENT})di[a-z]{{4,}}(?:\b(?:\s+\w+){{0,4}}?\s+oleh)?\s+(?:(?P<ours>(?:{PART}|rekanan)\s+kami|kami|saya)|{PERSON})\b"
)
IN_CHARGE = re.compile(
    rf"^{PERSON}\s+(?:menangani|mengurus|mengurusi|bertugas\s+(?:untuk\s+)?me\w+|bertanggung\s?jawab\s+(?:atas|untuk))\b"
)


def read_present(words: str) -> Read | None:
    """Read as `indonesian.read` does; what has no time to come, or happens again and again, promises nothing."""
    if words.endswith("?"):
        return None
    if STUDYING.search(words):
        return "looks", "writer"
    if FIRST_THE_DAY.search(words):
        return "will", "writer"
    if NOT_COMING.search(words):
        return None
    if FOLLOWS.search(words) or (WE_DO.search(words) and COMING.search(words)):
        return "will", "writer"
    coming = SURELY_COMING.search(words)
    if OURS_DO_AND_TELL.search(words) or (coming and OURS_DO.search(words)):
        return "will", "writer"
    done_by = DONE_BY.search(words) if coming else None
    if done_by:
        return "will", "writer" if done_by["ours"] else "named"
    return (
        ("will", "named")
        if (coming and THEY_DO.search(words))
        or any(each.search(words) for each in (IN_CHARGE, THEIRS_OF_OURS, UNIT_DOES))
        else None
    )
