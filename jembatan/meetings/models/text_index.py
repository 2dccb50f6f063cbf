"""The words of a text as they are indexed, and asked for: under the stemmers of both languages, for nothing says in which it is written."""

from django.contrib.postgres.search import SearchVector
from django.db.models.expressions import CombinedExpression


def words_of_text() -> CombinedExpression:
    """The same expression in an index and in a question, or the index is not used."""
    return SearchVector("text", config="jembatan_id") + SearchVector("text", config="jembatan_en")
