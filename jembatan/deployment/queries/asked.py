"""The rows that a programme's instances are made of: read by `instance_of`, and digested by the database to say whether any of them has changed."""

from dataclasses import dataclass, fields
from typing import Any

from django.db import connection
from django.db.models import Q, QuerySet

from jembatan.deployment.models import ACTIVE, Assignment, Roster, Standby
from jembatan.programmes.models import (
    Absence,
    ConflictOfInterest,
    Delegation,
    Duty,
    Officer,
    OfficerLanguage,
    Pair,
    Place,
    Programme,
    Travel,
)

type Rows = QuerySet[Any, tuple[Any, ...]]

RULES = (
    "first_day",
    "last_day",
    "zone",
    "max_work",
    "max_spread",
    "min_rest",
    "max_days_in_7",
    "max_week_work",
    "night_age",
    "handover",
)
DUTY = (
    "pk",
    "delegation",
    "day",
    "starts_at",
    "ends_at",
    "place",
    "language",
    "level",
    "officers",
    "priority",
    "least_cefr",
)
OFFICER = (
    "pk",
    "days",
    "window_from",
    "window_until",
    "level",
    "employment",
    "born",
    "status",
    "post__least_age",
    "wishes",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """Tuples, table by table, of what a roster has to do and who is there to do it."""

    rules: Rows
    places: Rows
    travel: Rows
    delegations: Rows
    duties: Rows
    officers: Rows
    languages: Rows
    absences: Rows
    standbys: Rows
    conflicts: Rows
    pairs: Rows


def asked_of(programme: Programme, *, roster: Roster | None = None) -> Asked:
    """Duties that are not cancelled; officers who have not ended, and those of the roster."""
    working = ~Q(status=Officer.Status.ENDED)
    if roster is not None:
        working |= Q(pk__in=seats_of(roster).values("officer"))
    duties = Duty.objects.filter(programme=programme, cancelled=False).order_by("starts_at", "pk")
    officers = Officer.objects.filter(working, programme=programme).order_by("pk")
    of_officers = {"officer__programme": programme}
    pairs = Pair.objects.filter(first__programme=programme).order_by("pk")
    return Asked(
        rules=Programme.objects.filter(pk=programme.pk).values_list(*RULES),
        places=Place.objects.filter(programme=programme).order_by("pk").values_list("pk"),
        travel=Travel.objects.filter(origin__programme=programme).values_list(
            "origin", "destination", "minutes"
        ),
        delegations=Delegation.objects.filter(programme=programme)
        .order_by("pk")
        .values_list("pk", "languages", "size", "name", "code"),
        duties=duties.values_list(*DUTY),
        officers=officers.values_list(*OFFICER),
        languages=OfficerLanguage.objects.filter(**of_officers).values_list(
            "officer", "language", "tested", "declared"
        ),
        absences=Absence.objects.filter(**of_officers).values_list("officer", "during"),
        standbys=Standby.objects.filter(**of_officers).values_list("officer", "day"),
        conflicts=ConflictOfInterest.objects.filter(**of_officers).values_list("officer", "delegation"),
        pairs=pairs.values_list("first", "second", "together"),
    )


def seats_of(roster: Roster) -> QuerySet[Assignment]:
    """Those that somebody has, of duties that are not cancelled."""
    return Assignment.objects.filter(roster=roster, state__in=ACTIVE, duty__cancelled=False)


def digest_of(roster: Roster) -> str:
    """Another one once anything has changed that instances are made of. One question, answered by the database without sending the rows."""
    asked = asked_of(roster.programme, roster=roster)
    digests: list[str] = []
    given: list[Any] = []
    for place, field in enumerate(fields(asked)):
        sql, values = getattr(asked, field.name).order_by().query.sql_with_params()
        digests.append(
            f"SELECT {place} AS place, md5(string_agg(told::text, '|' ORDER BY told::text COLLATE \"C\")) AS part FROM ({sql}) told"
        )
        given += values
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT md5(string_agg(coalesce(part, ''), '|' ORDER BY place)) FROM ({' UNION ALL '.join(digests)}) parts",
            given,
        )
        (digest,) = cursor.fetchone()
    return str(digest)
