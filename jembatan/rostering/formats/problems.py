"""What is wrong with an instance, where, and what would mend it."""

from dataclasses import dataclass

MOST = 20


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, at a place of the document."""

    where: str
    what: str
    cure: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what} {self.cure}".strip()


class NotAnInstance(ValueError):
    """The document cannot be a roster's instance; `problems` holds the first of what is wrong."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


class Problems:
    """Collects what is wrong, so that a reader of a bad document learns more than the first thing."""

    def __init__(self) -> None:
        self.found: list[Problem] = []

    def add(self, where: str, what: str, cure: str = "") -> None:
        """Note it; NotAnInstance when there are enough."""
        self.found.append(Problem(where, what, cure))
        if len(self.found) >= MOST:
            self.stop()

    def stop(self) -> None:
        """NotAnInstance if anything is wrong."""
        if self.found:
            raise NotAnInstance(self.found)
