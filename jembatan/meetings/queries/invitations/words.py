"""What a mail about a meeting says to people, in the language of the desk; calendars read the part beside it."""

from zoneinfo import ZoneInfo

from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from jembatan.meetings.models import Attendance, Meeting
from jembatan.meetings.queries.wording import when_text

SUBJECTS = {
    "REQUEST": gettext_noop("Invitation: %(title)s"),
    "CHANGED": gettext_noop("Changed: %(title)s"),
    "CANCEL": gettext_noop("Called off: %(title)s"),
    "COUNTER": gettext_noop("Another time proposed: %(title)s"),
    "DECLINECOUNTER": gettext_noop("It stays at its time: %(title)s"),
    Attendance.Status.ACCEPTED: gettext_noop("Accepted: %(title)s"),
    Attendance.Status.TENTATIVE: gettext_noop("Perhaps: %(title)s"),
    Attendance.Status.DECLINED: gettext_noop("Declined: %(title)s"),
}
OPENINGS = {
    "REQUEST": gettext_noop("You are invited to this meeting."),
    "CHANGED": gettext_noop("This meeting has changed."),
    "CANCEL": gettext_noop("This meeting is called off, or goes on without you."),
    "COUNTER": gettext_noop("We propose another time for this meeting."),
    "DECLINECOUNTER": gettext_noop("Thank you for your proposal. The meeting stays at its time."),
    Attendance.Status.ACCEPTED: gettext_noop("We come to this meeting."),
    Attendance.Status.TENTATIVE: gettext_noop("We perhaps come to this meeting."),
    Attendance.Status.DECLINED: gettext_noop("We do not come to this meeting."),
}


def words_of(meeting: Meeting, about: str, *, comment: str = "", page: str = "") -> tuple[str, str]:
    """Subject and text. `about` is a method of iTIP, CHANGED, or the answer that we give; `page` is the guest's own."""
    with (
        translation.override(meeting.desk.language),
        timezone.override(ZoneInfo(meeting.zone or meeting.desk.time_zone)),
    ):
        subject = _(SUBJECTS[about]) % {"title": meeting}
        facts = [
            (_("When"), when_text(meeting, meeting.begins, meeting.finishes)),
            (_("Place"), meeting.location),
            (_("Link"), meeting.url),
            (_("Join online"), "" if meeting.join_url == meeting.url else meeting.join_url),
            (_("Agenda and papers"), page),
        ]
        told = "\n".join(f"{name}: {value}" for name, value in facts if value)
        asked = _("Please answer with your calendar, or with a reply to this mail.")
        parts = [
            _(OPENINGS[about]),
            comment,
            f"{meeting}\n{told}",
            meeting.description if about in {"REQUEST", "CHANGED"} else "",
            asked if about in {"REQUEST", "CHANGED"} else "",
        ]
    return subject, "\n\n".join(part for part in parts if part)
