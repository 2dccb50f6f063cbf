"""The officers of a programme, a page at a time, narrowed by what is looked for."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from jembatan.directory.formats.names import fold
from jembatan.directory.queries.spoken import spoken_name
from jembatan.platform.paging import Page
from jembatan.platform.record_numbers import record_number
from jembatan.programmes.models import Officer, OfficerCertificate, OfficerLanguage, Programme
from jembatan.programmes.models.levels import Cefr

PAGE = 100


@dataclass(frozen=True, slots=True)
class OfficerFilter:
    """What the list is narrowed to; empty values narrow nothing."""

    language: str = ""
    least: str = ""
    post: int | None = None
    status: str = ""
    day: date | None = None
    words: str = ""

    @classmethod
    def read(cls, query: dict[str, str]) -> "OfficerFilter":
        """From an address; what makes no sense is left out."""
        try:
            day = date.fromisoformat(query.get("day", ""))
        except ValueError:
            day = None
        return cls(
            language=query.get("language", "")[:12],
            least=query.get("least", "") if query.get("least") in Cefr.values else "",
            post=record_number(query.get("post", "")),
            status=query.get("status", ""),
            day=day,
            words=query.get("q", "").strip()[:100],
        )

    def condition(self) -> Q:
        """As the database asks it. What a test found counts before what was declared."""
        asked = Q()
        if self.status in Officer.Status.values:
            asked &= Q(status=self.status)
        elif self.status == "absent":
            asked &= Q(absences__during__contains=timezone.now())
        else:
            asked &= ~Q(status=Officer.Status.ENDED)
        if self.language:
            spoken = speakers_of(self.language)
            if self.least:
                enough = [level for level in Cefr.values if level >= self.least]
                spoken = spoken.filter(Q(tested__in=enough) | Q(tested="", declared__in=enough))
            asked &= Q(pk__in=spoken.values("officer"))
        if self.post:
            asked &= Q(post=self.post)
        if self.day:
            asked &= Q(days=[]) | Q(days__contains=[self.day])
        if self.words:
            number = record_number(self.words)
            asked &= (
                Q(full_name__icontains=self.words) | Q(call_name__icontains=self.words) | Q(number=number)
            )
        return asked


def officers_of(programme: Programme, narrowed: OfficerFilter, *, after: str = "") -> Page[Officer]:
    """By number, behind the one that the mark names."""
    rows = _narrowed(programme, narrowed).filter(number__gt=record_number(after) or 0)
    rows = rows.select_related("post").prefetch_related("languages").order_by("number")
    early = OfficerCertificate.objects.filter(officer=OuterRef("pk"), expires__lt=programme.last_day)
    found: list[Officer] = list(rows.annotate(certificate_ends_early=Exists(early))[: PAGE + 1])
    return Page(found[:PAGE], str(found[PAGE - 1].number) if len(found) > PAGE else "")


def number_of(programme: Programme, narrowed: OfficerFilter) -> int:
    """How many there are."""
    return _narrowed(programme, narrowed).count()


def spoken_in(programme: Programme) -> list[tuple[str, str]]:
    """The languages that anybody speaks, by code and by name, in the order of the names."""
    spoken = OfficerLanguage.objects.filter(officer__programme=programme)
    codes = spoken.order_by().values_list("language", flat=True).distinct()
    return sorted(((code, spoken_name(code)) for code in codes), key=lambda each: fold(each[1]))


def speakers_of(language: str) -> QuerySet[OfficerLanguage]:
    """Of a language by its code, and of its kinds: those of `zh-Hant` speak `zh`, and those of `fil` no `fi`."""
    return OfficerLanguage.objects.filter(Q(language=language) | Q(language__startswith=f"{language}-"))


def _narrowed(programme: Programme, narrowed: OfficerFilter) -> QuerySet[Officer]:
    return Officer.objects.filter(narrowed.condition(), programme=programme)
