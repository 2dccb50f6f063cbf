"""Interviews: offering times, rating by the shared rubric, what a test of a language found."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.accounts.queries.actors import members_of
from jembatan.correspondence.actions.outbox.personal import own_address, recall_letters
from jembatan.platform.access import require_officer
from jembatan.recruitment.actions.calls import held as held_call
from jembatan.recruitment.actions.post import MATTER, new_occasion, write_to
from jembatan.recruitment.actions.refusals import Refused
from jembatan.recruitment.actions.scoring import rescore
from jembatan.recruitment.actions.times import count_on
from jembatan.recruitment.actions.told import ASSESSED, tell_of_application
from jembatan.recruitment.models import Application, Call, InterviewSlot, Rating, SpokenLanguage
from jembatan.recruitment.models.interview import SKILLS
from jembatan.recruitment.queries.visible import visible_applications, visible_slots

MOST_TIMES = 48
SHORTEST, LONGEST = 5, 240


@transaction.atomic
def offer_times(
    actor: Actor, call: Call, interviewer: User, first: datetime, *, minutes: int, count: int, place: str = ""
) -> list[InterviewSlot]:
    """`count` times of `minutes` each, one after the other. Raises `Refused` where the interviewer has an interview then."""
    require_officer(actor)
    current = held_call(actor, call)
    if not SHORTEST <= minutes <= LONGEST or not 1 <= count <= MOST_TIMES:
        raise Refused(_("An interview takes 5 to 240 minutes; offer 1 to 48 at once."))
    if first <= timezone.now():
        raise Refused(_("The first time has begun already."))
    if not any(member.user_id == interviewer.pk for member in members_of(actor.desk)):
        raise Refused(_("Choose an interviewer from the desk."))
    length = timedelta(minutes=minutes)
    rows = [
        InterviewSlot(
            call=current,
            interviewer=interviewer,
            place=place,
            during=DateTimeTZRange(first + number * length, first + (number + 1) * length),
        )
        for number in range(count)
    ]
    with _unless_busy(interviewer):
        return InterviewSlot.objects.bulk_create(rows)


@dataclass(frozen=True, slots=True)
class Gone:
    """A time as it was, and the occasion of the letter about it."""

    slot: InterviewSlot
    letter: str


@transaction.atomic
def withdraw_time(actor: Actor, slot: InterviewSlot) -> Gone:
    """Nobody can choose it any more; who has chosen it is told by a letter, and asked to choose another one while they may.

    Raises `Refused` where the interview has begun, where that letter cannot leave, and for a time that is taken at this very moment.
    """
    require_officer(actor)
    occasion = new_occasion()
    taken_by = visible_slots(actor).get(pk=slot.pk).application
    if taken_by is not None:
        held(actor, taken_by)  # before its time, as everybody does who changes both
    current = visible_slots(actor).select_for_update(of=("self",)).get(pk=slot.pk)
    if current.application_id != (taken_by and taken_by.pk):
        raise Refused(_("Somebody has just taken this time, or given it up. Look at it again."))
    if current.application is not None:
        if current.during.lower <= timezone.now():
            raise Refused(_("This interview has begun already. What was found stands on the application."))
        if current.application.email and own_address(actor.desk) is None:
            raise Refused(
                _(
                    "This desk has no sending address yet, so that the applicant would not hear of it. Its head adds one in the settings."
                )
            )
        chooses = current.application.status == Application.Status.SHORTLISTED
        kind = "called_off" if chooses else "dropped"
        write_to(actor, [current.application], kind, occasion=occasion)
        Application.objects.filter(pk=current.application.pk).update(gave_up=current.pk)
        count_on([current.application.pk])
    InterviewSlot.objects.filter(pk=current.pk).delete()
    return Gone(current, occasion)


@transaction.atomic
def put_back(actor: Actor, gone: Gone) -> InterviewSlot:
    """The inverse of `withdraw_time`, a moment later: offered again, and theirs again who had it. Raises `Refused` once the letter has left."""
    require_officer(actor)
    slot = gone.slot
    current = held_call(actor, slot.call)
    had = None
    if slot.application_id is not None:
        found = visible_applications(actor).select_for_update(of=("self",), no_key=True)
        had = found.filter(call=current, pk=slot.application_id, gave_up=slot.pk).first()
        if had is None or (had.email and had.pk not in _recalled(had, gone.letter)):
            raise Refused(
                _("The letter has left already, or another time was chosen. Offer the time anew instead.")
            )
        Application.objects.filter(pk=had.pk).update(gave_up=None)
    again = InterviewSlot(
        call=current,
        interviewer=slot.interviewer,
        during=slot.during,
        place=slot.place,
        application=had,
    )
    with _unless_busy(slot.interviewer):
        again.save()
    return again


@transaction.atomic
def rate(actor: Actor, application: Application, marks: Mapping[str, int], note: str = "") -> Rating:
    """What the actor has found, in place of what they found before. Raises `Refused` for marks that are not 1 to 5."""
    require_officer(actor)
    current = held(actor, application)
    if set(marks) != set(SKILLS) or not all(1 <= mark <= 5 for mark in marks.values()) or actor.user is None:
        raise Refused(_("Give every skill a mark from 1 to 5."))
    rating, _made = Rating.objects.update_or_create(
        application=current, by=actor.user, defaults={**marks, "note": note}
    )
    rescore(current)
    tell_of_application(actor, current, ASSESSED, gettext_noop("Application %(number)s rated"))
    return rating


@transaction.atomic
def set_tested(actor: Actor, application: Application, language: str, level: str) -> None:
    """What a test found; "" where it was a mistake."""
    require_officer(actor)
    current = held(actor, application)
    row = current.languages.filter(language=language).first()
    if row is None and level:
        SpokenLanguage.objects.create(application=current, language=language, tested=level)
    elif row is not None and (level or row.declared):
        row.tested = level
        row.save(update_fields=["tested"])
    elif row is not None:
        row.delete()
    rescore(current)
    sentence = (
        gettext_noop("Application %(number)s: language test noted")
        if level
        else gettext_noop("Application %(number)s: language test taken back")
    )
    tell_of_application(actor, current, ASSESSED, sentence)


def _recalled(application: Application, letter: str) -> set[int]:
    return recall_letters(MATTER, [application.pk], occasion=letter)


@contextmanager
def _unless_busy(interviewer: User) -> Iterator[None]:
    """Raises `Refused` where the database says that they interview somebody then."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        words = {"name": interviewer.full_name}
        raise Refused(_("%(name)s has an interview at one of these times already.") % words) from error


def held(actor: Actor, application: Application, *, to_go: bool = False) -> Application:
    """As it stands now, locked, whole where it is `to_go`; `DoesNotExist` if the actor cannot see it."""
    rows = visible_applications(actor).select_for_update(of=("self",), no_key=not to_go)
    return rows.get(pk=application.pk)
