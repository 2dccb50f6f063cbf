"""Duties that people make, and change, by hand; and the templates that make the others."""

from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_officer, require_writer
from jembatan.platform.events import announce
from jembatan.platform.unique import unless_taken
from jembatan.programmes.actions.changing import DUTIES, enter, held
from jembatan.programmes.actions.delegations import ChangedMeanwhile
from jembatan.programmes.actions.refusals import Refused
from jembatan.programmes.events import DutiesChanged
from jembatan.programmes.models import Delegation, Duty, DutyTemplate, Programme
from jembatan.programmes.queries.local_times import moment_there
from jembatan.programmes.queries.reliefs import too_short
from jembatan.programmes.queries.visible import visible_duties


class TemplateTaken(Refused):
    """Another template has the name."""

    def __init__(self) -> None:
        super().__init__(_("The programme has a template of this name already."))


@transaction.atomic
def add_duty(
    actor: Actor, programme: Programme, *, delegation: Delegation | None = None, **fields: Any
) -> Duty:
    """By hand. `day` is reckoned from the beginning. Raises `Refused`."""
    require_writer(actor)
    current = held(actor, programme)
    duty = Duty(desk=actor.desk, programme=current, delegation=delegation, by_hand=True, **fields)
    _check(duty)
    duty.save()
    return duty


@transaction.atomic
def change_duty(actor: Actor, duty: Duty, *, version: int, **fields: Any) -> Duty:
    """By hand: no run of the templates changes it any more. Raises `ChangedMeanwhile` and `Refused`."""
    require_writer(actor)
    current = visible_duties(actor).select_for_update(of=("self",), no_key=True).get(pk=duty.pk)
    if current.version != version:
        raise ChangedMeanwhile(current)
    if all(getattr(current, name) == value for name, value in fields.items()):
        return current
    for name, value in fields.items():
        setattr(current, name, value)
    _check(current)
    current.by_hand = True
    current.version += 1
    current.save()
    cancelled, changed = gettext_noop("Duty cancelled: %(title)s"), gettext_noop("Duty changed: %(title)s")
    enter(
        actor,
        current.programme,
        DUTIES,
        cancelled if current.cancelled else changed,
        values={"title": current},
    )
    announce(DutiesChanged((current,)))
    return current


@transaction.atomic
def let_overlap(actor: Actor, duty: Duty) -> Duty:
    """The duty lasts on until whoever relieves it has been there for the programme's handover. Raises `Refused` where nobody relieves it too late."""
    require_writer(actor)
    current = visible_duties(actor).select_for_update(of=("self",), no_key=True).get(pk=duty.pk)
    until = [relief.until for relief in too_short(current) if relief.first.pk == current.pk]
    if not until:
        raise Refused(_("What follows this duty has time for its handover by now."))
    return change_duty(actor, current, version=current.version, ends_at=max(until))


@transaction.atomic
def keep_template(
    actor: Actor, programme: Programme, *, template: DutyTemplate | None = None, **fields: Any
) -> DutyTemplate:
    """A new one, or another wording of one that there is; duties change with the next run. Raises `Refused`."""
    require_officer(actor)
    current = held(actor, programme)
    kept = template or DutyTemplate(desk=actor.desk, programme=current)
    for name, value in fields.items():
        setattr(kept, name, value)
    if kept.source in {DutyTemplate.Source.ARRIVAL, DutyTemplate.Source.DEPARTURE} and not (
        kept.before or kept.after
    ):
        raise Refused(_("Say how many minutes before or after it the officers are there."))
    if kept.daily_end <= kept.daily_start:
        raise Refused(_("The work of a day would end before it begins. Change one of the hours."))

    def write() -> DutyTemplate:
        kept.save()
        return kept

    return unless_taken(write, once="duty_template_name_once", taken=TemplateTaken)


@transaction.atomic
def remove_template(actor: Actor, template: DutyTemplate) -> None:
    """It makes no more duties. Raises `Refused` while duties of it stand, which would follow nothing any more."""
    require_officer(actor)
    held(actor, template.programme)
    if template.duties.filter(cancelled=False).exists():
        raise Refused(
            _("Duties made by “%(name)s” still stand. Take back its runs first, or change the template.")
            % {"name": template}
        )
    template.delete()


def _check(duty: Duty) -> None:
    zone = duty.programme.zone
    if duty.ends_at <= duty.starts_at:
        words = {"ends": moment_there(duty.ends_at, zone), "begins": moment_there(duty.starts_at, zone)}
        raise Refused(
            _("The duty would end on %(ends)s, before it begins on %(begins)s. Change one of them.") % words
        )
    duty.day = duty.starts_at.astimezone(ZoneInfo(zone)).date()
