"""The desk's list of applications, narrowed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from jembatan.accounts.actor import Actor
from jembatan.platform.record_numbers import record_number
from jembatan.programmes.models.levels import Cefr, Employment
from jembatan.recruitment.models import Application, Call, SpokenLanguage
from jembatan.recruitment.queries.visible import visible_applications

PAGE = 50


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What the address of the list asks for; an empty value asks for nothing."""

    status: str = ""
    post: str = ""
    language: str = ""
    level: str = ""
    employment: str = ""
    name: str = ""

    @classmethod
    def of(cls, asked: Mapping[str, str]) -> "Narrowed":
        """From a query string; values that nobody knows count as none."""
        return cls(
            status=_known(asked.get("status", ""), Application.Status.values),
            post=str(record_number(asked.get("post", "")) or ""),
            language=asked.get("language", "").replace("\x00", "")[:12],
            level=_known(asked.get("level", ""), Cefr.values),
            employment=_known(asked.get("employment", ""), Employment.values),
            name=asked.get("name", "").replace("\x00", "").strip()[:100],
        )

    def query(self, **changed: object) -> str:
        """As a query string."""
        names = ("status", "post", "language", "level", "employment", "name")
        filled = {name: getattr(self, name) for name in names} | changed
        return urlencode({name: value for name, value in filled.items() if value})

    def __bool__(self) -> bool:
        return bool(self.query())


def applications_of(actor: Actor, call: Call, narrowed: Narrowed) -> QuerySet[Application]:
    """The best first."""
    found = visible_applications(actor).filter(call=call)
    if narrowed.status:
        found = found.filter(status=narrowed.status)
    if narrowed.post:
        found = found.filter(post=int(narrowed.post))
    if narrowed.employment:
        found = found.filter(employment=narrowed.employment)
    if narrowed.language:
        found = found.filter(Exists(_speaking(narrowed)))
    if narrowed.name:
        by_name = Q(full_name__icontains=narrowed.name) | Q(email__iexact=narrowed.name)
        number = record_number(narrowed.name)
        found = found.filter(by_name | Q(number=number) if number and number < 2**31 else by_name)
    return found.order_by("-score", "number")


def phones_of_several(call: Call, rows: Iterable[Application]) -> set[str]:
    """Telephone numbers of these applications that another one of the call has, too."""
    phones = {row.phone for row in rows if row.phone}
    found = Application.objects.filter(call=call, phone__in=phones).values("phone")
    return set(found.annotate(count=Count("pk")).filter(count__gt=1).values_list("phone", flat=True))


def _speaking(narrowed: Narrowed) -> QuerySet[SpokenLanguage]:
    levels = Cefr.values[Cefr.values.index(narrowed.level) if narrowed.level else 0 :]
    spoken = SpokenLanguage.objects.filter(application=OuterRef("pk"), language=narrowed.language)
    return spoken.filter(Q(tested__in=levels) | Q(tested="", declared__in=levels))


def _known(value: str, values: list[str]) -> str:
    return value if value in values else ""
