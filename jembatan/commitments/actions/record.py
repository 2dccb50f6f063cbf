"""A promise written down, and put right."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Membership, User
from jembatan.commitments.actions.reminding import forget_reminders
from jembatan.commitments.actions.told import CHANGED, MADE, SOURCE, before_told, promise_told, tell
from jembatan.commitments.models import Commitment
from jembatan.commitments.queries.source import NOWHERE, Said
from jembatan.commitments.queries.source import held as held_source
from jembatan.commitments.queries.visible import visible_commitments
from jembatan.directory.models import Organisation, Person
from jembatan.directory.queries.visible import visible_organisations, visible_people
from jembatan.dossiers.models import Dossier
from jembatan.dossiers.queries.visible import visible_dossiers
from jembatan.journal.actions.placing import Place, place
from jembatan.platform.access import require_writer
from jembatan.platform.markings import Marking

LONGEST, LONGEST_EVIDENCE = 500, 10_000
FIELDS = ("side", "what", "grade", "person", "organisation", "member", "dossier", "marking", "due")


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What is promised by whom to whom. `dossier` and `marking` count only where it was said nowhere that has its own."""

    side: Commitment.Side
    what: str
    person: Person | None = None
    organisation: Organisation | None = None
    member: User | None = None
    due: date | None = None
    grade: Commitment.Grade = Commitment.Grade.WILL
    dossier: Dossier | None = None
    marking: Marking = Marking.GREEN


@transaction.atomic
def record_commitment(
    actor: Actor, promise: Promise, *, evidence: str = "", said: Said = NOWHERE
) -> Commitment:
    """`evidence` is the sentence, as it was said there. Raises `ValidationError` with a sentence."""
    require_writer(actor)
    sentence = evidence.replace("\x00", "").replace("\r\n", "\n").strip()
    if len(sentence) > LONGEST_EVIDENCE:
        raise ValidationError({"evidence": _("This is too long. Select the sentence alone.")})
    stands = held_source(actor, said)
    if stands is None:
        raise ValidationError(_("Where this was said is no longer there for you."))
    commitment = Commitment(
        desk=actor.desk,
        evidence=sentence,
        made_at=said.at or timezone.now(),
        message=said.message,
        meeting=said.meeting,
        section=said.section,
        entry=said.entry,
        dossier=stands.dossier,
        marking=stands.marking,
    )
    _write(actor, commitment, promise)
    commitment.save()
    tell(actor, commitment, MADE, detail=sentence if sentence != commitment.what else "")
    return commitment


@transaction.atomic
def correct_commitment(actor: Actor, commitment: Commitment, promise: Promise) -> Commitment:
    """It was written down wrongly, and its lines stand where it stands by then; the same again says nothing. Raises `ValidationError` with a sentence."""
    current = held(actor, commitment)
    before, told = _fields(current), promise_told(current)
    _write(actor, current, promise)
    if _fields(current) != before:
        current.save(update_fields=FIELDS)
        place(actor.desk, SOURCE, [Place(current.pk, current.dossier_id, current.marking)])
        forget_reminders(current)
        tell(actor, current, CHANGED, detail=before_told(told) if told != promise_told(current) else "")
    return current


def held(actor: Actor, commitment: Commitment) -> Commitment:
    """As it stands now, locked until the transaction ends; `DoesNotExist` where the actor does not see it."""
    require_writer(actor)
    return visible_commitments(actor).select_for_update(of=("self",)).get(pk=commitment.pk)


def _fields(commitment: Commitment) -> tuple[object, ...]:
    return tuple(getattr(commitment, name) for name in FIELDS)


def _write(actor: Actor, commitment: Commitment, promise: Promise) -> None:
    what = " ".join(promise.what.replace("\x00", "").split())
    if not what:
        raise ValidationError({"what": _("Write a few words first.")})
    if len(what) > LONGEST:
        raise ValidationError({"what": _("This is too long. Please shorten it.")})
    if promise.person is None and promise.organisation is None:
        raise ValidationError({"partner": _("Name the person or the organisation on the other side.")})
    unseen = ValidationError({"partner": _("There is nobody of that name.")})
    if promise.person not in (None, commitment.person) and not _among(visible_people(actor), promise.person):
        raise unseen
    if promise.organisation not in (None, commitment.organisation) and not _among(
        visible_organisations(actor), promise.organisation
    ):
        raise unseen
    if promise.member not in (None, commitment.member) and not _is_colleague(actor, promise.member):
        raise ValidationError({"member": _("There is nobody of that name.")})
    commitment.side, commitment.what, commitment.grade = promise.side, what, promise.grade
    commitment.person, commitment.organisation = promise.person, promise.organisation
    commitment.member, commitment.due = promise.member, promise.due
    if not commitment.has_source:
        if promise.dossier not in (None, commitment.dossier) and not _among(
            visible_dossiers(actor), promise.dossier
        ):
            raise ValidationError({"dossier": _("There is no such dossier.")})
        commitment.dossier, commitment.marking = promise.dossier, promise.marking


def _among[Row: Model](rows: QuerySet[Row], row: Row | None) -> bool:
    return row is not None and rows.filter(pk=row.pk).exists()


def _is_colleague(actor: Actor, user: User | None) -> bool:
    return Membership.objects.filter(desk=actor.desk, user=user).exists()
