"""What a machine translated stands in the letter, and nobody has checked it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.correspondence.preflight.finding import Remark, Severity
from jembatan.correspondence.preflight.reading import Reading
from jembatan.correspondence.preflight.register import Rule


def look(reading: Reading) -> Iterator[Remark]:
    """One remark, from the first such line to the last."""
    found: list[tuple[int, int]] = []
    for line in reading.letter.unchecked:
        start = reading.own.find(line, found[-1][1] if found else 0)
        if start >= 0:
            found.append((start, start + len(line)))
    if found:
        start, end = found[0][0], found[-1][1]
        yield Remark(
            message=_(
                "A machine translated this, and nobody has checked it. Read it, mend it, and then say that you have checked it."
            ),
            words=reading.own[start:end][:200],
            span=(start, end),
        )


RULE = Rule(
    "unchecked-translation", gettext_lazy("A machine translation nobody has checked"), Severity.STOP, look
)
