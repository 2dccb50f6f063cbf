"""A formal letter as a Word file, by a Word template with fields: a shipped one, or what a desk has made of it.

Fields are Jinja's, in a sandbox. A template comes from outside: whatever is wrong with it is told in words, with its place.
"""

import re
from collections.abc import Iterable
from dataclasses import asdict
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from django.utils.translation import gettext as _
from docx.image.image import Image
from docx.shared import Length, Mm
from docxtpl import DocxTemplate, InlineImage
from jinja2 import StrictUndefined, TemplateError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment

from jembatan.platform.documents.letter import FormalLetter, TemplateFault
from jembatan.platform.documents.xml_text import xml_text

HIGHEST_HEAD = 45  # mm, as in letter.typ
MOST_BYTES = 5 << 20
MOST_UNPACKED = 50 << 20
UNKNOWN_NAME = re.compile(
    r"'(?:dict object' has no attribute ')?(?P<name>[^']+)' is undefined|attribute '(?P<part>[^']+)'"
)
FIELDS = (
    "letterhead", "logo", "facts", "place_and_date", "addressee", "opening", "paragraphs", "closing", "signer_office",
    "signer_name", "signer_number", "copies_label", "copies", "marking", "title", "language", "page", "footer",
)  # fmt: skip


class _Sandbox(SandboxedEnvironment):
    """No product and no power: neither is needed in a letter, and both can fill the memory."""

    intercepted_binops = frozenset({"*", "**"})

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        raise SecurityError(operator)


def write_letter_docx(letter: FormalLetter, template: bytes) -> bytes:
    """The letter in the template. Raises `TemplateFault`."""
    _check_archive(template)
    try:
        file = DocxTemplate(BytesIO(template))
        file.init_docx()
        file.render(_fields(letter, file), _Sandbox(undefined=StrictUndefined), autoescape=True)
        output = BytesIO()
        file.save(output)
    except TemplateError as error:
        raise TemplateFault(_told(error)) from error
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise TemplateFault(
            _("This is no Word file whose fields can be read (%(reason)s).") % {"reason": error}
        ) from error
    return output.getvalue()


def _check_archive(template: bytes) -> None:
    if len(template) > MOST_BYTES:
        raise TemplateFault(_("A Word template has at most %(size)s MB.") % {"size": MOST_BYTES >> 20})
    try:
        with ZipFile(BytesIO(template)) as archive:
            entries = archive.infolist()
    except BadZipFile as error:
        raise TemplateFault(_("This is no Word file (.docx).")) from error
    if "word/document.xml" not in {entry.filename for entry in entries}:
        raise TemplateFault(_("This is no Word file (.docx)."))
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise TemplateFault(_("Unpacked, this file is too large for a letter."))


def _fields(letter: FormalLetter, file: Any) -> dict[str, Any]:
    plain = asdict(letter)
    fields = {name: _cleaned(plain[name]) for name in FIELDS if name not in {"logo", "facts", "marking"}}
    facts = [{"label": xml_text(label), "value": xml_text(value)} for label, value in letter.facts]
    logo = InlineImage(file, BytesIO(letter.logo), **_measure(letter)) if letter.logo else ""
    return fields | {"facts": facts, "logo": logo, "marking": str(letter.marking)}


def _measure(letter: FormalLetter) -> dict[str, Length]:
    """As the PDF has it: over the width of the text, unless it would be too high."""
    if letter.shape.logo != "wide":
        return {"height": Mm(22)}
    picture = Image.from_blob(letter.logo)
    height = letter.shape.width * picture.px_height / picture.px_width
    return {"height": Mm(HIGHEST_HEAD)} if height > HIGHEST_HEAD else {"width": Mm(letter.shape.width)}


def _cleaned(value: str | Iterable[str]) -> str | list[str]:
    return xml_text(value) if isinstance(value, str) else [xml_text(each) for each in value]


def _told(error: TemplateError) -> str:
    if isinstance(error, UndefinedError):
        found = UNKNOWN_NAME.search(str(error))
        name = (found["name"] or found["part"]) if found else str(error)
        return _("The field “%(name)s” is unknown. There are: %(fields)s.") % {
            "name": name,
            "fields": ", ".join(FIELDS),
        }
    if isinstance(error, SecurityError):
        return _("A field of the template does what no letter needs: %(reason)s") % {"reason": error}
    around = " ".join(" ".join(getattr(error, "docx_context", ())).split())
    return _("A field is written wrongly near “%(place)s”: %(reason)s") % {
        "place": around[:200],
        "reason": error.message,
    }
