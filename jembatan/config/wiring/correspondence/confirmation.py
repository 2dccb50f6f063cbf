"""Confirmations: their lines in the journal, how they stand with the person, and the list of stale contacts."""


def connect() -> None:
    """Register it."""
    from django.utils.translation import gettext_lazy as _

    from jembatan.correspondence.actions.confirmation.told import ANSWERED, ASKED
    from jembatan.correspondence.models import Confirmation
    from jembatan.correspondence.web.confirmation_panel import stale_tab, standing
    from jembatan.directory.actions.following import register_follower
    from jembatan.journal.queries.kinds import EntryKind, register_kind
    from jembatan.platform.ui.slots import fill

    group = _("Confirmations")
    register_kind(EntryKind(ASKED, _("Asked to confirm"), "message-square", group, contact=True))
    register_kind(EntryKind(ANSWERED, _("Confirmed or corrected"), "message-circle", group, contact=True))
    register_follower(Confirmation, "person", once=("answered_at",))
    fill("directory.person.top", standing, order=8)
    fill("directory.tabs", stale_tab, order=10)
