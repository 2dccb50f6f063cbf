"""The vocabulary of spoken dates. Full names count in both languages, short ones only in the reader's own."""

import re
from collections.abc import Iterable

MONTHS = {
    **dict.fromkeys(("januari", "january", "jan"), 1),
    **dict.fromkeys(("februari", "february", "pebruari", "feb", "peb"), 2),
    **dict.fromkeys(("maret", "march", "mar"), 3),
    **dict.fromkeys(("april", "apr"), 4),
    **dict.fromkeys(("mei", "may"), 5),
    **dict.fromkeys(("juni", "june", "jun"), 6),
    **dict.fromkeys(("juli", "july", "jul"), 7),
    **dict.fromkeys(("agustus", "august", "agu", "ags", "agt", "aug"), 8),
    **dict.fromkeys(("september", "sept", "sep"), 9),
    **dict.fromkeys(("oktober", "october", "okt", "oct"), 10),
    **dict.fromkeys(("november", "nopember", "nov", "nop"), 11),
    **dict.fromkeys(("desember", "december", "des", "dec"), 12),
}

WEEKDAYS = {
    **dict.fromkeys(("senin", "monday"), 0),
    **dict.fromkeys(("selasa", "tuesday"), 1),
    **dict.fromkeys(("rabu", "wednesday"), 2),
    **dict.fromkeys(("kamis", "thursday"), 3),
    **dict.fromkeys(("jumat", "jum'at", "jum’at", "friday"), 4),
    **dict.fromkeys(("sabtu", "saturday"), 5),
    **dict.fromkeys(("minggu", "ahad", "sunday"), 6),
}

SHORT_WEEKDAYS = {
    "id": {"sen": 0, "sel": 1, "rab": 2, "kam": 3, "jum": 4, "sab": 5},
    "en": {
        "mon": 0,
        "tue": 1,
        "tues": 1,
        "wed": 2,
        "thu": 3,
        "thur": 3,
        "thurs": 3,
        "fri": 4,
        "sat": 5,
        "sun": 6,
    },
}

NEARBY = {
    **dict.fromkeys(("hari ini", "today"), 0),
    **dict.fromkeys(("besok lusa", "lusa", "the day after tomorrow", "day after tomorrow"), 2),
    **dict.fromkeys(("besok", "esok hari", "esok", "tomorrow"), 1),
    **dict.fromkeys(("kemarin dulu", "kemarin lusa", "the day before yesterday", "day before yesterday"), -2),
    **dict.fromkeys(("kemarin", "yesterday"), -1),
}

NUMBERS = {
    **dict.fromkeys(("satu", "one", "a"), 1),
    **dict.fromkeys(("dua", "two"), 2),
    **dict.fromkeys(("tiga", "three"), 3),
    **dict.fromkeys(("empat", "four"), 4),
    **dict.fromkeys(("lima", "five"), 5),
    **dict.fromkeys(("enam", "six"), 6),
    **dict.fromkeys(("tujuh", "seven"), 7),
}

UNITS = {
    **dict.fromkeys(("hari", "days", "day"), "day"),
    **dict.fromkeys(("minggu", "pekan", "weeks", "week"), "week"),
    **dict.fromkeys(("bulan", "months", "month"), "month"),
    **dict.fromkeys(("tahun", "years", "year"), "year"),
}

ZONES = {
    "wib": 7, "wita": 8, "wit": 9, "utc": 0, "gmt": 0, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3, "ict": 7,
    "sgt": 8, "hkt": 8, "pht": 8, "myt": 8, "awst": 8, "jst": 9, "kst": 9, "aest": 10, "aedt": 11, "edt": -4, "pdt": -7,
}  # fmt: skip


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of these words, the longest first, any run of blanks between the parts of one."""
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
