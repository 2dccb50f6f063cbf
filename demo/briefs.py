"""The brief for tomorrow's meeting, written and cleared, so that there is something to speak from."""

import pgtrigger
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk
from jembatan.briefings.actions.clear import ask_for_clearance
from jembatan.briefings.actions.start import start_brief
from jembatan.briefings.actions.write import save_part
from jembatan.briefings.models import Brief, BriefClearance, BriefPartVersion, Part
from jembatan.meetings.models import Meeting
from jembatan.platform.imports.models import Batch

KEPT = ("briefings.BriefClearance:brief_clearance_is_kept",)
FOR = "Pilot training MoU: last open article"
WORDS = {
    Part.PURPOSE: "Agree on who signs for our side, and close article 7, so that the signing in December stands.",
    Part.CERTAIN: "The Director General signs for us\nEach side bears its own travel costs\nThe date of the signing",
    Part.POSSIBLE: "A second course in the autumn\nTwo observers from the ministry in Halvern",
    Part.IF_ASKED: (
        "Will there be a second group of pilots?\nWe begin with one group and decide after its first report.\n\n"
        "Who pays for the simulator?\nArticle 5: the host side."
    ),
    Part.NEVER: "Any sum for the training budget of next year.",
    Part.OURS: "The signed list of participants two weeks before the course.",
    Part.THEIRS: "Simulator hours for twelve pilots, free of charge.",
    Part.SENSITIVITIES: "The cancelled visit in spring is not mentioned first.",
    Part.COURTESY: "They are punctual to the minute. Ms van der Berg is addressed by her family name.",
    Part.LOGISTICS: "Video call; the link is in the invitation. Dial in at 13.50.",
    Part.SPEECH: (
        "Good afternoon, and thank you for making the time.\n\n"
        "Half a year ago we had one sentence on a page: our pilots should learn together.\n\n"
        "Today four articles say how, and one remains. We have looked at it with our lawyers and with our treasury.\n\n"
        "Our proposal is simple: each side bears its own travel. It is fair, it is quick, and it lets us sign this year.\n\n"
        "I look forward to your view."
    ),
}


def write_brief(writer: Actor, head: Actor) -> None:
    """It leaves no line in the journal, which would stay when the demo leaves."""
    meeting = Meeting.objects.get(desk=head.desk, title=FOR)
    brief = start_brief(writer, meeting, language="en")
    for part, text in WORDS.items():
        save_part(writer, brief, part, text, version=0)
    asked = ask_for_clearance(writer, brief)
    BriefClearance.objects.filter(pk=asked.pk).update(
        state=BriefClearance.State.CLEARED,
        decided_by=head.user,
        decided_at=timezone.now(),
    )


def take_brief_along(desk: Desk) -> None:
    """The brief goes with its meeting, unless somebody has written on it."""
    batches = Batch.objects.filter(desk=desk, is_demo=True).values("pk")
    written_on = BriefPartVersion.objects.values("brief")
    with pgtrigger.ignore(*KEPT):
        Brief.objects.filter(desk=desk, meeting__import_batch__in=batches).exclude(pk__in=written_on).delete()
