"""Mail that comes from servers."""


def connect() -> None:
    """Register it."""
    from django.urls import reverse
    from django.utils.translation import gettext_lazy as _

    from jembatan.correspondence.models import IncomingServer
    from jembatan.platform.audit.tracked import register_address
    from jembatan.platform.ui.settings_pages import SettingsPage, register_settings_page

    register_address(IncomingServer, lambda pk: reverse("correspondence:incoming", args=[pk]))
    register_settings_page(
        SettingsPage("mail", _("Receiving mail"), "correspondence:receiving", 10, rights="clear")
    )
