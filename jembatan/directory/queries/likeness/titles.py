"""What stands around a name without being part of it: titles, ranks and degrees.

Indonesian usage, the armed forces and police included, and the English forms of diplomacy.
"""

HONORIFICS = frozenset(
    [
        "bapak", "bpk", "pak", "ibu", "bu", "sdr", "sdri", "saudara", "saudari", "yth", "ym", "yang",
        "mulia", "terhormat", "dr", "drs", "dra", "ir", "prof", "profesor", "professor", "h", "hj", "haji",
        "hajah", "hajjah", "kh", "kiai", "kyai", "nyai", "ust", "ustaz", "ustadz", "ustad", "habib", "gus",
        "tgk", "teungku", "tuanku", "romo", "pdt", "pendeta", "pastor", "rm", "raden", "rr", "alm", "almh",
        "almarhum", "almarhumah", "mr", "mrs", "ms", "miss", "mx", "mister", "sir", "dame", "lord", "lady",
        "madam", "madame", "mme", "mlle", "monsieur", "hon", "honourable", "honorable", "excellency",
        "ambassador", "amb", "herr", "frau", "senor", "senora", "sra", "dato", "datuk", "datin", "puan",
        "encik", "cik", "awang", "pehin", "khun", "jenderal", "jend", "letjen", "mayjen", "brigjen",
        "kolonel", "kol", "letkol", "mayor", "kapten", "kapt", "lettu", "letda", "laksamana", "laks",
        "laksdya", "laksda", "laksma", "marsekal", "marsdya", "marsda", "marsma", "komjen", "irjen",
        "brigjenpol", "kombes", "akbp", "kompol", "akp", "iptu", "ipda", "pol", "tni", "purn",
        "purnawirawan", "general", "gen", "colonel", "col", "major", "maj", "captain", "capt", "lieutenant",
        "lt", "admiral", "adm", "commander", "cmdr", "brig", "minister", "menteri", "presiden", "president",
        "dirjen", "rektor", "dekan", "gubernur", "bupati", "walikota", "camat", "ayatollah", "sheikh", "syekh", "syeikh", "syech", "shaikh", "mullah", "tun",
    ]
)  # fmt: skip
DEGREES = frozenset(
    [
        "se", "sh", "st", "si", "sip", "ip", "ssos", "skom", "spd", "spdi", "mpd", "mpdi", "mm", "msi",
        "msc", "ma", "mba", "mpa", "mpp", "mh", "mt", "mkom", "mti", "phd", "dphil", "bsc", "ba", "bba",
        "beng", "meng", "llm", "llb", "md", "mds", "spog", "spa", "spb", "spjp", "sppd", "spm", "spkk",
        "skm", "mkes", "mkep", "ns", "skep", "skeb", "skg", "drg", "apt", "farm", "sfarm", "mfarm", "sst",
        "sstp", "mag", "sag", "lc", "sthi", "shi", "sei", "mei", "spt", "msp", "mphil", "edd", "psi",
        "psikolog", "psych", "mpsi", "spsi", "spi", "mp", "shum", "mhum", "ssi", "sikom", "mikom", "amd",
        "amdkep", "amk", "ak", "ca", "cpa", "cfa", "cpm", "pmp", "esq", "jr", "sr", "ii", "iii", "iv",
        "msh", "mse", "dba", "dea", "des", "ded", "sc", "mec", "mecon", "ecdev",
    ]
)  # fmt: skip
