"""ICS 214, activity log: what an officer, or the desk, did and when."""

from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.accounts.queries.actors import members_of
from jembatan.platform.documents.form import Block, FormSheet, Table
from jembatan.platform.markings import Marking, highest
from jembatan.platform.ui.moments import clock_text, day_text
from jembatan.reports.queries.forms.blocks import filled_in, incident, operational_period, prepared_by, sheet
from jembatan.reports.queries.lines import Told, told_entries
from jembatan.reports.queries.scope import Scope

MOST = 2000


def activity_log(actor: Actor, scope: Scope, *, language: str) -> FormSheet:
    """Every entry of the scope, at most two thousand; of one officer where the scope is one."""
    with filled_in(actor, language):
        entries = told_entries(actor, scope, MOST)
        members = members_of(actor.desk)
        officer = scope.subject if isinstance(scope.subject, User) else actor.user
        role = next((each.get_role_display() for each in members if each.user == officer), "")
        home = " · ".join(part for part in (actor.desk.organisation_name, actor.desk.name) if part)
        resources = Table(
            (_("Name"), _("ICS position"), _("Home agency (and unit)")),
            tuple((each.user.full_name, each.get_role_display(), home) for each in members),
            (3, 2, 4),
        )
        log = Table(
            (_("Date and time"), _("Notable activities")), tuple(_row(entry) for entry in entries), (2, 7)
        )
        return sheet(
            actor,
            "ICS 214",
            _("Activity log"),
            language,
            (incident(actor, scope), operational_period(actor, scope)),
            (
                Block("3", _("Name"), text=officer.full_name if officer else actor.name),
                Block("4", _("ICS position"), text=role),
                Block("5", _("Home agency (and unit)"), text=home),
            ),
            (Block("6", _("Resources assigned"), table=resources),),
            (Block("7", _("Activity log"), table=log),),
            (prepared_by(actor, "8"),),
            marking=highest([Marking.GREEN, *(entry.marking_today for entry in entries)]),
        )


def _row(entry: Told) -> tuple[str, str]:
    return f"{day_text(entry.occurred_at)}, {clock_text(entry.occurred_at)}", entry.summary
