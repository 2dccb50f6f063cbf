"""Counting the scores anew once something that counts has changed."""

from collections.abc import Sequence
from decimal import Decimal

from django.db import connection
from django.utils import translation

from jembatan.recruitment.models import Application, Call
from jembatan.recruitment.queries.asked import Asked
from jembatan.recruitment.queries.score import parts_of, scored, total

CHUNK = 2000


def rescore(application: Application) -> None:
    """One, inside the caller's transaction."""
    fresh = scored(Application.objects.filter(pk=application.pk)).get()
    application.score = total(parts_of(fresh, asked=Asked.by(fresh.call)))
    application.save(update_fields=["score"])


def rescore_all(call: Call, *, only: Sequence[int] | None = None) -> None:
    """All of a call, or those of `only`, inside the caller's transaction."""
    asked = Asked.by(call)
    rows = scored(Application.objects.filter(call=call))
    rows = rows if only is None else rows.filter(pk__in=only)
    counted: dict[int, Decimal] = {}
    with translation.override(None):  # nobody reads the reasons
        for application in rows.iterator(chunk_size=CHUNK):
            application.call = call
            counted[application.pk] = total(parts_of(application, asked=asked))
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {Application._meta.db_table} AS application SET score = counted.score"
            " FROM unnest(%s::bigint[], %s::numeric[]) AS counted (id, score) WHERE application.id = counted.id",
            [list(counted), list(counted.values())],
        )
