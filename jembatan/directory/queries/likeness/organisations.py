"""Whether two names are one organisation's: legal forms aside, in Indonesian or English, in full or by initials."""

import re
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from jembatan.directory.formats.names import fold

LEGAL = frozenset(
    [
        "pt",
        "cv",
        "ud",
        "fa",
        "firma",
        "persero",
        "tbk",
        "perum",
        "perusda",
        "bumd",
        "yayasan",
        "koperasi",
        "perkumpulan",
        "inc",
        "incorporated",
        "ltd",
        "limited",
        "llc",
        "llp",
        "plc",
        "co",
        "corp",
        "corporation",
        "company",
        "gmbh",
        "ag",
        "kg",
        "ohg",
        "ev",
        "bv",
        "nv",
        "sa",
        "sas",
        "sarl",
        "spa",
        "srl",
        "oy",
        "ab",
        "as",
        "aps",
        "pte",
        "pty",
        "sdn",
        "bhd",
        "kk",
        "jsc",
        "ojsc",
        "pjsc",
        "ooo",
        "the",
        "of",
        "and",
        "for",
        "dan",
        "untuk",
        "di",
        "de",
        "la",
        "le",
        "du",
        "des",
        "der",
        "die",
        "das",
        "und",
        "et",
    ]
)
# One word for what Indonesian and English call by two; long forms for what is commonly shortened.
SAME_WORDS = {
    word: kept
    for kept, words in {
        "ministry": "kementerian kementrian kemen departemen ministerial dept",
        "embassy": "kedutaan kedubes kbri besar",
        "agency": "badan bdn",
        "institute": "lembaga institut institution",
        "university": "universitas univ universiti",
        "bureau": "biro",
        "directorate": "direktorat dit ditjen direktorat-jenderal",
        "general": "jenderal jendral umum",
        "office": "kantor",
        "service": "dinas",
        "city": "kota",
        "regency": "kabupaten kab",
        "province": "provinsi propinsi prov",
        "republic": "republik",
        "indonesia": "ri indonesian",
        "national": "nasional",
        "international": "internasional intl",
        "trade": "perdagangan",
        "industry": "perindustrian industri industries industrial",
        "health": "kesehatan",
        "education": "pendidikan",
        "finance": "keuangan financial",
        "foreign": "luar",
        "affairs": "negeri urusan",
        "interior": "dalam home",
        "defence": "pertahanan defense",
        "marine": "kelautan maritime maritim kemaritiman",
        "fisheries": "perikanan fishery",
        "transport": "perhubungan transportation transportasi",
        "energy": "energi",
        "mineral": "minerals resources sumber daya",
        "environment": "lingkungan hidup",
        "forestry": "kehutanan forest",
        "agriculture": "pertanian agricultural",
        "tourism": "pariwisata",
        "investment": "investasi penanaman modal",
        "development": "pembangunan pengembangan",
        "planning": "perencanaan",
        "statistics": "statistik statistical",
        "standardization": "standardisasi standardisation standards",
        "association": "asosiasi perhimpunan assn assoc",
        "chamber": "kamar",
        "commerce": "dagang",
        "bank": "bpd",
        "japan": "jepang",
        "netherlands": "belanda",
        "germany": "jerman",
        "france": "perancis prancis",
        "united": "amerika",
        "australia": "australian",
    }.items()
    for word in words.split()
}
# Formed from syllables, so that their letters give nothing away.
SHORT_NAMES = {
    "kemlu": "kementerian luar negeri",
    "kemenlu": "kementerian luar negeri",
    "deplu": "kementerian luar negeri",
    "mofa": "ministry of foreign affairs",
    "kemenkeu": "kementerian keuangan",
    "kemendag": "kementerian perdagangan",
    "kemenperin": "kementerian perindustrian",
    "kemenkes": "kementerian kesehatan",
    "kemhan": "kementerian pertahanan",
    "kemenhan": "kementerian pertahanan",
    "kemendagri": "kementerian dalam negeri",
    "kemenhub": "kementerian perhubungan",
    "kementan": "kementerian pertanian",
    "kemenag": "kementerian agama",
    "kemenpar": "kementerian pariwisata",
    "kemenaker": "kementerian ketenagakerjaan",
    "kemnaker": "kementerian ketenagakerjaan",
    "kemensos": "kementerian sosial",
    "kemensetneg": "kementerian sekretariat negara",
    "setneg": "kementerian sekretariat negara",
    "kominfo": "kementerian komunikasi dan informatika",
    "kemenkominfo": "kementerian komunikasi dan informatika",
    "kemdikbud": "kementerian pendidikan dan kebudayaan",
    "kemendikbud": "kementerian pendidikan dan kebudayaan",
    "kemenkumham": "kementerian hukum dan hak asasi manusia",
    "kemenpupr": "kementerian pekerjaan umum dan perumahan rakyat",
    "polri": "kepolisian negara republik indonesia",
    "bappenas": "badan perencanaan pembangunan nasional",
    "unpad": "universitas padjadjaran",
    "undip": "universitas diponegoro",
    "unair": "universitas airlangga",
    "unhas": "universitas hasanuddin",
}
OF_THE_STATE = re.compile(r"(?<=\w\w )(?:republik indonesia|republic of indonesia|ri)$")
BRACKETED = re.compile(r"\(([^()]*)\)")


@lru_cache(maxsize=100_000)
def organisation_words(name: str) -> tuple[str, ...]:
    """The words that tell an organisation: without legal form, each in one of its languages, short names in full."""
    outside = BRACKETED.sub(" ", name) if fold(BRACKETED.sub(" ", name)) else name
    words: list[str] = []
    for word in OF_THE_STATE.sub("", fold(outside)).split():
        words += fold(SHORT_NAMES[word]).split() if word in SHORT_NAMES else [word]
    kept = [SAME_WORDS.get(word, word) for word in words if word not in LEGAL]
    return tuple(dict.fromkeys(kept)) or tuple(words)


def organisation_key(name: str) -> str:
    """Two names with one key are one organisation: its words in order of the alphabet."""
    return " ".join(sorted(organisation_words(name)))


def organisation_likeness(a: str, b: str) -> float:
    """0 for two organisations, 1 for one."""
    words_a, words_b = organisation_words(a), organisation_words(b)
    if not words_a or not words_b:
        return 0.0
    if sorted(words_a) == sorted(words_b):
        return 1.0
    if _is_short_for(a, b) or _is_short_for(b, a):
        return 0.92
    return round(_overlap(words_a, words_b), 4)


def _overlap(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """Found letters over all letters; a word that only one of them has tells two bodies of one ministry apart."""
    left = list(b)
    found = 0.0
    for word in a:
        best = max(left, key=lambda other: _word(word, other), default="")
        if best and (likeness := _word(word, best)):
            found += likeness * (len(word) + len(best))
            left.remove(best)
    whole = sum(map(len, a)) + sum(map(len, b))
    together = fuzz.ratio("".join(sorted(a)), "".join(sorted(b))) / 100 if len(a) == len(b) == 1 else 0.0
    return max(found / whole, together if together > 0.9 else 0.0)


def _word(a: str, b: str) -> float:
    if a == b:
        return 1.0
    longest = max(len(a), len(b))
    distance = OSA.distance(a, b, score_cutoff=2)
    if distance == 1 and longest >= 6:
        return 0.93
    if distance == 2 and longest >= 9:
        return 0.85
    short, long = sorted((a, b), key=len)
    return 0.85 if len(short) >= 4 and long.startswith(short) else 0.0


def _is_short_for(short: str, full: str) -> bool:
    """Initials of the full name, with or without its small words and legal form; or what stands in its brackets."""
    letters = "".join(fold(short).split())
    if any(letters == "".join(fold(inner).split()) for inner in BRACKETED.findall(full) if letters):
        return True
    if not 2 <= len(letters) <= 8 or len(fold(short).split()) > 1:
        return False
    words = fold(BRACKETED.sub(" ", full)).split()
    if len(words) < 2:
        return False
    telling = [word for word in words if word not in LEGAL]
    return letters in {"".join(word[0] for word in words), "".join(word[0] for word in telling)}
