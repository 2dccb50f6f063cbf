"""Finding parties by what people type: words in any order, accents folded, numbers and addresses too, typing errors forgiven."""

import re
from collections.abc import Iterable
from typing import Any

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db import connection, transaction
from django.db.models import Q, QuerySet

from jembatan.accounts.actor import Actor
from jembatan.directory.formats.names import fold
from jembatan.directory.models import ContactPoint, Organisation, Person, Position
from jembatan.directory.queries.positions import held_on, today_at

# "rento" and "retno" share two of six trigrams; below that, anything resembles anything.
FORGIVING = 0.3
SIGNS_OF_ADDRESS = re.compile(r"[@.+]|\d{4}")


def named_so[P: (Person, Organisation)](parties: QuerySet[P], text: str) -> QuerySet[P]:
    """Parties whose own names begin the words typed."""
    return parties.filter(_has_words(text))


def people_matching(actor: Actor, people: QuerySet[Person], text: str) -> QuerySet[Person]:
    """People whose names, or whose employer's names, begin the words typed; or who are reached at what was typed."""
    if not text.strip():
        return people
    named = Person.objects.filter(_has_words(text), desk=actor.desk).values("pk")
    return people.filter(pk__in=named.union(*_employed_or_reached(actor, text)))


def people_found_otherwise(actor: Actor, text: str, *, limit: int) -> list[int]:
    """Ids of people by what is not their name: by their employer's name, or because they are reached at what was typed."""
    first, *others = _employed_or_reached(actor, text)
    found = first.union(*others) if others else first.order_by()
    return [pk for (pk,) in found.values_list("person")[:limit]]


def organisations_matching(
    actor: Actor, organisations: QuerySet[Organisation], text: str
) -> QuerySet[Organisation]:
    """Organisations whose names begin the words typed; or that are reached at, or own, what was typed."""
    if not text.strip():
        return organisations
    named = Organisation.objects.filter(_has_words(text), desk=actor.desk).values("pk")
    domain = text.strip().lower().rpartition("@")[2]
    owning = Organisation.objects.filter(desk=actor.desk, domains__contains=[domain]).values("pk")
    found = named.union(owning, *_reached(actor, text, "organisation"))
    return organisations.filter(pk__in=found)


def resembling[P: (Person, Organisation)](parties: QuerySet[P], text: str, *, limit: int) -> list[P]:
    """Parties with a name that looks like the text, the closest first; for when nothing matches it exactly."""
    folded = fold(text)
    if len(folded) < 3:
        return []
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('pg_trgm.word_similarity_threshold', %s, true)", [str(FORGIVING)])
        close = parties.filter(search_text__trigram_word_similar=folded)
        return list(
            close.annotate(closeness=TrigramWordSimilarity(folded, "search_text")).order_by(
                "-closeness", "name_folded", "id"
            )[:limit]
        )


def _has_words(text: str, column: str = "search_text") -> Q:
    words = fold(text).split()
    if not words:
        return Q(pk__in=[])
    conditions = Q()
    for word in words:
        # Scripts that put no space between words match anywhere; others at the beginning of a word.
        conditions &= Q(**{f"{column}__contains": f" {word}" if word.isascii() else word})
    return conditions


def _employed_or_reached(actor: Actor, text: str) -> list[QuerySet[Any, Any]]:
    employed = Position.objects.filter(
        held_on(today_at(actor.desk)), _has_words(text, "organisation__search_text"), desk=actor.desk
    )
    return [employed.values_list("person"), *_reached(actor, text, "person")]


def _reached(actor: Actor, text: str, owner: str) -> Iterable[QuerySet[ContactPoint, int]]:
    if not SIGNS_OF_ADDRESS.search(text):
        return
    fragment = text.strip().lower()
    digits = re.sub(r"\D+", "", text).lstrip("0")
    condition = Q(normal__contains=fragment)
    if len(digits) >= 4:
        condition |= Q(normal__contains=digits)
    yield ContactPoint.objects.filter(condition, desk=actor.desk, **{f"{owner}__isnull": False}).values_list(
        owner, flat=True
    )
