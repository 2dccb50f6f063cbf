"""What is wrong with a file, in sentences of the reader's language."""

from django.utils.translation import gettext_noop as _

from jembatan.meetings.formats.defect import Defect, Fault
from jembatan.platform.imports.reasons import because
from jembatan.platform.imports.reasons import told as reason_told

SENTENCES: dict[Fault, str] = {
    Fault.NO_END: _("%(about)s has no END."),
    Fault.CLOSES_NOTHING: _("END:%(about)s closes nothing."),
    Fault.TOO_DEEP: _("%(about)s is nested too deeply and is left out."),
    Fault.OUTSIDE: _("This line stands outside of any component."),
    Fault.LINE: _("This line could not be read: %(detail)s"),
    Fault.PROPERTY: _("%(about)s could not be read: %(detail)s"),
    Fault.COMPONENT: _("This component could not be read: %(detail)s"),
    Fault.CALENDAR_ZONE: _("X-WR-TIMEZONE names no known zone: %(detail)s"),
    Fault.NO_BEGINNING: _("The event does not say when it begins (DTSTART)."),
    Fault.BEYOND_YEARS: _("The event begins outside of the calendar's years."),
    Fault.ENDS_BEFORE: _("The event ends before it begins: its two times are exchanged."),
    Fault.UNKNOWN_ZONE: _("Nobody knows the zone %(about)s: the time is kept as a wall clock's."),
    Fault.OWN_ZONE: _("The file's own zone behaves like none that is known: its times are kept in UTC."),
    Fault.RULE: _("A rule of repetition could not be read and is left out."),
    Fault.DATE: _("A date of %(about)s could not be read and is left out."),
    Fault.NO_OCCURRENCES: _("The event %(about)s has no occurrences that can be told: %(detail)s"),
    Fault.NO_MEETING: _("The row says that there was no meeting."),
    Fault.NO_PARTY_NO_PURPOSE: _("The row names neither an organisation nor a purpose."),
    Fault.NO_DATE: _("The row says no date, and no row above does."),
    Fault.NOT_A_DATE: _("The date “%(about)s” could not be understood."),
    Fault.YEAR_TAKEN: _("The date “%(about)s” names no year; %(detail)s was taken."),
}


def reason_of(defect: Defect) -> str:
    """The sentence as an import keeps it."""
    values = {"about": defect.about, "detail": defect.detail}
    sentence = SENTENCES[defect.fault]
    used = {name: value for name, value in values.items() if f"%({name})" in sentence}
    return because(sentence, **used) if used else sentence


def told(defect: Defect) -> str:
    """The sentence for people, in the current language."""
    return reason_told(reason_of(defect))
