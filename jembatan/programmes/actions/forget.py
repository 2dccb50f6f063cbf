"""Personal data goes: an officer's at their wish; everybody's, and what guests have said of health and diet, some days after the programme."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pghistory.core
import pgtrigger
from django.db import models, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from jembatan.accounts.actor import Actor, operator
from jembatan.platform.access import require_officer
from jembatan.platform.events import announce
from jembatan.platform.imports.models import Touched
from jembatan.programmes.actions.changing import FORGOTTEN, enter
from jembatan.programmes.actions.refusals import Refused, unforgotten
from jembatan.programmes.events import OfficersForgotten
from jembatan.programmes.models import (
    Absence,
    ConflictOfInterest,
    Delegation,
    DelegationNote,
    Duty,
    Officer,
    OfficerCertificate,
    OfficerLanguage,
    Pair,
    Programme,
)
from jembatan.programmes.queries.desk_words import in_their_words
from jembatan.programmes.queries.kept import kept_until
from jembatan.programmes.queries.visible import visible_officers

EMPTIED: dict[str, Any] = {
    "call_name": "",
    "address_form": "",
    "email": "",
    "phone": "",
    "born": None,
    "nationality": "",
    "wishes": "",
    "days": [],
    "further": {},
    "status": Officer.Status.ENDED,
}
"""Of a forgotten officer; post, employment, experience and leader stay for accounts and for the history of rosters."""
HANGING = (OfficerLanguage, OfficerCertificate, Absence, ConflictOfInterest)
OVER = gettext_noop(
    "Personal data deleted, since its time is over: of officers, %(officers)s; notes on health and diet, %(notes)s"
)
GRACE = timedelta(days=7)
"""After any change of a programme nothing is deleted yet: somebody may have mistyped its days."""
SENSITIVE = (DelegationNote.Kind.DIET, DelegationNote.Kind.MEDICAL)


@transaction.atomic
def delete_officer_data(actor: Actor, officer: Officer) -> Officer:
    """The officer has asked the desk. The whole lock: nothing is added meanwhile. Raises `Refused` while they are needed, and when it was done already."""
    require_officer(actor)
    current = unforgotten(visible_officers(actor).select_for_update(of=("self",)).get(pk=officer.pk))
    programme = current.programme
    _forget(programme, [current])
    told = gettext_noop("Personal data of officer %(number)s deleted, as they have asked")
    enter(actor, programme, FORGOTTEN, told, values={"number": current.number})
    return current


def forget_what_is_over() -> int:
    """Every day, for all desks: of programmes whose days are over; returns of how many people and notes. One that is still needed stays for another night."""
    gone = 0
    noted = _history(DelegationNote).filter(kind__in=SENSITIVE).values("delegation")
    guests = _history(Delegation).filter(pgh_obj__in=noted).values("programme")
    known = Officer.objects.filter(forgotten_at=None).values("programme")
    removed = _without_record(_history(Officer)).values("programme")
    concerned = Q(pk__in=guests) | Q(pk__in=known) | Q(pk__in=removed)
    for programme in Programme.objects.filter(concerned).order_by("pk"):
        if kept_until(programme, programme.keep_days) <= timezone.now():
            gone += _forget_those_of(programme)
    return gone


@transaction.atomic
def _forget_those_of(programme: Programme) -> int:
    actor = operator(programme.desk, label="Jembatan")
    current = Programme.objects.select_for_update(of=("self",), no_key=True).select_related("dossier", "desk")
    kept = current.filter(pk=programme.pk).first()
    if kept is None or _goes_on(kept):
        return 0
    officers = Officer.objects.select_for_update(of=("self",)).filter(programme=kept, forgotten_at=None)
    people = list(officers.order_by("pk"))
    if people:
        try:
            with transaction.atomic():
                _forget(kept, people)
        except Refused:
            people = []
    removed = _without_record(_history(Officer).filter(programme=kept))
    _erase_what_was(list(removed.values_list("pgh_obj", flat=True).distinct()))
    found = DelegationNote.objects.filter(delegation__programme=kept, kind__in=SENSITIVE)
    notes = found.count()
    found.delete()
    delegations = _history(Delegation).filter(programme=kept).values("pgh_obj")
    _erase(_history(DelegationNote).filter(delegation__in=delegations, kind__in=SENSITIVE))
    if people or notes:
        enter(actor, kept, FORGOTTEN, OVER, values={"officers": len(people), "notes": notes})
    return len(people) + notes


def _goes_on(programme: Programme) -> bool:
    """It was opened or changed a moment ago, perhaps by mistake; or, whatever its days say, a duty lies ahead."""
    now = timezone.now()
    ahead = Duty.objects.filter(programme=programme, cancelled=False, ends_at__gt=now)
    changed = _history(Programme).filter(pgh_obj=programme, pgh_created_at__gt=now - GRACE)
    return kept_until(programme, programme.keep_days) > now or ahead.exists() or changed.exists()


def _forget(programme: Programme, people: Sequence[Officer]) -> None:
    """Inside the caller's transaction, which holds them. Their history goes first: what is left of it says nothing more than they do."""
    announce(OfficersForgotten(tuple(people)))
    numbers = [each.pk for each in people]
    Pair.objects.filter(Q(first__in=numbers) | Q(second__in=numbers)).delete()
    for model in HANGING:
        model._default_manager.filter(officer__in=numbers).delete()
    _erase_what_was(numbers)
    now = timezone.now()
    with in_their_words(programme):
        for each in people:
            each.full_name = _("Officer %(number)s") % {"number": each.number}
            for name, value in EMPTIED.items():
                setattr(each, name, value)
            each.forgotten_at = now
            each.version += 1
    Officer.objects.bulk_update(people, ["full_name", *EMPTIED, "forgotten_at", "version"], batch_size=500)


def _erase_what_was(numbers: Sequence[int]) -> None:
    """What is remembered of these officers, whose records may be gone, and what imports have noted of them to be taken back."""
    _erase(_history(Pair).filter(Q(first__in=numbers) | Q(second__in=numbers)))
    for model in HANGING:
        _erase(_history(model).filter(officer__in=numbers))
    _erase(_history(Officer).filter(pgh_obj__in=numbers))
    Touched.objects.filter(model=Officer._meta.label_lower, record_id__in=numbers).delete()


def _without_record(remembered: QuerySet[Any]) -> QuerySet[Any]:
    """Of officers who were taken on by mistake, or came with an import that was taken back."""
    return remembered.exclude(pgh_obj__in=Officer.objects.values("pk"))


def _history(model: type[models.Model]) -> QuerySet[Any]:
    """What is remembered of its rows."""
    found: QuerySet[Any] = pghistory.core.event_models(tracks_model=model)[0]._default_manager.all()
    return found


def _erase(remembered: QuerySet[Any]) -> None:
    """Out of a history to which rows are else only added: whose data is deleted does not go on standing there."""
    with pgtrigger.ignore(f"{remembered.model._meta.label}:append_only"):
        remembered.delete()
