"""Beginning to write a brief, and putting one away."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.briefings.actions.hold import held
from jembatan.briefings.models import Audience, Brief
from jembatan.briefings.queries.writing.visible import briefs_on
from jembatan.correspondence.actions.refusals import Refused
from jembatan.directory.models import Organisation
from jembatan.meetings.models import Meeting
from jembatan.papers.actions.put_away import bring_back, discard
from jembatan.papers.queries.fingerprint import fingerprint
from jembatan.platform.access import require_writer
from jembatan.platform.markings import Marking, highest

HOLDS_FOR = timedelta(days=30)
AFTER_THE_MEETING = timedelta(hours=12)
FOR_THEM_AT_MOST = Marking.AMBER


@transaction.atomic
def start_brief(
    actor: Actor,
    subject: Organisation | Meeting,
    *,
    audience: Audience = Audience.OURS,
    language: str,
    exactly: bool = False,
) -> Brief:
    """One that nobody has begun for this subject and audience; else the one that stands. Raises `Refused`.

    One that a colleague has begun in another language is gone on with, too, unless `exactly` this language is wanted.
    It holds until the meeting is over, one about an organisation for thirty days.
    """
    require_writer(actor)
    type(subject).objects.select_for_update(of=("self",)).get(
        pk=subject.pk
    )  # two who begin at once begin one
    begun = list(briefs_on(actor, subject).filter(audience=audience))
    found = [each for each in begun if each.language == language] or ([] if exactly else begun)
    if found:
        return found[0]
    meeting, organisation = (subject, None) if isinstance(subject, Meeting) else (None, subject)
    marking = highest([Marking.GREEN, *([meeting.marking] if meeting else [])])
    if audience == Audience.THEIRS and highest([marking, FOR_THEM_AT_MOST]) != FOR_THEM_AT_MOST:
        raise Refused(
            _("The meeting is marked %(marking)s: nothing of it goes to the other side.")
            % {"marking": marking}
        )
    now = timezone.now()
    holds_until = meeting.finishes + AFTER_THE_MEETING if meeting else now + HOLDS_FOR
    brief = Brief(
        desk=actor.desk,
        meeting=meeting,
        organisation=organisation,
        title=_title(subject, language),
        audience=audience,
        language=language,
        marking=marking,
        expires_at=(holds_until if holds_until > now else now + HOLDS_FOR).replace(microsecond=0),
        created_by=actor.user,
    )
    brief.fingerprint = fingerprint(brief)
    brief.save()
    return brief


def _title(subject: Organisation | Meeting, language: str) -> str:
    with translation.override(language):
        return str(subject)[:300]


@transaction.atomic
def discard_brief(actor: Actor, brief: Brief) -> Brief:
    """Out of the lists; nothing of it is deleted."""
    require_writer(actor)
    return discard(held(actor, brief, discarded=True))


@transaction.atomic
def bring_back_brief(actor: Actor, brief: Brief) -> Brief:
    """The inverse."""
    require_writer(actor)
    return bring_back(held(actor, brief, discarded=True))
