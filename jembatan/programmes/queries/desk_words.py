"""The words and the clocks in which a programme speaks to people and to the journal, whoever acts."""

from collections.abc import Iterator
from contextlib import contextmanager
from zoneinfo import ZoneInfo

from django.utils import timezone, translation

from jembatan.programmes.models import Programme


@contextmanager
def in_their_words(programme: Programme, *, language: str = "") -> Iterator[None]:
    """The desk's language, unless another was chosen; the programme's clocks."""
    with (
        translation.override(language or programme.desk.language),
        timezone.override(ZoneInfo(programme.zone)),
    ):
        yield
