"""Changing a statement of the register."""

from dataclasses import replace

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.letters.enclosing import put_letter
from jembatan.correspondence.actions.statements.record import (
    SOURCE,
    Entered,
    NumberTaken,
    line_of,
)
from jembatan.correspondence.actions.statements.referring import refer_anew, tie
from jembatan.correspondence.models import ReservedNumber, Statement
from jembatan.correspondence.queries.statements import visible_statements
from jembatan.journal.actions.placing import Place, place
from jembatan.journal.actions.record import record
from jembatan.platform.access import require_writer
from jembatan.platform.markings import LoweredMarking, is_lower


class ChangedMeanwhile(Exception):
    """Someone else has changed the statement since it was opened for editing; `statement` is what stands now."""

    def __init__(self, statement: Statement) -> None:
        self.statement = statement

    def __str__(self) -> str:
        return _("Someone changed this statement in the meantime. Compare both versions and save again.")


@transaction.atomic
def edit_statement(
    actor: Actor, statement: Statement, entered: Entered, *, version: int, confirmed: bool = False
) -> Statement:
    """Everything that was typed, for the version that the editor had before them; its mail stays, and its letter is made anew.

    A draft that turns out to have been sent gets its line in the journal. Number and state of one that has a number of the
    book are no words: they stay. Raises `ChangedMeanwhile`, `NumberTaken`, and
    `LoweredMarking` unless `confirmed`.
    """
    require_writer(actor)
    current = visible_statements(actor).select_for_update(of=("self",)).get(pk=statement.pk)
    if current.version != version:
        raise ChangedMeanwhile(current)
    if is_lower(entered.marking, than=current.marking) and not confirmed:
        raise LoweredMarking
    if ReservedNumber.objects.filter(statement=current).exists():
        entered = replace(entered, number=current.number, state=Statement.State(current.state))
    was_draft = current.state == Statement.State.DRAFT
    columns = {name: value for name, value in entered.columns.items() if name != "message"}
    for name, value in columns.items():
        setattr(current, name, value)
    current.version += 1
    try:
        with transaction.atomic():
            current.save(update_fields=[*columns, "version"])
    except IntegrityError as error:
        raise NumberTaken from error
    refer_anew(current, entered.references)
    tie(actor.desk)
    place(actor.desk, SOURCE, [Place(current.pk, current.dossier_id, current.marking)])
    put_letter(actor, current)
    if was_draft and current.state != Statement.State.DRAFT:
        record(actor, line_of(current))
    return current
