"""What an application scores, part by part, out of 100: each part's share says in words where it comes from."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.db.models import QuerySet
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from jembatan.directory.formats.places import language_name
from jembatan.programmes.models.levels import Cefr, Employment
from jembatan.recruitment.models import Application
from jembatan.recruitment.queries.asked import Asked

STEPS = {level.value: step for step, level in enumerate(Cefr, start=1)}
TWO_MASTERED = 2 * STEPS["C2"]
ONLY_DECLARED = 0.75
YEARS, MOST_EDUCATION = 5, Application.Education.DOCTOR.value
CERTIFICATES = 2
SHARE_OF_EMPLOYMENT = {
    Employment.FULL.value: 1.0,
    Employment.PART.value: 0.5,
    Employment.FREELANCE.value: 0.5,
}
PARTS: dict[str, str | Promise] = {
    "languages": gettext_lazy("Languages"),
    "skills": gettext_lazy("Skills"),
    "experience": gettext_lazy("Experience"),
    "education": gettext_lazy("Education"),
    "availability": gettext_lazy("Availability"),
    "certificates": gettext_lazy("Certificates"),
    "employment": gettext_lazy("Employment"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """One line of the score: `points` out of `most`, and why."""

    name: str | Promise
    points: float
    most: float
    why: str


def scored(applications: QuerySet[Application]) -> QuerySet[Application]:
    """With everything that counting needs, whatever their number."""
    return applications.select_related("call__programme").prefetch_related(
        "languages", "ratings", "certificates", "ties", "conflicts"
    )


def parts_of(application: Application, *, asked: Asked) -> list[Part]:
    """Those that count for anything, in the order of `PARTS`, in the language in force."""
    languages = asked.languages_for(asked.barred(application))
    weights = application.call.weight_of_each()
    whole = sum(weights.values()) or 1
    found = {
        "languages": _languages(application, languages),
        "skills": _skills(application),
        "experience": _experience(application),
        "education": (application.education / MOST_EDUCATION, str(application.get_education_display())),
        "availability": _availability(application),
        "certificates": _certificates(application),
        "employment": (
            SHARE_OF_EMPLOYMENT[application.employment],
            str(application.get_employment_display()),
        ),
    }
    return [
        Part(PARTS[name], share * 100 * weights[name] / whole, 100 * weights[name] / whole, why)
        for name, (share, why) in found.items()
        if weights[name]
    ]


def total(parts: Iterable[Part]) -> Decimal:
    """Rounded to a tenth."""
    points = Decimal(sum(part.points for part in parts))
    return points.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)


def _languages(application: Application, asked: Collection[str]) -> tuple[float, str]:
    """The two best of those that are asked for; two at C2, both tested, are everything."""
    worth = []
    for spoken in application.languages.all():
        if spoken.language in asked or spoken.language.partition("-")[0] in asked:
            steps = STEPS[spoken.level] * (1 if spoken.tested else ONLY_DECLARED)
            name = language_name(spoken.language, (get_language() or "en")[:2])
            words = {"language": name, "level": spoken.level}
            told = (
                _("%(language)s %(level)s, tested")
                if spoken.tested
                else _("%(language)s %(level)s, declared (counts three quarters)")
            )
            worth.append((steps, told % words))
    best = sorted(worth, reverse=True)[:2]
    if not best:
        return 0, _("none of the languages that are asked for")
    return sum(steps for steps, _told in best) / TWO_MASTERED, "; ".join(told for _steps, told in best)


def _skills(application: Application) -> tuple[float, str]:
    ratings = application.ratings.all()
    if not ratings:
        return 0, _("not interviewed yet")
    mean = sum(rating.mean for rating in ratings) / len(ratings)
    words = {"mean": number_format(mean, 1), "count": len(ratings)}
    told = ngettext(
        "%(mean)s of 5, by %(count)s interviewer", "%(mean)s of 5, by %(count)s interviewers", len(ratings)
    )
    return (mean - 1) / 4, told % words


def _experience(application: Application) -> tuple[float, str]:
    years = application.experience
    told = ngettext("%(years)s year; five are everything", "%(years)s years; five are everything", years)
    return min(years, YEARS) / YEARS, told % {"years": years}


def _certificates(application: Application) -> tuple[float, str]:
    """Those that hold until the programme is over."""
    last = application.call.programme.last_day
    holding = [row for row in application.certificates.all() if row.expires is None or row.expires >= last]
    told = ngettext(
        "%(count)s that holds to the end of the programme; two are everything",
        "%(count)s that hold to the end of the programme; two are everything",
        len(holding),
    )
    return min(len(holding), CERTIFICATES) / CERTIFICATES, told % {"count": len(holding)}


def _availability(application: Application) -> tuple[float, str]:
    programme = application.call.programme
    whole = (programme.last_day - programme.first_day).days + 1
    if not application.days:
        return 0, _("the days are not said")
    there = len({day for day in application.days if programme.first_day <= day <= programme.last_day})
    return there / whole, _("%(there)s of %(whole)s days") % {"there": there, "whole": whole}
