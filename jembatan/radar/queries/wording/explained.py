"""The sentence that says what was found, with its figures and the threshold that it has passed."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from jembatan.directory.formats.places import language_name
from jembatan.radar.models import Signal

type Told = dict[str, Any]


def explained(signal: Signal) -> str:
    """In the language in force."""
    told: Told = {"party": signal.party or _("somebody"), **signal.told}
    for name in ("days", "usual", "longest"):
        if name in told:
            told[name] = days_told(told[name])
    if "minutes" in told:
        told["ago"] = minutes_told(told["minutes"])
    return _SENTENCES[signal.rule](told) % told


def days_told(number: float) -> str:
    """ "1 day", "12 days"."""
    shown = int(number) if float(number).is_integer() else number
    return ngettext("%(number)s day", "%(number)s days", max(1, round(number))) % {"number": shown}


def minutes_told(number: int) -> str:
    """ "5 minutes", "3 hours"."""
    if number < 120:
        return ngettext("%(number)s minute", "%(number)s minutes", number) % {"number": number}
    return ngettext("%(number)s hour", "%(number)s hours", number // 60) % {"number": number // 60}


def language_told(number: int) -> str:
    """The language that the number stands for (its two letters, one behind the other)."""
    return language_name(chr(number >> 8) + chr(number & 255), (get_language() or "id")[:2])


def _unanswered(told: Told) -> str:
    ours = told["side"] == "ours"
    if told["by"] == "pace":
        return (
            _(
                "%(party)s has waited for our answer to “%(name)s” for %(days)s; nine in ten of our answers to them come within %(usual)s."
            )
            if ours
            else _(
                "%(party)s has not answered “%(name)s” for %(days)s; nine in ten of their answers come within %(usual)s."
            )
        )
    if told["by"] == "deadline":
        return (
            _("%(party)s has waited for our answer to “%(name)s” for %(days)s; it was due after %(usual)s.")
            if ours
            else _("%(party)s has not answered “%(name)s” for %(days)s; it was due after %(usual)s.")
        )
    return (
        _("%(party)s wants an answer to “%(name)s”, and nobody has begun one.")
        if ours
        else _("%(party)s has not answered “%(name)s”.")
    )


def _promise(told: Told) -> str:
    ours = told["side"] == "ours"
    if told["fault"] == "late":
        return (
            _("We have promised %(party)s “%(name)s”; its day was %(days)s ago.")
            if ours
            else _("%(party)s has promised us “%(name)s”; its day was %(days)s ago.")
        )
    if told["fault"] == "moved":
        return _("The day of “%(name)s” with %(party)s has been moved %(moved)s times.")
    return (
        _("We promised %(party)s “%(name)s” %(days)s ago, without a day, and have not come back to it.")
        if ours
        else _("%(party)s promised us “%(name)s” %(days)s ago, without a day, and has not come back to it.")
    )


def _contact(told: Told) -> str:
    if told["fault"] == "left":
        return _("%(name)s has left %(party)s, and we still write there.")
    return _("Mail to %(name)s at %(party)s comes back.")


def _absent(told: Told) -> str:
    if told["fault"] == "gone":
        return _("%(who)s leads the relation with %(party)s, and is no longer at this desk.")
    return _(
        "%(who)s, who leads the relation with %(party)s, has not been seen at work for %(days)s; meanwhile they have written %(number)s times."
    )


def _no_deputy(told: Told) -> str:
    if told["fault"] == "nobody":
        return _(
            "Nobody is named for %(party)s, although we were in touch on %(days)s of the last four months."
        )
    return _(
        "%(who)s leads the relation with %(party)s, and nobody stands in; we were in touch on %(days)s of the last four months."
    )


def _language(told: Told) -> str:
    told["theirs"], told["ours"] = language_told(told["theirs"]), language_told(told["ours"])
    return _("%(party)s writes to us in %(theirs)s; %(number)s of our last five mails were in %(ours)s.")


def _not_come(told: Told) -> str:
    if told["fault"] == "missing":
        return _("%(name)s did not come to “%(duty)s”, which began %(ago)s ago.")
    return _("%(name)s is late for “%(duty)s”, which began %(ago)s ago.")


def _handover(told: Told) -> str:
    if told["fault"] == "begun":
        return _(
            "%(name)s has not acknowledged what %(before)s handed over %(ago)s ago, and the first duty has begun."
        )
    return _("%(name)s has not acknowledged what %(before)s handed over %(ago)s ago.")


_SENTENCES: dict[str, Callable[[Told], str]] = {
    "unanswered": _unanswered,
    "promise": _promise,
    "contradiction": lambda told: _(
        "%(who)s told %(party)s %(first)s, and %(other)s told them %(second)s, both about: %(name)s."
    ),
    "expired-line": lambda told: _(
        "The line “%(name)s” was said to %(party)s %(days)s after its time was over."
    ),
    "contact": _contact,
    "silence": lambda told: _(
        "Nothing from or to %(party)s for %(days)s. Usually there is something every %(usual)s, and hardly ever a pause of more than %(longest)s."
    ),
    "slower": lambda told: _(
        "The last four answers of %(party)s took %(days)s in the middle; before, it was %(usual)s."
    ),
    "repeated-question": lambda told: _(
        "%(party)s has asked %(times)s times, and has no answer yet: %(name)s."
    ),
    "silo": lambda told: _(
        "%(department)s (%(who)s) and %(second)s (%(other)s) both write to %(party)s, and have no conversation in common."
    ),
    "bottleneck": lambda told: _(
        "%(who)s has written %(share)s %% of our %(number)s mails to %(party)s in four months."
    ),
    "no-deputy": _no_deputy,
    "absent": _absent,
    "read-back": lambda told: _(
        "“%(name)s” was to be said back %(days)s ago; %(missing)s of %(asked)s at %(party)s have not."
    ),
    "overload": lambda told: _(
        "%(number)s of ours have written %(mails)s mails to %(name)s (%(party)s) within two weeks."
    ),
    "language": _language,
    "hours": lambda told: _("%(number)s of our last %(of)s mails to %(party)s arrived in their night."),
    "minutes": lambda told: _(
        "“%(name)s” with %(party)s was %(days)s ago and has no minutes; usually they are begun within %(usual)s."
    ),
    "carried-action": lambda told: _(
        "“%(name)s” has been carried past %(times)s meetings with %(party)s, and is still open."
    ),
    "not-come": _not_come,
    "handover": _handover,
}
