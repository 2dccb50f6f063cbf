"""Mail that comes from servers."""


def connect() -> None:
    """Register it."""
    from django.urls import reverse

    from jembatan.correspondence.models import IncomingServer
    from jembatan.correspondence.web import panels
    from jembatan.platform.audit.tracked import register_address
    from jembatan.platform.ui.slots import fill

    register_address(IncomingServer, lambda pk: reverse("correspondence:incoming", args=[pk]))
    fill("accounts.settings.tabs", panels.receiving_tab)
