"""Mail that is written and sent."""


def connect() -> None:
    """Register it."""
    _outbox()
    _pages()


def _outbox() -> None:
    from django.urls import reverse

    from jembatan.correspondence.actions.outbox.checks import register_check
    from jembatan.correspondence.actions.outbox.collision import ask_collision
    from jembatan.correspondence.actions.outbox.preflight import ask_preflight
    from jembatan.correspondence.events import MailQueued
    from jembatan.correspondence.jobs import defer_sending
    from jembatan.correspondence.models import OutgoingServer, SendingAddress
    from jembatan.platform.audit.tracked import register_address
    from jembatan.platform.events import listen

    register_check(ask_preflight)
    register_check(ask_collision)
    listen(MailQueued, defer_sending)
    register_address(OutgoingServer, lambda pk: reverse("correspondence:sending_server", args=[pk]))
    register_address(SendingAddress, lambda pk: reverse("correspondence:sending_address", args=[pk]))


def _pages() -> None:
    from django.utils.translation import gettext_lazy as _

    from jembatan.correspondence.web import panels
    from jembatan.platform.ui.palette import Command, register_command
    from jembatan.platform.ui.settings_pages import SettingsPage, register_settings_page
    from jembatan.platform.ui.slots import fill

    register_command(
        Command("new_mail", _("New mail"), "correspondence:new_mail", "mail-plus", rights="write")
    )
    register_command(
        Command("outbox", _("Drafts and outbox"), "correspondence:outbox", "send", rights="write")
    )
    for page in ("today", "correspondence.inbox.top"):
        fill(page, panels.outbox_trouble, order=5)
    register_settings_page(
        SettingsPage("you", _("Your signature"), "correspondence:signature", 20, rights="write")
    )
    register_settings_page(
        SettingsPage("mail", _("Sending mail"), "correspondence:sending", 20, rights="clear")
    )
