"""Full-text search, for every source: what people type becomes a query, the best rows are found fast, and shown safely.

Texts are indexed by `jembatan_id` or `jembatan_en` (or both); a query asks both, so neither side has to know the language.
"""

import re
from typing import Any, Self

from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchRank
from django.db import connection
from django.db.models import F, Model, QuerySet
from django.db.models.expressions import Combinable
from django.db.models.functions import Left
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

SQL = "(to_tsquery('jembatan_id', %s) || to_tsquery('jembatan_en', %s))"
TERM = re.compile(r'(-?)(?:"([^"]*)"|(\S+))')
EDGES = re.compile(r"^\W+|\W+$")
RANKED = 100
START, STOP = "\ue000", "\ue001"
HEADLINE_CHARACTERS = 8000


class WordsQuery(SearchQuery):
    """Terms in the language of to_tsquery, under both stemmers. Compiled by hand: it stands twice in every question."""

    def __init__(self, raw: str) -> None:
        super().__init__(raw, search_type="raw")
        self.raw = raw

    def resolve_expression(self, *_arguments: Any, **_options: Any) -> Self:
        """It names no column, so there is nothing to resolve."""
        return self

    def as_sql(self, compiler: Any, connection: Any, *_: Any, **__: Any) -> tuple[str, tuple[str, str]]:
        """An `or` of the two."""
        return SQL, (self.raw, self.raw)


def words_query(text: str) -> WordsQuery | None:
    """All words, the last one perhaps unfinished, "phrases" in their order, -without; None where there is no word.

    `wit'am -"draft"` and other signs of a query language are taken as they are: any text is a valid query.
    """
    terms = [_term(minus, phrase or word) for minus, phrase, word in TERM.findall(text)]
    if text[-1:].isalnum() and terms and terms[-1]:
        terms[-1] += ":*"
    raw = " & ".join(term for term in terms if term)
    if not raw.replace("!", ""):
        return None
    return WordsQuery(raw)


def best_matches[Record: Model](
    records: QuerySet[Record],
    text: str,
    *,
    vector: str | Combinable = "search",
    newest: str = "-id",
    limit: int,
) -> list[Record]:
    """The matching records, best first, in time that does not grow with their number.

    Up to 100 matches are ranked. A word that matches more says little about which are best: then the newest are taken,
    by the order `newest`, which an index should hold.
    """
    query = words_query(text)
    if query is None:
        return []
    words = F(vector) if isinstance(vector, str) else vector
    matching = records.alias(vector=words).filter(vector=query)
    few = _first_found(matching, RANKED + 1)
    if not few:
        return []
    if len(few) > RANKED:
        return list(matching.order_by(newest)[:limit])
    ranked = records.filter(pk__in=few).annotate(rank=SearchRank(words, query))
    return list(ranked.order_by("-rank", newest)[:limit])


def first_of[Record: Model](
    found: QuerySet[Record], *order: Any, limit: int, read: QuerySet[Record]
) -> list[Record]:
    """The first of what was found, in this order, as `read` reads it; for a question that mostly finds none: the keys come first.

    To ask for all columns of a record and of those beside it takes longer than to look for it.
    """
    keys = list(found.order_by(*order).values_list("pk", flat=True)[:limit])
    return list(read.filter(pk__in=keys).order_by(*order)) if keys else []


def _first_found(matching: QuerySet[Any], limit: int) -> list[int]:
    """Primary keys of so many matches, whichever come first.

    Planned as if all were wanted and run until enough are found: PostgreSQL cannot know how many texts hold a word that
    begins like this one, and a plain `LIMIT` makes it hope to meet some while it walks through every text.
    """
    sql, parameters = matching.order_by().values_list("pk").query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH matching AS MATERIALIZED ({sql}) SELECT * FROM matching LIMIT %s", [*parameters, limit]
        )
        return [pk for (pk,) in cursor.fetchall()]


def headlines(records: QuerySet[Any], text: str, *, field: str, pks: list[int]) -> dict[int, SafeString]:
    """By primary key, the passage of the field that answers the query, its words in <mark>, all else escaped.

    Only the first 8,000 characters are looked at, and only of the records shown.
    """
    query = words_query(text)
    if query is None or not pks:
        return {}
    headline = SearchHeadline(
        Left(field, HEADLINE_CHARACTERS),
        query,
        config="jembatan_id",
        start_sel=START,
        stop_sel=STOP,
        max_words=24,
        min_words=12,
        max_fragments=1,
    )
    return {pk: marked(passage) for pk, passage in records.filter(pk__in=pks).values_list("pk", headline)}


def marked(passage: str) -> SafeString:
    """A headline as HTML. Marks that stood in the text itself are harmless: they too become <mark>."""
    html = escape(" ".join(passage.split())).replace(START, "<mark>").replace(STOP, "</mark>")
    return mark_safe(html)


def _term(minus: str, words: str) -> str:
    """Quoted for to_tsquery, which parses the inside as it parses a text: an address stays one, a phrase keeps its order."""
    if not (inner := EDGES.sub("", words)):
        return ""
    quoted = inner.replace("\\", " ").replace("'", "''")
    return f"{'!' if minus else ''}'{quoted}'"
