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
from jembatan.accounts.models import User
from jembatan.journal.models import Entry
from jembatan.platform.access import require_officer
from jembatan.platform.events import announce
from jembatan.platform.imports.models import Touched
from jembatan.platform.jobs.alone import each_alone
from jembatan.programmes.actions.changing import FORGOTTEN, NOT_FORGOTTEN, SOURCE, enter, held
from jembatan.programmes.actions.refusals import Refused, unforgotten
from jembatan.programmes.events import OfficersForgotten, OfficersLeaving
from jembatan.programmes.models import (
    Absence,
    ConflictOfInterest,
    Delegation,
    DelegationNote,
    DeletionRequest,
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

State = DeletionRequest.State
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
NOT_IN_TIME = gettext_noop(
    "Personal data whose time is over could not be deleted. It is tried again every night; if that goes on, tell whoever runs Jembatan."
)
GRACE = timedelta(days=7)
"""After any change of a programme nothing is deleted yet: somebody may have mistyped its days."""
SENSITIVE = (DelegationNote.Kind.DIET, DelegationNote.Kind.MEDICAL)


@transaction.atomic
def delete_officer_data(actor: Actor, officer: Officer) -> Officer:
    """The officer has asked the desk. Raises `Refused` while they are needed, and when it was done already."""
    require_officer(actor)
    programme = held(actor, officer.programme)
    rows = visible_officers(actor).select_for_update(of=("self",), no_key=True)
    current = unforgotten(rows.get(pk=officer.pk))
    _forget(programme, [current], by=actor.user)
    told = gettext_noop("Personal data of officer %(number)s deleted, as they have asked")
    enter(actor, programme, FORGOTTEN, told, values={"number": current.number})
    return current


def forget_what_is_over() -> int:
    """Every day, for all desks: of programmes whose days are over; returns of how many people and notes. One that is still needed stays for another night.

    Raises `SomeFailed` once all others are done.
    """
    noted = _history(DelegationNote).filter(kind__in=SENSITIVE).values("delegation")
    guests = _history(Delegation).filter(pgh_obj__in=noted).values("programme")
    known = Officer.objects.filter(forgotten_at=None).values("programme")
    removed = _without_record(_history(Officer)).values("programme")
    concerned = Q(pk__in=guests) | Q(pk__in=known) | Q(pk__in=removed)
    programmes = Programme.objects.filter(concerned).order_by("pk")
    return each_alone(programmes, _forget_those_of, failed=tell_not_forgotten)


@transaction.atomic
def tell_not_forgotten(programme: Programme) -> None:
    """A line of the journal, at most one a week: whoever answers for the programme hears of it, and the next night tries again."""
    since = timezone.now() - GRACE
    lines = Entry.objects.filter(kind=NOT_FORGOTTEN, source_kind=SOURCE, source_id=programme.pk)
    if not lines.filter(recorded_at__gt=since).exists():
        enter(operator(programme.desk, label="Jembatan"), programme, NOT_FORGOTTEN, NOT_IN_TIME)


@transaction.atomic
def _forget_those_of(programme: Programme) -> int:
    if kept_until(programme, programme.keep_days) > timezone.now():
        return 0
    actor = operator(programme.desk, label="Jembatan")
    current = Programme.objects.select_for_update(of=("self",), no_key=True).select_related("dossier", "desk")
    kept = current.filter(pk=programme.pk).first()
    if kept is None or _goes_on(kept):
        return 0
    officers = Officer.objects.select_for_update(of=("self",), no_key=True)
    people = list(officers.filter(programme=kept, forgotten_at=None).order_by("pk"))
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


def _forget(programme: Programme, people: Sequence[Officer], *, by: User | None = None) -> None:
    """Inside the caller's transaction, which holds them. Their history goes first: what is left of it says nothing more than they do.

    They are held whole once the rooms above hold what is theirs: whoever has a roster, and waits to put an officer there, is waited for first.
    """
    numbers = [each.pk for each in people]
    announce(OfficersLeaving(tuple(people)))
    list(Officer.objects.select_for_update().filter(pk__in=numbers).order_by("pk").values_list("pk"))
    announce(OfficersForgotten(tuple(people)))
    Pair.objects.filter(Q(first__in=numbers) | Q(second__in=numbers)).delete()
    for model in HANGING:
        model._default_manager.filter(officer__in=numbers).delete()
    _erase_what_was(numbers)
    now = timezone.now()
    asked = DeletionRequest.objects.filter(officer__in=numbers)
    asked.exclude(state=State.WAITING).delete()
    asked.update(state=State.DONE, decided_at=now, decided_by=by)
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
