"""The engine's refusals in words: which rule, the numbers in question, and what would cure it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from jembatan.deployment.queries.names import Names
from jembatan.directory.queries.spoken import spoken_name
from jembatan.platform.ui.moments import local_clock_text, minute_text
from jembatan.programmes.models.levels import Experience
from jembatan.rostering.clocks import DAY
from jembatan.rostering.instance import RUNS_ON
from jembatan.rostering.rules.refusals import Cure, Refusal, Remedy, Rule

type Numbers = dict[str, object]

RULES: dict[Rule, str | Promise] = {
    Rule.TWICE: gettext_lazy("Once on a duty"),
    Rule.FULL: gettext_lazy("Seats of the duty"),
    Rule.FORBIDDEN: gettext_lazy("Excluded by hand"),
    Rule.CONFLICT: gettext_lazy("Conflict of interest"),
    Rule.LANGUAGE: gettext_lazy("Language"),
    Rule.GRADE: gettext_lazy("Level of language"),
    Rule.AGE: gettext_lazy("Least age"),
    Rule.NIGHT: gettext_lazy("Least age at night"),
    Rule.LEVEL: gettext_lazy("Experience"),
    Rule.APART: gettext_lazy("Kept apart"),
    Rule.TOGETHER: gettext_lazy("Always together"),
    Rule.DAY: gettext_lazy("Available days"),
    Rule.WINDOW: gettext_lazy("Available hours"),
    Rule.UNAVAILABLE: gettext_lazy("Absence"),
    Rule.OVERLAP: gettext_lazy("Two duties at once"),
    Rule.TRAVEL: gettext_lazy("Way between places"),
    Rule.SPREAD: gettext_lazy("From first to last"),
    Rule.WORK: gettext_lazy("Work a day"),
    Rule.REST: gettext_lazy("Rest"),
    Rule.DAYS_IN_7: gettext_lazy("Days in seven"),
    Rule.WEEK_WORK: gettext_lazy("Work in seven days"),
    Rule.MAX_MINUTES: gettext_lazy("Work in all"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """A refusal for people: the rule's code and name, what it says, and what would cure it, the easiest first."""

    rule: str
    name: str
    sentence: str
    cures: tuple[str, ...]


def told(refusal: Refusal, names: Names) -> Told:
    """In the language of the reader."""
    return Told(
        refusal.rule.value,
        str(RULES.get(refusal.rule, refusal.rule.value)),
        _sentence(refusal, names),
        tuple(filter(None, (_cure(cure, names) for cure in refusal.cures))),
    )


def told_all(refusals: Iterable[Refusal], names: Names) -> list[Told]:
    """Each sentence once."""
    return list({each.sentence: each for each in (told(refusal, names) for refusal in refusals)}.values())


def length(minutes: object) -> str:
    """ "7 h 30 min"."""
    total = minutes if isinstance(minutes, int) else 0
    hours, rest = divmod(abs(total), 60)
    if not hours:
        return _("%(minutes)s min") % {"minutes": rest}
    if not rest:
        return _("%(hours)s h") % {"hours": hours}
    return _("%(hours)s h %(minutes)s min") % {"hours": hours, "minutes": rest}


def level_name(level: object) -> str:
    """As the programme's lists say it."""
    return (
        str(Experience(level).label) if isinstance(level, int) and level in Experience.values else str(level)
    )


def _sentence(refusal: Refusal, names: Names) -> str:
    numbers: Numbers = dict(refusal.numbers)
    maker = SENTENCES.get(refusal.rule)
    who = names.officer(refusal.officer)
    return maker(who, numbers, names) if maker else who


def _languages(spoken: object) -> str:
    known = [each for each in spoken if each != "*"] if isinstance(spoken, tuple) else []
    return ", ".join(sorted(spoken_name(str(each)) for each in known)) or _("none")


def _other(who: str, numbers: Numbers, names: Names) -> Numbers:
    return {
        "name": who,
        "other": names.duty(numbers.get("other")),
        "asked": length(numbers.get("asked")),
        "there": length(numbers.get("there_is")),
    }


def _limit(who: str, numbers: Numbers) -> Numbers:
    return {"name": who, "most": length(numbers.get("most")), "minutes": length(numbers.get("minutes"))}


def _clock(minute: object) -> str:
    return minute_text(minute if isinstance(minute, int) else 0)


def _at(names: Names, minute: object) -> str:
    if not isinstance(minute, int) or abs(minute) >= 10**6:
        return "…"
    moment = names.clock.moment(minute)
    return f"{moment:%d/%m} {local_clock_text(moment)}"


SENTENCES: dict[Rule, Callable[[str, Numbers, Names], str]] = {
    Rule.TWICE: lambda who, n, names: _("%(name)s is on this duty already.") % {"name": who},
    Rule.FULL: lambda who, n, names: _("Every seat of this duty is taken."),
    Rule.FORBIDDEN: lambda who, n, names: _("Somebody has excluded %(name)s from this duty.") % {"name": who},
    Rule.CONFLICT: lambda who, n, names: (
        _("%(name)s has a conflict of interest with %(delegation)s.")
        % {"name": who, "delegation": names.delegation(n.get("delegation"))}
    ),
    Rule.LANGUAGE: lambda who, n, names: (
        _("The duty asks for %(asked)s; %(name)s speaks: %(speaks)s.")
        % {"name": who, "asked": spoken_name(str(n.get("asked"))), "speaks": _languages(n.get("speaks"))}
    ),
    Rule.GRADE: lambda who, n, names: (
        _("The duty asks for %(language)s at %(asked)s; %(name)s has %(grade)s.")
        % {
            "name": who,
            "language": spoken_name(str(n.get("language"))),
            "asked": n.get("asked"),
            "grade": n.get("grade") or "–",
        }
    ),
    Rule.AGE: lambda who, n, names: (
        _("%(name)s is younger than %(asked)s.") % {"name": who, "asked": n.get("asked")}
    ),
    Rule.NIGHT: lambda who, n, names: (
        _("%(name)s is younger than %(asked)s and does not work at night.")
        % {"name": who, "asked": n.get("asked")}
    ),
    Rule.LEVEL: lambda who, n, names: (
        _("Somebody on this duty has to be “%(asked)s”; %(name)s is “%(level)s”.")
        % {"name": who, "asked": level_name(n.get("asked")), "level": level_name(n.get("level"))}
    ),
    Rule.APART: lambda who, n, names: (
        _("%(name)s and %(other)s are never put together.")
        % {"name": who, "other": names.officer(n.get("other"))}
    ),
    Rule.TOGETHER: lambda who, n, names: (
        _bond(str(n.get("why"))) % {"name": who, "other": names.officer(n.get("other"))}
    ),
    Rule.DAY: lambda who, n, names: _("%(name)s is not available on this day.") % {"name": who},
    Rule.WINDOW: lambda who, n, names: (
        (
            _("%(name)s works from %(opens)s, into the night until %(morning)s at the latest.")
            if n.get("closes") == DAY
            else _("%(name)s works from %(opens)s to %(closes)s.")
        )
        % {
            "name": who,
            "opens": _clock(n.get("opens")),
            "closes": _clock(n.get("closes")),
            "morning": _clock(RUNS_ON),
        }
    ),
    Rule.UNAVAILABLE: lambda who, n, names: (
        _("%(name)s is absent from %(since)s to %(until)s.")
        % {"name": who, "since": _at(names, n.get("from")), "until": _at(names, n.get("until"))}
    ),
    Rule.OVERLAP: lambda who, n, names: _("%(name)s is at “%(other)s” then.") % _other(who, n, names),
    Rule.TRAVEL: lambda who, n, names: (
        _("%(name)s needs %(asked)s of way to or from “%(other)s” and has %(there)s.") % _other(who, n, names)
    ),
    Rule.SPREAD: lambda who, n, names: (
        _("The day of %(name)s would last %(minutes)s from first to last; %(most)s are allowed.")
        % _limit(who, n)
    ),
    Rule.WORK: lambda who, n, names: (
        _("%(name)s would work %(minutes)s on this day; %(most)s are allowed.") % _limit(who, n)
    ),
    Rule.REST: lambda who, n, names: (
        _("%(name)s would rest %(there)s before or after “%(other)s”; %(asked)s are asked.")
        % _other(who, n, names)
    ),
    Rule.DAYS_IN_7: lambda who, n, names: (
        _("%(name)s would work on %(days)s of seven days; %(most)s are allowed.")
        % {"name": who, "days": n.get("days"), "most": n.get("most")}
    ),
    Rule.WEEK_WORK: lambda who, n, names: (
        _("%(name)s would work %(minutes)s in seven days; %(most)s are allowed.") % _limit(who, n)
    ),
    Rule.MAX_MINUTES: lambda who, n, names: (
        _("%(name)s would work %(minutes)s in all; %(most)s are agreed.") % _limit(who, n)
    ),
}


def _bond(why: str) -> str:
    if why == "kept":
        return _("The last seat is kept for %(other)s, who always works with somebody on this duty.")
    if why == "no_place":
        return _("%(name)s always works with %(other)s, for whom no seat is left.")
    return _("%(name)s always works with %(other)s, who cannot come to this duty.")


WHAT: dict[str, str | Promise] = {
    "languages": gettext_lazy("their languages"),
    "grades": gettext_lazy("the tested level of their language"),
    "days": gettext_lazy("their available days"),
    "window": gettext_lazy("their available hours"),
    "age": gettext_lazy("their day of birth"),
    "max_minutes": gettext_lazy("what was agreed with them"),
}


def _cure(cure: Cure, names: Names) -> str:
    minutes, what = {"minutes": length(cure.minutes)}, {"what": str(WHAT.get(cure.what, cure.what))}
    if cure.remedy == Remedy.RELEASE:
        duties = ", ".join(f"“{names.duty(each)}”" for each in cure.duties[:3])
        return ngettext(
            "Give %(duties)s to somebody else.",
            "Give one of these to somebody else: %(duties)s.",
            len(cure.duties),
        ) % {"duties": duties}
    sentences = {
        Remedy.ANOTHER_OFFICER: _("Take another officer."),
        Remedy.LATER: _("Start the duty %(minutes)s later.") % minutes,
        Remedy.EARLIER: _("End the duty %(minutes)s earlier.") % minutes,
        Remedy.SHORTER: _("Make the duty %(minutes)s shorter.") % minutes,
        Remedy.LEAD_FIRST: _("First put somebody on it who is at least “%(level)s”.")
        % {"level": level_name(cure.level)},
        Remedy.RECORD: _("Record %(what)s.") % what,
        Remedy.CHANGE_DATA: _("Ask them, and change %(what)s.") % what,
        Remedy.MORE_PLACES: _("Let the duty take more officers."),
    }
    return sentences.get(cure.remedy, "")
