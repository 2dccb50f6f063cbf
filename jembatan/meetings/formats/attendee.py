"""Who is asked, as ATTENDEE and ORGANIZER say it (RFC 5545 3.8.4.1, 3.8.4.3)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import unquote

ANSWERS = {
    "ACCEPTED": "accepted",
    "DECLINED": "declined",
    "TENTATIVE": "tentative",
    "DELEGATED": "delegated",
}


@dataclass(frozen=True, slots=True)
class Attendee:
    """`status` is one of accepted, declined, tentative, delegated, unknown; `kind` a CUTYPE in lower case.

    `uri` stands for who has no e-mail address, when they are written: programs show the name and can send nothing there.
    """

    name: str = ""
    email: str = ""
    status: str = "unknown"
    kind: str = "individual"
    organiser: bool = False
    optional: bool = False
    uri: str = ""


def attendees_of(component: Any) -> list[Attendee]:
    """Each address once, the organiser first. An organiser who is an attendee too keeps the attendee's answer."""
    organisers = [
        replace(attendee, organiser=True) for attendee in _read(component.get("ORGANIZER"), status="accepted")
    ]
    found: dict[str, Attendee] = {attendee.email or attendee.name: attendee for attendee in organisers[:1]}
    for attendee in _read(component.get("ATTENDEE")):
        key = attendee.email or attendee.name
        known = found.get(key)
        if known is None:
            found[key] = attendee
        elif known.organiser:
            found[key] = replace(attendee, organiser=True, name=attendee.name or known.name)
    return list(found.values())


def _read(values: Any, *, status: str = "unknown") -> Iterator[Attendee]:
    for value in values if isinstance(values, list) else [values]:
        if value is None:
            continue
        params = getattr(value, "params", {})
        email = _address(str(value)) or _address(_text(params.get("EMAIL", "")))
        name = _text(params.get("CN", "")) or ("" if email else str(value).partition(":")[2] or str(value))
        if not name and not email:
            continue
        yield Attendee(
            name="" if name.lower() == email else name,
            email=email,
            status=ANSWERS.get(_text(params.get("PARTSTAT", "")).upper(), status),
            kind=_text(params.get("CUTYPE", "")).lower() or "individual",
            optional=_text(params.get("ROLE", "")).upper() in {"OPT-PARTICIPANT", "NON-PARTICIPANT"},
        )


def _address(value: str) -> str:
    scheme, colon, rest = value.strip().partition(":")
    address = unquote(rest if colon and scheme.lower() == "mailto" else value).strip().strip("<>").lower()
    return address if "@" in address and " " not in address and ":" not in address else ""


def _text(value: object) -> str:
    if isinstance(value, Iterable) and not isinstance(value, str):
        value = ", ".join(map(str, value))
    return " ".join(str(value).split()).strip("\"'")
