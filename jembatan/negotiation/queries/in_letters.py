"""What letters may not give away: the words of mandates, walk-aways and red lines, for writers who see the negotiation."""

from django.db.models import Q

from jembatan.accounts.actor import Actor
from jembatan.commitments.models.commitment import today_at
from jembatan.correspondence.preflight.knowledge import Kept
from jembatan.correspondence.preflight.letter import Letter
from jembatan.correspondence.queries.preflight.contributions import Contribution
from jembatan.negotiation.models import Mandate, NegotiatingParty, Option
from jembatan.negotiation.queries.visible import visible_negotiations

MOST = 400


def kept_in_letters(actor: Actor, letter: Letter) -> Contribution:
    """Of negotiations that go on, in one query. Whoever does not see one is told nothing of it: not even that a word of theirs stands in it."""
    going_on = visible_negotiations(actor).filter(ended_at__isnull=True).order_by().values("pk")
    holding = Q(withdrawn_at__isnull=True) & (Q(until__isnull=True) | Q(until__gte=today_at(actor.desk)))
    mandates = Mandate.objects.filter(holding, negotiation__in=going_on)
    walk_aways = NegotiatingParty.objects.filter(negotiation__in=going_on, ours=True).exclude(walk_away="")
    red_lines = Option.objects.filter(issue__negotiation__in=going_on, red_line=True)
    rows = mandates.values_list("words", "negotiation__title").union(
        walk_aways.values_list("walk_away", "negotiation__title"),
        red_lines.values_list("name", "issue__negotiation__title"),
    )[:MOST]
    return Contribution(kept=tuple(Kept(words, title, gives_away=True) for words, title in rows))
