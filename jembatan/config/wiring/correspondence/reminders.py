"""Reminders of answers that are due: the bell, the first page, the journal's line of an escalation."""


def connect() -> None:
    """Register it."""
    from django.urls import reverse
    from django.utils.translation import gettext_lazy as _

    from jembatan.correspondence.actions.reminders.remind import ESCALATED
    from jembatan.correspondence.models import ReminderRules
    from jembatan.correspondence.web.reminded import bell, reminders_panel
    from jembatan.journal.queries.kinds import EntryKind, register_kind
    from jembatan.platform.audit.tracked import register_address
    from jembatan.platform.ui.palette import Command, register_command
    from jembatan.platform.ui.settings_pages import SettingsPage, register_settings_page
    from jembatan.platform.ui.slots import fill

    register_kind(EntryKind(ESCALATED, _("Overdue answer escalated"), "bell", _("Mail")))
    register_address(ReminderRules, lambda pk: reverse("correspondence:reminder_rules"))
    fill("shell.notices", bell)
    fill("today", reminders_panel, order=3)
    register_command(Command("reminders", _("Rules of reminders"), "correspondence:reminder_rules", "bell"))
    register_settings_page(SettingsPage("desk", _("Reminders"), "correspondence:reminder_rules", 40))
