"""Whether a mail that says it is from us came in from outside, as far as its header tells.

Two traces are read, and only those that receiving servers write: Authentication-Results (RFC 8601), the topmost, and Received (RFC 5321),
the hop at which the mail reached a server of ours. A mail without either tells nothing: a copy from a Sent folder has none.
"""

import re
from collections.abc import Collection
from email.parser import HeaderParser

RESULT = re.compile(r"\b(dmarc|spf|dkim)\s*=\s*(\w+)", re.IGNORECASE)
COMMENT = re.compile(r"\([^()]*\)")
HOP = re.compile(
    r"^\s*from\s+([^\s;()]+).*?\bby\s+([^\s;()]+)(?:.*?\bwith\s+(\w+))?", re.IGNORECASE | re.DOTALL
)
SIGNED_IN = {"esmtpa", "esmtpsa", "utf8smtpa", "utf8smtpsa", "lmtpa", "lmtpsa"}
FAILED = {"fail", "softfail", "permerror"}
LONGEST = 100_000


def came_from_outside(head: str, *, domains: Collection[str]) -> bool:
    """`domains` are ours. What the receiving server has tested counts; without its word, whether a stranger handed the mail in."""
    found = HeaderParser().parsestr(head[:LONGEST])
    tested = found.get_all("Authentication-Results") or []
    if tested:
        return _has_failed(str(tested[0]))
    return _was_handed_in([str(each) for each in found.get_all("Received") or []], domains)


def fails_tests(head: str) -> bool:
    """Whether the server that received it has found that it is not from where it says."""
    tested = HeaderParser().parsestr(head[:LONGEST]).get_all("Authentication-Results") or []
    return bool(tested) and _has_failed(str(tested[0]))


def _has_failed(results: str) -> bool:
    """By DMARC where it was tested; else by SPF, unless a signature (DKIM) holds."""
    said = {name.lower(): word.lower() for name, word in reversed(RESULT.findall(COMMENT.sub(" ", results)))}
    if "dmarc" in said:
        return said["dmarc"] in FAILED
    return said.get("spf") in FAILED and said.get("dkim") != "pass"


def _was_handed_in(hops: list[str], domains: Collection[str]) -> bool:
    """The earliest hop (the last header) to a server of ours came from a host that is not ours and had not signed in."""
    for hop in reversed(hops):
        if (found := HOP.match(COMMENT.sub(" ", hop))) and _is_ours(found[2], domains):
            return not _is_ours(found[1], domains) and (found[3] or "").lower() not in SIGNED_IN
    return False


def _is_ours(host: str, domains: Collection[str]) -> bool:
    name = host.strip("[]").rstrip(".").lower()
    return any(name == domain or name.endswith(f".{domain}") for domain in domains)
