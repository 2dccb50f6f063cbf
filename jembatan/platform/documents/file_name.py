"""Names for files that people download."""

from django.utils.text import slugify


def file_name(title: str, extension: str) -> str:
    """A name that every file system takes and a person can still read: "brief-kementerian-perhubungan.pdf"."""
    stem = slugify(title.replace("–", "-"))[:80].strip("-")
    return f"{stem or 'document'}.{extension}"
