"""The first step in words, in the language of whoever gets it."""

from django.utils import translation
from django.utils.translation import gettext as _

from jembatan.radar.models import Signal


def drafted(signal: Signal, *, language: str) -> tuple[str, str]:
    """Subject and text, without salutation and ending; ("", "") where the first step is no mail."""
    with translation.override(language):
        subject, text = _words(signal)
        told = {"name": "", "first": "", "second": "", **signal.told}
        return subject % told, text % told


def _words(signal: Signal) -> tuple[str, str]:
    theirs = signal.told.get("side") == "theirs"
    match signal.rule:
        case "unanswered" if theirs:
            return "", _(
                "May I come back to this? A short answer, or a day on which we may expect one, would help us."
            )
        case "unanswered" | "repeated-question" | "absent":
            return "", _("Thank you for your patience; you should have heard from us sooner. ")
        case "promise" if theirs:
            return "%(name)s", _(
                "You kindly promised us: %(name)s. May I ask how it stands, and by which day we may count on it?"
            )
        case "promise":
            return "%(name)s", _(
                "We had promised you: %(name)s. I am sorry that it has not reached you yet. It will be with you by "
            )
        case "contradiction":
            return _("A correction"), _(
                "You have received two answers from us: %(first)s and %(second)s. Please take note that the right one is "
            )
        case "expired-line":
            return "%(name)s", _(
                "What we told you about this is no longer our position of today. Our present wording is: "
            )
        case "contact":
            return _("Whom may we write to?"), _(
                "Our mail to %(name)s no longer reaches anybody. May I ask who has taken over, and at which address?"
            )
        case "silence":
            return _("Keeping in touch"), _(
                "We have not spoken for a while. Is there anything that you are waiting for from us, or that has changed on your side?"
            )
        case "slower":
            return _("How may we make it easier?"), _(
                "I have the impression that our questions reach you at a busy time. Would another person, another channel or a fixed day suit you better?"
            )
        case "bottleneck":
            return _("A second person for you"), _(
                "So that you always reach somebody, I should like to introduce a colleague who will be copied in from now on: "
            )
        case "read-back":
            return "", _(
                "So that we are sure to mean the same: may I ask you to say in one sentence how you understand this?"
            )
        case "overload":
            return _("What is open between us"), _(
                "Several of us have written to you lately. So that you have it in one place, this is what is open: "
            )
        case _:
            return "", ""
