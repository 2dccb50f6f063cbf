"""Leaders and their teams, and whether there are enough of them: one to ten officers."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from jembatan.programmes.models import Officer, Programme
from jembatan.programmes.models.levels import Experience

TEN = 10


@dataclass(frozen=True, slots=True)
class Team:
    """A leader, and how many they lead."""

    leader: Officer
    size: int

    @property
    def is_large(self) -> bool:
        """More than one can lead well."""
        return self.size > TEN


@dataclass(frozen=True, slots=True)
class Leading:
    """Of `officers`, `leaders` are able to lead and `wanted` would be enough; `without` have no leader; `large` teams are of more than ten."""

    officers: int
    leaders: int
    without: int
    large: int

    @property
    def wanted(self) -> int:
        """One to each ten, the last ones included."""
        return -(-self.officers // TEN)

    @property
    def short(self) -> int:
        """How many more are wanted."""
        return max(self.wanted - self.leaders, 0)


def at_work(programme: Programme) -> QuerySet[Officer]:
    """Whoever has not ended."""
    return Officer.objects.filter(programme=programme).exclude(status=Officer.Status.ENDED)


def able_to_lead(programme: Programme) -> QuerySet[Officer]:
    """Whose experience is to lead, and whoever leads somebody already, by name."""
    leads = at_work(programme).filter(leader__isnull=False).values("leader")
    return at_work(programme).filter(Q(level=Experience.LEAD) | Q(pk__in=leads)).order_by("full_name", "pk")


def led_by_nobody(programme: Programme) -> QuerySet[Officer]:
    """By name; those who are able to lead need no leader."""
    able = able_to_lead(programme).order_by()
    found = at_work(programme).filter(leader=None).exclude(pk__in=able.values("pk"))
    return found.order_by("full_name", "pk")


def teams(programme: Programme) -> list[Team]:
    """Of everybody who is able to lead, by name."""
    led = at_work(programme).filter(leader__isnull=False).values_list("leader", flat=True)
    sizes = Counter(led)
    return [Team(leader, sizes[leader.pk]) for leader in able_to_lead(programme)]


def leading(programme: Programme) -> Leading:
    """In numbers."""
    there = teams(programme)
    return Leading(
        officers=at_work(programme).count(),
        leaders=len(there),
        without=led_by_nobody(programme).count(),
        large=sum(team.is_large for team in there),
    )
