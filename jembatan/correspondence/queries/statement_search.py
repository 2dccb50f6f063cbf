"""Formal statements in the search of the house."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Statement
from jembatan.correspondence.models.statement import words_of_statement
from jembatan.correspondence.queries.statements import seen_statements
from jembatan.platform.search.sources import Hit
from jembatan.platform.search.text import best_matches, headlines


class StatementSource:
    """Numbers, theirs and ours, titles, bodies and remarks of statements that the actor may see."""

    kind = "statements"
    label = _("Statements")
    icon = "file-text"

    def find(self, actor: Actor, text: str, *, limit: int) -> list[Hit]:
        """Those whose number holds the text, then the best by their words; a hit bears the marking of its statement."""
        seen = seen_statements(actor)
        numbered = _numbered(actor, text, limit=limit)
        worded = best_matches(seen, text, vector=words_of_statement(), limit=limit)
        found = {statement.pk: statement for statement in [*numbered, *worded]}
        shown = list(found.values())[:limit]
        passages = headlines(seen, text, field="remark", pks=[each.pk for each in shown])
        return [_hit(actor, each, passages.get(each.pk, "")) for each in shown]


def _numbered(actor: Actor, text: str, *, limit: int) -> list[Statement]:
    """A number is looked for as it is written; what has no digit is none."""
    wanted = text.strip()
    if not any(sign.isdigit() for sign in wanted):
        return []
    bearing = seen_statements(actor).filter(Q(number__icontains=wanted) | Q(their_number__icontains=wanted))
    return list(bearing.order_by("-number", "-pk")[:limit])


def _hit(actor: Actor, statement: Statement, passage: str) -> Hit:
    day = statement.dated
    zone = ZoneInfo(actor.desk.time_zone)
    return Hit(
        title=str(statement),
        subtitle=" · ".join(filter(None, [statement.body, statement.get_state_display()])),
        url=reverse("correspondence:statement", args=[statement.pk]),
        marking=statement.marking,
        moment=datetime.combine(day, time(12), zone) if day else None,
        snippet=passage,
    )
