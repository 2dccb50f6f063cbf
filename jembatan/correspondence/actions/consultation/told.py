"""The journal's lines: one when somebody is asked, one when they have answered."""

from jembatan.accounts.actor import Actor, operator
from jembatan.correspondence.models import Consultation
from jembatan.correspondence.queries.matters import about
from jembatan.correspondence.queries.notes import SOURCE
from jembatan.directory.models import Organisation, Person
from jembatan.directory.queries.address_book import parties_by_email
from jembatan.journal.actions.record import Line, record
from jembatan.platform.markings import Marking

ASKED = "consultation.asked"
ANSWERED = "consultation.answered"


def tell_asked(actor: Actor, consultation: Consultation) -> None:
    """With the question."""
    record(actor, _line(consultation, ASKED, consultation.question))


def tell_answered(consultation: Consultation) -> None:
    """In the name that they gave; what they change later is in the audit."""
    actor = operator(consultation.desk, label=consultation.answered_as)
    record(actor, _line(consultation, ANSWERED, consultation.answer or consultation.question))


def _line(consultation: Consultation, kind: str, text: str) -> Line:
    """It follows the message, or the record, that was asked about."""
    message, matter = consultation.message, about(consultation)
    summary, _newline, detail = text.strip().partition("\n")
    return Line(
        kind=kind,
        summary=summary,
        detail=detail.strip(),
        parties=_parties(consultation),
        dossier=message.thread.dossier if message else matter.dossier if matter else None,
        marking=Marking(message.thread.marking) if message else matter.marking if matter else Marking.GREEN,
        source=(SOURCE, message.pk) if message else matter.source if matter else None,
    )


def _parties(consultation: Consultation) -> list[Person | Organisation]:
    known = parties_by_email(consultation.desk, [consultation.email])[consultation.email]
    house = Organisation.objects.filter(pk=known.organisation_id or 0).first()
    return [each for each in (consultation.person, house) if each]
