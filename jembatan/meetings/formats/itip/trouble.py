"""Why a message is not followed, by kind, so that people may be told in their language."""

from enum import StrEnum


class Trouble(StrEnum):
    """Each kind of trouble; what `about` holds is said beside it."""

    NO_CALENDAR = "no-calendar"
    NO_METHOD = "no-method"
    UNKNOWN_METHOD = "unknown-method"  # about: the method
    NO_EVENT = "no-event"
    SEVERAL_MEETINGS = "several-meetings"
    SEVERAL_ORGANISERS = "several-organisers"  # about: their addresses
    UNKNOWN_MEETING = "unknown-meeting"  # about: the UID
    OTHER_ORGANISER = "other-organiser"  # about: the address
    NOT_FROM = "not-from"  # about: the address that it is from
    NOT_INVITED = "not-invited"  # about: the address
    NO_ANSWER = "no-answer"
    OUTDATED = "outdated"  # about: the SEQUENCE
    REPLAYED = "replayed"
    NO_SUCH_DAY = "no-such-day"  # about: the RECURRENCE-ID
    MISSED_SOME = "missed-some"


class Unusable(ValueError):
    """The message or calendar as a whole cannot be followed."""

    def __init__(self, trouble: Trouble, about: str = "") -> None:
        super().__init__(f"{trouble} {about}".strip())
        self.trouble = trouble
        self.about = about


type Told = list[tuple[Trouble, str]]
