"""The ranks of an order of precedence, and who has one by hand."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, Max
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Position, PrecedenceRank, PrecedenceVersion, RankedPosition
from jembatan.directory.queries.positions import visible_positions
from jembatan.directory.queries.precedence.tables import standing_ranks
from jembatan.platform.access import require_head, require_writer

MOST_RANKS = 300
LONGEST_NAME = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class RankFacts:
    """What is said of a rank; where one language is missing, the other stands for it."""

    name_id: str
    name_en: str
    article: str = ""
    offices: str = ""


@transaction.atomic
def add_rank(actor: Actor, version: PrecedenceVersion, facts: RankFacts) -> PrecedenceRank:
    """At the end. Raises `ValidationError` with a sentence."""
    current = _locked(actor, version)
    last = standing_ranks(current).aggregate(last=Max("number"))["last"] or 0
    if last >= MOST_RANKS:
        raise ValidationError(_("An order has at most %(most)s ranks.") % {"most": MOST_RANKS})
    return _fill(PrecedenceRank(desk=actor.desk, version=current, number=last + 1), facts)


@transaction.atomic
def change_rank(actor: Actor, rank: PrecedenceRank, facts: RankFacts) -> PrecedenceRank:
    """In its place. Raises `ValidationError` with a sentence."""
    _locked(actor, rank.version)
    return _fill(PrecedenceRank.objects.get(pk=rank.pk), facts)


@transaction.atomic
def move_rank(actor: Actor, rank: PrecedenceRank, *, by: int) -> None:
    """So many places down, or up for a negative number; no further than the ends."""
    current = _locked(actor, rank.version)
    order = [each.pk for each in standing_ranks(current)]
    if rank.pk not in order:
        return
    at = order.index(rank.pk)
    order.insert(max(0, min(len(order) - 1, at + by)), order.pop(at))
    for number, pk in enumerate(order, start=1):
        PrecedenceRank.objects.filter(pk=pk).exclude(number=number).update(number=number)


@transaction.atomic
def take_out_rank(actor: Actor, rank: PrecedenceRank) -> None:
    """Those behind it move up; `bring_back_rank` puts it where it stood."""
    current = _locked(actor, rank.version)
    found = PrecedenceRank.objects.get(pk=rank.pk)
    if found.number is None:
        return
    behind = [each.pk for each in standing_ranks(current).filter(number__gt=found.number)]
    PrecedenceRank.objects.filter(pk=found.pk).update(number=None)
    PrecedenceRank.objects.filter(pk__in=behind).update(number=F("number") - 1)


@transaction.atomic
def bring_back_rank(actor: Actor, rank: PrecedenceRank, *, number: int) -> None:
    """As far as there still is such a place."""
    current = _locked(actor, rank.version)
    found = PrecedenceRank.objects.get(pk=rank.pk)
    if found.number is not None:
        return
    last = standing_ranks(current).count() + 1
    PrecedenceRank.objects.filter(pk=found.pk).update(number=last)
    move_rank(actor, found, by=min(number, last) - last)


@transaction.atomic
def give_rank(
    actor: Actor, position: Position, rank: PrecedenceRank | None, *, version: PrecedenceVersion
) -> None:
    """By hand, before all patterns; None leaves it to them again. Whoever writes may: it is a fact about a post."""
    require_writer(actor)
    held = visible_positions(actor).get(pk=position.pk)
    current = PrecedenceVersion.objects.get(desk=actor.desk, pk=version.pk)
    if rank is None:
        RankedPosition.objects.filter(version=current, position=held).delete()
        return
    chosen = standing_ranks(current).get(pk=rank.pk)
    RankedPosition.objects.update_or_create(
        version=current, position=held, defaults={"rank": chosen, "desk": actor.desk}
    )


def _locked(actor: Actor, version: PrecedenceVersion) -> PrecedenceVersion:
    require_head(actor)
    return PrecedenceVersion.objects.select_for_update().get(desk=actor.desk, pk=version.pk)


def _fill(rank: PrecedenceRank, facts: RankFacts) -> PrecedenceRank:
    names = [" ".join(name.split())[:LONGEST_NAME] for name in (facts.name_id, facts.name_en)]
    if not any(names):
        raise ValidationError({"name_id": _("Name the rank.")})
    rank.name_id, rank.name_en = names[0] or names[1], names[1] or names[0]
    rank.article = " ".join(facts.article.split())[:120]
    rank.offices = facts.offices.strip()[:10_000]
    rank.save()
    return rank
