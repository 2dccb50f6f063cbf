"""ICS 205A, communications list: who is reached how; ours, and those on the other side of a partner, a dossier or a portfolio."""

from collections import defaultdict
from collections.abc import Iterator

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.accounts.queries.actors import members_of
from jembatan.directory.models import ContactPoint, Organisation, Person, Position
from jembatan.directory.queries.visible import visible_people
from jembatan.dossiers.models import Dossier, DossierParty
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.platform.documents.form import Block, FormSheet, Table
from jembatan.platform.markings import Marking, highest
from jembatan.reports.models import Portfolio
from jembatan.reports.queries.forms.blocks import filled_in, incident, operational_period, prepared_by, sheet
from jembatan.reports.queries.scope import Scope
from jembatan.reports.queries.subject import Ground, marking_of

Kind = ContactPoint.Kind
REACHED_BY = (Kind.MOBILE, Kind.PHONE, Kind.EMAIL, Kind.MESSAGING, Kind.FAX)
type Row = tuple[str, str, str]


def communications_list(actor: Actor, scope: Scope, *, language: str) -> FormSheet:
    """By name. It bears the marking of the dossier, and is otherwise TLP:AMBER: numbers of people are not for everybody."""
    with filled_in(actor, language):
        rows = sorted([*_ours(actor), *_theirs(actor, scope.ground)], key=lambda row: row[1].casefold())
        table = Table(
            (_("Assigned position"), _("Name"), _("Methods of contact (telephone, mail, other)")),
            tuple(rows),
            (3, 3, 5),
        )
        return sheet(
            actor,
            "ICS 205A",
            _("Communications list"),
            language,
            (incident(actor, scope), operational_period(actor, scope)),
            (Block("3", _("Basic local communications information"), table=table),),
            (prepared_by(actor, "4"),),
            marking=highest([Marking.AMBER, marking_of(scope.subject)]),
        )


def _ours(actor: Actor) -> Iterator[Row]:
    for member in members_of(actor.desk):
        yield f"{actor.desk.name}: {member.get_role_display()}", member.user.full_name, member.user.email


def _theirs(actor: Actor, subject: Ground) -> Iterator[Row]:
    people = list(_people(actor, subject))
    points = defaultdict[int | None, list[ContactPoint]](list)
    for point in ContactPoint.objects.filter(person__in=people, kind__in=REACHED_BY).order_by(
        "-preferred", "pk"
    ):
        points[point.person_id].append(point)
    held = defaultdict[int, list[str]](list)
    standing = Position.objects.filter(person__in=people, until__isnull=True).select_related("organisation")
    for position in standing.order_by("pk"):
        told = ", ".join(part for part in (position.title, position.organisation.name) if part)
        held[position.person_id].append(told)
    for person in people:
        reached = sorted(points[person.pk], key=lambda point: REACHED_BY.index(Kind(point.kind)))
        methods = "; ".join(f"{point.get_kind_display()}: {point.value}" for point in reached)
        yield "; ".join(held[person.pk]), str(person), methods


def _people(actor: Actor, subject: Ground) -> QuerySet[Person]:
    match subject:
        case Organisation():
            wanted = _at([subject.pk])
        case Dossier():
            wanted = _of([subject.pk])
        case Portfolio():
            seen = visible_dossiers(actor).filter(pk__in=subject.dossiers.values("pk"))
            wanted = _of(list(seen.values_list("pk", flat=True)))
        case _:
            wanted = Q(pk__in=[])
    return visible_people(actor).filter(wanted).distinct().order_by("pk")


def _of(dossiers: list[int]) -> Q:
    parties = DossierParty.objects.filter(dossier__in=dossiers)
    bodies = list(parties.exclude(organisation=None).values_list("organisation_id", flat=True))
    return Q(pk__in=parties.exclude(person=None).values("person")) | _at([each for each in bodies if each])


def _at(organisations: list[int]) -> Q:
    held = Position.objects.filter(organisation__in=organisations, until__isnull=True)
    return Q(pk__in=held.values("person"))
