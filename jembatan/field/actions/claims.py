"""What becomes of a claim: accepted, declined for a reason that the officer reads, or open again."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from jembatan.accounts.actor import Actor
from jembatan.field.actions.refusals import Refused
from jembatan.field.actions.telling import CLAIM, enter
from jembatan.field.models import Claim
from jembatan.field.queries.claims import visible_claims
from jembatan.platform.access import require_officer

State = Claim.State
SENTENCES = {
    State.WAITING: gettext_noop("Claim of officer %(number)s open again"),
    State.ACCEPTED: gettext_noop("Claim of officer %(number)s accepted"),
    State.DECLINED: gettext_noop("Claim of officer %(number)s declined"),
}


@transaction.atomic
def decide_claim(actor: Actor, claim: Claim, state: Claim.State, *, reason: str = "") -> Claim:
    """`WAITING` takes a decision back. Raises `Refused` for declining without a reason. The journal names the officer by number and says nothing of what it was for."""
    require_officer(actor)
    current = visible_claims(actor).select_for_update(of=("self",), no_key=True).get(pk=claim.pk)
    why = reason.strip()[:300] if state == State.DECLINED else ""
    if state == State.DECLINED and not why:
        raise Refused(_("Say why it is declined: the officer reads it on the phone."))
    if (current.state, current.reason) == (state, why):
        return current
    waiting = state == State.WAITING
    current.state, current.reason = state, why
    current.decided_at, current.decided_by = (None, None) if waiting else (timezone.now(), actor.user)
    current.save(update_fields=["state", "reason", "decided_at", "decided_by"])
    enter(actor, current.officer.programme, CLAIM, SENTENCES[state], number=current.officer.number)
    return current
