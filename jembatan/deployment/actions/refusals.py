"""What actions of deployment refuse, each with a sentence for people."""

from collections.abc import Iterable

from jembatan.deployment.queries.words import Told


class Refused(ValueError):
    """The change makes no sense as things stand; the message says why, and what to do."""


class AgainstTheRules(Refused):
    """Rules refuse it. `told` are they, with what would cure each; `for_good` where no reason helps, since nobody is at two places at once."""

    def __init__(self, told: Iterable[Told], *, for_good: bool) -> None:
        self.told = tuple(told)
        self.for_good = for_good
        super().__init__(" ".join(each.sentence for each in self.told))
