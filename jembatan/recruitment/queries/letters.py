"""Courteous letters to applicants, in their language. Each gives the link by which they see what stands of theirs."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from jembatan.platform.ui.moments import day_text, moment_text
from jembatan.recruitment.models import Application, InterviewSlot
from jembatan.recruitment.queries.link import house_of, kept_until, link_of, on_their_clock

type Letter = tuple[str, str]
"""Subject and text."""


OF_INTERVIEW = frozenset({"booked", "called_off", "dropped", "withdrawn"})


def letter_to(application: Application, kind: str, slot: InterviewSlot | None = None) -> Letter:
    """`kind` is "receipt", "again", a state of the application, or of the interview that it has at `slot`: "booked", "called_off", "dropped" for good."""
    with on_their_clock(application.call, application.language):
        words = {
            "name": application.call_name or application.full_name,
            "title": application.call.title(application.language),
            "house": house_of(application.call),
            "number": application.number,
            "link": link_of(application),
            "until": day_text(kept_until(application.call).date()),
        }
        if kind in OF_INTERVIEW:
            assert slot is not None
            words["moment"] = moment_text(slot.during.lower)
            words["place"] = " · ".join(filter(None, (slot.place, slot.interviewer.full_name)))
        subject, body = (text % words for text in _LETTERS[kind]())
        opening = _("Dear %(name)s,") % words
        closing = _("Kind regards,\n%(house)s") % words
    return subject, f"{opening}\n\n{body}\n\n{closing}\n"


def _receipt() -> Letter:
    return _("Your application has arrived: %(title)s"), _(
        "Thank you for your application. It has the number %(number)s.\n\n"
        "By this link you see how it stands, add what is missing, withdraw it, take your data with you or have it deleted:\n"
        "%(link)s\n\n"
        "The link is yours alone; please do not pass it on. If you are not taken on, your data is deleted by %(until)s."
    )


def _again() -> Letter:
    return _("You have applied already: %(title)s"), _(
        "Somebody has just sent an application with this mail address. There is one already, with the number %(number)s,"
        " and it stays as it is. If it was you, change it by this link:\n%(link)s\n\n"
        "If it was not you, there is nothing to do."
    )


def _shortlisted() -> Letter:
    return _("We would like to get to know you: %(title)s"), _(
        "Thank you for your patience. Your application has convinced us, and we would like to talk with you."
        " Please choose a time for the interview by this link:\n%(link)s"
    )


def _booked() -> Letter:
    return _("Your interview on %(moment)s: %(title)s"), _(
        "We look forward to talking with you.\n\n%(moment)s\n%(place)s\n\n"
        "If you cannot come then, please choose another time by this link:\n%(link)s"
    )


def _called_off() -> Letter:
    return _("Another time for your interview: %(title)s"), _(
        "We are sorry: the interview on %(moment)s cannot take place. We would still like to talk with you."
        " Please choose another time by this link:\n%(link)s"
    )


def _dropped() -> Letter:
    return _("Your interview on %(moment)s: %(title)s"), _(
        "We are sorry: the interview on %(moment)s does not take place. How your application stands you always see here:\n%(link)s"
    )


def _withdrawn() -> Letter:
    return _("Your application is withdrawn: %(title)s"), _(
        "As you wish, your application is withdrawn, and the interview on %(moment)s does not take place."
        " If you would like to take part after all, say so by this link:\n%(link)s"
    )


def _waiting() -> Letter:
    return _("You are on the waiting list: %(title)s"), _(
        "Thank you for your application. At the moment all places are taken, but you are on our waiting list,"
        " and we write to you as soon as a place becomes free. How it stands you always see here:\n%(link)s"
    )


def _accepted() -> Letter:
    return _("Welcome: %(title)s"), _(
        "We are glad to tell you that you are taken on. We write to you about training and your first duties."
        " What we know about you, you see here:\n%(link)s"
    )


def _declined() -> Letter:
    return _("Your application: %(title)s"), _(
        "Thank you very much for the time and care that you have put into your application. Many more people have applied"
        " than there are places, and this time we cannot offer you one. This says nothing about your worth, and we would be"
        " glad to hear from you again.\n\n"
        "Your data is deleted by %(until)s, or at once, if you wish so, by this link:\n%(link)s"
    )


_LETTERS: dict[str, Callable[[], Letter]] = {
    "receipt": _receipt,
    "again": _again,
    "shortlisted": _shortlisted,
    "booked": _booked,
    "called_off": _called_off,
    "dropped": _dropped,
    "withdrawn": _withdrawn,
    "waiting": _waiting,
    "accepted": _accepted,
    "declined": _declined,
}
