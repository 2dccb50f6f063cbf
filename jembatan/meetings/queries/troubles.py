"""Why an invitation or an answer was not followed, in sentences of the reader's language."""

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from jembatan.meetings.formats.itip.trouble import Trouble

SENTENCES: dict[Trouble, str] = {
    Trouble.NO_CALENDAR: _("The message holds no calendar that can be read."),
    Trouble.NO_METHOD: _("The message does not say what it wants (METHOD)."),
    Trouble.UNKNOWN_METHOD: _("Nobody knows what %(about)s asks for."),
    Trouble.NO_EVENT: _("The message is about no meeting (VEVENT)."),
    Trouble.SEVERAL_MEETINGS: _("The message is about several meetings, or about none that has a UID."),
    Trouble.SEVERAL_ORGANISERS: _("The meeting has several organisers: %(about)s."),
    Trouble.UNKNOWN_MEETING: _("There is no such meeting here: %(about)s."),
    Trouble.OTHER_ORGANISER: _("The meeting is not organised by %(about)s."),
    Trouble.NOT_FROM: _("The message comes from %(about)s, who may not speak for whom it names."),
    Trouble.NOT_INVITED: _("%(about)s was not invited."),
    Trouble.NO_ANSWER: _("The message does not say whether anybody comes."),
    Trouble.OUTDATED: _("The message is about version %(about)s of the meeting, which has changed since."),
    Trouble.REPLAYED: _("A newer message has been read already."),
    Trouble.NO_SUCH_DAY: _("The meeting does not take place at %(about)s."),
    Trouble.MISSED_SOME: _("A version of the meeting is missing: its organiser has to be asked for it."),
}


def told_trouble(trouble: Trouble, about: str) -> str:
    """The sentence for people, in the current language."""
    shown = about.removeprefix("mailto:") or "?"
    sentence = gettext(SENTENCES[trouble])
    return sentence % {"about": shown} if "%(about)s" in sentence else sentence
