"""Requests in Indonesian: asked for humbly or plainly, in the imperative, as a question, or as what is still awaited."""

import re

from jembatan.commitments.formats.indonesian_words import YOU

ANSWER = (
    r"(?:data|salinan|nomor|nama|daftar|surat|dokumen|konfirmasi|persetujuan|tanda\s+tangan|bantuan|scan|foto|kepastian|jawaban|masukan|tanggapan|info\w*|berkas|kiriman"
    r"|revisi|balasan|kabar|keputusan|arahan|petunjuk|penjelasan|izin|rekomendasi|usulan|format|bukti|jadwal|laporan|file|draf\w*|paraf|koreksi)(?:nya)?"
)
DO = (
    r"(?:kirim(?:kan|i)?|sampaikan|lampirkan|sertakan|lengkapi|teruskan|konfirmasi(?:kan)?|isi|balas|cantumkan|siapkan|pastikan|hubungi|unggah|kabari|infokan|informasikan"
    r"|beritahukan|serahkan|bawakan|cek|periksa|tandatangani|perbaiki|koreksi|revisi|daftarkan|tunjuk|sebutkan|ingatkan|bantu|buatkan|pilih|kembalikan|jawab|cetak|setujui|tentukan)"
)
NOT_ASKED = (
    r"(?:maaf|doa|izin|ijin|dimaklumi|maklum|pamit|restu|diri|ampun|perhatian|menjadi\s+perhatian|dimaafkan|mengenakan|memakai|membawa\s+(?:pakaian|sepatu|jaket|payung|topi|bekal|baju)"
    r"|hadir|datang|tiba|berkumpul|tidak|sabar|tenang|cemas|bersabar|dicatat|diingat|diketahui|kehadiran|kedatangan|pengertian\w*|dukungan|kerja\s?sama\w*|kesabaran\w*)"
)
MOHON = re.compile(rf"\b(?:di)?mohon(?:kan)?\b(?!\s+{NOT_ASKED})(?!.*\btetap\s+tenang\b)")
IF = r"(?:jika|apabila|bila|kalau|bilamana|seandainya|sekiranya)"
ASK = re.compile(
    rf"\btolong\b|(?<!kami\s)(?<!saya\s)\bharap\b(?!an)(?!\s+{NOT_ASKED})|\b(?:kami|saya)\s+harap\s+(?:agar\s+|kiranya\s+)?{YOU}\s+(?:dapat|bisa|segera|berkenan)\b|\b(?:kami|saya)\s+(?:mau\s+|ingin\s+|hendak\s+|perlu\s+|juga\s+|sekalian\s+)?(?:meminta|minta)\b(?!\s+maaf)|\bbersama\s+ini\s+kami\s+meminta\b"
    rf"|\b(?:kami|saya)\s+(?:sangat\s+)?(?:mengharapkan|mengharap)\b(?!\s+(?:kehadiran|kedatangan))|\b(?:kami|saya)\s+harapkan\s+(?:dapat\s+|bisa\s+|untuk\s+)?me\w+|\b(?:kami|saya)\s+(?:sangat\s+)?berharap\s+(?:agar\s+|kiranya\s+)?{YOU}\b.*\b(?:dapat|bisa|berkenan)\s+(?:segera\s+)?me\w+|\bberharap\b.*\b(?:dapat|bisa)\s+kami\s+terima\b"
    rf"|\b(?:kami|saya|bagian\s+\w+)\s+(?:sangat\s+|masih\s+|juga\s+|hanya\s+)?(?:membutuhkan|memerlukan)\b(?!\s+waktu)|\b(?:kami|saya)\s+(?:masih\s+|hanya\s+|juga\s+|cuma\s+|tinggal\s+)?(?:butuh|perlu)\s+{ANSWER}\b|\bapakah\s+{YOU}\s+(?:berkenan|bersedia)\b(?!\s+(?:makan|minum|hadir|datang|ikut|bergabung|singgah))"
    rf"|\b(?:barangkali|mungkin|sebaiknya|alangkah\s+baiknya)\s+{YOU}\s+(?:dapat|bisa)\s+me\w+|\b(?:harus|wajib|perlu)\s+di(?:kumpulkan|kirim\w*|serahkan|lengkapi|sampaikan|kembalikan)\b.*\d|^diharapkan\b(?!\s+(?:dapat\s+|sudah\s+|bisa\s+|akan\s+)*(?:selesai|rampung))|\bbesar\s+harapan\s+kami\b"
    rf"|\b(?:bisakah|dapatkah|bolehkah|sudilah|berkenankah|maukah|kiranya)\b(?!\s+(?:cukup|demikian|perlu\s+kami))|\b(?:boleh|bisa)\s+(?:saya\s+|kami\s+)?(?:minta|pinjam|tolong|dibantu|dikirim\w*|diinfokan|dikonfirmasi)\b|^(?:mau\s+|ingin\s+|izin\s+)?minta\b(?!\s+maaf)"
    rf"|\b(?:apakah\s+)?{YOU}\w*\s+(?:berkenan|bersedia|bisa|dapat)\s+(?:me\w+|kirim\w*|bantu).*\?|^(?:apakah|apa)\b.*\b(?:dapat|bisa|boleh)\s+(?:kami|saya)\s+(?:terima|peroleh|dapatkan|pinjam|minta|lihat)\b|^(?:apakah|apa)\s+(?:bisa|boleh|dapat|mungkin)\s+(?:di\w+|me\w+)\b.*\?|(?:^|,\s+)(?:bisa|boleh|dapat)\s+(?:me\w+|di\w+|kirim\w*|share|bantu|cek|info\w*).*\?"
    rf"|\b(?:kami|saya)\s+(?:masih\s+|juga\s+)?(?:menunggu|tunggu|menanti|nantikan)\s+(?:\w+\s+)?{ANSWER}\b|^(?!.*\b(?:kehadiran|kedatangan)\b).*\b{ANSWER}\b[^,;]*\b(?:kami|saya|sangat|di)\s?(?:tunggu|nantikan)\b|^(?!.*\b(?:kehadiran|kedatangan)\b).*\b(?:kami|saya)\s+(?:tunggu|nantikan)\s+(?:paling|selambat\w*|sebelum|sampai|hingga|segera|hari|besok)"
    rf"|\bmenghargai\s+{IF}|\bsilakan\s+(?:segera\s+)?(?:transfer|bayar|lunasi|dicek|cek|mengisi|mengirim\w*|melengkapi|menyampaikan|isi|kirim\w*|menandatangani|mengembalikan|konfirmasi|mendaftar\w*|dikirim\w*|diisi|diperiksa|dikoreksi)\b"
    r"|\b(?:kami|saya)\s+(?:ingin|hendak|mau|bermaksud)\s+(?:meminjam|pinjam|meminta|memohon|memesan)\b|\bjangan\s+lupa\b(?!\s+(?:bahagia|senyum|istirahat|makan|jaga))"
    r"|\byang\s+(?:masih\s+)?(?:kami|saya|mereka|beliau)\s+(?:masih\s+)?(?:minta|perlukan|butuhkan|mohonkan|harapkan|tunggu)\b"
    rf"|\bperlu\s+(?:kiranya\s+)?{YOU}\w*\s+me\w+|^(?:segera\s+|sekalian\s+|nanti\s+)?(?!hubungi\s+(?:kami|saya)|(?:konfirmasi|revisi|koreksi|jawab|pilih|isi\s+(?:surat|dokumen|naskah|pasal|laporan)|bantu)\b){DO}(?:lah)?\b(?!\s+oleh)|\b{ANSWER}\b[^,;]*\b{YOU}\b[^,;]*\b(?:diperlukan|dibutuhkan|ditunggu|dinantikan)\b|\b{YOU}\s+(?:tinggal|cukup|hanya\s+perlu|perlu|harus|segera|silakan)\s+(?:{DO}|(?!menunggu)me\w+)\b"
    rf"|^(?:agar|supaya|untuk|bagi|kalau|bila|sebelum|setelah|sambil|jika|{YOU})\b(?:(?!\b(?:kami|saya)\b)[^,])*,\s+(?:segera\s+|langsung\s+)?{DO}(?:lah)?\b"
    rf"|\b(?:hendaknya|hendaklah)\s+{YOU}|^(?:untuk\s+itu,?\s+|oleh\s+karena\s+itu,?\s+)?(?:agar|supaya)\s+{YOU}\w*\s+(?:\w+\s+)?(?:dapat\s+|segera\s+|berkenan\s+)*me\w+"
    rf"|\b{YOU}\s+(?:diminta|dimohon|diharapkan|dimintakan)\s+(?:untuk\s+|agar\s+|segera\s+|dapat\s+|kesediaannya\s+(?:untuk\s+)?)*(?!menghadiri|mengenakan|mengikuti)me\w+"
    rf"|\b(?:baiknya|membantu|terbantu|berterima\s?kasih|lebih\s+baik|menghargai|bersyukur|senang\s+sekali)\s+{IF}\b(?!\s+kami)|\b(?:berterima\s?kasih|menghargai)\s+atas\s+(?:kiriman|konfirmasi|tanggapan|jawaban|masukan)\b"
    rf"|\b{IF}\s+(?:bisa|boleh|memungkinkan)\b.*\bdi[a-z]{{4,}}\b|\bminta\s+tolong\b|\b(?:kami|saya)\s+ingin\s+(?:mengetahui|tahu|mendengar)\b|\b(?:sebaiknya|hendaknya)\b.*\b(?:kami|saya)\s+terima\b|\bpaling\s+lambat\b.*\bya\b|\b(?:sangat|masih)\s+(?:kami|saya)\s+(?:perlukan|butuhkan)\b|^apakah\s+(?:memungkinkan|mungkin)\b|^telepon\s+(?:saya|kami)\b|\b(?:sekadar|sekedar|izin|ijin|hanya|perlu|ingin)\s+mengingatkan\b|\batas\s+{ANSWER}\b.*\bsegera\b.*\bterima\s?kasih|\b{ANSWER}\s+(?:yang\s+)?(?:segera|cepat)\b.*\bhargai\b|\b{YOU}\s+(?:tolong\s+)?bantu\b|^apakah\b.*\b(?:dapat|bisa|boleh)\s+(?:di\w+|me(?:nerbit|ngirim|mberi|nyampai|mbantu|ngubah|mproses|nyedia|njelas|lengkapi|ngganti|ngizin|mperpanjang|ninjau|nyiap)\w*)\b.*\?|\b(?:bisa|boleh)\s+(?:kirim|minta|tolong|bantu|cek|share|di\w+)\b.*\btidak\b|(?<!mengusulkan\s)(?<!menyarankan\s)\bagar\s+(?:segera\s+|dapat\s+)?di(?:setor|kirim|serah|kembali|lengkapi|isi|bayar|sampaikan|lunasi|transfer|koordinasi|tindak|siap)\w*|^{YOU}(?:\s+\w+)?\s+(?:{DO}|putuskan)\b.*\b(?:dulu|ya|dong)\b|\b(?:kami|saya)\s+(?:menuntut|mendesak)\b|\b(?:kami|saya)\s+terima\s+(?:kembali\s+)?(?:paling|selambat\w*|sebelum)\b|\b(?:kami|saya)\s+memohon\b(?!\s+(?:maaf|izin|ampun))|\buntuk\s+itu,?\s+{YOU}\s+dapat\s+me(?:nyampaikan|ngirim\w*)|^simpan\b|\bboleh\s+(?:saya\s+|kami\s+)?tahu\b|\bada\s+baiknya\s+{YOU}|\bjangan\s+(?:ketinggalan|sampai\s+(?:lupa|ketinggalan))\b|^cukup\s+di(?:balas|jawab|kirim)"
    rf"|^(?!.*\b(?:kami|saya|kita)\b)[\w\s-]{{3,40}}?nya\s+(?:tolong\s+|langsung\s+|segera\s+)?{DO}\s+(?:juga|saja|ya|ke|lewat|via|langsung|dulu|hari|sebelum|paling)\b"
)
ATTENDANCE = re.compile(
    r"\b(?:mohon|harap|dimohon|diharapkan)\b(?!.*\b(?:konfirmasi|daftar|kepastian|mengirim\w*|menyampaikan|menugaskan|wakil)\b)[^,;]*\b(?:hadir|kehadiran|kedatangan|datang|bergabung)\b"
)


def found_asking(words: str) -> re.Match[str] | None:
    """Where a sentence in lower case begins to want something of whoever reads it."""
    if ATTENDANCE.search(words):
        return None
    return MOHON.search(words) or ASK.search(words)
