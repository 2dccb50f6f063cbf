"""The people on the other side: what each holds today and how to address them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from jembatan.briefings.queries.request import BriefRequest
from jembatan.directory.models import ContactPoint, Person, Position
from jembatan.directory.queries.positions import positions_today
from jembatan.directory.queries.visible import visible_people
from jembatan.meetings.models import Attendance
from jembatan.platform.documents.model import Line, Section
from jembatan.platform.markings import Marking

REACHED_BY = (ContactPoint.Kind.EMAIL, ContactPoint.Kind.MOBILE, ContactPoint.Kind.PHONE)
MOST = 40


def people_today(request: BriefRequest) -> Sequence[Section]:
    """Those who hold a post there today; for a meeting, those who take part come first."""
    positions = [
        position
        for organisation in request.organisations
        for position in positions_today(request.actor, organisation)[:MOST]
    ]
    people = {**attending(request), **{position.person_id: position.person for position in positions}}
    held: dict[int, list[Position]] = defaultdict(list)
    for position in positions:
        held[position.person_id].append(position)
    points = _contact_points(people)
    lines = tuple(_line(request, person, held[person.pk], points[person.pk]) for person in people.values())
    empty = _("The directory knows nobody there yet.")
    return [Section(_("People, posts held today, forms of address"), lines, empty)]


def attending(request: BriefRequest) -> dict[int, Person]:
    """People of the other side who take part in the meeting, by id; nobody for a brief about an organisation."""
    if request.meeting is None:
        return {}
    there = Attendance.objects.filter(meeting=request.meeting, ours=False, person__isnull=False)
    people = visible_people(request.actor).filter(pk__in=there.values("person")).order_by("sort_key", "id")
    return {person.pk: person for person in people}


def _contact_points(people: Iterable[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    points = ContactPoint.objects.filter(person__in=list(people), kind__in=REACHED_BY)
    for point in points.order_by("-preferred", "id"):
        assert point.person_id is not None
        found[point.person_id].append(point.value)
    return found


def _line(request: BriefRequest, person: Person, held: list[Position], points: list[str]) -> Line:
    text = person.formal_name
    if person.native_name:
        text = f"{text} ({person.native_name})"
    address = _("Addressed as %(address)s") % {"address": person.addressed_as}
    details = [address, ", ".join(person.languages), " · ".join(points[:3])]
    return Line(
        text,
        label="; ".join(", ".join(part for part in (p.title, p.unit) if part) for p in held),
        detail=" — ".join(detail for detail in details if detail),
        sources=(request.directory_source(person),),
        marking=Marking(person.marking),
    )
