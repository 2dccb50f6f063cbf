"""Minutes become agreed: all partners said so, or none spoke by the date, or the desk closes it. It cannot be taken back."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor, operator
from jembatan.accounts.models import Desk
from jembatan.journal.models import Entry
from jembatan.meetings.actions.circulation.circulate import held_minutes
from jembatan.meetings.actions.circulation.told import tell_addendum, tell_agreed
from jembatan.meetings.models import Minutes, MinutesVersion
from jembatan.meetings.models.minutes.circulation import LONGEST_WORDS
from jembatan.meetings.queries.circulation.document import document_of
from jembatan.meetings.queries.circulation.standing import latest_version, standing_of
from jembatan.platform.access import require_officer
from jembatan.platform.documents.pdf import write_pdf
from jembatan.platform.files.store import keep

How = MinutesVersion.How


def agree_if_all(version: MinutesVersion) -> bool:
    """Once every partner has agreed to this version; inside the caller's transaction, with the minutes locked."""
    standing = standing_of(version.minutes)
    if standing is None or not standing.all_agree:
        return False
    _agree(operator(version.desk), standing.version, How.ALL)
    return True


@transaction.atomic
def close_as_agreed(actor: Actor, minutes: Minutes) -> MinutesVersion:
    """The officer answers for it. Raises `ValidationError` while they are not circulated, or a correction waits."""
    require_officer(actor)
    standing = standing_of(held_minutes(actor, minutes))
    if standing is None or standing.version.minutes.state != Minutes.State.CIRCULATED:
        raise ValidationError(_("Nobody is asked about these minutes now."))
    if standing.waits:
        raise ValidationError(_("Settle the corrections first."))
    return _agree(actor, standing.version, How.OFFICER)


def agree_by_silence(desk: Desk) -> int:
    """Where that was said in the mail, and nothing waits to be settled; returns how many. May run twice."""
    now = timezone.now()
    circulated = Minutes.objects.filter(
        desk=desk,
        state=Minutes.State.CIRCULATED,
        versions__silence_agrees=True,
        versions__answer_by__lte=now,
    )
    return sum(_silent(desk, pk) for pk in circulated.distinct().values_list("pk", flat=True))


@transaction.atomic
def add_addendum(actor: Actor, minutes: Minutes, words: str) -> Entry:
    """A correction of agreed minutes: a line of the journal beside them. Raises `ValidationError` without words, and before they are agreed."""
    require_officer(actor)
    version = latest_version(held_minutes(actor, minutes))
    said = words.replace("\x00", "").strip()
    if version is None or version.agreed_at is None:
        raise ValidationError(_("These minutes are not agreed yet: correct their text."))
    if not said:
        raise ValidationError({"words": _("Write a few words first.")})
    return tell_addendum(actor, version, said[:LONGEST_WORDS])


@transaction.atomic
def _silent(desk: Desk, minutes_id: int) -> bool:
    minutes = (
        Minutes.objects.select_for_update(of=("self",))
        .select_related("meeting__dossier", "desk")
        .get(pk=minutes_id)
    )
    standing = standing_of(minutes)
    if standing is None or minutes.state != Minutes.State.CIRCULATED or standing.waits:
        return False
    version = standing.version
    if not version.silence_agrees or version.answer_by > timezone.now():
        return False
    _agree(operator(desk), version, How.SILENCE)
    return True


def _agree(actor: Actor, version: MinutesVersion, how: How) -> MinutesVersion:
    version.how, version.agreed_at, version.agreed_by = how, timezone.now(), actor.user
    version.entry = tell_agreed(actor, version)
    version.pdf = keep(write_pdf(document_of(version)))
    version.save(update_fields=["how", "agreed_at", "agreed_by", "entry", "pdf"])
    version.minutes.state = Minutes.State.AGREED
    version.minutes.save(update_fields=["state"])
    return version
