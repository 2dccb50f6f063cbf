"""Whether a mail that says it is from us came in from outside, as far as its header tells.

Two traces are read, and only those that receiving servers write: Authentication-Results (RFC 8601) and Received (RFC 5321), the hop at
which the mail reached a server of ours. A mail without either tells nothing: a copy from a Sent folder has none.
"""

import re
from collections.abc import Collection, Iterator
from email.parser import HeaderParser

TRACES = re.compile(r"^(?:authentication-results|received)\s*:", re.IGNORECASE | re.MULTILINE)
RESULT = re.compile(r"^(dmarc|spf|dkim)\s*=\s*(\w+)", re.IGNORECASE)
NAMED = re.compile(r"\b(?:smtp\.mailfrom|smtp\.helo|header\.[di])\s*=\s*\"?([^\s;\"]+)", re.IGNORECASE)
QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
COMMENT = re.compile(r"\([^()]*\)")
HOP = re.compile(
    r"^\s*from\s+([^\s;()]+).*?\bby\s+([^\s;()]+)(?:.*?\bwith\s+(\w+))?", re.IGNORECASE | re.DOTALL
)
SIGNED_IN = {"esmtpa", "esmtpsa", "utf8smtpa", "utf8smtpsa", "lmtpa", "lmtpsa"}
FAILED = {"fail", "softfail", "permerror"}
SERVICES = {"imap", "imaps", "mail", "mx", "pop", "smtp", "webmail", "email"}
LONGEST = 100_000


def came_from_outside(head: str, *, domains: Collection[str], arrived_at: str = "") -> bool:
    """`domains` are ours; `arrived_at` is the host in whose inbox the mail was found, "" where it was found in a file.

    What the receiving server has tested counts; where it could not tell, whether a stranger handed the mail in.
    """
    if not TRACES.search(head, 0, LONGEST):
        return False
    found = HeaderParser().parsestr(head[:LONGEST])
    hops = [str(each) for each in found.get_all("Received") or []]
    servers = {*domains, *_house_of(arrived_at)}
    handed_in = _hop_to(hops, servers)
    tested = _tested([str(each) for each in found.get_all("Authentication-Results") or []])
    # Whoever forges a sender can write results, too: where a server of ours took the mail, only ours are believed.
    if tested and (handed_in is None or _is_ours(tested[0], servers)):
        verdict = _verdict(tested[1:], domains)
        if verdict is not None:
            return verdict
    return handed_in is True


def fails_tests(head: str) -> bool:
    """Whether the server that received it has found that it is not from where it says: by DMARC, else by SPF unless a signature holds."""
    tested = HeaderParser().parsestr(head[:LONGEST]).get_all("Authentication-Results") or []
    said = [(method, word) for method, word, _named in _said(_tested([str(each) for each in tested])[1:])]
    by_dmarc = next((word for method, word in said if method == "dmarc"), "")
    if by_dmarc:
        return by_dmarc in FAILED
    return any(method == "spf" and word in FAILED for method, word in said) and ("dkim", "pass") not in said


def _tested(headers: list[str]) -> list[str]:
    """The name of the server at the top ("" for one that says none), then all that it says: some write a header for each method."""
    found: list[str] = []
    for header in headers:
        name, *results = (part.strip() for part in _plain(header).split(";"))
        if RESULT.match(name):
            name, results = "", [name, *results]
        name = (name.split() or [""])[0]
        if found and name != found[0]:
            break
        found = [*(found or [name]), *results]
    return found


def _plain(header: str) -> str:
    """Without comments, and without what a sender may have put between quotation marks: `mailfrom="x; dmarc=pass"@x.example`."""
    return COMMENT.sub(" ", QUOTED.sub("quoted", header))


def _verdict(results: list[str], domains: Collection[str]) -> bool | None:
    """By DMARC where it was tested; else by SPF and by signatures (DKIM), which hold for us only where they name us. None: it cannot tell."""
    said = list(_said(results))
    by_dmarc = next((word for method, word, _named in said if method == "dmarc"), "")
    if by_dmarc == "pass" or by_dmarc in FAILED:
        return by_dmarc != "pass"
    passed = [named for method, word, named in said if word == "pass" and method != "dmarc"]
    if any(named is None or _is_ours(named, domains) for named in passed):
        return False
    failed = any(method == "spf" and word in FAILED for method, word, _named in said)
    return True if failed or passed else None


def _said(results: list[str]) -> Iterator[tuple[str, str, str | None]]:
    """Method, word, and the domain that was tested."""
    for result in results:
        if found := RESULT.match(result):
            named = NAMED.search(result)
            yield found[1].lower(), found[2].lower(), named[1].rpartition("@")[2] if named else None


def _hop_to(hops: list[str], servers: Collection[str]) -> bool | None:
    """Whether a host that is not ours, and had not signed in, handed the mail to a server of ours at the earliest hop (the last header) to
    one. None where no hop is to one.
    """
    for hop in reversed(hops):
        if (found := HOP.match(COMMENT.sub(" ", hop))) and _is_ours(found[2], servers):
            return not _is_ours(found[1], servers) and (found[3] or "").lower() not in SIGNED_IN
    return None


def _house_of(host: str) -> set[str]:
    """The domain of a mail server: "imap.mitra.example" belongs to "mitra.example"; an address of the network to none."""
    name = host.strip("[]").rstrip(".").lower()
    first, _dot, rest = name.partition(".")
    if ":" in name or name.replace(".", "").isdigit() or not rest:
        return set()
    return {rest if first in SERVICES and "." in rest else name}


def _is_ours(host: str, domains: Collection[str]) -> bool:
    name = host.strip("[]").rstrip(".").lower()
    return any(name == domain or name.endswith(f".{domain}") for domain in domains)
