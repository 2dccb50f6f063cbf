"""Many officers at once, taken on from somewhere else; and the inverse, a moment later."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import RestrictedError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_officer
from jembatan.programmes.actions.changing import OFFICER, enter, held
from jembatan.programmes.actions.officers import Levels, next_number, save_officer
from jembatan.programmes.actions.refusals import Refused
from jembatan.programmes.models import (
    ConflictOfInterest,
    Delegation,
    Officer,
    OfficerCertificate,
    OfficerLanguage,
    Programme,
)
from jembatan.programmes.queries.visible import visible_officers


@dataclass(frozen=True, slots=True)
class Shown:
    """A certificate, and who had seen it when."""

    name: str
    expires: date | None
    checked_by: int | None
    checked_at: datetime | None


@dataclass(frozen=True, slots=True)
class NewOfficer:
    """Fields of the model but for desk, programme and number; delegations that they may not work for, each with why; what they can show."""

    fields: Mapping[str, Any]
    languages: Levels
    conflicts: Mapping[Delegation, str] = field(default_factory=dict)
    certificates: Sequence[Shown] = ()


@transaction.atomic
def take_on(actor: Actor, programme: Programme, people: Sequence[NewOfficer]) -> list[Officer]:
    """In their order, with the next numbers. Raises `Refused`, which names who has a number or address already."""
    require_officer(actor)
    current = held(actor, programme)
    officers = _made(actor, current, people)
    OfficerLanguage.objects.bulk_create(
        OfficerLanguage(desk=actor.desk, officer=officer, language=code, declared=declared, tested=tested)
        for officer, each in zip(officers, people, strict=True)
        for code, (declared, tested) in each.languages.items()
    )
    ConflictOfInterest.objects.bulk_create(
        ConflictOfInterest(desk=actor.desk, officer=officer, delegation=delegation, reason=why[:300])
        for officer, each in zip(officers, people, strict=True)
        for delegation, why in each.conflicts.items()
    )
    OfficerCertificate.objects.bulk_create(
        OfficerCertificate(
            desk=actor.desk,
            officer=officer,
            name=shown.name,
            expires=shown.expires,
            checked_by_id=shown.checked_by,
            checked_at=shown.checked_at,
        )
        for officer, each in zip(officers, people, strict=True)
        for shown in each.certificates
    )
    count = len(officers)
    told = ngettext_lazy("%(count)s officer taken on", "%(count)s officers taken on", count)
    enter(actor, current, OFFICER, told, values={"count": count})
    return officers


def release(actor: Actor, programme: Programme, officers: Sequence[Officer]) -> None:
    """It was a mistake, and nobody has planned with them yet: the records go. Inside the caller's transaction.

    Raises `Refused` where some of them stand in a roster: what hangs on that is not to go with them.
    """
    require_officer(actor)
    current = held(actor, programme)
    gone = visible_officers(actor).filter(programme=current, pk__in=[officer.pk for officer in officers])
    count = len(gone.select_for_update(of=("self",)).order_by("pk").values_list("pk"))
    try:
        gone.delete()
    except RestrictedError as reason:
        raise Refused(
            _("Some of these officers stand in a roster already. End their work on their pages instead.")
        ) from reason
    told = ngettext_lazy(
        "%(count)s officer was taken on by mistake", "%(count)s officers were taken on by mistake", count
    )
    enter(actor, current, OFFICER, told, values={"count": count})


def _made(actor: Actor, programme: Programme, people: Sequence[NewOfficer]) -> list[Officer]:
    first = next_number(programme)
    officers = [
        Officer(desk=actor.desk, programme=programme, number=number, **each.fields)
        for number, each in enumerate(people, first)
    ]
    try:
        with transaction.atomic():
            return Officer.objects.bulk_create(officers)
    except IntegrityError:
        for officer in officers:  # one by one, to say whose number or address is taken
            officer.pk = None
            try:
                save_officer(officer)
            except Refused as refusal:
                raise Refused(f"{officer}: {refusal}") from refusal
        raise
