"""What kinds of meetings usually go through: an agenda to start from."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Kind:
    """`points` are titles with their minutes (None: what is left) and whether one of ours speaks."""

    label: Promise
    points: tuple[tuple[Promise, int | None, bool], ...]


KINDS: dict[str, Kind] = {
    "bilateral": Kind(
        _("Bilateral talk"),
        (
            (_("Welcome and introductions"), 5, True),
            (_("What has happened since the last meeting"), 10, False),
            (_("Our points"), None, True),
            (_("Their points"), 15, False),
            (_("What was agreed, who does what by when"), 10, False),
        ),
    ),
    "committee": Kind(
        _("Committee"),
        (
            (_("Opening and agreement on the agenda"), 5, True),
            (_("Minutes of the last meeting"), 5, False),
            (_("Open actions"), 10, False),
            (_("Matters for discussion"), None, False),
            (_("Decisions"), 10, False),
            (_("Any other business and next date"), 5, False),
        ),
    ),
    "press": Kind(
        _("Press conference"),
        (
            (_("Welcome and rules of the house"), 3, True),
            (_("Statement"), 10, True),
            (_("Questions"), None, False),
            (_("Closing, contact for further questions"), 2, True),
        ),
    ),
    "visit": Kind(
        _("Site visit"),
        (
            (_("Reception and safety instruction"), 10, True),
            (_("Tour"), None, False),
            (_("Talk at the table"), 30, True),
            (_("Farewell and what follows"), 5, False),
        ),
    ),
}
