"""Who holds which post: begin it, correct it, end it."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.edits import check_version
from jembatan.directory.actions.field_rules import one_line
from jembatan.directory.events import tell
from jembatan.directory.models import Organisation, Person, Position
from jembatan.directory.queries.positions import today_at, visible_positions
from jembatan.directory.queries.visible import visible_organisations, visible_people
from jembatan.platform.access import require_writer

BEGUN = gettext_lazy("%(person)s holds a position: %(position)s")
CORRECTED = gettext_lazy("A position of %(person)s was corrected: %(position)s")
ENDED = gettext_lazy("A position of %(person)s ended: %(position)s")
REOPENED = gettext_lazy("%(person)s holds a position again: %(position)s")


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionFacts:
    """What is known of a position; `until` is its last day, None means that it is held today."""

    title: str = ""
    unit: str = ""
    since: date | None = None
    until: date | None = None


@transaction.atomic
def add_position(
    actor: Actor,
    person: Person,
    organisation: Organisation,
    facts: PositionFacts,
    *,
    quietly: bool = False,
) -> Position:
    """`quietly` leaves the announcement to an action around this one. Raises `ValidationError` with a sentence."""
    require_writer(actor)
    position = Position(
        desk=actor.desk,
        person=visible_people(actor).get(pk=person.pk),
        organisation=visible_organisations(actor).get(pk=organisation.pk),
    )
    _fill(position, facts)
    position.save()
    if not quietly:
        _tell(actor, position, BEGUN)
    return position


@transaction.atomic
def change_position(actor: Actor, position: Position, facts: PositionFacts, *, version: int) -> PositionFacts:
    """Correct what is known; returns what stood there before. Raises `Conflict`, `ValidationError` with a sentence."""
    require_writer(actor)
    current = _locked(actor, position)
    check_version(seen=version, current=current.version)
    before = facts_of(current)
    _fill(current, facts)
    _save(current)
    _tell(actor, current, CORRECTED, before=before)
    return before


@transaction.atomic
def end_position(actor: Actor, position: Position, *, last_day: date | None = None) -> Position:
    """The post is over; without a last day it was yesterday, so that nobody is shown as holding it today."""
    require_writer(actor)
    current = _locked(actor, position)
    before = facts_of(current)
    day = last_day or today_at(actor.desk) - timedelta(days=1)
    _fill(
        current,
        PositionFacts(
            title=current.title,
            unit=current.unit,
            since=current.since,
            until=day if last_day or not current.since else max(day, current.since),
        ),
    )
    _save(current)
    _tell(actor, current, ENDED, before=before)
    return current


@transaction.atomic
def reopen_position(actor: Actor, position: Position) -> Position:
    """The post is held again; the inverse of `end_position`."""
    require_writer(actor)
    current = _locked(actor, position)
    before = facts_of(current)
    current.until = None
    _save(current)
    _tell(actor, current, REOPENED, before=before)
    return current


def facts_of(position: Position) -> PositionFacts:
    """What the record says now."""
    return PositionFacts(title=position.title, unit=position.unit, since=position.since, until=position.until)


def _fill(position: Position, facts: PositionFacts) -> None:
    if facts.since and facts.until and facts.until < facts.since:
        raise ValidationError({"until": _("The last day is before the first.")})
    position.title, position.unit = one_line(facts.title), one_line(facts.unit)
    position.since, position.until = facts.since, facts.until
    position.clean_fields()
    same = Position.objects.filter(person=position.person, organisation=position.organisation)
    same = same.filter(title=position.title, unit=position.unit, since=position.since)
    if same.exclude(pk=position.pk).exists():
        raise ValidationError({"title": _("This position is already recorded.")})


def _locked(actor: Actor, position: Position) -> Position:
    return visible_positions(actor).select_for_update(of=("self",)).get(pk=position.pk)


def _save(position: Position) -> None:
    position.version += 1
    position.save(update_fields=["title", "unit", "since", "until", "version"])


def _tell(actor: Actor, position: Position, sentence: object, *, before: PositionFacts | None = None) -> None:
    after = facts_of(position)
    detail = f"{_period(before)} → {_period(after)}" if before and _period(before) != _period(after) else ""
    parties = (position.person, position.organisation)
    tell(actor, parties, sentence, detail=detail, person=position.person, position=position)


def _period(facts: PositionFacts) -> str:
    return "–".join(day.isoformat() if day else "…" for day in (facts.since, facts.until))
