"""What an officer whose phone does not ring is told of their duties, by letter or by somebody: the words alone."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.deployment.models import Assignment
from jembatan.field.queries.away import Away, all_said_away
from jembatan.field.queries.duties import seats_of_all
from jembatan.platform.ui.moments import clock_text, day_text
from jembatan.programmes.models import Officer
from jembatan.programmes.queries.desk_words import in_their_words

AHEAD = timedelta(days=3)
"""What lies further ahead is told once it is nearer."""


@dataclass(frozen=True, slots=True)
class ChangeLetter:
    """In the language of the desk."""

    subject: str
    text: str


def change_letters(
    officers: Collection[Officer], now: datetime, *, first: Collection[int]
) -> dict[int, ChangeLetter]:
    """By officer: the duties of the next days as they stand now, or all that lie ahead, to those who hear of them `first`. Three queries."""
    seats: defaultdict[int, list[Assignment]] = defaultdict(list)
    for seat in seats_of_all(officers).filter(duty__ends_at__gt=now):
        if seat.officer_id in first or seat.duty.starts_at < now + AHEAD:
            seats[seat.officer_id].append(seat)
    away = all_said_away(officers, now)
    return {
        each.pk: _letter(each, seats[each.pk], away[each.pk], first=each.pk in first) for each in officers
    }


def _letter(officer: Officer, seats: list[Assignment], away: Away, *, first: bool) -> ChangeLetter:
    with in_their_words(officer.programme):
        subject, told = _words(first=first)
        lines = [
            told % {"name": officer.call_name or officer.full_name, "programme": officer.programme},
            "\n".join(_line(seat, away) for seat in seats) or _("None"),
            _("All of it stands on your phone: %(link)s")
            % {"link": settings.PUBLIC_URL + reverse("field:duty")},
        ]
        return ChangeLetter(subject % {"programme": officer.programme}, "\n\n".join(lines))


def _words(*, first: bool) -> tuple[str, str]:
    if first:
        return _("Your duties: %(programme)s"), _("%(name)s, these are your duties at %(programme)s:")
    return _("Changes: %(programme)s"), _(
        "%(name)s, something has changed in your days at %(programme)s. Your duties of the next days are now:"
    )


def _line(seat: Assignment, away: Away) -> str:
    duty = seat.duty
    expected = _("you are expected all the same") if away.is_expected(duty) else ""
    times = f"{day_text(timezone.localtime(duty.starts_at))}, {clock_text(duty.starts_at)}–{clock_text(duty.ends_at)}"
    return f"• {times}: " + ", ".join(filter(None, [str(duty), str(duty.place or ""), expected]))
