"""A formal letter as it is printed: one model for the PDF and for Word. Its wording comes from whoever writes it."""

from dataclasses import dataclass, field
from typing import Literal

from jembatan.platform.markings import Marking

type Layout = Literal["official", "plain"]
type Font = Literal["sans", "serif"]
type LogoPlace = Literal["beside", "above", "wide"]
type DatePlace = Literal["top", "signature"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How a letter stands on the page, in millimetres and points. A `wide` logo is a whole letterhead as one picture, over all the text's width.

    The date stands at the top, or above the signature.
    """

    font: Font = "sans"
    size: int = 11
    left: int = 25
    right: int = 22
    top: int = 20
    bottom: int = 22
    logo: LogoPlace = "beside"
    date: DatePlace = "top"

    @property
    def width(self) -> int:
        """Of the text on an A4 page."""
        return 210 - self.left - self.right


SHIPPED = Shape()


@dataclass(frozen=True, slots=True, kw_only=True)
class FormalLetter:
    """`official` is the Indonesian *surat dinas*: facts at the left, place and date at the right, copies at the foot.

    `facts` are (label, value) lines such as Nomor, Sifat, Lampiran, Hal. `paragraphs` are the text between opening and
    closing. `logo` is a PNG or JPEG, or empty. `footer` stands at the foot of each page. `language` is the letter's own.
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
    footer: tuple[str, ...] = ()
    page: str = ""
    shape: Shape = field(default_factory=Shape)


class TemplateFault(ValueError):
    """A sentence about what is wrong with a Word template, and where."""
