"""The letter that brings a partner their link: in their language, with what is open on their side."""

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jembatan.directory.queries.salutations import salutation
from jembatan.dossiers.models import FollowUp, Step
from jembatan.dossiers.queries.follow_up import house_of, link_of, their_steps
from jembatan.dossiers.queries.partner_plan import days_of
from jembatan.platform.ui.moments import day_text


def subject_of(follow_up: FollowUp) -> str:
    """Without the title of the dossier, which may be marked higher."""
    with translation.override(follow_up.language):
        return _("Our common plan: your steps, %(house)s") % {"house": house_of(follow_up)}


def text_of(follow_up: FollowUp) -> str:
    """All of its words; it says of the plan what the link shows, and nothing else."""
    with translation.override(follow_up.language):
        steps = [f"– {each.title}, {days_of(each)}" for each in their_steps(follow_up) if _is_open(each)]
        until = {"day": day_text(timezone.localdate(follow_up.until))}
        invitation = _(
            "At this address you can confirm your steps, tell us what is done or ask for another day. You need no account; the link is yours alone and good until %(day)s:"
        )
        parts = [
            salutation(follow_up.person, language=follow_up.language),
            *(["\n".join([_("These steps of our common plan are yours:"), *steps])] if steps else []),
            f"{invitation % until}\n{link_of(follow_up)}",
            _("Thank you very much."),
        ]
        return "\n\n".join(parts) + "\n"


def _is_open(step: Step) -> bool:
    return step.state == Step.State.OPEN
