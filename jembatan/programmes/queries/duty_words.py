"""A change of a duty in words: "time: was 11:00–13:00, now 13:00–15:00"."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from jembatan.directory.queries.spoken import spoken_name
from jembatan.platform.audit.tracked import event_models
from jembatan.platform.ui.moments import day_text
from jembatan.programmes.models import Duty, Place
from jembatan.programmes.queries.change_words import said
from jembatan.programmes.queries.local_times import times_there


def duty_as_it_was(duty: Duty, noticed: datetime) -> Any:
    """What the history keeps of it before the change that somebody noticed then; None where it keeps nothing. Two queries at most."""
    history = event_models()[Duty._meta.label_lower].objects.filter(pgh_obj=duty).order_by("-pgh_id")
    changed = history.filter(pgh_created_at__lte=noticed).first()
    return history.filter(version__lt=changed.version).first() if changed else None


def duty_changes_told(was: Any, duty: Duty) -> list[str]:
    """What it asks of officers now and did not before, the time first. `was` has the fields of a duty."""
    pairs = {
        _("time"): _times(was, duty),
        _("place"): (_place(was), _place(duty)),
        _("officers"): (str(was.officers), str(duty.officers)),
        _("language"): (_language(was), _language(duty)),
        _("experience"): (was.get_level_display(), duty.get_level_display()),
        _("title"): (was.title, duty.title),
    }
    return [said(name, *pair) for name, pair in pairs.items() if pair[0] != pair[1]]


def _times(was: Any, duty: Duty) -> tuple[str, str]:
    """With their days, where these differ."""
    zone = duty.programme.zone
    first, second = (times_there(each.starts_at, zone, each.ends_at, zone) for each in (was, duty))
    if was.day == duty.day:
        return first, second
    return f"{day_text(was.day)}, {first}", f"{day_text(duty.day)}, {second}"


def _place(duty: Any) -> str:
    """Its name; nothing for one that has gone since."""
    return str(Place.objects.filter(pk=duty.place_id).first() or "") if duty.place_id else ""


def _language(duty: Any) -> str:
    return f"{spoken_name(duty.language)} {duty.least_cefr}" if duty.language else ""
