"""How far a plan may go: TLP:AMBER at most, and less where the desk has settled so for a partner."""

from collections.abc import Callable, Collection, Iterable

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Organisation, Person, Position
from jembatan.platform.markings import Marking

type Limits = Callable[[Actor, Collection[int]], dict[int, Marking]]

MAY_LEAVE = (Marking.CLEAR, Marking.GREEN, Marking.AMBER)
_limits: list[Limits] = []


def register_limits(limits: Limits) -> None:
    """What may go to organisations, by their ids; those without a limit of their own are left out."""
    _limits.append(limits)


def highest_for(actor: Actor, partners: Iterable[Organisation | Person]) -> Marking:
    """The narrowest of what may go to each of them; a person counts as everywhere they hold a post."""
    partners = list(partners)
    people = [partner.pk for partner in partners if isinstance(partner, Person)]
    organisations = {partner.pk for partner in partners if isinstance(partner, Organisation)}
    posts = Position.objects.filter(person__in=people, organisation__isnull=False)
    organisations |= set(posts.values_list("organisation", flat=True))
    found = [limit for limits in _limits for limit in limits(actor, organisations).values()]
    return min([*found, Marking.AMBER], key=list(Marking).index)


def within(marking: str, highest: str) -> bool:
    """Whether what bears this marking may go where at most that one may."""
    order = list(Marking)
    return order.index(Marking(marking)) <= order.index(Marking(highest))
