"""A receiver at a domain that the desk has never seen, or that looks like another one."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from rapidfuzz.distance import OSA

from jembatan.correspondence.preflight.finding import Place, Remark, Severity
from jembatan.correspondence.preflight.letter import Correspondent
from jembatan.correspondence.preflight.reading import Reading
from jembatan.correspondence.preflight.register import Rule

SHORT = 14
SHORTEST_NAME = 5
QUOTED = re.compile(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")


def look(reading: Reading) -> Iterator[Remark]:
    """Without knowledge of domains, only those that nearly repeat another domain of this letter."""
    others = {reading.letter.author.domain, *(who.domain for who in reading.letter.receivers)}
    if "@" in reading.letter.answers:
        others.add(reading.letter.answers.rpartition("@")[2])
    others.update(domain.lower() for domain in QUOTED.findall(reading.words.quoted))
    seen = reading.knowledge.domains
    for who in reading.outsiders:
        if _is_seen(who.domain, seen) or who.email in reading.knowledge.receivers:
            continue
        alike = _alike(who.domain, seen or others)
        if alike:
            yield _remark(
                who,
                _("The desk knows %(alike)s and has never seen %(domain)s.")
                % {"alike": alike, "domain": who.domain},
                f"{who.email.rpartition('@')[0]}@{alike}",
            )
        elif seen:
            yield _remark(
                who, _("The desk has never exchanged mail with %(domain)s.") % {"domain": who.domain}, ""
            )


def _is_seen(domain: str, seen: frozenset[str]) -> bool:
    labels = domain.split(".")
    return any(".".join(labels[start:]) in seen for start in range(len(labels)))


def _alike(domain: str, others: frozenset[str] | set[str]) -> str:
    """The nearest other domain that differs by a slip of the finger or of the eye."""
    near = [
        (distance, other)
        for other in others
        if other
        and other != domain
        and len(other.split(".")[0]) >= SHORTEST_NAME
        and not _is_under(domain, other)
        if (distance := OSA.distance(domain, other)) <= (1 if len(other) <= SHORT else 2)
    ]
    return min(near)[1] if near else ""


def _is_under(domain: str, other: str) -> bool:
    return domain.endswith(f".{other}") or other.endswith(f".{domain}")


def _remark(who: Correspondent, message: str, suggestion: str) -> Remark:
    return Remark(message=message, words=who.email, place=Place.RECEIVERS, suggestion=suggestion)


RULE = Rule("unseen-domain", gettext_lazy("A domain that was never seen before"), Severity.WARNING, look)
