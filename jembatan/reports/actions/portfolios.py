"""Naming dossiers that are reported on together."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.platform.access import require_officer
from jembatan.reports.models import Portfolio

LONGEST = 200


@transaction.atomic
def keep_portfolio(
    actor: Actor, name: str, dossiers: Iterable[Dossier], *, portfolio: Portfolio | None = None
) -> Portfolio:
    """A new one, or this one changed; dossiers in it that the actor does not see stay. Raises `ValidationError`."""
    require_officer(actor)
    called = " ".join(name.replace("\x00", "").split())
    if not called or len(called) > LONGEST:
        raise ValidationError({"name": _("Give it a name of at most 200 characters.")})
    others = Portfolio.objects.filter(desk=actor.desk, name__iexact=called)
    taken = ValidationError({"name": _("There is a portfolio of this name.")})
    if (others.exclude(pk=portfolio.pk) if portfolio else others).exists():
        raise taken
    kept = portfolio or Portfolio(desk=actor.desk)
    kept.name = called
    try:
        with transaction.atomic():
            kept.save()
    except IntegrityError:  # Somebody else was faster.
        raise taken from None
    seen = visible_dossiers(actor).filter(pk__in=[each.pk for each in dossiers])
    hidden = kept.dossiers.exclude(pk__in=visible_dossiers(actor).values("pk"))
    kept.dossiers.set([*seen, *hidden])
    return kept


@transaction.atomic
def remove_portfolio(actor: Actor, portfolio: Portfolio) -> None:
    """The name goes, its dossiers stay."""
    require_officer(actor)
    Portfolio.objects.get(desk=actor.desk, pk=portfolio.pk).delete()
