"""Somebody becomes an officer of a programme."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_officer
from jembatan.programmes.actions.changing import TAKEN_ON, held, tell
from jembatan.programmes.actions.refusals import Refused
from jembatan.programmes.models import (
    ConflictOfInterest,
    Delegation,
    Officer,
    OfficerLanguage,
    Post,
    Programme,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOfficer:
    """What is known of them. `languages`: (declared, tested) by language, CEFR; `conflicts`: why, by delegation's id."""

    full_name: str
    call_name: str = ""
    address_form: str = ""
    email: str = ""
    phone: str = ""
    born: date | None = None
    nationality: str = ""
    post: Post | None = None
    employment: str = "full"
    level: int = 0
    days: Sequence[date] = ()
    languages: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    conflicts: Mapping[int, str] = field(default_factory=dict)


@transaction.atomic
def take_on(actor: Actor, programme: Programme, new: NewOfficer) -> Officer:
    """With the next number of the programme. Raises `Refused` where another officer has the telephone or the address."""
    require_officer(actor)
    current = held(actor, programme)
    last = Officer.objects.filter(programme=current).aggregate(last=Max("number"))["last"]
    try:
        with transaction.atomic():
            officer = Officer.objects.create(
                desk=actor.desk,
                programme=current,
                number=(last or 0) + 1,
                full_name=new.full_name,
                call_name=new.call_name,
                address_form=new.address_form,
                email=new.email,
                phone=new.phone,
                born=new.born,
                nationality=new.nationality,
                post=new.post,
                employment=new.employment,
                level=new.level,
                days=sorted(new.days),
            )
    except IntegrityError as error:
        raise Refused(_reason(str(error), new)) from error
    OfficerLanguage.objects.bulk_create(
        OfficerLanguage(desk=actor.desk, officer=officer, language=language, declared=declared, tested=tested)
        for language, (declared, tested) in new.languages.items()
    )
    known = Delegation.objects.filter(programme=current, pk__in=new.conflicts)
    ConflictOfInterest.objects.bulk_create(
        ConflictOfInterest(
            desk=actor.desk, officer=officer, delegation=delegation, reason=new.conflicts[delegation.pk][:300]
        )
        for delegation in known
    )
    tell(actor, current, TAKEN_ON, _("Officer %(number)s taken on") % {"number": officer.number})
    return officer


def release(officers: Collection[Officer]) -> None:
    """The inverse of `take_on`, a moment later: whoever has worked nowhere yet. Inside the caller's transaction."""
    Officer.objects.filter(pk__in=[officer.pk for officer in officers]).delete()


def _reason(error: str, new: NewOfficer) -> str:
    words = {"name": new.full_name, "phone": new.phone, "email": new.email}
    if "officer_phone_once" in error:
        return (
            _("Another officer has the telephone number %(phone)s of %(name)s. Correct one of them.") % words
        )
    if "officer_mail_once" in error:
        return _("Another officer has the mail address %(email)s of %(name)s. Correct one of them.") % words
    return _("%(name)s could not be taken on.") % words
