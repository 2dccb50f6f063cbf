"""A formal letter as it is printed: one model for the PDF and for Word. Its wording comes from whoever writes it."""

from dataclasses import dataclass
from typing import Literal

from jembatan.platform.markings import Marking

type Layout = Literal["official", "plain"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormalLetter:
    """`official` is the Indonesian *surat dinas*: facts at the left, place and date at the right, copies at the foot.

    `facts` are (label, value) lines such as Nomor, Sifat, Lampiran, Hal. `paragraphs` are the text between opening and
    closing. `logo` is a PNG or JPEG, or empty. `language` is the letter's own.
    """

    layout: Layout
    language: str
    title: str
    marking: Marking
    letterhead: tuple[str, ...] = ()
    logo: bytes = b""
    facts: tuple[tuple[str, str], ...] = ()
    place_and_date: str = ""
    addressee: tuple[str, ...] = ()
    opening: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    signer_office: str = ""
    signer_name: str = ""
    signer_number: str = ""
    copies_label: str = ""
    copies: tuple[str, ...] = ()
    page: str = ""
