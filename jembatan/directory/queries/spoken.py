"""What languages are called in the language of the page."""

from django.utils.translation import get_language

from jembatan.directory.formats.places import language_name


def spoken_name(code: str) -> str:
    """ "Japanese"; an unknown code is its own name, and "" is nothing."""
    return language_name(code, (get_language() or "id")[:2])
