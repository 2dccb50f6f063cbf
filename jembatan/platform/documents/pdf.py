"""PDF of a document: tagged, with the marking in header and footer of every page."""

import re

from jembatan.platform.documents.model import Document
from jembatan.platform.documents.plain import as_plain
from jembatan.platform.documents.typesetting import typeset


def write_pdf(document: Document) -> bytes:
    """The document as a PDF; the same document gives the same bytes."""
    return typeset("document.typ", as_plain(document), made_at=document.made_at)


def write_large_pdf(document: Document) -> bytes:
    """The same in 16 pt, for whoever reads it at a lectern."""
    return typeset("document.typ", {**as_plain(document), "large": True}, made_at=document.made_at)


def count_pages(pdf: bytes) -> int:
    """Pages of a PDF that `write_pdf` made (its page tree's `/Count`)."""
    counts = re.findall(rb"/Type/Pages/Count (\d+)", pdf)
    return max(map(int, counts))
