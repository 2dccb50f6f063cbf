"""The list of dossiers, and what one of them holds."""

from django.db.models import F, Q, QuerySet

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.models import Dossier, DossierMember, DossierParty
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.platform.paging import Page
from jembatan.platform.record_numbers import record_number

PAGE = 30


def dossier_page(actor: Actor, *, closed: bool = False, after: str = "") -> Page[Dossier]:
    """Open (or closed) dossiers that the actor may see, with their parties, the newest first."""
    dossiers = visible_dossiers(actor).filter(closed_at__isnull=not closed)
    if (mark := record_number(after)) is not None:
        dossiers = dossiers.filter(pk__lt=mark)
    found = list(_with_parties(dossiers.order_by("-pk"))[: PAGE + 1])
    shown = found[:PAGE]
    return Page(shown, str(shown[-1].pk) if len(found) > PAGE else "")


def dossiers_of(actor: Actor, party: Organisation | Person) -> QuerySet[Dossier]:
    """The dossiers that this organisation or person is party to, open ones first."""
    role = Q(parties__person=party) if isinstance(party, Person) else Q(parties__organisation=party)
    return visible_dossiers(actor).filter(role).order_by(F("closed_at").desc(nulls_first=True), "-pk")


def parties_of(dossier: Dossier) -> list[DossierParty]:
    """Organisations first, then people, each by name."""
    rows = dossier.parties.select_related("organisation", "person")
    return list(rows.order_by("person__sort_key", "organisation__name_folded", "pk"))


def members_of_dossier(dossier: Dossier) -> list[DossierMember]:
    """Who is named, by name."""
    return list(dossier.members.select_related("user").order_by("user__full_name", "pk"))


def colleagues(dossier: Dossier) -> QuerySet[User]:
    """Who works at its desk, and who is named in it though gone from there since."""
    at_the_desk = User.objects.filter(memberships__desk=dossier.desk_id)
    return User.objects.filter(Q(pk__in=at_the_desk) | Q(pk__in=dossier.members.values("user")))


def possible_members(dossier: Dossier) -> list[User]:
    """Colleagues of the desk who are not named yet."""
    named = dossier.members.values("user")
    working = User.objects.filter(memberships__desk=dossier.desk_id, is_active=True)
    return list(working.exclude(pk__in=named).order_by("full_name"))


def _with_parties(dossiers: QuerySet[Dossier]) -> QuerySet[Dossier]:
    return dossiers.prefetch_related("parties__organisation", "parties__person")
