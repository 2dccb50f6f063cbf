"""Making a contact fit the directory's columns without losing a letter: what is too long is cut, and kept whole in `extra`."""

import hashlib
import json
from dataclasses import replace
from functools import cache
from zoneinfo import available_timezones

from jembatan.directory.formats.contact import Contact, Post
from jembatan.directory.formats.places import language_code

LENGTHS = {
    "full_name": 300,
    "organisation": 300,
    "unit": 200,
    "title": 200,
    "titles_before": 120,
    "degrees_after": 120,
    "form_of_address": 80,
    "call_name": 120,
    "native_name": 300,
    "romanised_name": 300,
    "sort_as": 300,
    "birthday": 40,
    "uid": 255,
    "time_zone": 64,
    "country": 2,
}
TAG_LENGTH = 80
# Contacts that do not say these have the digests that they had before these were read.
LATER = ("since", "until", "further_positions")


def fit(contact: Contact) -> None:
    """Cut texts to their columns, put languages and zones that no list knows among the further fields."""
    for field, length in LENGTHS.items():
        text = _clean(getattr(contact, field))
        if len(text) > length:
            contact.extra.append([field, text])
            text = text[:length].rstrip()
        setattr(contact, field, text)
    contact.note = _clean(contact.note)
    contact.further = [_fitting_post(post) for post in contact.further]
    if contact.time_zone and contact.time_zone not in _zones():
        contact.extra.append(["TZ", contact.time_zone])
        contact.time_zone = ""
    contact.languages = _languages(contact)
    contact.tags = list(dict.fromkeys(_clean(tag)[:TAG_LENGTH] for tag in contact.tags if _clean(tag)))
    contact.points = [
        replace(
            point, value=_clean(point.value), label=_clean(point.label), parts=tuple(map(_clean, point.parts))
        )
        for point in contact.points
    ]
    contact.extra = [[_clean(name), _clean(value)] for name, value in contact.extra]


def digest(contact: Contact) -> bytes:
    """16 bytes that name the content: the same contact read twice has the same, wherever it stood in its file."""
    told = contact.as_json()
    for moving in ("line", "stamps"):
        del told[moving]
    for later in LATER:
        if not told[later]:
            del told[later]
    told["addresses"] = [[point.value, point.label, point.parts] for point in contact.points]
    told["photo"] = hashlib.sha256(contact.photo).hexdigest() if contact.photo else ""
    return hashlib.blake2b(json.dumps(told, sort_keys=True).encode(), digest_size=16).digest()


def _fitting_post(post: Post) -> Post:
    texts = {
        name: _clean(getattr(post, name))[: LENGTHS[name]].rstrip()
        for name in ("organisation", "unit", "title")
    }
    return replace(post, **texts)


def _languages(contact: Contact) -> list[str]:
    known: dict[str, None] = {}
    for language in contact.languages:
        code = language_code(language)
        if code:
            known.setdefault(code)
        else:
            contact.extra.append(["LANG", language])
    return list(known)


def _clean(text: str) -> str:
    """PostgreSQL keeps no NUL."""
    return text.replace("\0", "").strip()


@cache
def _zones() -> frozenset[str]:
    """Reading them takes a walk over the disk."""
    return frozenset(available_timezones())
