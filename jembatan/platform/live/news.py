"""News: that something of a desk has changed, never what it says now. Whoever hears it asks for the page that it may see."""

import json
from collections.abc import Collection
from dataclasses import dataclass

from django.db import connection

CHANNEL = "jembatan_live"
MOST_IDS = 100
EVERYTHING = "everything"


@dataclass(frozen=True, slots=True)
class News:
    """Records `ids` of a topic changed, by a user; no ids: any of them may have. Topic `everything`: look at all again."""

    topic: str
    ids: tuple[int, ...] = ()
    by: int | None = None

    def as_json(self) -> str:
        """As it goes to browsers."""
        return json.dumps({"topic": self.topic, "ids": self.ids})


def tell(desk_id: int, topic: str, ids: Collection[int] = (), *, by: int | None = None) -> None:
    """Tell the desk's open pages, at the moment when the surrounding transaction is committed; nobody when it is not.

    `by` is the user who did it, and whose own pages show it already: they are not told. Past a hundred ids none is named.
    """
    named = sorted(set(ids)) if len(ids) <= MOST_IDS else []
    said = json.dumps({"desk": desk_id, "topic": topic, "ids": named, "by": by})
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL, said])


def heard(said: str) -> tuple[int, News]:
    """What `tell` said: the desk, and the news."""
    found = json.loads(said)
    return found["desk"], News(found["topic"], tuple(found["ids"]), found["by"])
