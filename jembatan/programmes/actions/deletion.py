"""Officers ask that their personal data is deleted. The desk does it (`actions/forget.py`), or says why not; nothing is deleted by the asking."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Role
from jembatan.platform.access import require_officer
from jembatan.platform.events import announce
from jembatan.programmes.actions.changing import DELETION, enter
from jembatan.programmes.actions.refusals import Refused, unforgotten
from jembatan.programmes.events import DeletionDeclined
from jembatan.programmes.models import DeletionRequest, Officer
from jembatan.programmes.queries.deletions import waiting_deletions
from jembatan.programmes.queries.desk_words import in_their_words

State = DeletionRequest.State


@transaction.atomic
def ask_for_deletion(officer: Officer) -> DeletionRequest:
    """By the officer themselves; once, however often they ask. Raises `Refused` when it is done already."""
    current = _held(officer)
    asked, is_new = DeletionRequest.objects.get_or_create(
        officer=current, state=State.WAITING, defaults={"desk": current.desk}
    )
    if is_new:
        _tell(current, gettext_noop("Officer %(number)s asks that their personal data is deleted"))
    return asked


@transaction.atomic
def take_deletion_back(officer: Officer) -> None:
    """They would rather stay; nothing where nothing waits."""
    current = _held(officer)
    waiting = DeletionRequest.objects.filter(officer=current, state=State.WAITING)
    if waiting.update(state=State.TAKEN_BACK, decided_at=timezone.now()):
        _tell(current, gettext_noop("Officer %(number)s does not ask to be deleted any more"))


@transaction.atomic
def decline_deletion(actor: Actor, request: DeletionRequest, reason: str) -> None:
    """For now; the officer reads why, and may ask again. Raises `Refused` without a reason, and for one that is settled."""
    require_officer(actor)
    why = reason.strip()[:300]
    if not why:
        raise Refused(_("Say why nothing is deleted yet: the officer reads it on the phone."))
    officer = _held(request.officer)
    current = waiting_deletions(actor).filter(pk=request.pk).first()
    if current is None:
        raise Refused(_("Somebody has decided this already. Look at it again."))
    current.state, current.reason = State.DECLINED, why
    current.decided_at, current.decided_by = timezone.now(), actor.user
    current.save(update_fields=["state", "reason", "decided_at", "decided_by"])
    sentence = gettext_noop("The wish of officer %(number)s to be deleted declined")
    enter(actor, officer.programme, DELETION, sentence, values={"number": officer.number})
    announce(DeletionDeclined(current))


def _held(officer: Officer) -> Officer:
    """Before what they ask, as by whoever forgets them."""
    rows = Officer.objects.select_for_update(of=("self",), no_key=True)
    return unforgotten(rows.select_related("programme__dossier", "programme__desk").get(pk=officer.pk))


def _tell(officer: Officer, sentence: str) -> None:
    """By number: the line stays when the name goes."""
    programme = officer.programme
    with in_their_words(programme):
        themselves = Actor(desk=programme.desk, role=Role.READER, label=_("Officer"))
    enter(themselves, programme, DELETION, sentence, values={"number": officer.number})
