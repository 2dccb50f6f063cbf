"""Writing a formal letter: a statement of ours with its words, before it has left."""

from dataclasses import dataclass, replace

from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.letters.hold import held_unsent
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.actions.statements.edit import edit_statement
from jembatan.correspondence.actions.statements.record import Entered, record_statement
from jembatan.correspondence.models import LetterTemplate, NumberSeries, Statement, StatementLetter
from jembatan.correspondence.queries.formal_letters.templates import all_templates
from jembatan.correspondence.queries.numbering.series import all_series
from jembatan.platform.access import require_writer


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What the letter says beside the facts of its statement, and how it is numbered and laid out."""

    series: NumberSeries
    template: LetterTemplate
    nature: str = StatementLetter.Nature.ORDINARY
    addressee: str = ""
    text: str = ""


@transaction.atomic
def start_letter(actor: Actor, entered: Entered, wording: Wording) -> Statement:
    """A draft without a number, its letter beside it."""
    require_writer(actor)
    _check(actor, wording)
    drafted = replace(entered, state=Statement.State.DRAFT, number="")
    statement = record_statement(actor, drafted)
    StatementLetter.objects.create(statement=statement, **_columns(wording))
    return statement


@transaction.atomic
def write_letter(
    actor: Actor,
    statement: Statement,
    entered: Entered,
    wording: Wording,
    *,
    version: int,
    confirmed: bool = False,
) -> Statement:
    """New words for the version that the writer had before them; a letter in a draft mail is made anew.

    A letter that has its number keeps it, with its series. Raises what `edit_statement` raises, and `Refused` for one that has
    left, was withdrawn, or waits in the outbox.
    """
    require_writer(actor)
    current = held_unsent(actor, statement)
    letter = current.letter
    if wording.series != letter.series and current.number:
        raise Refused(_("This letter has its number already, and stays in its series."))
    if wording.series != letter.series or wording.template != letter.template:
        _check(actor, wording)
    kept = replace(entered, state=Statement.State.DRAFT, number=current.number, dated=current.dated)
    StatementLetter.objects.filter(pk=letter.pk).update(**_columns(wording))
    return edit_statement(actor, current, kept, version=version, confirmed=confirmed)


def _check(actor: Actor, wording: Wording) -> None:
    """Series and template are the desk's and in use."""
    if not all_series(actor).filter(pk=wording.series.pk).exists():
        raise Refused(_("The series “%(name)s” is out of use. Choose another.") % {"name": wording.series})
    if not all_templates(actor).filter(pk=wording.template.pk).exists():
        raise Refused(
            _("The template “%(name)s” is out of use. Choose another.") % {"name": wording.template}
        )


def _columns(wording: Wording) -> dict[str, object]:
    return {
        "series": wording.series,
        "template": wording.template,
        "nature": wording.nature,
        "addressee": wording.addressee,
        "text": wording.text,
    }
