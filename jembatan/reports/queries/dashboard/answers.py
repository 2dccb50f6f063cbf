"""How long both sides take to answer."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection
from django.db.models import F, Window
from django.db.models.functions import Lag

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Message
from jembatan.correspondence.queries.visible import visible_threads

COUNTED = timedelta(days=28)
PERCENTILES = """
    SELECT ours, count(*), percentile_cont(0.5) WITHIN GROUP (ORDER BY sent_at - before_at),
        percentile_cont(0.9) WITHIN GROUP (ORDER BY sent_at - before_at)
    FROM ({said}) AS said WHERE before_ours <> ours GROUP BY ours
"""


@dataclass(frozen=True, slots=True)
class Answers:
    """How many there were, within what time half of them came, and nine of ten."""

    ours: bool
    count: int
    median: timedelta
    most: timedelta


def answers_of(actor: Actor, now: datetime) -> list[Answers]:
    """Of the last 28 days, ours and theirs: from the last message of one side to the next of the other, by the clock. One query."""
    since = now - COUNTED
    threads = visible_threads(actor).filter(last_at__gte=since).values("pk")
    said = (
        Message.objects.filter(thread__in=threads, sent_at__gte=since, automatic=False, internal=False)
        .filter(pretends=False)
        .annotate(before_ours=_before("ours"), before_at=_before("sent_at"))
        .order_by()
        .values("ours", "sent_at", "before_ours", "before_at")
    )
    sql, parameters = said.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(PERCENTILES.format(said=sql), parameters)
        found = [Answers(*row) for row in cursor.fetchall()]
    return sorted(found, key=lambda answers: not answers.ours)


def _before(column: str) -> Window:
    """Of the message before it in its conversation."""
    return Window(Lag(column), partition_by=F("thread"), order_by=(F("sent_at"), F("pk")))
