"""Base subjects (RFC 5256, section 2.1), with the reply and forward marks of Indonesian and other programs."""

import re

MARK = r"(?:re|aw|sv|antw|bls|balas|balasan|res|fw|fwd|wg|terusan|teruskan|rv)"
LEADING = re.compile(
    rf"\A\s*(?:\[[^\[\]]{{1,60}}\]\s*)*(?P<mark>{MARK})(?:\s*\[\d+\]|\(\d+\))?\s*[::]\s*", re.IGNORECASE
)
LIST_TAG = re.compile(r"\A\s*\[[^\[\]]{1,60}\]\s*(?=\S)")
TRAILER = re.compile(r"(?:\s*\((?:fwd|terusan)\))+\s*\Z", re.IGNORECASE)
REPLIES = {"re", "aw", "sv", "antw", "bls", "balas", "balasan", "res"}


def base_subject(subject: str) -> str:
    """The subject without marks, list tags and "(fwd)", lower case, spaces single; may be empty."""
    rest = TRAILER.sub("", " ".join(subject.split()))
    while (found := LEADING.match(rest)) or (found := LIST_TAG.match(rest)):
        rest = rest[found.end() :]
    return rest.strip().lower()


def is_reply(subject: str) -> bool:
    """Whether the outermost mark says that this answers something ("Re:", "Bls:")."""
    found = LEADING.match(subject)
    return bool(found) and found["mark"].lower() in REPLIES if found else False
