"""Frameworks that every desk can start a plan from, in the words of the current language."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

type Words = str | Promise


@dataclass(frozen=True, slots=True)
class StepKind:
    """Days count from the first day of the plan; `after` is the position of an earlier step, from 1."""

    title: Words
    begins: int | None
    ends: int | None
    ours: bool = True
    theirs: bool = False
    after: int | None = None


@dataclass(frozen=True, slots=True)
class ObjectiveKind:
    """What is to be reached, and what is counted."""

    text: Words
    measure: Words = ""


@dataclass(frozen=True, slots=True)
class FrameworkKind:
    """A kind of collaboration."""

    label: Words
    steps: tuple[StepKind, ...]
    objectives: tuple[ObjectiveKind, ...] = ()


KINDS: dict[str, FrameworkKind] = {
    "mou": FrameworkKind(
        _("Memorandum of understanding"),
        (
            StepKind(_("Sound out what both sides want"), 0, 14, theirs=True),
            StepKind(_("Obtain the mandate to negotiate"), 7, 21),
            StepKind(_("Draft the text"), 21, 42, after=2),
            StepKind(_("Comment on the draft"), 42, 63, ours=False, theirs=True, after=3),
            StepKind(_("Legal review on both sides"), 63, 84, theirs=True, after=4),
            StepKind(_("Agree on the final text"), 84, 98, theirs=True, after=5),
            StepKind(_("Sign"), 105, 105, theirs=True, after=6),
            StepKind(_("First review of what was agreed"), 195, 195, theirs=True, after=7),
        ),
        (
            ObjectiveKind(_("Both sides agree on the text"), _("articles agreed")),
            ObjectiveKind(_("What was agreed is carried out"), _("activities carried out")),
        ),
    ),
    "event": FrameworkKind(
        _("Joint event"),
        (
            StepKind(_("Agree on purpose, date and budget"), 0, 14, theirs=True),
            StepKind(_("Book the venue"), 10, 24, after=1),
            StepKind(_("Settle programme and speakers"), 14, 42, theirs=True, after=1),
            StepKind(_("Send the invitations"), 42, 49, after=3),
            StepKind(_("Name your delegation"), 49, 63, ours=False, theirs=True, after=4),
            StepKind(_("Protocol, security and interpreters"), 49, 77),
            StepKind(_("Hold the event"), 84, 84, theirs=True),
            StepKind(_("Report and letters of thanks"), 85, 98, after=7),
        ),
        (ObjectiveKind(_("The invited take part"), _("participants")),),
    ),
    "investigation": FrameworkKind(
        _("Joint investigation"),
        (
            StepKind(_("Agree on the scope and who leads"), 0, 7, theirs=True),
            StepKind(_("Name contact persons on both sides"), 0, 7, theirs=True),
            StepKind(_("Agree on how evidence and data are exchanged"), 7, 21, theirs=True, after=1),
            StepKind(_("Collect and exchange evidence"), 21, 63, theirs=True, after=3),
            StepKind(_("Interim findings"), 42, 42, after=3),
            StepKind(_("Comment on the findings"), 63, 77, ours=False, theirs=True, after=4),
            StepKind(_("Final report"), 77, 91, theirs=True, after=6),
        ),
        (ObjectiveKind(_("Questions of the investigation are answered"), _("questions answered")),),
    ),
    "standards": FrameworkKind(
        _("Standards liaison"),
        (
            StepKind(_("Name experts for the working group"), 0, 14, theirs=True),
            StepKind(_("Compare the standards of both sides"), 14, 56, theirs=True, after=1),
            StepKind(_("List the gaps and propose how to close them"), 56, 77, after=2),
            StepKind(_("Comment on the proposal"), 77, 98, ours=False, theirs=True, after=3),
            StepKind(_("Trial in practice"), 98, 154, theirs=True, after=4),
            StepKind(_("Adopt and publish"), 154, 175, theirs=True, after=5),
        ),
        (ObjectiveKind(_("Differences between the standards are closed"), _("gaps closed")),),
    ),
    "permit": FrameworkKind(
        _("Site permit"),
        (
            StepKind(_("Clarify which permits are needed"), 0, 7),
            StepKind(_("Hand in the application with its documents"), 7, 28, after=1),
            StepKind(_("Check the documents"), 28, 42, ours=False, theirs=True, after=2),
            StepKind(_("Inspect the site together"), 42, 49, theirs=True, after=3),
            StepKind(_("Talk with those who live and work there"), 42, 63, theirs=True),
            StepKind(_("Remedy what was found"), 49, 70, after=4),
            StepKind(_("Decide on the permit"), 70, 84, ours=False, theirs=True, after=6),
        ),
        (ObjectiveKind(_("All permits are granted"), _("permits granted")),),
    ),
}
