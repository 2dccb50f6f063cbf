"""What stands in the name of an organisation without telling it from another."""

import re

LEGAL_FORMS = frozenset(
    [
        "pt", "cv", "ud", "fa", "firma", "persero", "tbk", "perum", "perusda", "bumd",
        "perkumpulan", "inc", "incorporated", "ltd", "limited", "llc", "llp", "plc", "co", "corp",
        "corporation", "gmbh", "ag", "kg", "ohg", "ev", "bv", "nv", "sa", "sas", "sarl", "spa",
        "srl", "oy", "ab", "as", "aps", "pte", "pty", "sdn", "bhd", "kk", "jsc", "ojsc", "pjsc",
        "ooo", "company", "aktiengesellschaft", "mbh", "gbr", "eg", "se", "sl", "sae", "pvt",
        "berhad", "kabushiki", "kaisha", "hf", "asa", "oyj", "doo", "zao", "pao", "perseroan",
        "terbatas", "perumda", "persekutuan", "lp", "pc", "kft", "zrt", "sro", "spzoo", "ltda",
        "cia", "group", "grup", "holding", "holdings",
    ]
)  # fmt: skip
SMALL_WORDS = frozenset(
    [
        "the", "of", "and", "for", "dan", "untuk", "di", "de", "la", "le", "du", "des", "der",
        "die", "das", "und", "et", "s", "in", "to", "an", "fur", "da", "do", "del", "y", "e",
        "pada", "atas", "bagi",
    ]
)  # fmt: skip
LEGAL = LEGAL_FORMS | SMALL_WORDS
LOOK_ALIKE = frozenset(
    [
        "australia", "austria", "slovakia", "slovenia", "niger", "nigeria", "iran", "iraq", "mali",
        "malawi", "uganda", "rwanda", "gambia", "zambia",
    ]
)  # fmt: skip
"""One letter less or more makes another country."""
# Chinese, Japanese and Korean write the legal form without a space.
UNSPACED_FORMS = re.compile(
    "株式会社|有限会社|合同会社|一般社団法人|公益財団法人|股份有限公司|有限责任公司|有限公司|集团公司|公司|주식회사|유한회사|[㈜㈱]|\\(株\\)|\\(주\\)"
)
