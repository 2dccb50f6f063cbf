"""What a partner does with the link that they were sent. The link is the permission."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from jembatan.meetings.actions.circulation.agree import agree_if_all
from jembatan.meetings.actions.circulation.told import tell_answered
from jembatan.meetings.models import (
    Action,
    ActionPledge,
    Minutes,
    MinutesCorrection,
    MinutesPartner,
    MinutesVersion,
)
from jembatan.meetings.models.minutes.circulation import LONGEST_WORDS
from jembatan.meetings.queries.circulation.content import part_of
from jembatan.meetings.queries.circulation.standing import latest_version
from jembatan.platform.links import LinkTo

MOST_CORRECTIONS = 100


class LinkOver(Exception):
    """The link is expired or taken back."""


class AnotherVersion(ValidationError):
    """The text has changed since the page was opened, or nobody is asked about it now."""


@transaction.atomic
def agree(to: LinkTo, number: int) -> MinutesPartner:
    """To that version; agreeing twice changes nothing. When all have agreed, the minutes are.

    Raises `LinkOver`, `AnotherVersion`, and `ValidationError` while a correction of theirs is not settled.
    """
    partner, version = _asked(to, number)
    if partner.corrections.filter(state="open").exists():
        raise ValidationError(
            _("Your correction is being looked at. You are asked again once it is settled.")
        )
    if partner.agreed_id != version.pk:
        partner.agreed, partner.agreed_at = version, timezone.now()
        partner.save(update_fields=["agreed", "agreed_at"])
        tell_answered(partner, version, gettext_noop("%(name)s agrees to the minutes: %(title)s"))
        agree_if_all(version)
    return partner


@transaction.atomic
def correct(to: LinkTo, number: int, part: str, words: str) -> MinutesCorrection:
    """Their words about one part, kept as theirs; they agree to that version no more. Raises as `agree` does, `ValidationError` for no words."""
    partner, version = _asked(to, number)
    found = part_of(version.content, part)
    if found is None:
        raise ValidationError(_("These minutes have no such part."))
    said = words.replace("\x00", "").replace("\r\n", "\n").strip()
    if not said:
        raise ValidationError(_("Write what is not right, or how it should read."))
    if len(said) > LONGEST_WORDS:
        raise ValidationError(_("This is too long. Please shorten it."))
    if partner.corrections.count() >= MOST_CORRECTIONS:
        raise ValidationError(_("You have corrected a great deal. Please write to us."))
    same = partner.corrections.filter(version=version, part=part, words=said, state="open").first()
    if same is not None:
        return same
    correction = MinutesCorrection.objects.create(
        desk=version.desk, partner=partner, version=version, part=part, words=said
    )
    if partner.agreed_id is not None:
        partner.agreed, partner.agreed_at = None, None
        partner.save(update_fields=["agreed", "agreed_at"])
    told = gettext_noop("%(name)s corrects the minutes: %(title)s")
    tell_answered(partner, version, told, detail=f"“{said}”")
    return correction


@transaction.atomic
def pledge(to: LinkTo, number: int, action_id: int) -> ActionPledge:
    """An action of the version is theirs to do; saying it twice changes nothing. Raises as `agree` does, `ValidationError` for another's."""
    partner, version = _asked(to, number)
    action = Action.objects.filter(pk=action_id, meeting=version.minutes.meeting_id).first()
    if (
        action is None
        or part_of(version.content, f"action-{action_id}") is None
        or not is_theirs(action, partner)
    ):
        raise ValidationError(_("This action is not yours."))
    found, new = ActionPledge.objects.get_or_create(action=action, partner=partner)
    if new:
        told = gettext_noop("%(name)s confirms an action of theirs: %(title)s")
        tell_answered(partner, version, told, detail=action.text)
    return found


def is_theirs(action: Action, partner: MinutesPartner) -> bool:
    """It lies with them, or with their organisation."""
    by_person = action.person_id is not None and action.person_id == partner.person_id
    return by_person or (
        action.organisation_id is not None and action.organisation_id == partner.organisation_id
    )


def partner_behind(to: LinkTo, *, held: bool = False) -> MinutesPartner | None:
    """Whatever has become of the link; `held` locks the minutes with it."""
    found = MinutesPartner.objects.filter(pk=to.number).select_related(
        "person", "organisation", "desk", "minutes__meeting__dossier"
    )
    return (found.select_for_update(of=("self",)) if held else found).first()


def is_good(to: LinkTo, partner: MinutesPartner) -> bool:
    """In time, and the last one that was sent."""
    return not to.is_over and to.issue == partner.issue and partner.withdrawn_at is None


def _asked(to: LinkTo, number: int) -> tuple[MinutesPartner, MinutesVersion]:
    """Locked, the minutes first, as everybody locks them."""
    known = partner_behind(to)
    if known is None:
        raise LinkOver
    minutes = Minutes.objects.select_for_update(of=("self",)).get(pk=known.minutes_id)
    partner = partner_behind(to, held=True)
    if partner is None or not is_good(to, partner):
        raise LinkOver
    version = latest_version(minutes)
    if version is None or minutes.state != Minutes.State.CIRCULATED or version.number != number:
        raise AnotherVersion(_("The text has changed since you opened this page. Please read it again."))
    partner.minutes.state = minutes.state
    version.minutes = partner.minutes
    return partner, version
