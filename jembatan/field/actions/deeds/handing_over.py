"""Handing over at the end of a duty: what is open goes to those who come next."""

from django.utils.translation import gettext as _

from jembatan.deployment.actions.handing_over import hand_over as give
from jembatan.deployment.models import Handover
from jembatan.deployment.queries.links import handover_link
from jembatan.field.access import OnDuty
from jembatan.field.actions.changes import rings
from jembatan.field.actions.deeds.deed import Incoming
from jembatan.field.actions.deeds.reporting import note_incident
from jembatan.field.actions.letters import write_to
from jembatan.field.actions.refusals import Refused
from jembatan.field.models import Incident
from jembatan.field.queries.duties import seats_of
from jembatan.field.queries.following import followers
from jembatan.programmes.queries.desk_words import in_their_words


def hand_over(who: OnDuty, deed: Incoming) -> str:
    """Where nobody comes next any more, the coordinators have it: what was written without a network is never lost."""
    text = deed.text("text")
    if not text:
        raise Refused(_("Write what is open, for those who come next."))
    seat = seats_of(who.officer).select_related("roster").filter(duty=deed.number("duty")).first()
    following = followers(who.officer, [seat])[seat.duty_id] if seat else []
    if seat is None or not following:
        note_incident(who, deed, text, Incident.Severity.NOTE, seat)
        return _("Nobody comes next there any more. The coordinators have what you wrote.")
    for incoming in following:
        _tell(give(who.actor, seat, incoming, text))
    return _("Handed over: %(names)s") % {"names": ", ".join(map(str, following))}


def _tell(handover: Handover) -> None:
    """By mail, where their phone does not ring."""
    if rings(handover.incoming):
        return
    with in_their_words(handover.roster.programme):
        words = {"name": handover.outgoing.full_name, "link": handover_link(handover)}
        subject = _("%(name)s hands over to you") % words
        read = _("Please say that you have it, on your phone or here: %(link)s") % words
        write_to(handover.incoming, subject, f"{handover.text}\n\n{read}")
