"""Several names in one cell: split where that is certain, kept as written where it is not."""

import re

FORMS = re.compile(
    r"(ltd|limited|inc|llp|plc|llc|corp|co|gmbh|s\.?a|tbk|persero|jr|sr|ph\.?d|mp|qc|obe|cbe)\.?",
    re.IGNORECASE,
)
ACRONYMS = re.compile(r"([A-Z][A-Z&]{1,7})\s+(?:and|dan|&)\s+([A-Z][A-Z&]{1,7})")
LABELLED = re.compile(r"(?P<label>[^:,;]{3,80}):\s*(?P<names>[^:]*,[^:]*)")
LONGEST = 80
MANY = 3


def split_names(text: str) -> list[str]:
    """Lines and semicolons always part names; commas only in a list of three or more that all look like names.

    "Derek Gannon, Chief Executive" and "Marks and Spencer" stay whole, as does anything inside brackets.
    """
    pieces = [piece for line in text.splitlines() for piece in _split_outside_brackets(line, ";")]
    names = [name for piece in pieces for name in _split_list(piece)]
    return list(dict.fromkeys(name for name in map(_tidy, names) if name))


def _split_list(text: str) -> list[str]:
    if labelled := LABELLED.fullmatch(text.strip()):
        listed = _split_list(labelled["names"])
        return [labelled["label"], *listed] if len(listed) >= MANY else [text]
    if acronyms := ACRONYMS.fullmatch(text.strip()):
        return [acronyms[1], acronyms[2]]
    parts: list[str] = []
    for part in map(_tidy, _split_outside_brackets(text, ",")):
        if parts and FORMS.fullmatch(part):
            parts[-1] = f"{parts[-1]}, {part}"
        elif part:
            parts.append(part)
    certain = len(parts) >= MANY and all(len(part) <= LONGEST and not part[0].islower() for part in parts)
    return parts if certain else [text]


def _split_outside_brackets(text: str, sign: str) -> list[str]:
    parts, depth, start = [], 0, 0
    for index, character in enumerate(text):
        if character in "([":
            depth += 1
        elif character in ")]":
            depth = max(depth - 1, 0)
        elif character == sign and depth == 0:
            parts.append(text[start:index])
            start = index + 1
    return [*parts, text[start:]]


def _tidy(name: str) -> str:
    return re.sub(r"^(?:and|dan|&)\s+", "", " ".join(name.split()).strip(" ,;•·-"))
