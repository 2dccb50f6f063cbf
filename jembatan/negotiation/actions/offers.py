"""What is put on the table, and what is agreed."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.negotiation.actions.changing import AGREED, OFFER, REOPENED, held, tell
from jembatan.negotiation.actions.refusals import Refused
from jembatan.negotiation.models import (
    AgreedPoint,
    Issue,
    NegotiatingParty,
    Negotiation,
    Offer,
    OfferedOption,
    Option,
)
from jembatan.platform.access import require_officer, require_writer


@transaction.atomic
def record_offer(
    actor: Actor,
    party: NegotiatingParty,
    options: Mapping[int, int],
    *,
    made_at: datetime | None = None,
    note: str = "",
) -> Offer:
    """A whole package: an option for each issue, by id. Raises `Refused` where one is missing, or the moment is still to come.

    Theirs may name a red line of ours; ours may not.
    """
    require_writer(actor)
    current = held(actor, party.negotiation)
    made_at = made_at or timezone.now()
    if made_at > timezone.now():
        raise Refused(_("An offer is recorded once it has been made."))
    chosen = _chosen(current, options)
    if party.ours and (red := [option for option in chosen.values() if option.red_line]):
        raise Refused(_("“%(option)s” is a red line: we do not offer it.") % {"option": red[0]})
    offer = Offer.objects.create(
        desk=actor.desk,
        negotiation=current,
        party=party,
        made_at=made_at,
        note=note,
        recorded_by=actor.user,
    )
    OfferedOption.objects.bulk_create(
        OfferedOption(offer=offer, issue=issue, option=option) for issue, option in chosen.items()
    )
    detail = "\n".join(f"{issue}: {option}" for issue, option in chosen.items())
    summary = _("Offer of %(name)s: %(title)s") % {"name": party, "title": current}
    tell(actor, current, OFFER, summary, detail="\n".join(filter(None, [note, detail])), occurred_at=made_at)
    return offer


def _chosen(negotiation: Negotiation, options: Mapping[int, int]) -> dict[Issue, Option]:
    chosen = {}
    for issue in negotiation.issues.prefetch_related("options").order_by("pk"):
        found = [option for option in issue.options.all() if option.pk == options.get(issue.pk)]
        if not found:
            raise Refused(_("Choose an option for “%(issue)s”.") % {"issue": issue})
        chosen[issue] = found[0]
    if not chosen:
        raise Refused(_("There is no issue yet. Add one first."))
    return chosen


@transaction.atomic
def agree_point(actor: Actor, option: Option) -> AgreedPoint:
    """Both sides have settled the issue on this option. Raises `Refused` for a red line, and where another one is agreed."""
    require_officer(actor)
    current = held(actor, option.issue.negotiation)
    option = Option.objects.select_related("issue").get(pk=option.pk)
    if option.red_line:
        raise Refused(_("“%(option)s” is a red line. It may not be agreed.") % {"option": option})
    point, made = AgreedPoint.objects.get_or_create(
        issue=option.issue,
        defaults={
            "desk": actor.desk,
            "negotiation": current,
            "option": option,
            "agreed_by": actor.user,
        },
    )
    if point.option_id != option.pk:
        raise Refused(_("“%(issue)s” is agreed already. Open it again first.") % {"issue": option.issue})
    if made:
        told = _("Agreed: %(issue)s – %(option)s") % {"issue": option.issue, "option": option}
        tell(actor, current, AGREED, told)
    return point


@transaction.atomic
def reopen_point(actor: Actor, point: AgreedPoint) -> None:
    """The issue is open again; once it is, nothing is said anew."""
    require_officer(actor)
    current = held(actor, point.negotiation)
    told = _("Open again: %(issue)s") % {"issue": point.issue}
    gone, _kinds = AgreedPoint.objects.filter(pk=point.pk).delete()
    if gone:
        tell(actor, current, REOPENED, told)
