"""A comment among ourselves, or a gap to be filled, that was left in."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.correspondence.preflight.finding import Place, Remark, Severity
from jembatan.correspondence.preflight.reading import Reading
from jembatan.correspondence.preflight.register import Rule

TALK = (
    r"(?i:todo|tbc|tbd|fixme|check|verify|ask|confirm|fill|insert|add|delete|remove|update|please|pls|do we|should we|is this|are we|not sure|"
    r"note|internal|draft|placeholder|cek|periksa|tanya|tanyakan|konfirmasi|isi|isikan|tambah|tambahkan|hapus|lengkapi|tolong|mohon|perlu|apakah|"
    r"belum|nanti|catatan|komentar|konsep|xxx|\?\?)"
)
BLANK = r"(?i:name|date|time|place|number|amount|title|venue|figure|nama|tanggal|tgl|waktu|tempat|jumlah|nomor|jabatan|angka|isi|insert|fill|xxx)"
ORDER = r"(?i:tolong|mohon|please|pls|can you|could you|cek|check|is this|do we|should we|apakah|apa|lengkapi|isi|bisa|ini)"
SECRET = r"(?i:jangan|do not|don['’]t|rahasia|plafon|internal|before (?:sending|we send)|sebelum (?:di)?kirim|our ceiling|mereka tahu)"
LEFT_IN = (
    rf"\[(?!TLP)(?:[A-Z][A-Z _/-]{{2,40}}|[A-Z][\w. ]{{1,20}}: [^\]\n]{{2,200}}|[^\]\n]{{0,60}}\b{TALK}\b[^\]\n]{{0,200}}|"
    rf"{BLANK}\b[^\]\n]{{0,40}}|[_?x]{{2,}}|[^\]\n]{{2,120}}\?)\]",
    rf"\{{\{{[^}}\n]{{1,80}}\}}\}}|\$\{{[^}}\n]{{1,60}}\}}|<<[^>\n]{{1,120}}>>|<{BLANK}\b[^>@\n]{{0,60}}>|<[A-Z]\w+: [^>@\n]{{2,160}}>|<!--[^\n]{{0,200}}?-->",
    r"\((?i:(?:catatan )?(?:internal|untuk internal)|note to self|note to|komentar|comment|editor|catatan untuk|catatan internal)\b[^)\n]{0,200}\)",
    r"\((?i:check(?!-)|verify|ask|confirm with|to be (?:checked|confirmed|deleted)|cek|tanya|tanyakan|konfirmasi|hapus|delete|remove)\b[^)\n]{0,200}\)",
    rf"\((?i:catatan|note): [^)\n]{{0,100}}{SECRET}[^)\n]{{0,200}}\)",
    rf"\((?:[A-Z]\w+|[Mm]as \w+|[Mm]bak \w+|[Pp]ak \w+|[Bb]u \w+)[,:] {ORDER}\b[^)\n]{{0,200}}\)",
    rf"(?<![\w.])@[A-Z]\w+[,:]? {ORDER}\b[^\n]{{0,160}}",
    r"^[ \t]*//[^\n]{2,200}|^[ \t]*(?i:internal|note to [a-z]+|catatan internal)(?i: note| only)?: [^\n]{2,200}",
    r"(?i:\bnote to self\b[^\n.]{0,120}\.?|\bcatatan (?:internal|untuk (?:diri )?(?:sendiri|kita))\b[^\n.]{0,120}|\binternal (?:note|comment)\b[^\n.]{0,120}|"
    r"\bdo not send\b|\bjangan (?:dulu )?dikirim\b|\blorem ipsum\b)",
    r"\*{2,}[^*\n]{0,60}\b(?:DRAFT|NOT CLEARED|KONSEP|BELUM DISETUJUI)\b[^*\n]{0,60}\*{2,}",
    r"\b(?:TODO|FIXME|TBD|TBC|TBA)\b(?::? [^\n.]{0,80})?|\bX{3,}\b|\?{3,}|(?<=\w )_{3,}(?=[ .,\n]|$)|(?<!\.)(?:\.{5,80}|…{2,9})(?= ?[a-z])(?: \w{1,40})?",
)
PATTERN = re.compile("|".join(LEFT_IN), re.MULTILINE)
LIST_TAG = re.compile(r"\[[A-Z][A-Z -]+\]")
PICTURE = re.compile(r"\[(?:cid|image|gambar|logo)\b", re.IGNORECASE)


def look(reading: Reading) -> Iterator[Remark]:
    """Brackets that talk, placeholders, orders to a colleague, and the words that drafts are full of."""
    for place, text in reading.passages:
        for match in PATTERN.finditer(text):
            is_tag = place == Place.SUBJECT and match.start() == 0 and LIST_TAG.fullmatch(match[0])
            if is_tag or PICTURE.match(match[0]):
                continue
            yield Remark(
                message=_("“%(words)s” looks like a note among ourselves or a gap to be filled.")
                % {"words": match[0].strip()[:80]},
                words=match[0],
                place=place,
                span=match.span() if place == Place.TEXT else None,
            )


RULE = Rule("internal-comment", gettext_lazy("An internal comment left in"), Severity.STOP, look)
