"""What was wrong with a message, each thing said once."""

from dataclasses import dataclass, field

MOST = 20


@dataclass(slots=True)
class Defects:
    """Short phrases in the order found; past twenty nothing is added."""

    found: list[str] = field(default_factory=list)

    def note(self, phrase: str) -> None:
        """Remember a defect."""
        if phrase not in self.found and len(self.found) < MOST:
            self.found.append(phrase)
