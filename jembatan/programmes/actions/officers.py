"""Officers of a programme: taken on by name, worded anew, ended; absences, conflicts of interest and pairs."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import Max, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_officer, require_writer
from jembatan.platform.events import announce
from jembatan.platform.unique import unless_taken
from jembatan.programmes.actions.changing import OFFICER, enter, held
from jembatan.programmes.actions.delegations import ChangedMeanwhile
from jembatan.programmes.actions.refusals import Refused, unforgotten
from jembatan.programmes.actions.teams import check_leader
from jembatan.programmes.events import OfficerAway, OfficerBack
from jembatan.programmes.models import (
    Absence,
    ConflictOfInterest,
    Delegation,
    Officer,
    OfficerLanguage,
    Pair,
    Programme,
)
from jembatan.programmes.queries.programme_days import end_of
from jembatan.programmes.queries.visible import visible_officers

type Levels = Mapping[str, tuple[str, str]]
"""Declared and tested level (CEFR, or "") by language."""


@transaction.atomic
def add_officer(actor: Actor, programme: Programme, *, languages: Levels, **fields: Any) -> Officer:
    """With the next number unless `fields` say one. Raises `Refused`, which names the officer who has the number or address already."""
    require_officer(actor)
    current = held(actor, programme)
    fields.setdefault("number", next_number(current))
    officer = save_officer(Officer(desk=actor.desk, programme=current, **fields))
    write_languages(officer, languages)
    enter(
        actor, current, OFFICER, gettext_noop("Officer %(number)s added"), values={"number": officer.number}
    )
    return officer


@transaction.atomic
def change_officer(
    actor: Actor, officer: Officer, *, version: int, languages: Levels | None = None, **fields: Any
) -> Officer:
    """Other values for some fields, and other languages unless None. Raises `ChangedMeanwhile` and `Refused`."""
    require_officer(actor)
    current = _held(actor, officer)
    if current.version != version:
        raise ChangedMeanwhile(current)
    before = current.status
    for name, value in fields.items():
        setattr(current, name, value)
    if fields.get("leader"):
        check_leader(current, fields["leader"])
    current.version += 1
    save_officer(current)
    if languages is not None:
        write_languages(current, languages)
    if Officer.Status.ENDED in {before, current.status} and before != current.status:
        _say_whether_there(actor, current)
    return current


@transaction.atomic
def end_officer(actor: Actor, officer: Officer, *, ended: bool) -> Officer:
    """Works for the programme no more, or again. Raises `Refused` for one who was forgotten."""
    require_officer(actor)
    current = _held(actor, officer)
    current.status = Officer.Status.ENDED if ended else Officer.Status.ACTIVE
    current.version += 1
    current.save(update_fields=["status", "version"])
    _say_whether_there(actor, current)
    gone, back = gettext_noop("Officer %(number)s ended"), gettext_noop("Officer %(number)s is active again")
    enter(actor, current.programme, OFFICER, gone if ended else back, values={"number": current.number})
    return current


def _say_whether_there(actor: Actor, officer: Officer) -> None:
    """To the end of the programme."""
    now, until = timezone.now(), end_of(officer.programme, officer.programme.last_day)
    if until <= now:
        return
    if officer.status == Officer.Status.ENDED:
        announce(OfficerAway(actor, officer, now, until))
    else:
        announce(OfficerBack(officer, now, until))


@transaction.atomic
def report_absence(
    actor: Actor, officer: Officer, begins: datetime, ends: datetime, *, reason: str
) -> Absence:
    """Cannot come in that time. Raises `Refused`; the journal does not say why."""
    require_writer(actor)
    current = _held(actor, officer)
    if ends <= begins:
        raise Refused(_("The absence would end before it begins. Change one of the times."))
    try:
        with transaction.atomic():
            absence = Absence.objects.create(
                desk=actor.desk, officer=current, during=DateTimeTZRange(begins, ends), reason=reason
            )
    except IntegrityError as error:
        if "absence_once_at_a_time" in str(error):
            raise Refused(
                _("Another absence lies within that time. Remove it first, or choose other times.")
            ) from error
        raise
    told = gettext_noop("Officer %(number)s is absent")
    enter(actor, current.programme, OFFICER, told, values={"number": current.number})
    announce(OfficerAway(actor, current, begins, ends, ill=reason == Absence.Reason.ILL))
    return absence


@transaction.atomic
def remove_absence(actor: Actor, absence: Absence) -> None:
    """Can come after all, but for who has left."""
    require_writer(actor)
    current, during = _held(actor, absence.officer), absence.during
    absence.delete()
    if current.status != Officer.Status.ENDED:
        announce(OfficerBack(current, during.lower, during.upper))


@transaction.atomic
def add_conflict(actor: Actor, officer: Officer, delegation: Delegation, reason: str) -> ConflictOfInterest:
    """May not work for that delegation. Raises `Refused` when that is known."""
    require_officer(actor)
    current = _held(actor, officer)

    class Known(Refused):
        def __init__(self) -> None:
            super().__init__(_("This conflict of interest is noted already."))

    return unless_taken(
        lambda: ConflictOfInterest.objects.create(
            desk=actor.desk, officer=current, delegation=delegation, reason=reason
        ),
        once="conflict_of_interest_once",
        taken=Known,
    )


@transaction.atomic
def remove_conflict(actor: Actor, conflict: ConflictOfInterest) -> None:
    """There is none."""
    require_officer(actor)
    _held(actor, conflict.officer)
    conflict.delete()


@transaction.atomic
def pair(actor: Actor, officer: Officer, other: Officer, *, together: bool) -> Pair:
    """Always, or never, at one duty for two. Raises `Refused` for one with themselves."""
    require_officer(actor)
    current = _held(actor, officer)
    if current.pk == other.pk or current.programme_id != other.programme_id:
        raise Refused(_("Choose another officer of this programme."))
    first, second = sorted((current, other), key=lambda each: each.pk)
    kept, _new = Pair.objects.update_or_create(
        first=first, second=second, defaults={"together": together, "desk": actor.desk}
    )
    return kept


@transaction.atomic
def unpair(actor: Actor, bond: Pair) -> None:
    """They may, and need not."""
    require_officer(actor)
    _held(actor, bond.first)
    bond.delete()


def next_number(programme: Programme) -> int:
    """One more than the highest."""
    highest = Officer.objects.filter(programme=programme).aggregate(highest=Max("number"))["highest"]
    return (highest or 0) + 1


def write_languages(officer: Officer, languages: Levels) -> None:
    """These and no others, within the caller's transaction."""
    officer.languages.exclude(language__in=languages).delete()
    OfficerLanguage.objects.bulk_create(
        (
            OfficerLanguage(
                desk_id=officer.desk_id, officer=officer, language=code, declared=declared, tested=tested
            )
            for code, (declared, tested) in languages.items()
        ),
        update_conflicts=True,
        unique_fields=["officer", "language"],
        update_fields=["declared", "tested"],
    )


def save_officer(officer: Officer) -> Officer:
    """Within the caller's transaction. Raises `Refused`, which names the officer who has the number or address already."""
    try:
        with transaction.atomic():
            officer.save()
    except IntegrityError as error:
        other = _other(officer, str(error))
        if other is None:
            raise
        raise Refused(other) from error
    return officer


def _other(officer: Officer, error: str) -> str | None:
    """Who has it already."""
    others = Officer.objects.filter(programme=officer.programme).exclude(pk=officer.pk)
    told = {
        "officer_number_once": (
            Q(number=officer.number),
            _("%(other)s has the number %(value)s already. Give one of them another."),
            officer.number,
        ),
        "officer_phone_once": (
            Q(phone=officer.phone),
            _("%(other)s has the telephone number %(value)s already. Correct one of them."),
            officer.phone,
        ),
        "officer_mail_once": (
            Q(email__iexact=officer.email),
            _("%(other)s has the mail address %(value)s already. Correct one of them."),
            officer.email,
        ),
    }
    for name, (condition, sentence, value) in told.items():
        if name in error:
            return sentence % {"other": others.filter(condition).first() or "?", "value": value}
    return None


def _held(actor: Actor, officer: Officer) -> Officer:
    return unforgotten(
        visible_officers(actor).select_for_update(of=("self",), no_key=True).get(pk=officer.pk)
    )
