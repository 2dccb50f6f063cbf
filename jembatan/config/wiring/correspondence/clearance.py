"""Clearance: what stops a mail, what the journal and the audit say about it, where it is asked."""


def connect() -> None:
    """Register it."""
    _outbox()
    _history()
    _pages()


def _outbox() -> None:
    from jembatan.correspondence.actions.outbox.checks import register_check
    from jembatan.correspondence.actions.outbox.clearance import demand_clearance
    from jembatan.correspondence.models import ClearanceRule
    from jembatan.directory.actions.following import register_follower

    register_check(demand_clearance)
    register_follower(
        ClearanceRule,
        "organisation",
        once=("condition", "dossier", "marking", "clearer", "member", "address"),
    )


def _history() -> None:
    from django.urls import reverse
    from django.utils.translation import gettext_lazy as _

    from jembatan.correspondence.actions.clearance.told import CLEARED
    from jembatan.correspondence.models import Clearance, ClearanceRule
    from jembatan.journal.queries.kinds import EntryKind, register_kind
    from jembatan.platform.audit.tracked import register_address

    register_kind(EntryKind(CLEARED, _("Mail cleared"), "badge-check", _("Mail")))
    register_address(Clearance, lambda pk: reverse("correspondence:clearance", args=[pk]))
    register_address(ClearanceRule, lambda pk: reverse("correspondence:clearance_rules"))


def _pages() -> None:
    from django.utils.translation import gettext_lazy as _

    from jembatan.correspondence.web.waiting_clearances import waiting_clearances
    from jembatan.platform.ui.palette import Command, register_command
    from jembatan.platform.ui.settings_pages import SettingsPage, register_settings_page
    from jembatan.platform.ui.slots import fill

    for page in ("today", "correspondence.inbox.top"):
        fill(page, waiting_clearances, order=4)
    register_command(
        Command("clearance", _("Rules of clearance"), "correspondence:clearance_rules", "badge-check")
    )
    register_settings_page(SettingsPage("desk", _("Clearance"), "correspondence:clearance_rules", 50))
