"""Whether anything of a kind stands at the desk at all: one cheap question before the dear ones, which ask who may see what."""

from typing import NamedTuple

from django.db.models import Exists

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk
from jembatan.correspondence.models import Clearance, Consultation, Draft, OutgoingMail, Statement
from jembatan.correspondence.queries.outbox import NEEDS_SOMEBODY


class Anything(NamedTuple):
    """Clearances of open drafts; mail that has not left; questions of the actor that are not closed; requests without an outcome."""

    clearances: bool
    troubles: bool
    consultations: bool
    requests: bool


def anything_at(actor: Actor) -> Anything:
    """By one query. What is there may still be closed to the actor: it is for panels that are mostly empty, not for permission."""
    requests = Statement.objects.filter(desk=actor.desk, state=Statement.State.RECEIVED, outcome="")
    kinds = (
        Clearance.objects.filter(desk=actor.desk, draft__state=Draft.State.OPEN),
        OutgoingMail.objects.filter(desk=actor.desk, state__in=NEEDS_SOMEBODY),
        Consultation.objects.filter(desk=actor.desk, asked_by=actor.user, closed_at__isnull=True),
        requests,
    )
    return Anything(*Desk.objects.values_list(*(Exists(kind) for kind in kinds)).get(pk=actor.desk.pk))
