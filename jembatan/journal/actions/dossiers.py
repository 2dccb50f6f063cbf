"""What is done to a dossier is a line of the journal, in the desk's language."""

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from jembatan.dossiers.events import Change, DossierChanged
from jembatan.journal.actions.activity import reckon_activity
from jembatan.journal.actions.record import Line, record
from jembatan.journal.queries.timeline import entries_in

STEP = "dossier.step"
SHARED = "dossier.shared"
FILED = "dossier.file"
PARTNER = "dossier.partner"
SENTENCES = {
    Change.OPENED: _("Opened the dossier %(title)s."),
    Change.EDITED: _("Edited the dossier %(title)s."),
    Change.RESTRICTED: _("Restricted the dossier %(title)s to named members."),
    Change.UNRESTRICTED: _("Opened the dossier %(title)s to the whole desk."),
    Change.MEMBER_ADDED: _("Gave %(name)s access to the dossier %(title)s."),
    Change.MEMBER_REMOVED: _("Took %(name)s's access to the dossier %(title)s away."),
    Change.PARTY_ADDED: _("Made %(party)s a party to the dossier %(title)s."),
    Change.PARTY_REMOVED: _("%(party)s is no longer a party to the dossier %(title)s."),
    Change.CLOSED: _("Closed the dossier %(title)s."),
    Change.REOPENED: _("Took up the dossier %(title)s again."),
    Change.PLANNED: _("Planned %(title)s by the framework “%(name)s”."),
    Change.STEP_ADDED: _("Planned in %(title)s: %(name)s."),
    Change.STEP_MOVED: _("Moved in the plan of %(title)s: %(name)s."),
    Change.STEP_DONE: _("Done in %(title)s: %(name)s."),
    Change.STEP_DROPPED: _("Dropped from the plan of %(title)s: %(name)s."),
    Change.STEP_REOPENED: _("Open again in %(title)s: %(name)s."),
    Change.MEASURED: _("Measured in %(title)s: %(name)s."),
    Change.SHARED: _("Plan of %(title)s made for %(name)s."),
    Change.FOLLOW_UP: _("%(party)s gets a link to their steps in %(title)s."),
    Change.PARTNER_CONFIRMED: _("%(party)s confirms in %(title)s: %(name)s."),
    Change.PARTNER_DONE: _("%(party)s says it is done in %(title)s: %(name)s."),
    Change.PARTNER_OTHER_DAY: _("%(party)s asks for another day in %(title)s: %(name)s."),
    Change.FILED: _("Put into %(title)s: %(name)s."),
    Change.ASSESSED: _("Assessed where %(party)s stands in %(title)s."),
    Change.CONFLICT: _("Wrote down in %(title)s what works against an objective."),
}
KINDS = {
    Change.OPENED: "dossier.opened",
    Change.CLOSED: "dossier.closed",
    Change.REOPENED: "dossier.opened",
    Change.PLANNED: STEP,
    Change.STEP_ADDED: STEP,
    Change.STEP_MOVED: STEP,
    Change.STEP_DONE: STEP,
    Change.STEP_DROPPED: STEP,
    Change.STEP_REOPENED: STEP,
    Change.MEASURED: STEP,
    Change.SHARED: SHARED,
    Change.FILED: FILED,
    Change.FOLLOW_UP: SHARED,
    Change.PARTNER_CONFIRMED: PARTNER,
    Change.PARTNER_DONE: PARTNER,
    Change.PARTNER_OTHER_DAY: PARTNER,
}


def record_dossier(event: DossierChanged) -> None:
    """The line hangs on the dossier, so that whoever may not see the dossier does not see the line."""
    names = {
        "title": event.dossier.title,
        "name": event.name,
        "party": str(event.parties[0]) if event.parties else "",
    }
    with translation.override(event.actor.desk.language):
        summary = SENTENCES[event.change] % names
    line = Line(
        kind=KINDS.get(event.change, "dossier.changed"),
        summary=summary,
        detail=event.words,
        parties=event.parties,
        dossier=event.dossier,
        marking=event.marking,
        source=("dossier", event.dossier.pk),
    )
    record(event.actor, line)


def reckon_after(event: DossierChanged) -> None:
    """What happened behind a restriction moves nobody up in the directory's lists, which the whole desk reads."""
    if event.change in {Change.RESTRICTED, Change.UNRESTRICTED}:
        reckon_activity(event.actor.desk, entries_in(event.dossier))
