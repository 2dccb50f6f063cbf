"""The many spellings of one name, its short forms, and its letters in other scripts."""

import re
from functools import lru_cache

# Soewandi and Suwandi, Djoko and Joko, Tjahjo and Cahyo, Syarif and Sharif, Prasetyo and Prasetio sound the same.
SOUNDS = (
    ("oe", "u"), ("dj", "j"), ("tj", "c"), ("sj", "s"), ("nj", "n"), ("ny", "n"), ("sy", "s"), ("sh", "s"),
    ("chr", "kr"), ("sch", "s"), ("tch", "c"), ("ch", "c"), ("kh", "h"), ("th", "t"), ("dh", "d"), ("zh", "j"),
    ("ph", "f"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ie", "i"), ("iy", "i"), ("ij", "i"), ("yi", "i"),
    ("ey", "i"), ("ei", "i"), ("y", "i"), ("w", "v"), ("q", "k"), ("ck", "k"), ("x", "ks"), ("z", "s"),
)  # fmt: skip
DOUBLED = re.compile(r"(.)\1+")
SILENT_H = re.compile(r"(?<=[aeiou])h(?=[^aeiou]|$)")
# Until 1972 Indonesian wrote Dutch letters: Widjaja, Wahju, Rachmat, Tjokro.
OLD_LETTERS = str.maketrans({"j": "y"})
ARTICLES = frozenset(["al", "el", "as", "az", "ad", "an", "ar", "at"])
PARTICLES = frozenset(
    [
        "bin", "binti", "bte", "bt", "ibn", "ben", "al", "el", "as", "ad", "az", "an", "ar", "at",
        "van", "der", "den", "de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "le",
        "von", "zu", "y", "e",
    ]
)  # fmt: skip
"""Words between names that one writer sets and the next leaves out."""

SPELLINGS = {
    spelling: name
    for name, spellings in {
        "muhammad": "mohammad mohamad mohamed mohammed muhamad mochammad mochamad mukhamad muchamad moh muh mohd mhd md "
        "muchammad mokhamad mohamat muhamed",
        "ahmad": "achmad akhmad ahmed akhmed ahmat",
        "abdul": "abdoel abd abdel abdal",
        "abdurrahman": "abdurachman abdurahman abdulrahman abdurrachman",
        "yusuf": "jusuf yoesoef joesoef yousef yousuf yusof yusoff youssef yusup yosef josef joseph",
        "husain": "husein hussein hussain hoesein husen",
        "hasan": "hassan khasan",
        "umar": "omar oemar",
        "usman": "utsman othman osman oesman",
        "ibrahim": "ebrahim abraham",
        "ismail": "ismael",
        "iskandar": "alexander aleksandr",
        "sergei": "sergey serguei",
        "aleksei": "alexei alexey aleksey",
        "dmitri": "dmitry dmitriy dimitri",
        "yuri": "yury yuriy iurii",
        "katarina": "catherine katherine kathryn catharina ekaterina yekaterina",
        "gaddafi": "qadhafi qaddafi gadhafi kadafi khadafi kadhafi qadafi",
        "muammar": "moammar moamar muamar",
        "khalid": "khaled chalid halid khalit",
        "mahmud": "mahmoud machmud mahmood",
        "aisyah": "aisha aishah ayesha aysha aisjah",
        "fatimah": "fatima fathimah fatma",
        "said": "saeed sayid saiid",
        "jamal": "gamal djamal",
        "abu": "abou aboe",
        "nur": "noor nour noer nor",
        "rashid": "rasyid rasheed rachid",
        "choi": "choe",
        "jeong": "jung chung joung",
        "park": "pak bak",
        "lee": "yi rhee li",
        "johannes": "yohanes johanes yohannes",
        "jeffrey": "geoffrey jeffery geoff",
        "gorbachev": "gorbatschow gorbachov gorbatsjov",
        "yakub": "jacoub yaqub yaqoub jakoeb yacub yakoub",
        "zelensky": "zelenskyy zelenskiy zelenskyi",
    }.items()
    for spelling in spellings.split()
}
NICKNAMES = {
    frozenset(pair.split("/"))
    for pair in [
        "bob/robert",
        "rob/robert",
        "bill/william",
        "will/william",
        "liz/elizabeth",
        "beth/elizabeth",
        "alex/alexander",
        "mike/michael",
        "dick/richard",
        "rick/richard",
        "jim/james",
        "tom/thomas",
        "tony/anthony",
        "dan/daniel",
        "dave/david",
        "kate/katherine",
        "sam/samuel",
        "joe/joseph",
        "jo/josephine",
        "andy/andreas",
        "tom/tomas",
        "hans/johannes",
        "fred/frederick",
        "greg/gregory",
        "jeff/jeffrey",
        "ken/kenneth",
        "larry/lawrence",
        "ron/ronald",
        "ray/raymond",
        "sandy/alexandra",
        "meg/margaret",
        "betty/elizabeth",
        "lisa/elizabeth",
        "tim/timothy",
        "vicky/victoria",
        "charlie/charles",
        "harry/henry",
        "jack/john",
        "johnny/john",
        "ben/benjamin",
        "chris/christopher",
        "matt/matthew",
        "nick/nicholas",
        "andy/andrew",
        "ed/edward",
        "ted/edward",
        "peggy/margaret",
        "maggie/margaret",
        "sue/susan",
        "jen/jennifer",
        "jenny/jennifer",
        "pete/peter",
        "steve/steven",
    ]
}
# Close in letters, yet two people.
OTHER_NAMES = {
    frozenset(pair.split("/"))
    for pair in [
        "hartanto/hartono", "santoso/susanto", "kevin/kelvin", "daniel/danielle", "daniel/daniela", "jean/jeanne", "jean/jane", "michael/michelle",
        "michael/michaela", "christian/christina", "christian/christine", "mario/maria",
        "wahyuni/wahyudi", "martin/martina", "paul/paula", "peter/petra", "hasan/hasanah",
        "rahman/rahim", "rahman/rahmat", "fauzi/fauzan", "fauzi/fauzia", "anna/hanna",
        "julian/juliana", "adrian/adriana", "francis/frances", "robert/roberta",
        "stephan/stephanie", "victor/victoria", "joan/john", "gabriel/gabriela",
        "gabriel/gabrielle", "abdullah/abdul", "yusuf/yunus", "mulyani/mulyono", "susilo/susila",
        "hartono/hartini", "hartono/haryono", "suharto/sukarno", "suharto/sudarto",
        "sukarno/sukarna", "widodo/widada", "wahyudi/wahyuno", "sutrisno/sutrisna",
        "setiawan/setiawati", "kurniawan/kurniawati", "gunawan/gunarwan", "hermawan/hermanto",
        "hermawan/hernawan", "aminah/maimunah", "aminah/aisyah", "junaidi/junaedah",
        "patrick/patricia", "andrea/andreas", "alexander/alexandra", "alexandre/alexandra",
        "nicolas/nicole", "simon/simone", "denis/denise", "louis/louise", "henri/henriette",
        "antoni/antonia", "antonio/antonia", "carlo/carla", "carlos/carla", "eric/erica",
    ]
}  # fmt: skip
UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "å": "aa", "Å": "Aa"}
)
CYRILLIC = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "i",
        "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
        "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu",
        "я": "ya", "і": "i", "ї": "i", "є": "ye", "ґ": "g",
    }
)  # fmt: skip
GREEK = str.maketrans(
    {
        "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k", "λ": "l",
        "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "y", "φ": "f",
        "χ": "ch", "ψ": "ps", "ω": "o",
    }
)  # fmt: skip


@lru_cache(maxsize=100_000)
def sound(word: str) -> str:
    """A word as it sounds: spellings that are one name have one sound."""
    word = SILENT_H.sub("", word[:-1] if word.endswith("ou") and len(word) > 4 else word)
    for spelled, heard in SOUNDS:
        if spelled in word:
            word = word.replace(spelled, heard)
    return DOUBLED.sub(r"\1", word)


@lru_cache(maxsize=100_000)
def old_spelling(word: str) -> str:
    """The sound of a word that was spelled before 1972, when j was y and dj was j."""
    parts = word.replace("ch", "kh").replace("tj", "c").split("dj")
    return sound("j".join(part.translate(OLD_LETTERS) for part in parts))


@lru_cache(maxsize=100_000)
def vague_sound(word: str) -> str:
    """Arabic writes no short vowels: o is u and e is i there."""
    return DOUBLED.sub(r"\1", sound(word).replace("o", "u").replace("e", "i"))
