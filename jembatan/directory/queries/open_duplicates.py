"""Pairs that somebody has to look at: what both records say, side by side."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.directory.models import Duplicate, Organisation, Person
from jembatan.directory.queries.field_text import as_read, label_of
from jembatan.directory.queries.joining import one_of
from jembatan.platform.record_numbers import record_number

PAGE = 20
SAID_ELSEWHERE = {"full_name", "name", "photo"}
NUMBERS = ("mobile", "phone", "fax")


@dataclass(frozen=True, slots=True)
class Compared:
    """One line of both cards. `field` is "" where all values are kept; otherwise one of the two has to be chosen."""

    label: str
    a: str
    b: str
    field: str = ""

    @property
    def differs(self) -> bool:
        """Both say something, and not the same."""
        return bool(self.a and self.b and self.a != self.b)


@dataclass(frozen=True, slots=True)
class Pair:
    """`keep` is the better record: the one that says more, of two alike the older."""

    duplicate: Duplicate
    lines: list[Compared]
    keep: str


@dataclass(frozen=True, slots=True)
class Page:
    """Pairs, and the mark of the last one, after which the next ones begin ("" at the end)."""

    pairs: list[Pair]
    next_after: str


def open_duplicates(actor: Actor) -> QuerySet[Duplicate]:
    """Pairs of which both records are in the directory, and about which nobody has said anything yet."""
    people = Q(person_a__removed_at__isnull=True, person_b__removed_at__isnull=True, person_a__isnull=False)
    bodies = Q(organisation_a__removed_at__isnull=True, organisation_b__removed_at__isnull=True)
    return duplicates_of(actor).filter(
        people | (bodies & Q(organisation_a__isnull=False)), state=Duplicate.State.OPEN
    )


def duplicates_of(actor: Actor) -> QuerySet[Duplicate]:
    """Every pair of the desk, decided or not."""
    return Duplicate.objects.filter(desk=actor.desk)


def open_count(actor: Actor) -> int:
    """How many pairs wait."""
    return open_duplicates(actor).count()


def page_of_duplicates(actor: Actor, *, after: str = "") -> Page:
    """The likeliest first; the mark is "score|id", and one that makes no sense is the beginning."""
    rows = open_duplicates(actor).select_related(
        "person_a", "person_b", "organisation_a__parent", "organisation_b__parent"
    )
    for owner in ("person_a", "person_b"):
        rows = rows.prefetch_related(f"{owner}__contact_points", f"{owner}__positions__organisation")
    for owner in ("organisation_a", "organisation_b"):
        rows = rows.prefetch_related(f"{owner}__contact_points")
    score, _bar, pk = after.rpartition("|")
    if (number := record_number(pk)) is not None and (least := _chance(score)) is not None:
        rows = rows.filter(Q(score__lt=least) | Q(score=least, pk__gt=number))
    found = list(rows.order_by("-score", "pk")[: PAGE + 1])
    shown = found[:PAGE]
    mark = f"{shown[-1].score!r}|{shown[-1].pk}" if len(found) > PAGE else ""
    return Page([_pair(row) for row in shown], mark)


def _chance(text: str) -> float | None:
    try:
        score = float(text)
    except ValueError:
        return None
    return score if 0 <= score <= 1 else None


def _pair(row: Duplicate) -> Pair:
    lines = [line for line in _lines(row.a, row.b) if line.a or line.b]
    said = [sum(bool(getattr(line, side)) for line in lines) for side in ("a", "b")]
    return Pair(row, lines, "b" if said[1] > said[0] else "a")


def _lines(a: Person | Organisation, b: Person | Organisation) -> Iterable[Compared]:
    for field in one_of(a):
        if field not in SAID_ELSEWHERE:
            yield Compared(capfirst(label_of(a, field)), as_read(a, field), as_read(b, field), field)
    if isinstance(a, Person) and isinstance(b, Person):
        yield Compared(_("Positions"), _positions(a), _positions(b))
    yield Compared(_("E-mail"), _points(a, ("email",)), _points(b, ("email",)))
    yield Compared(_("Telephone"), _points(a, NUMBERS), _points(b, NUMBERS))
    yield Compared(_("Tags"), ", ".join(a.tags), ", ".join(b.tags))
    yield Compared(_("Note"), a.note, b.note)


def _positions(person: Person) -> str:
    return "; ".join(sorted(str(position) for position in person.positions.all()))


def _points(party: Person | Organisation, kinds: tuple[str, ...]) -> str:
    return ", ".join(sorted(point.value for point in party.contact_points.all() if point.kind in kinds))
