"""Replies that say that somebody has left the post at which one wrote to them. In English and Indonesian, by words."""

import re

from jembatan.correspondence.formats.salutations import without_salutation

READ = 1500
LONGEST_WORDS = 300
SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n\s*\n|\n(?=[A-Z])")
# Searched in lower case, after the sentence's spaces have become single ones.
GONE = re.compile(
    r"\b(?:(?:sudah|telah) (?:tidak (?:lagi )?(?:bekerja|bertugas|berdinas|menjabat)|berhenti bekerja|"
    r"(?:pindah|mutasi|dimutasi|dipindahtugaskan|alih tugas)(?! (?:gedung|kantor|ruang|alamat|lokasi|rumah)\b)|"
    r"pensiun|purna ?tugas|purna ?bakti|mengundurkan diri dari|resign)|"
    r"tidak lagi (?:bekerja|bertugas|berdinas|menjabat)|(?:bekerja|bertugas|menjabat) lagi di (?:sini|kantor ini|instansi ini)|"
    r"(?:no longer|not any ?longer) (?:works?|working|employed|serves?|serving|hold(?:s|ing)? (?:the|this|that) (?:post|position)|"
    r"(?:(?:is|am|are) )?with (?:us|the|this|our)|at (?:this|the|our))|"
    r"(?:doesn't|does not|don't|do not) work (?:here|there|at|for) ?(?:us|this|the|our)?[^.]{0,40}?any ?more|"
    r"(?:has|have|'ve|'s) (?:now |since |recently |already )?(?:left|resigned from|retired from|departed from|moved on from|departed) "
    r"(?:us|(?:the|this|our|his|her|my) (?:(?!(?:with|at|in|on|to|for|of|by)\b)\w+ ){0,3}?(?:organi[sz]ation|company|ministry|department|embassy|agency|office|secretariat|"
    r"service|directorate|post|position|institution|bureau|unit))|"
    r"(?:has|have) (?:now |recently )?(?:retired|been (?:posted|reassigned|transferred) (?:to|elsewhere))\b)"
)
UNLIKE = re.compile(
    r"\?|\b(?:for (?:today|the day|lunch|a (?:while|meeting))|if|when|unless|whether|jika|bila|apabila|kalau|apakah|belum|akan segera|rumou?rs?|no longer (?:works?|working) "
    r"(?:on|properly|correctly|as)\b|(?:link|tautan|server|system|sistem|website|situs|printer|mesin|phone number|nomor)\b)"
)


def says_gone(own_words: str) -> str:
    """The sentence that says so, "" where none does; questions, conditions and talk of machines do not."""
    for sentence in SENTENCE.split(without_salutation(own_words[:READ])):
        words = " ".join(sentence.split())
        plain = words.lower().replace("\u2019", "'")
        if GONE.search(plain) and not UNLIKE.search(plain):
            return words[:LONGEST_WORDS]
    return ""
