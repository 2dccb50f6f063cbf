"""Both languages are complete: every string of the sources has its translation, and nothing else lies about."""

import re
from collections.abc import Iterable

import pytest
from babel.messages import Message

from tests.translations.catalogues import LANGUAGES, read, untranslated
from tests.translations.extract import collect

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%%|\{\w*\}")


def _keys(messages: Iterable[Message]) -> set[tuple[str | None, str]]:
    return {(m.context, m.id if isinstance(m.id, str) else m.id[0]) for m in messages if m.id}


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogue_holds_exactly_the_strings_of_the_sources(language: str) -> None:
    assert _keys(read(language)) == _keys(collect()), "run bin/messages"


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogue_is_complete(language: str) -> None:
    assert [message.id for message in untranslated(read(language))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_translation_keeps_the_placeholders(language: str) -> None:
    assert [message.id for message in read(language) if message.id and not _same_placeholders(message)] == []


def _same_placeholders(message: Message) -> bool:
    """A translation of a plural may leave out the number's placeholder of the singular, never invent one."""
    wanted = set(PLACEHOLDER.findall(" ".join([message.id] if isinstance(message.id, str) else message.id)))
    texts = [message.string] if isinstance(message.string, str) else list(message.string or ())
    return all(set(PLACEHOLDER.findall(text)) == wanted for text in texts)
