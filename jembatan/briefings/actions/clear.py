"""Asking for clearance of a brief, clearing it, giving it back. What is cleared is the whole document, as it was read."""

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.briefings.actions.hold import held
from jembatan.briefings.actions.told import CLEARED, tell_about
from jembatan.briefings.models import Brief, BriefClearance
from jembatan.briefings.queries.compose import partners_at
from jembatan.briefings.queries.writing.visible import visible_briefs, whoever_reads
from jembatan.briefings.queries.writing.whole import AboutNothing, document_now
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import MarkingLimit
from jembatan.directory.models import Organisation
from jembatan.papers.actions.decide import ask, clear, give_back, still_asked, withdraw
from jembatan.platform.access import require_head, require_writer
from jembatan.platform.documents.model import Document
from jembatan.platform.documents.plain import as_plain
from jembatan.platform.markings import Marking, highest


@transaction.atomic
def ask_for_clearance(actor: Actor, brief: Brief) -> BriefClearance:
    """The document as it stands is put before the head. Raises `Refused` where it is over, or holds what its marking cannot carry.

    A brief for us takes the highest marking of what it holds. An earlier question that nobody has decided is withdrawn.
    """
    require_writer(actor)
    current = held(actor, brief)
    if current.expires_at <= timezone.now():
        raise Refused(_("This brief is over. Say first until when it holds."))
    try:
        document = document_now(current, by=actor.name)
    except AboutNothing:
        raise Refused(_("What this brief was about has been taken back.")) from None
    if current.for_them:
        _refuse_what_is_not_for_them(current, document)
    return ask(
        current.clearances,
        current,
        as_plain(document),
        desk=current.desk,
        expires_at=current.expires_at,
        asked_by=actor.user,
    )


@transaction.atomic
def withdraw_question(actor: Actor, clearance: BriefClearance) -> BriefClearance:
    """Nobody needs to decide any more. Raises `Refused` for what is decided."""
    require_writer(actor)
    return withdraw(_asked(actor, clearance))


@transaction.atomic
def clear_brief(actor: Actor, clearance: BriefClearance) -> BriefClearance:
    """What was read is what holds from now on. Raises `Refused` where the words have changed since it was asked, or it is over."""
    require_head(actor)
    asked = _asked(actor, clearance)
    if asked.expires_at <= timezone.now():
        raise Refused(_("This brief is over. Say first until when it holds."))
    clear(actor, asked)
    with translation.override(actor.desk.language):
        told = _("Brief cleared: %(subject)s") % {"subject": asked.brief}
    tell_about(actor, CLEARED, asked.brief, told, marking=asked.marking)
    return asked


@transaction.atomic
def return_brief(actor: Actor, clearance: BriefClearance, *, comment: str) -> BriefClearance:
    """Back to whoever asked, with what has to change. Raises `Refused`."""
    require_head(actor)
    return give_back(actor, _asked(actor, clearance), comment=comment)


def _asked(actor: Actor, clearance: BriefClearance) -> BriefClearance:
    """Locked, its brief too; `DoesNotExist` for one of a brief that the actor cannot see."""
    brief = held(actor, visible_briefs(actor).get(clearances=clearance))
    return still_asked(brief.clearances, clearance)


def _refuse_what_is_not_for_them(brief: Brief, document: Document) -> None:
    carried = Marking(brief.marking)
    if document.marking != carried:
        raise Refused(
            _("It holds what is marked %(marking)s, and its own marking carries no more than %(carried)s.")
            % {"marking": document.marking, "carried": carried}
        )
    partners = _partners(brief)
    for limit in MarkingLimit.objects.filter(organisation__in=partners).select_related("organisation"):
        if highest([limit.highest, carried]) != limit.highest:
            raise Refused(
                _("Nothing above %(marking)s goes to %(name)s.")
                % {"marking": limit.highest, "name": limit.organisation}
            )


def _partners(brief: Brief) -> tuple[Organisation, ...]:
    if brief.meeting is not None:
        return partners_at(whoever_reads(brief), brief.meeting)
    return (brief.organisation,) if brief.organisation else ()
