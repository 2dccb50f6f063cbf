"""The words by which people set a limit in time, in Indonesian and English; all patterns are for lower-case text."""

import re

from jembatan.platform.dates.words import MONTHS, NUMBERS, any_of

MORE_NUMBERS = NUMBERS | {
    **dict.fromkeys(("delapan", "eight"), 8),
    **dict.fromkeys(("sembilan", "nine"), 9),
    **dict.fromkeys(("sepuluh", "ten"), 10),
    **dict.fromkeys(("empat belas", "fourteen"), 14),
    **dict.fromkeys(("dua puluh", "twenty"), 20),
    **dict.fromkeys(("tiga puluh", "thirty"), 30),
}
LATEST = (
    r"paling\s+(?:lambat|lama|telat)|selambat(?:-?\s?lambat)?nya|maksimal|tidak\s+lebih\s+(?:dari|lambat\s+dari)|"
    r"(?:no|not)\s+later\s+than|at\s+the\s+latest(?:\s+by)?|latest\s+by|on\s+or\s+before"
)
OF_WHAT = r"(?:\s+(?!is\b|are\b|adalah\b|ialah\b|pada\b|was\b)[\w/-]+){0,5}"
NAMED = (
    rf"(?:deadline|closing\s+date|latest\s+date|due\s+date|batas\s+(?:waktu|akhir)|tenggat|jatuh\s+tempo){OF_WHAT}"
    r"(?:\s*(?::|\bis\b|\bare\b|\badalah\b|\bialah\b|\bpada\b)|(?=\s+(?:tanggal|tgl)\b))|"
    r"\bdue\s+(?:on|by|before)|clos(?:es|ing)\s+on|ditutup\s+(?:pada|tanggal)"
)
CLOSE = (
    r"(?:cob|eob|eod)|close\s+of\s+(?:business|play)|end\s+of\s+(?:the\s+)?(?:business\s+|working\s+)?day|"
    r"akhir\s+(?:jam\s+kerja|hari(?:\s+kerja)?)|jam\s+kerja\s+berakhir"
)
UNTIL = r"until|till|up\s+to|sampai(?:\s+dengan)?|hingga|s\.d\.|s/d"
BEFORE = r"before|prior\s+to|ahead\s+of|sebelum"
CONNECTOR = r"(?:[\s:]+(?:on|at|the|by|pada|hari|tanggal|tgl\.?|pukul(?=\s+\d)|jam(?=\s+\d)))*[\s:]+"

LEAD = re.compile(
    rf"(?<![\w-])(?:(?P<latest>{LATEST})|(?P<named>{NAMED})|(?P<before>{BEFORE})|(?P<until>{UNTIL})|(?P<by>by))(?!\w)"
)
TO_THE_DAY = re.compile(r"[\s:]*(?:(?:the|by|on|pada|hari|tanggal|tgl\.?)(?=[\s:])[\s:]*)*")
DAY_OF_MONTH = re.compile(r"(?P<ordinal>\d{1,2})(?:st|nd|rd|th)\b|(?P<plain>\d{1,2})(?![\d%]|[.:/,-]\d)")
CLOSING = re.compile(rf"(?<!\w)(?:{CLOSE})(?!\w)")
BEHIND = re.compile(r"(?:at\s+the\s+latest|latest|paling\s+(?:lambat|lama|telat))\b")
WITHIN = re.compile(
    rf"(?<!\w)(?P<lead>within|dalam(?:\s+(?:jangka\s+|kurun\s+)?(?:waktu|tempo))?|{LATEST})\s+(?:dalam\s+(?:waktu\s+)?)?"
    rf"(?P<number>\d{{1,3}}|{any_of(MORE_NUMBERS)})(?:\s*\([\w\s]+\))?\s*"
    r"(?P<unit>working\s+days?|business\s+days?|hari\s+kerja|x\s*24\s*jam|hours?|jam|days?|hari(?:\s+kalender)?|weeks?|minggu|pekan|months?|bulan)\b"
)
ELSEWHERE = re.compile(
    r"\s+(?:terakhir|(?:of|after|before|prior|from|since|following|sejak|sebelum|setelah|dari|sesudah)\b(?!\s+(?:the\s+)?(?:receipt|receiving|today|now|"
    r"date\s+of\s+this|this|your\s+receipt|(?:di)?terima|menerima|surat\s+ini|hari\s+ini|sekarang|tanggal\s+surat)))"
)
PERIOD = re.compile(
    rf"(?:the\s+)?end\s+of\s+(?:(?P<en_which>the|this|next)\s+(?P<en_unit>week|month|year)|(?P<en_month>{any_of(MONTHS)})\b(?:\s+(?P<en_year>\d{{4}}))?)"
    rf"|akhir\s+(?:(?P<id_unit>pekan|minggu|bulan|tahun)(?:\s+(?P<id_which>ini|depan))?|(?P<id_month>{any_of(MONTHS)})\b(?:\s+(?P<id_year>\d{{4}}))?)"
    r"|(?P<whole>next\s+week|(?:minggu|pekan)\s+depan|this\s+week|(?:minggu|pekan)\s+ini)"
)
WANTED = re.compile(
    r"\b(?:please|kindly|could|can|would|grateful|appreciate|need|expect|ask|request|require|let\s+(?:us|me)|send|submit|repl(?:y|ies)|"
    r"respon[ds]\w*|return|confirm\w*|regist\w*|rsvp|revert|provide|sign|approve|comments?|answer|reach|arrive|must|should|due|"
    r"mohon|dimohon|tolong|harap|diharap\w*|tunggu|ditunggu|menunggu|kirim\w*|dikirim\w*|sampaikan|disampaikan|konfirmasi|tanggapan\w*|jawaban|dijawab|"
    r"balas\w*|daftar|pendaftaran|usulan|masukan|harus|wajib|diminta|agar|supaya|silakan|selesai|diterima)\b"
)
AWAY = re.compile(
    r"\b(?:leave|away|closed|out\s+of\s+(?:the\s+)?office|stay\w*|travel\w*|open\s+from|runs|tutup|cuti|libur|menginap|berlangsung|dinas|dari|from)\b"
)
