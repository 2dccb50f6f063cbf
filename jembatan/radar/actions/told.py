"""The journal's lines about signals. Each stands where its evidence stands: in a restricted dossier, if any of it does."""

from django.utils import translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.journal.actions.record import Line, record
from jembatan.radar.models import Signal
from jembatan.radar.queries.place import place_of
from jembatan.radar.queries.wording.rules import WORDS

SOURCE = "signal"
DISMISSED, RESTORED = "signal.dismissed", "signal.restored"
TAKEN, DONE = "signal.taken", "signal.done"


def tell(actor: Actor, signal: Signal, kind: str, *, detail: str = "") -> None:
    """In the desk's language. What somebody typed is told only where whoever reads the line sees all of the evidence."""
    place = place_of(signal)
    with translation.override(actor.desk.language):
        line = Line(
            kind=kind,
            summary=_summary(kind) % {"rule": WORDS[signal.rule].label, "party": signal.party or "—"},
            detail="" if place.several else detail,
            parties=[party for party in (signal.organisation, signal.person) if party],
            dossier=place.dossier,
            marking=place.marking,
            source=(SOURCE, signal.pk),
        )
        record(actor, line)


def _summary(kind: str) -> str:
    if kind == DISMISSED:
        return _("Signal dismissed. %(rule)s: %(party)s")
    if kind == RESTORED:
        return _("Signal taken up again. %(rule)s: %(party)s")
    if kind == TAKEN:
        return _("Signal taken on as a task. %(rule)s: %(party)s")
    return _("Task of a signal done. %(rule)s: %(party)s")
