"""The list of promises: whose, what is late or due this week, with whom, about what."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from jembatan.accounts.actor import Actor
from jembatan.commitments.models import Commitment
from jembatan.commitments.models.commitment import today_at
from jembatan.commitments.queries.partner_said import waiting_for_us
from jembatan.commitments.queries.visible import open_commitments, visible_commitments
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.models import Dossier
from jembatan.platform.paging import Page, behind, mark_at
from jembatan.platform.record_numbers import record_number

PAGE = 30
WEEK = timedelta(days=7)

type Subject = Person | Organisation | Dossier


@dataclass(frozen=True, slots=True)
class Narrowed:
    """`side` is "ours", "theirs", "mine" or "" for all; `when` is "overdue", "week", "closed" or "" for all that are open."""

    side: str = ""
    when: str = ""
    organisation: Organisation | None = None


def list_promises(actor: Actor, narrowed: Narrowed, *, after: str = "") -> Page[Commitment]:
    """Thirty behind the mark `after`: what is due first first; of closed ones, what was closed last."""
    found = visible_commitments(actor) if narrowed.when == "closed" else open_commitments(actor)
    today = today_at(actor.desk)
    if narrowed.side == "mine":
        found = found.filter(member=actor.user, side=Commitment.Side.OURS)
    elif narrowed.side:
        found = found.filter(side=narrowed.side)
    if narrowed.when == "overdue":
        found = found.filter(due__lt=today)
    elif narrowed.when == "week":
        found = found.filter(due__gte=today, due__lt=today + WEEK)
    elif narrowed.when == "closed":
        found = found.exclude(state=Commitment.State.OPEN).order_by("-closed_at", "-pk")
    if narrowed.organisation is not None:
        found = found.filter(organisation=narrowed.organisation)
    closed = narrowed.when == "closed"
    further = behind(after, column="closed_at", numbers="falling") if closed else _behind(after)
    rows = list(found.filter(further)[: PAGE + 1])
    if len(rows) <= PAGE:
        return Page(rows, "")
    last = rows[PAGE - 1]
    return Page(rows[:PAGE], mark_at(last.closed_at, last.pk) if closed else _mark(last))


def open_with(actor: Actor, subject: Subject) -> QuerySet[Commitment]:
    """What is open both ways with a person, with an organisation, or about a dossier."""
    field = {Person: "person", Organisation: "organisation", Dossier: "dossier"}[type(subject)]
    return open_commitments(actor).filter(**{field: subject})


def calling(actor: Actor) -> QuerySet[Commitment]:
    """What the actor has promised within a week or should have kept, what partners owe and have not kept in time, and what
    they say to it (`answered`)."""
    today = today_at(actor.desk)
    mine = Q(side=Commitment.Side.OURS, member=actor.user, due__lt=today + WEEK)
    late = Q(side=Commitment.Side.THEIRS, due__lt=today)
    return open_commitments(actor).annotate(answered=waiting_for_us()).filter(mine | late | Q(answered=True))


def list_commitments(actor: Actor, limit: int) -> list[dict[str, Any]]:
    """For the command line: id, name (what is promised), side, state, late, due, who, organisation, made; the newest first."""
    today = today_at(actor.desk)
    rows = visible_commitments(actor).order_by("-made_at", "-pk")[:limit]
    return [
        {
            "id": each.pk,
            "name": each.what,
            "side": each.side,
            "state": each.state,
            "late": each.is_late(today),
            "due": each.due,
            "who": str(each.partner or ""),
            "organisation": str(each.organisation or ""),
            "made": each.made_at,
        }
        for each in rows
    ]


def _mark(commitment: Commitment) -> str:
    return f"{commitment.due or ''}|{commitment.pk}"


def _behind(mark: str) -> Q:
    """All of them where the mark makes no sense."""
    written, _bar, digits = mark.partition("|")
    number = record_number(digits)
    if number is None:
        return Q()
    if not written:
        return Q(due__isnull=True, pk__gt=number)
    try:
        due = date.fromisoformat(written)
    except ValueError:
        return Q()
    return Q(due__isnull=True) | Q(due__gt=due) | Q(due=due, pk__gt=number)
