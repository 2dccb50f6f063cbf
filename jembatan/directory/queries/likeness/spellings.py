"""The many spellings of one name, its short forms, and its letters in other scripts."""

SPELLINGS = {
    spelling: name
    for name, spellings in {
        "muhammad": "mohammad mohamad mohamed mohammed muhamad mochammad mochamad mukhamad muchamad moh muh mohd mhd md "
        "muchammad mokhamad mohamat muhamed",
        "ahmad": "achmad akhmad ahmed akhmed ahmat",
        "abdul": "abdoel abd abdel abdal",
        "abdurrahman": "abdurachman abdurahman abdulrahman abdurrachman",
        "yusuf": "jusuf yoesoef jusuf yousef youssef yusup yosef josef joseph",
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
        "katarina": "catherine katherine ekaterina yekaterina",
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
