"""A cleared brief by mail: a letter with the PDF, and the check that it goes to nobody whom it is not for."""

from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.accounts.queries.ourselves import ourselves
from jembatan.briefings.actions.make_brief import make_cleared
from jembatan.briefings.models import Brief
from jembatan.briefings.queries.writing.matter import BRIEF
from jembatan.briefings.queries.writing.standing import standing_of
from jembatan.briefings.queries.writing.visible import visible_briefs
from jembatan.correspondence.actions.outbox.checks import Objection
from jembatan.correspondence.formats.message import Address
from jembatan.correspondence.formats.outgoing import Letter
from jembatan.correspondence.formats.receivers import write_receivers
from jembatan.correspondence.models import Draft
from jembatan.meetings.models import Attendance
from jembatan.papers.actions.mail import letter_with
from jembatan.platform.access import require_writer


@transaction.atomic
def mail_brief(actor: Actor, brief: Brief) -> Draft:
    """A draft with exactly what was cleared, to those who take part or are on its list. Raises `Refused`."""
    require_writer(actor)
    current = visible_briefs(actor).get(pk=brief.pk)
    made = make_cleared(actor, current, form="pdf")
    return letter_with(
        actor,
        current,
        made.content,
        kind=BRIEF.kind,
        title=made.document.title,
        name=made.name,
        to=write_receivers(_receivers(actor, current)),
    )


def ask_brief(actor: Actor, draft: Draft, letter: Letter) -> list[Objection]:
    """A check of the outbox: a brief for us goes to nobody outside, and none once it is over."""
    if draft.matter_kind != BRIEF.kind or not draft.attachments.exists():
        return []
    brief = Brief.objects.filter(pk=draft.matter_id or 0).first()
    if brief is None or not standing_of(brief).holds:
        return [Objection(_("The brief of this mail is over, or was never cleared."), final=True)]
    us = ourselves(draft.desk)
    outside = [email for email in letter.receivers if email not in us]
    if outside and not brief.for_them:
        told = _("This brief is for us: it does not go to %(address)s. Write one for the other side.")
        return [Objection(told % {"address": outside[0]}, final=True)]
    return []


def _receivers(actor: Actor, brief: Brief) -> list[Address]:
    """The other side's guests of the meeting for theirs, the list for ours."""
    if not brief.for_them:
        readers = brief.readers.select_related("user").order_by("user__full_name")
        return [Address(each.user.full_name, each.user.email) for each in readers if each.user != actor.user]
    guests = Attendance.objects.filter(meeting=brief.meeting_id or 0, ours=False).exclude(email="")
    return [Address(each.name, each.email) for each in guests.order_by("pk")]
