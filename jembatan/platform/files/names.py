"""Names of files, whoever wrote them."""

import re
import unicodedata

LONGEST_NAME = 150
PATHS = re.compile(r"[/\\:*?\"<>|]+")


def safe_name(name: str) -> str:
    """The sender's file name without what writes headers, walks folders, or turns letters around ("exe.fdp")."""
    visible = "".join(" " if unicodedata.category(c) in {"Cc", "Zl", "Zp"} else c for c in name)
    visible = "".join(c for c in visible if unicodedata.category(c) not in {"Cf", "Cs", "Co", "Cn"})
    plain = " ".join(PATHS.sub("_", visible).split()).strip(". ")
    if len(plain) > LONGEST_NAME:
        stem, dot, ending = plain.rpartition(".")
        short = dot + ending if stem and len(ending) < 10 else ""
        plain = plain[: LONGEST_NAME - len(short)] + short
    return plain or "attachment"
