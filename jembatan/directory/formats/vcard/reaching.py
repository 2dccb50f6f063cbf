"""Contact points among a card's properties: telephone, e-mail, addresses, messaging, sites, and their labels."""

import base64
import binascii
import re
from urllib.parse import unquote

from jembatan.directory.formats.contact import Point
from jembatan.directory.formats.vcard.content_line import Property
from jembatan.directory.formats.vcard.values import (
    address_text,
    components,
    email_address,
    one_line,
    telephone,
    unescape,
)

MESSAGING = {
    "IMPP": "",
    "X-AIM": "AIM",
    "X-ICQ": "ICQ",
    "X-JABBER": "Jabber",
    "X-MSN": "MSN",
    "X-YAHOO": "Yahoo",
    "X-GOOGLE-TALK": "Google Talk",
    "X-GTALK": "Google Talk",
    "X-SKYPE": "Skype",
    "X-SKYPE-USERNAME": "Skype",
    "X-QQ": "QQ",
    "X-GADUGADU": "Gadu-Gadu",
    "X-GROUPWISE": "GroupWise",
    "X-SOCIALPROFILE": "",
    "X-MS-IMADDRESS": "",
    "X-WHATSAPP": "WhatsApp",
    "X-TELEGRAM": "Telegram",
}
SITES = {"URL", "CALURI", "CALADRURI", "FBURL", "CONTACT-URI"}
TECHNICAL = {"pref", "internet", "voice", "x400", "postal", "parcel", "dom", "intl", "text", "jpeg", "png"}
SAID_BY_KIND = {"cell", "mobile", "fax", "facsimile"}
APPLE_LABEL = re.compile(r"_\$!<(.*)>!\$_")
DATA = re.compile(r"data:([^;,]*)?(;base64)?,(.*)", re.IGNORECASE | re.DOTALL)
LABEL_LENGTH = 80


def plain_label(text: str) -> str:
    """Apple writes its own labels as "_$!<Home>!$_"."""
    match = APPLE_LABEL.fullmatch(text)
    return match[1] if match else text


def points_of(found: Property, label: str, *, old_syntax: bool) -> list[Point]:
    """The contact points that a property gives; none when it is no such property, or says nothing."""
    label = (label or _label(found))[:LABEL_LENGTH]
    if found.name == "ADR":
        return _address(found, label, old_syntax=old_syntax)
    text = unescape(found.value, old_syntax=old_syntax).strip()
    kind, value = "", one_line(text)
    if found.name == "EMAIL":
        kind, value = "email", email_address(text)
    elif found.name == "TEL":
        kind, value = _telephone_kind(found.types), telephone(text)
        label = " ".join(word for word in label.split() if word not in SAID_BY_KIND)
    elif found.name in MESSAGING:
        kind, label = "messaging", MESSAGING[found.name] or found.parameter("X-SERVICE-TYPE") or label
        value = unquote(value[3:]) if value.lower().startswith("im:") else value
    elif found.name in SITES:
        kind, label = "web", label if found.name == "URL" else found.name
    return [Point(kind, value, label, found.preferred)] if kind and value else []


def word_address(points: list[Point], label: Property, text: str) -> bool:
    """Put a LABEL's wording on the address of the same types; False when there is none."""
    for at, point in enumerate(points):
        if point.kind == "address" and point.label == _label(label)[:LABEL_LENGTH]:
            points[at] = Point("address", text, point.label, point.preferred, point.parts)
            return True
    return False


def data_address(found: Property) -> str:
    """Binary content as a `data:` address (RFC 2397)."""
    media = next((value for value in found.types if value not in TECHNICAL or value in {"jpeg", "png"}), "")
    return f"data:{media};base64,{base64.b64encode(found.binary).decode()}"


def content_of_data_address(value: str) -> bytes:
    """What a `data:` address in base64 holds; nothing for any other address, or a broken one."""
    match = DATA.fullmatch(value.strip().replace("\\,", ","))
    if not match or not match[2]:
        return b""
    try:
        return base64.b64decode("".join(match[3].split()), validate=True)
    except (binascii.Error, ValueError):
        return b""


def _label(found: Property) -> str:
    words = [word for word in found.types if word not in TECHNICAL]
    return " ".join(dict.fromkeys(words))


def _telephone_kind(types: list[str]) -> str:
    if "fax" in types or "facsimile" in types:
        return "fax"
    return "mobile" if {"cell", "mobile", "iphone", "car"} & set(types) else "phone"


def _address(found: Property, label: str, *, old_syntax: bool) -> list[Point]:
    parts = tuple((*components(found.value, old_syntax=old_syntax), *[""] * 7)[:7])
    if not any(parts):
        return []
    wording = found.parameter("LABEL").replace("\\n", "\n").strip()
    return [Point("address", wording or address_text(parts), label, found.preferred, parts)]
