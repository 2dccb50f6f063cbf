"""Languages by their names in the reader's language."""

from babel import Locale
from django.utils.translation import get_language

WRITTEN = ("id", "en", "nl", "fr", "de", "ja", "zh", "ar")


def language_choices() -> list[tuple[str, str]]:
    """Code and name of every language that mail is recognised in."""
    return [(code, language_name(code)) for code in WRITTEN]


def language_name(code: str) -> str:
    """ "Japanese" or "Jepang"; the code itself for an unknown one, nothing for none."""
    if not code:
        return ""
    name = Locale.parse((get_language() or "id")[:2]).languages.get(code, code)
    return str(name[:1].upper() + name[1:])
