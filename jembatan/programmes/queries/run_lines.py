"""What a run of the templates would do, or did, duty by duty, in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from jembatan.platform.ui.moments import clock_text, day_text
from jembatan.programmes.models import Delegation, Duty, DutyRun
from jembatan.programmes.queries.local_times import clocks_of
from jembatan.programmes.queries.plannable import why_nobody

SHOWN = 200


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
        return [*_made(run, names), *_changed(run), *_kept(run)]


def _made(run: DutyRun, names: dict[int, str]) -> Iterator[Line]:
    told = [(fields, _trouble(run, fields)) for fields in run.plan["made"]]
    told.sort(key=lambda each: not each[1])
    for fields, trouble in told[:SHOWN]:
        when = f"{day_text(datetime.fromisoformat(fields['starts_at']))}, {_times(fields)}"
        yield Line("made", fields["title"], names.get(fields["delegation_id"], ""), when, trouble)


def _trouble(run: DutyRun, fields: dict[str, Any]) -> str:
    begins, ends = (datetime.fromisoformat(fields[name]) for name in ("starts_at", "ends_at"))
    return why_nobody(run.programme, date.fromisoformat(fields["day"]), begins, ends)


def _changed(run: DutyRun) -> Iterator[Line]:
    for change in run.plan["changed"][:SHOWN]:
        before, after = change["before"], change["after"]
        said = [
            _("%(field)s: was %(before)s, now %(after)s")
            % {"field": _label(name), "before": _value(before[name]), "after": _value(after[name])}
            for name in before
            if name != "day"
        ]
        yield Line("changed", change["title"], "", "; ".join(said))
    for change in run.plan["cancelled"][:SHOWN]:
        yield Line("cancelled", change["title"], "", "")


def _kept(run: DutyRun) -> Iterator[Line]:
    for duty in Duty.objects.filter(pk__in=run.plan["kept"][:SHOWN]).select_related("delegation"):
        yield Line("kept", duty.title, str(duty.delegation or ""), "")


def _times(fields: dict[str, Any]) -> str:
    begins, ends = (clock_text(datetime.fromisoformat(fields[name])) for name in ("starts_at", "ends_at"))
    return f"{begins}–{ends}"


def _label(name: str) -> str:
    field: Any = Duty._meta.get_field(name.removesuffix("_id"))
    return str(field.verbose_name)


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, str) and len(value) > 15 and value[10:11] == "T":
        moment = datetime.fromisoformat(value)
        return f"{day_text(moment)}, {clock_text(moment)}"
    return str(value) if value not in (None, "") else "—"
