"""Who of the desk carries what."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Q

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.accounts.queries.actors import members_of
from jembatan.commitments.queries.visible import open_commitments
from jembatan.correspondence.models import Thread
from jembatan.correspondence.queries.visible import visible_threads
from jembatan.directory.models import Counterpart
from jembatan.journal.queries.timeline import Filters, entries_of
from jembatan.meetings.queries.outcomes.standing import open_actions

COUNTED = timedelta(days=28)


@dataclass(frozen=True, slots=True)
class Load:
    """Of one colleague: answers that they owe and how many of them are late, promises, actions, partners whom they lead, entries of 28 days."""

    user: User
    answers: int
    late: int
    promises: int
    actions: int
    partners: int
    entries: int


def workload_of(actor: Actor, now: datetime) -> list[Load]:
    """Every member, whoever owes most first; a constant number of queries."""
    owed = visible_threads(actor).filter(done_at__isnull=True, turn=Thread.Turn.OURS, owner__isnull=False)
    answers = owed.order_by().values_list("owner").annotate(number=Count("pk"))
    late = answers.filter(due_at__lt=now)
    promises = open_commitments(actor).filter(side="ours", member__isnull=False).order_by()
    actions = open_actions(actor).filter(member__isnull=False).order_by()
    entries = entries_of(actor, None, filters=Filters(start=now - COUNTED, end=now)).select_related(None)
    partners = Counterpart.objects.filter(desk=actor.desk, organisation__removed_at__isnull=True).order_by()
    found = {
        "answers": _counts(answers),
        "late": _counts(late),
        "promises": _counts(promises.values_list("member").annotate(number=Count("pk"))),
        "actions": _counts(actions.values_list("member").annotate(number=Count("pk"))),
        "partners": _counts(partners.values_list("lead").annotate(number=Count("pk"))),
        "entries": _counts(
            entries.filter(~Q(user=None)).order_by().values_list("user").annotate(number=Count("pk"))
        ),
    }
    loads = [
        Load(member.user, **{name: counts.get(member.user_id, 0) for name, counts in found.items()})
        for member in members_of(actor.desk)
    ]
    return sorted(
        loads, key=lambda load: (-(load.answers + load.promises + load.actions), load.user.full_name)
    )


def _counts(rows: Iterable[tuple[int | None, int]]) -> dict[int, int]:
    return {user_id: number for user_id, number in rows if user_id is not None}
