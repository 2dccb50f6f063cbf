"""Why something was set aside: kept as a sentence of the sources with its values, told in the language of whoever reads it.

An importer marks the sentence with `gettext_noop`. One without values is stored as it is; one with values is stored with them
behind a separator. What is neither (the words of a library's exception) is told as it was stored.
"""

import json

from django.utils.translation import gettext

SEPARATOR = "\x1f"


def because(sentence: str, **values: object) -> str:
    """The stored form of a sentence with named placeholders; a value may be a stored reason itself."""
    filled = {name: value if isinstance(value, int) else str(value) for name, value in values.items()}
    return f"{sentence}{SEPARATOR}{json.dumps(filled, ensure_ascii=False)}"


def embedded(reason: str) -> str:
    """A reason as a value of another one: it is told in the reader's language, too, also where it has no values."""
    return reason if SEPARATOR in reason else f"{reason}{SEPARATOR}{{}}"


def told(reason: str) -> str:
    """The reason in the current language."""
    sentence, separator, values = reason.partition(SEPARATOR)
    if not separator:
        return gettext(reason) if reason else ""
    try:
        filled = {name: _value(value) for name, value in json.loads(values).items()}
        return gettext(sentence) % filled if filled else gettext(sentence)
    except (ValueError, KeyError, TypeError, AttributeError):
        return reason  # not of this form: a file's own words may hold the separator


def _value(value: object) -> object:
    """A value is somebody else's word and never translated, unless it is a reason with values itself."""
    return told(value) if isinstance(value, str) and SEPARATOR in value else value
