"""How the desk works and how soon it answers: its hours, its days off, its promise to single partners."""

from dataclasses import dataclass
from datetime import date, time

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.events import ClocksChanged
from jembatan.correspondence.models import AnsweringTime, DayOff, DeskClock
from jembatan.directory.models import Organisation
from jembatan.directory.queries.visible import visible_organisations
from jembatan.journal.actions.record import Line, record
from jembatan.platform.access import require_head
from jembatan.platform.events import announce

KIND = "clock.changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """What the head sets about the desk's own time; see `DeskClock`."""

    answer_days: int
    expected_days: int
    opens: time
    closes: time
    friday_closes: time | None = None
    free_weekdays: list[int] | None = None
    keeps_holidays: bool = True


@transaction.atomic
def set_hours(actor: Actor, hours: Hours) -> DeskClock:
    """From now on; what is open is counted anew. Raises `Refused` for a desk that closes before it opens, or never works."""
    require_head(actor)
    if hours.closes <= hours.opens or (hours.friday_closes and hours.friday_closes <= hours.opens):
        raise Refused(_("The desk has to open before it closes."))
    if hours.free_weekdays is not None and len(set(hours.free_weekdays)) > 6:
        raise Refused(_("The desk has to work on one day of the week at least."))
    clock = DeskClock.objects.select_for_update().filter(desk=actor.desk).first() or DeskClock(
        desk=actor.desk
    )
    for name in Hours.__slots__:
        setattr(clock, name, getattr(hours, name))
    clock.save()
    with translation.override(actor.desk.language):
        said = _("Answering time: %(ours)s working days for us, %(theirs)s for others.")
        _tell(actor, said % {"ours": clock.answer_days, "theirs": clock.expected_days})
    announce(ClocksChanged(actor.desk.pk))
    return clock


@transaction.atomic
def add_day_off(actor: Actor, day: date, *, name: str = "") -> DayOff:
    """The desk is closed on that day; one that is known gets the name."""
    require_head(actor)
    free, _made = DayOff.objects.update_or_create(desk=actor.desk, day=day, defaults={"name": name.strip()})
    announce(ClocksChanged(actor.desk.pk))
    return free


@transaction.atomic
def remove_day_off(actor: Actor, free: DayOff) -> None:
    """The desk works again on that day."""
    require_head(actor)
    free.delete()
    announce(ClocksChanged(actor.desk.pk))


@transaction.atomic
def set_answering_time(
    actor: Actor, organisation: Organisation, *, answer_days: int | None, expected_days: int | None
) -> AnsweringTime:
    """How soon we answer this partner, and they us. Raises `Refused` for nothing at all, and for a partner of another desk."""
    require_head(actor)
    if answer_days is None and expected_days is None:
        raise Refused(_("Say within how many working days we answer, or they do."))
    if not visible_organisations(actor).filter(pk=organisation.pk).exists():
        raise Refused(_("That organisation is not in the directory of this desk."))
    own, _made = AnsweringTime.objects.update_or_create(
        desk=actor.desk,
        organisation=organisation,
        defaults={"answer_days": answer_days, "expected_days": expected_days},
    )
    with translation.override(actor.desk.language):
        _tell(actor, _("Another answering time counts for %(name)s.") % {"name": organisation}, organisation)
    announce(ClocksChanged(actor.desk.pk, (organisation.pk,)))
    return own


@transaction.atomic
def remove_answering_time(actor: Actor, own: AnsweringTime) -> None:
    """As for everybody else again."""
    require_head(actor)
    organisation = own.organisation
    own.delete()
    with translation.override(actor.desk.language):
        said = _("The usual answering time counts for %(name)s again.")
        _tell(actor, said % {"name": organisation}, organisation)
    announce(ClocksChanged(actor.desk.pk, (organisation.pk,)))


def _tell(actor: Actor, summary: str, organisation: Organisation | None = None) -> None:
    record(actor, Line(kind=KIND, summary=summary, parties=(organisation,) if organisation else ()))
