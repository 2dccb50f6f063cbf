"""Typing errors: the words of searched texts are learnt as they come in, and a word that nobody wrote finds its nearest.

Stems are of no use here ("perjanjain" has none that is near), so words are kept as they stand.
"""

import re
from dataclasses import dataclass
from unicodedata import combining, normalize

from django.db import connection, transaction
from django.db.models import Model
from rapidfuzz.distance import OSA

from jembatan.platform.search.models import Learned

SHORTEST, LONGEST = 4, 30
CHUNK = 20_000
CHARACTERS = 20_000
CANDIDATES = 30
WORD = re.compile(r"[^\W\d_]+")
UNKNOWN = """
    SELECT asked FROM unnest(%s::text[]) AS asked
    WHERE NOT EXISTS (SELECT FROM search_word WHERE word = asked)
      AND NOT (asked = %s AND EXISTS (SELECT FROM search_word WHERE word >= asked AND word LIKE %s))
"""
LEARN = """
    INSERT INTO search_word (word, texts)
    SELECT word, ndoc FROM ts_stat(%s)
    WHERE length(word) BETWEEN %s AND %s AND word ~ '^[[:alpha:]]+$'
    ON CONFLICT (word) DO UPDATE SET texts = search_word.texts + excluded.texts
"""
NEAREST = """
    SELECT word, texts FROM search_word WHERE word %% %s
    ORDER BY similarity(word, %s) DESC, texts DESC LIMIT %s
"""


@dataclass(frozen=True, slots=True)
class WordSource:
    """Texts to learn words from: these fields of a model whose ids grow."""

    model: type[Model]
    fields: tuple[str, ...]


_sources: dict[str, WordSource] = {}


def register_words(model: type[Model], *fields: str) -> None:
    """Learn from these fields of this model."""
    _sources[model._meta.db_table] = WordSource(model, fields)


def learn() -> int:
    """Read every text that has come in since the last time, a transaction for every 20,000; returns how many rows."""
    return sum(_learn_from(source) for source in _sources.values())


@dataclass(frozen=True, slots=True)
class Spelling:
    """`strange` says that the text has a word that nobody wrote; `meant` is the text with such words corrected, or ""."""

    strange: bool
    meant: str


def spelling_of(text: str) -> Spelling:
    """Each word that nobody wrote is replaced by the nearest that someone did, if one is near.

    Words under four letters, parts of numbers and the like are left. The last word may be the beginning of a known one.
    """
    words = {_folded(word): word for word in WORD.findall(text) if SHORTEST <= len(word) <= LONGEST}
    if not words:
        return Spelling(False, "")
    strange, meant = _unknown(list(words), last=list(words)[-1]), text
    for word in strange:
        if nearest := _nearest(word):
            meant = re.sub(rf"(?<!\w){re.escape(words[word])}(?!\w)", nearest, meant)
    return Spelling(bool(strange), meant if meant != text else "")


def _learn_from(source: WordSource) -> int:
    rows = 0
    while read := _learn_chunk(source):
        rows += read
    return rows


@transaction.atomic
def _learn_chunk(source: WordSource) -> int:
    """The row of `Learned` is locked, so that two workers do not count a text twice."""
    table = source.model._meta.db_table
    Learned.objects.get_or_create(table=table)
    learned = Learned.objects.select_for_update().get(table=table)
    ids = (
        source.model._default_manager.filter(pk__gt=learned.last_id)
        .order_by("pk")
        .values_list("pk", flat=True)
    )
    chunk = list(ids[:CHUNK])
    if not chunk:
        return 0
    with connection.cursor() as cursor:
        cursor.execute(LEARN, [_texts(source, learned.last_id, chunk[-1]), SHORTEST, LONGEST])
    learned.last_id = chunk[-1]
    learned.save()
    return len(chunk)


def _texts(source: WordSource, above: int, upto: int) -> str:
    """The query that ts_stat runs; names are our own models', bounds are numbers."""
    quote = connection.ops.quote_name
    columns = ", ".join(
        quote(field.column or "") for field in source.model._meta.fields if field.name in source.fields
    )
    return (
        f"SELECT to_tsvector('jembatan_words', left(concat_ws(' ', {columns}), {CHARACTERS})) "
        f"FROM {quote(source.model._meta.db_table)} WHERE id > {above:d} AND id <= {upto:d}"
    )


def _folded(word: str) -> str:
    """Lower case without accents, as words are learnt."""
    return "".join(letter for letter in normalize("NFKD", word.lower()) if not combining(letter))


def _unknown(words: list[str], *, last: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(UNKNOWN, [words, last, f"{last}%"])
        return [word for (word,) in cursor.fetchall()]


def _nearest(word: str) -> str | None:
    """By edits (a swap of neighbours is one), then by how common it is; at most one edit in five letters, two in more."""
    with connection.cursor() as cursor:
        cursor.execute(NEAREST, [word, word, CANDIDATES])
        candidates: list[tuple[str, int]] = cursor.fetchall()
    allowed = 1 if len(word) <= 5 else 2
    near = [(OSA.distance(word, other), -texts, other) for other, texts in candidates]
    best = min(near, default=None)
    return best[2] if best and best[0] <= allowed else None
