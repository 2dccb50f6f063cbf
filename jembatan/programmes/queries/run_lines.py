"""What a run of the templates would do, or did, duty by duty, in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from jembatan.directory.queries.spoken import spoken_name
from jembatan.platform.ui.moments import clock_text, day_text
from jembatan.programmes.models import Delegation, Duty, DutyRun, Place, Post
from jembatan.programmes.queries.change_words import said
from jembatan.programmes.queries.local_times import clocks_of
from jembatan.programmes.queries.plannable import why_nobody

SHOWN = 200
TOLD = 40
FIRST = {"starts_at": 0, "ends_at": 1}


@dataclass(frozen=True, slots=True)
class Line:
    """One duty: what becomes of it, its title, for whom, and what changes; and why nobody could be planned for it."""

    outcome: str
    title: str
    delegation: str
    told: str
    trouble: str = ""


def run_lines(run: DutyRun) -> list[Line]:
    """At most 200 of each outcome, first those for which nobody could be planned."""
    names = dict(Delegation.objects.filter(programme=run.programme_id).values_list("pk", "name"))
    with clocks_of(run.programme.zone):
        return [*_made(run, names), *_changed(run, names), *_kept(run)]


def run_told(run: DutyRun) -> str:
    """What it did in some lines, for the journal."""
    outcomes = {
        "made": pgettext("duty", "new"),
        "changed": pgettext("duty", "changed"),
        "cancelled": pgettext("movement", "cancelled"),
    }
    lines = [line for line in run_lines(run) if line.outcome in outcomes]
    told = [
        f"{', '.join(filter(None, (line.title, line.delegation, line.told)))} ({outcomes[line.outcome]})"
        for line in lines[:TOLD]
    ]
    return "\n".join([*told, "…"] if len(lines) > TOLD else told)


def _made(run: DutyRun, names: dict[int, str]) -> Iterator[Line]:
    told = [(fields, _trouble(run, fields)) for fields in run.plan["made"]]
    told.sort(key=lambda each: not each[1])
    for fields, trouble in told[:SHOWN]:
        when = f"{day_text(datetime.fromisoformat(fields['starts_at']))}, {_times(fields)}"
        yield Line("made", fields["title"], names.get(fields["delegation_id"], ""), when, trouble)


def _trouble(run: DutyRun, fields: dict[str, Any]) -> str:
    begins, ends = (datetime.fromisoformat(fields[name]) for name in ("starts_at", "ends_at"))
    return why_nobody(run.programme, date.fromisoformat(fields["day"]), begins, ends)


def _changed(run: DutyRun, names: dict[int, str]) -> Iterator[Line]:
    places = dict(Place.objects.filter(programme=run.programme_id).values_list("pk", "name"))
    posts = dict(Post.objects.filter(programme=run.programme_id).values_list("pk", "name"))

    def value(name: str, given: Any) -> str:
        if name in {"place_id", "post_id"}:
            return (places if name == "place_id" else posts).get(given, "")
        if name == "language":
            return spoken_name(given)
        return _value(name, given)

    changed, cancelled = run.plan["changed"][:SHOWN], run.plan["cancelled"][:SHOWN]
    duties = Duty.objects.in_bulk([change["id"] for change in (*changed, *cancelled)])
    for change in changed:
        before, after = change["before"], change["after"]
        told = [
            said(_label(name), value(name, before[name]), value(name, after[name]))
            for name in sorted(before, key=lambda each: FIRST.get(each, len(FIRST)))
            if name != "day"
        ]
        yield _of(duties, names, "changed", change, "; ".join(told))
    for change in cancelled:
        yield _of(duties, names, "cancelled", change, "")


def _of(
    duties: Mapping[int, Duty], names: Mapping[int, str], outcome: str, change: dict[str, Any], told: str
) -> Line:
    """With the day on which the duty is, as several have one title."""
    duty = duties.get(change["id"])
    if duty is None:
        return Line(outcome, change["title"], "", told)
    day = day_text(duty.day)
    return Line(
        outcome, change["title"], names.get(duty.delegation_id or 0, ""), f"{day} · {told}" if told else day
    )


def _kept(run: DutyRun) -> Iterator[Line]:
    for duty in Duty.objects.filter(pk__in=run.plan["kept"][:SHOWN]).select_related("delegation"):
        yield Line("kept", duty.title, str(duty.delegation or ""), day_text(duty.day))


def _times(fields: dict[str, Any]) -> str:
    begins, ends = (clock_text(datetime.fromisoformat(fields[name])) for name in ("starts_at", "ends_at"))
    return f"{begins}–{ends}"


def _label(name: str) -> str:
    field: Any = Duty._meta.get_field(name.removesuffix("_id"))
    return str(field.verbose_name)


def _value(name: str, value: Any) -> str:
    field: Any = Duty._meta.get_field(name)
    if value in (choices := dict(field.flatchoices)):
        return str(choices[value])
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, str) and len(value) > 15 and value[10:11] == "T":
        moment = datetime.fromisoformat(value)
        return f"{day_text(moment)}, {clock_text(moment)}"
    return str(value) if value is not None else ""
