"""One language as people name it, for forms in which they can look once more."""

from jembatan.programmes.formats.tongues import Tongue, read_tongues


def named_language(text: str) -> tuple[str | None, tuple[str, ...]]:
    """The code of a language that is spelt right, in Indonesian or English; else None, and codes of those that may be meant."""
    read = read_tongues(text)
    if len(read) != 1:
        return None, ()
    (one,) = read
    if not isinstance(one, Tongue):
        return None, one.like
    return (None, (one.code,)) if one.guessed_from else (one.code, ())
