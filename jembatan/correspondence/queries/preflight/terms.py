"""The glossary that holds for some partners."""

from django.db.models import Q

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import GlossaryTerm
from jembatan.correspondence.preflight.knowledge import Term


def terms_for(actor: Actor, organisations: frozenset[int]) -> tuple[Term, ...]:
    """Those of the partners and those for everyone; a partner's own word for the same term comes first."""
    rows = (
        GlossaryTerm.objects.filter(
            Q(organisation__in=organisations) | Q(organisation__isnull=True), desk=actor.desk
        )
        .order_by("organisation_id", "avoid")
        .values_list("language", "avoid", "use")
    )
    found: dict[tuple[str, str], Term] = {}
    for language, avoid, use in rows:
        found.setdefault((language, avoid.lower()), Term(language, avoid, use))
    return tuple(found.values())
