"""Which entries a report is made of: those of its period and its subject, as they were known at a moment."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.journal.models import Entry
from jembatan.journal.queries.timeline import Filters, entries_of
from jembatan.reports.models import Portfolio
from jembatan.reports.queries.period import Period
from jembatan.reports.queries.subject import Ground, Subject, ground_of

LEFT_OUT = ("import", "report", "desk")


@dataclass(frozen=True, slots=True)
class Scope:
    """`as_of`: what was written down later does not count, so that the same question has the same answer for good; None for now."""

    period: Period
    subject: Subject = None
    as_of: datetime | None = None

    @property
    def ground(self) -> Ground:
        """What the lines hang on."""
        return ground_of(self.subject)

    @property
    def before(self) -> "Scope":
        """The same of the period before."""
        return Scope(self.period.before, self.subject, self.as_of)


def entries_within(actor: Actor, scope: Scope, kinds: tuple[str, ...] = ()) -> QuerySet[Entry]:
    """What the actor may see of it, oldest first. Corrected entries give way to their corrections; imports and reports are left out."""
    start, end = scope.period.moments(actor.desk)
    subject = scope.ground
    filters = Filters(start=start, end=end, user_id=subject.pk if isinstance(subject, User) else None)
    party_or_dossier = None if isinstance(subject, User | Portfolio) else subject
    found = entries_of(actor, party_or_dossier, filters=filters)
    if isinstance(subject, Portfolio):
        dossiers = subject.dossiers.values("pk")
        found = found.filter(
            Q(placement__id__isnull=True, dossier__in=dossiers) | Q(placement__dossier__in=dossiers)
        )
    corrections = Entry.objects.filter(corrects=OuterRef("pk"))
    if scope.as_of is not None:
        corrections = corrections.filter(recorded_at__lte=scope.as_of)
        found = found.filter(recorded_at__lte=scope.as_of)
    found = found.filter(~Exists(corrections)).exclude(kind_group__in=LEFT_OUT)
    if kinds:
        found = found.filter(kind__in=kinds)
    return found.order_by("occurred_at", "pk")
