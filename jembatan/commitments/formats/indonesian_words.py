"""Who speaks in Indonesian, whom they address, who belongs to them, and when; words in haste are read as if written out."""

import re

WE = r"(?:kami|saya|sy|aku|kita)"
YOU = r"(?:bapak|ibu|pak|bu|saudara|saudari|anda|sdr|yang mulia|bpk|mas|mbak)"
ADVERB = r"(?:\s+(?:juga|segera|langsung|terlebih|dahulu|dulu|pasti|tetap|kembali|lebih|selanjutnya|kemudian|nanti|siap|lagi|sekaligus|sendiri|secepatnya|pun|dengan\s+senang\s+hati|secara\s+\w+))*"
PART = r"(?:sopir|kurir|teknisi|tim|sekretariat|bagian|staf|rekan|biro|kantor|pihak|direktorat|kolega|petugas|unit|divisi|rekanan|fakultas|pengacara|perawat|dokter|laboratorium|gudang|bengkel|agen|perwakilan|misi|ahli|protokol|humas|bendahara|subbagian|bidang)"
UNIT = (
    rf"(?:{PART}|seksi|sie|notulis|bendahara|konsuler|dinas|panitia|sekretaris|ditjen|kementerian|kedutaan|konsulat|balai|badan|otoritas|penyelenggara|kontraktor|rekanan|vendor|pengelola"
    r"|kepala\s+\w+|ketua|koordinator|keuangan|kepegawaian|tata\s+usaha|bengkel|percetakan|hotel|penerjemah|rumah\s+sakit|polres|polsek|polda|dishub|satpol|camat|lurah|puskesmas|instansi\s+\w+|pemerintah|pangkalan|komandan|perusahaan|tuan\s+rumah|pemerintah\s+\w+|kepolisian|polisi|universitas|pelabuhan|syahbandar|imigrasi|karantina|bea\s+cukai|penggajian|pengadaan)"
)
PERSON = rf"(?:(?:bapak|ibu|pak|bu|saudara|saudari|sdr|sdri|mas|mbak|dr)\.?\s+\w+(?:\s+\w+)?|beliau|{UNIT}(?:\s+\w+){{0,2}}?|(?:kedua|masing-masing)\s+(?:belah\s+)?pihak)"
MONTH = r"(?:jan|feb|mar|apr|mei|jun|jul|agu|sep|okt|nov|des)[a-z]*"
DAY = r"(?:senin|selasa|rabu|kamis|jumat|jum'at|sabtu|ahad)"

COMMON_WORDS = """kami saya sy kita aku akan yang yg dan di ke dari untuk utk pada dengan dgn ini itu bapak ibu pak bu anda saudara mohon tolong tlg
    sudah sdh belum blm telah bisa dapat dpt paling lambat hari nanti besok bsk sebelum oleh atas serta juga tidak ya mas mbak siap harap beliau jangan"""
# What tells a sentence of this language from those of the other.
COMMON = frozenset(COMMON_WORDS.split())

HASTE = {
    "sdh": "sudah",
    "udh": "sudah",
    "udah": "sudah",
    "blm": "belum",
    "ga": "tidak",
    "ngga": "tidak",
    "dl": "dulu",
    "lg": "lagi",
    "tdk": "tidak",
    "gak": "tidak",
    "nggak": "tidak",
    "yg": "yang",
    "dgn": "dengan",
    "utk": "untuk",
    "tlg": "tolong",
    "mhn": "mohon",
    "jgn": "jangan",
    "dpt": "dapat",
    "bs": "bisa",
    "bsk": "besok",
    "sgr": "segera",
    "tgl": "tanggal",
    "plg": "paling",
    "mgg": "minggu",
    "aq": "aku",
    "gue": "saya",
    "sy": "saya",
    "spy": "supaya",
    "dlm": "dalam",
    "stlh": "setelah",
    "sblm": "sebelum",
    "jg": "juga",
    "pd": "pada",
    "lgsg": "langsung",
    "lgs": "langsung",
    "td": "tadi",
    "klo": "kalau",
    "kalo": "kalau",
    "hrs": "harus",
    "krm": "kirim",
    "bpk": "bapak",
    "ntar": "nanti",
    "entar": "nanti",
    "telpon": "telepon",
    "kasih tau": "beritahukan",
    "kasih tahu": "beritahukan",
    "beri tahu": "beritahukan",
    "bikin": "buat",
}
IN_HASTE = re.compile(rf"\b(?:{'|'.join(HASTE)})\b")
SPOKEN = re.compile(
    r"\b(kirim|siap|cari|urus|bawa|buat|antar|beres|tanya|info|terus|bayar|balas|ambil|jemput|kabar|selesai|pesan|tambah)in\b"
)


def written_out(words: str) -> str:
    """Short forms as a dictionary has them, and the spoken ending -in as -kan."""
    return SPOKEN.sub(r"\1kan", IN_HASTE.sub(lambda found: HASTE[found.group()], words))
