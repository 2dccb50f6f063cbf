"""The journal's lines about promises."""

from django.utils import translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Role
from jembatan.commitments.models import Commitment, PartnerAnswer
from jembatan.journal.actions.record import Line, record
from jembatan.platform.markings import Marking
from jembatan.platform.ui.moments import day_text

SOURCE = "commitment"
MADE = "commitment.made"
KEPT = "commitment.kept"
RENEGOTIATED = "commitment.renegotiated"
WITHDRAWN = "commitment.withdrawn"
CHANGED = "commitment.changed"
ANSWERED = "commitment.answered"


def tell(actor: Actor, commitment: Commitment, kind: str, *, detail: str = "") -> None:
    """In the desk's language; the line stands where the promise stands, and follows it."""
    with translation.override(actor.desk.language):
        _record(actor, commitment, kind, _summary(commitment, kind), detail)


def tell_answer(answer: PartnerAnswer) -> None:
    """In the partner's name; an answer is journalled once."""
    question, commitment = answer.question, answer.question.commitment
    actor = Actor(desk=commitment.desk, role=Role.READER, label=question.name)
    with translation.override(commitment.desk.language):
        told = {
            "name": question.name,
            "text": promise_told(commitment),
            "day": day_text(answer.due) if answer.due else "",
        }
        summary = {
            PartnerAnswer.Kind.CONFIRMED: _("%(name)s confirms the promise. %(text)s"),
            PartnerAnswer.Kind.ANOTHER_DAY: _("%(name)s proposes %(day)s for the promise. %(text)s"),
            PartnerAnswer.Kind.DONE: _("%(name)s says that the promise is kept. %(text)s"),
        }[PartnerAnswer.Kind(answer.kind)] % told
    _record(actor, commitment, ANSWERED, summary, answer.words)


def promise_told(commitment: Commitment) -> str:
    """ "Budi Santoso: kirim draf (by 5 Mar 2027)", "We to Embassy of Japan: …", in the language in force."""
    due = _(" (by %(day)s)") % {"day": day_text(commitment.due)} if commitment.due else ""
    partner = commitment.partner or _("somebody")
    who = _("We to %(partner)s") % {"partner": partner} if commitment.is_ours else partner
    return f"{who}: {commitment.what}{due}"


def before_told(before: str) -> str:
    """What stood there, in the language in force."""
    return _("Before: %(text)s") % {"text": before}


def _record(actor: Actor, commitment: Commitment, kind: str, summary: str, detail: str) -> None:
    line = Line(
        kind=kind,
        summary=summary,
        detail=detail,
        parties=[party for party in (commitment.person, commitment.organisation) if party],
        dossier=commitment.dossier,
        marking=Marking(commitment.marking),
        source=(SOURCE, commitment.pk),
    )
    record(actor, line)


def _summary(commitment: Commitment, kind: str) -> str:
    told = {"text": promise_told(commitment)}
    if kind == KEPT:
        return _("Promise kept. %(text)s") % told
    if kind == RENEGOTIATED:
        return _("Promise moved. %(text)s") % told
    if kind == WITHDRAWN:
        return _("Promise withdrawn. %(text)s") % told
    if kind == CHANGED:
        return _("Promise changed. %(text)s") % told
    return _("Promise. %(text)s") % told
