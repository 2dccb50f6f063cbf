"""The list of dossiers, and what one of them holds."""

from dataclasses import dataclass

from django.db.models import F, Q, QuerySet

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.directory.models import Organisation, Person
from jembatan.dossiers.models import Dossier, DossierMember, DossierParty
from jembatan.dossiers.queries.visible import visible_dossiers

PAGE = 30


@dataclass(frozen=True, slots=True)
class Page:
    """Dossiers of one page with their parties, and the mark after which the next ones begin ("" at the end)."""

    dossiers: list[Dossier]
    next_after: str


def dossier_page(actor: Actor, *, closed: bool = False, after: str = "") -> Page:
    """Open (or closed) dossiers that the actor may see, the newest first."""
    dossiers = visible_dossiers(actor).filter(closed_at__isnull=not closed)
    if after.isdecimal() and len(after) < 19:
        dossiers = dossiers.filter(pk__lt=int(after))
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


def possible_members(dossier: Dossier) -> list[User]:
    """Colleagues of the desk who are not named yet."""
    named = dossier.members.values("user")
    colleagues = User.objects.filter(memberships__desk=dossier.desk_id, is_active=True)
    return list(colleagues.exclude(pk__in=named).order_by("full_name"))


def _with_parties(dossiers: QuerySet[Dossier]) -> QuerySet[Dossier]:
    return dossiers.prefetch_related("parties__organisation", "parties__person")
