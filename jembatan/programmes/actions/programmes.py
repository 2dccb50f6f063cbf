"""Opening a programme, and changing how long it lasts and how its officers work."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from jembatan.accounts.actor import Actor
from jembatan.dossiers.actions.dossiers import open_dossier
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.platform.access import require_officer
from jembatan.platform.markings import Marking, highest
from jembatan.programmes.actions.changing import CHANGED, OPENED, enter, held
from jembatan.programmes.actions.refusals import Refused
from jembatan.programmes.models import Programme

LONGEST = 366
YEARS = (1900, 2999)
"""Within which clocks of all zones, and the days that data are kept, can be reckoned."""
RULES = (
    "max_work",
    "max_spread",
    "min_rest",
    "max_days_in_7",
    "max_week_work",
    "handover",
    "night_age",
    "self_sign_up",
    "keep_days",
)


@dataclass(frozen=True, slots=True)
class Days:
    """From the first day to the last, both included, in a time zone of the tz database."""

    first: date
    last: date
    zone: str

    def check(self) -> None:
        """Raises `Refused`."""
        if self.last < self.first:
            raise Refused(_("The last day comes before the first. Change one of them."))
        if not YEARS[0] <= self.first.year <= self.last.year <= YEARS[1]:
            raise Refused(_("No programme lies so far away. Correct the year."))
        if (self.last - self.first).days >= LONGEST:
            raise Refused(_("A programme lasts a year at most. Open another one for what comes after."))
        try:
            ZoneInfo(self.zone)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise Refused(_("No such time zone: %(zone)s.") % {"zone": self.zone}) from error


@transaction.atomic
def open_programme(actor: Actor, name: str, days: Days, *, dossier: Dossier | None = None) -> Programme:
    """In a dossier that the actor sees, else in a new one, open to the desk, of the same name.

    Raises `Refused`, and `TitleTaken` where the new dossier would have the title of another.
    """
    require_officer(actor)
    days.check()
    if dossier is None:
        place = open_dossier(actor, name, marking=Marking.AMBER, restricted=False)
    else:
        place = visible_dossiers(actor).select_for_update(of=("self",), no_key=True).get(pk=dossier.pk)
    try:
        with transaction.atomic():
            programme = Programme.objects.create(
                desk=actor.desk,
                dossier=place,
                name=name,
                marking=highest([place.marking, Marking.AMBER]),
                first_day=days.first,
                last_day=days.last,
                zone=days.zone,
                created_by=actor.user,
            )
    except IntegrityError as error:
        if "programme_named_once" in str(error):
            raise Refused(_("The desk has a programme of this name already.")) from error
        raise
    enter(actor, programme, OPENED, gettext_noop("Programme opened: %(name)s"), values={"name": name})
    return programme


@transaction.atomic
def change_days(actor: Actor, programme: Programme, days: Days) -> Programme:
    """Raises `Refused`. Duties outside the days stay where they are, and show so."""
    require_officer(actor)
    days.check()
    current = held(actor, programme)
    current.first_day, current.last_day, current.zone = days.first, days.last, days.zone
    current.save(update_fields=["first_day", "last_day", "zone"])
    enter(actor, current, CHANGED, gettext_noop("The days of %(name)s changed"), values={"name": current})
    return current


@transaction.atomic
def change_rules(actor: Actor, programme: Programme, rules: dict[str, int]) -> Programme:
    """The working rules, by name, in minutes (days, years). What is planned already is judged by the new ones."""
    require_officer(actor)
    unknown = rules.keys() - set(RULES)
    if unknown:
        raise ValueError(f"no such rules: {sorted(unknown)}")
    current = held(actor, programme)
    for rule, value in rules.items():
        setattr(current, rule, value)
    current.save(update_fields=list(rules))
    enter(
        actor,
        current,
        CHANGED,
        gettext_noop("The working rules of %(name)s changed"),
        values={"name": current},
    )
    return current
