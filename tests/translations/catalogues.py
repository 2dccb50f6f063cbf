"""The catalogues in `locale/`: read, brought up to date, written. English is the language of the sources."""

import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.pofile import read_po, write_po

from tests.translations.extract import PROJECT, collect

LANGUAGES = ("id",)
HEADER = """# Jembatan in {language}. Brought up to date by bin/messages.
msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: {plural_forms}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
PLURAL_FORMS = {"id": "nplurals=1; plural=0;"}


def path_of(language: str) -> Path:
    """Where the language's catalogue lies."""
    return PROJECT / "locale" / language / "LC_MESSAGES" / "django.po"


def read(language: str) -> Catalog:
    """The language's catalogue; an empty one where there is none yet."""
    path = path_of(language)
    if not path.exists():
        return _empty(language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def untranslated(catalogue: Catalog) -> Iterator[Message]:
    """Messages without a translation, or with a guessed one."""
    for message in catalogue:
        texts = message.string if isinstance(message.string, tuple | list) else (message.string,)
        if message.id and (message.fuzzy or not all(texts)):
            yield message


def update(language: str) -> int:
    """Bring the language's catalogue up to date with the sources; returns how many messages wait for a translation."""
    old, new = read(language), _empty(language)
    for message in collect():
        if message.id:
            key = message.id[0] if isinstance(message.id, tuple | list) else message.id
            known = old.get(key, context=message.context)
            string = known.string if known else None
            new.add(message.id, string, context=message.context, locations=message.locations)
    path = path_of(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(HEADER.format(language=language, plural_forms=PLURAL_FORMS[language]).encode())
        write_po(file, new, width=100, sort_output=True, omit_header=True, include_lineno=False)
    return len(list(untranslated(new)))


def _empty(language: str) -> Catalog:
    catalogue = Catalog(locale=language, charset="utf-8")
    catalogue.mime_headers = [("Plural-Forms", PLURAL_FORMS[language])]
    return catalogue


if __name__ == "__main__":
    waiting = {language: update(language) for language in LANGUAGES}
    for language, number in waiting.items():
        print(f"{path_of(language).relative_to(PROJECT)}: {number} to translate", file=sys.stderr)
