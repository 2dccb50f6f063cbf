"""A comment among ourselves, or a gap to be filled, that was left in."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.correspondence.preflight.finding import Place, Remark, Severity
from jembatan.correspondence.preflight.reading import Reading
from jembatan.correspondence.preflight.register import Rule

TALK = (
    r"(?:todo|tbc|tbd|fixme|check|verify|ask|confirm|fill|insert|add|delete|remove|update|please|pls|do we|should we|is this|are we|not sure|note|internal|draft|placeholder|"
    r"cek|periksa|tanya|tanyakan|konfirmasi|isi|isikan|tambah|tambahkan|hapus|lengkapi|tolong|mohon|perlu|apakah|belum|nanti|catatan|komentar|konsep|xxx|\?\?)"
)
BLANK = r"(?:name|date|time|place|number|amount|title|venue|figure|nama|tanggal|tgl|waktu|tempat|jumlah|nomor|jabatan|angka|isi|insert|fill|xxx)"
PATTERN = re.compile(
    rf"\[(?!TLP)(?:[A-Z][A-Z _/-]{{2,40}}|[A-Z][\w. ]{{1,20}}: [^\]\n]{{2,200}}|[^\]\n]{{0,60}}\b{TALK}\b[^\]\n]{{0,200}}|{BLANK}[^\]\n]{{0,40}}|[_?x]{{2,}}|[^\]\n]{{2,120}}\?)\]"
    rf"|\{{\{{[^}}\n]{{1,80}}\}}\}}|\$\{{[^}}\n]{{1,60}}\}}|<<[^>\n]{{1,120}}>>|<{BLANK}\b[^>@\n]{{0,60}}>"
    rf"|\((?:catatan )?(?:internal|untuk internal)\b[^)\n]{{0,200}}\)|\((?:note to self|note to|komentar|comment|editor|catatan untuk|catatan internal)\b[^)\n]{{0,200}}\)"
    rf"|\((?:[A-Z]\w+|mas \w+|mbak \w+|pak \w+|bu \w+)[,:] (?:tolong|mohon|please|pls|can you|cek|check|is this|do we|apakah|lengkapi)\b[^)\n]{{0,200}}\)"
    rf"|(?i:\bnote to self\b[^\n.]{{0,120}}\.?|\bcatatan (?:internal|untuk (?:diri )?(?:sendiri|kita))\b[^\n.]{{0,120}}|\binternal (?:note|comment)\b[^\n.]{{0,120}}|\bdo not send\b|\bjangan (?:dulu )?dikirim\b)"
    r"|\b(?:TODO|FIXME|TBD|TBC|TBA)\b(?::? [^\n.]{0,80})?|\bX{3,}\b|\?{3,}|(?<=\w )_{4,}(?=[ .,\n]|$)|(?:\.{5,}|…{2,})(?= ?[a-z])(?: \w+)?|\blorem ipsum\b"
)
LIST_TAG = re.compile(r"\[[A-Z][A-Z -]+\]")
PICTURE = re.compile(r"\[(?:cid|image|gambar|logo)\b", re.IGNORECASE)


def look(reading: Reading) -> Iterator[Remark]:
    """Brackets that talk, placeholders, and the words that drafts are full of."""
    for place, text in reading.passages:
        for match in PATTERN.finditer(text):
            is_tag = place == Place.SUBJECT and match.start() == 0 and LIST_TAG.fullmatch(match[0])
            if is_tag or PICTURE.match(match[0]):
                continue
            yield Remark(
                message=_("“%(words)s” looks like a note among ourselves or a gap to be filled.")
                % {"words": match[0][:80]},
                words=match[0],
                place=place,
                span=match.span() if place == Place.TEXT else None,
            )


RULE = Rule("internal-comment", gettext_lazy("An internal comment left in"), Severity.STOP, look)
