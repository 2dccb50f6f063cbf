"""From a logical line to a property: group, name, parameters, and the value in letters."""

import base64
import binascii
import quopri
import re
from dataclasses import dataclass, field
from functools import lru_cache

from jembatan.directory.formats.charset import decode
from jembatan.directory.formats.vcard.lines import PROPERTY, Line

ENCODINGS = {"quoted-printable", "base64", "b", "8bit", "7bit", "q"}
VALUE_KINDS = {"uri", "url", "inline", "content-id", "cid"}
QUOTED = re.compile(r'"[^"]*"')
CARET = {"^n": "\n", "^'": '"', "^^": "^"}
CARET_CODE = re.compile(r"\^[n'^]")


@dataclass(slots=True)
class Property:
    """A line of a card. `value` is decoded but not unescaped; `binary` is what base64 held.

    Lines of the same header share their `parameters`: read them, do not change them.
    """

    name: str
    value: str
    group: str = ""
    parameters: dict[str, list[str]] = field(default_factory=dict)
    binary: bytes = b""
    line: int = 0
    defects: list[str] = field(default_factory=list)

    @property
    def types(self) -> list[str]:
        """TYPE values in lower case."""
        return [value.lower() for value in self.parameters.get("TYPE", [])]

    def parameter(self, name: str) -> str:
        """The first value, "" without one."""
        values = self.parameters.get(name)
        return values[0] if values else ""

    @property
    def preferred(self) -> bool:
        """TYPE=PREF of 2.1 and 3.0, PREF=1 of 4.0."""
        return "pref" in self.types or self.parameter("PREF") == "1"


def read_property(line: Line) -> Property:
    """Never fails; what had to be assumed is among the property's `defects`."""
    match = PROPERTY.match(line.content)
    header = line.content[: match.end() - 1] if match else b""
    raw = line.content[match.end() :] if match else line.content
    name, parameters, problem = _header(header)
    group, _dot, name = name.rpartition(".")
    found = Property(name.strip().upper(), "", group.strip().lower(), parameters, line=line.first)
    if problem:
        found.defects.append(problem)
    if line.mended:
        found.defects.append("a broken line was joined to the one before it")
    _read_value(found, raw)
    return found


@lru_cache(maxsize=4096)
def _header(header: bytes) -> tuple[str, dict[str, list[str]], str]:
    decoded = decode(header)
    name, *rest = _split(decoded.text, ";")
    parameters: dict[str, list[str]] = {}
    for part in rest:
        key, equals, value = part.partition("=")
        key = key.strip().upper()
        if not equals:
            value, key = key, _bare(key)
        parameters.setdefault(key, []).extend(_plain(one) for one in _split(value, ",") if one.strip())
    return name, parameters, decoded.problem


def _bare(value: str) -> str:
    """vCard 2.1 lets a parameter stand without its name."""
    if value.lower() in ENCODINGS:
        return "ENCODING"
    return "VALUE" if value.lower() in VALUE_KINDS else "TYPE"


def _split(text: str, separator: str) -> list[str]:
    """At every separator that is not inside quotes."""
    if '"' not in text:
        return text.split(separator)
    masked = QUOTED.sub(lambda quoted: "\0" * len(quoted[0]), text)
    pieces, start = [], 0
    for at, character in enumerate(masked):
        if character == separator:
            pieces.append(text[start:at])
            start = at + 1
    return [*pieces, text[start:]]


def _plain(value: str) -> str:
    return CARET_CODE.sub(lambda code: CARET[code[0]], value.strip().strip('"'))


def _read_value(found: Property, raw: bytes) -> None:
    encoding = found.parameter("ENCODING").lower()
    if encoding in {"base64", "b"}:
        found.binary = _from_base64(found, raw)
        found.value = "" if found.binary else raw.decode("utf-8", "replace").strip()
        return
    if encoding in {"quoted-printable", "q"}:
        raw = quopri.decodestring(raw)
    decoded = decode(raw.strip(), charset=found.parameter("CHARSET"))
    found.value = decoded.text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    if decoded.problem:
        found.defects.append(decoded.problem)


def _from_base64(found: Property, raw: bytes) -> bytes:
    """Strictly, else what the whole groups of four hold; nothing for what is no base64 at all."""
    compact = b"".join(raw.split())
    try:
        return base64.b64decode(compact + b"=" * (-len(compact) % 4), validate=True)
    except binascii.Error:
        found.defects.append("broken base64")
    bare = compact.rstrip(b"=")
    try:
        return base64.b64decode(bare[: len(bare) // 4 * 4], validate=True)
    except binascii.Error:
        return b""
