"""What reports offer to other rooms."""


def connect() -> None:
    """Register it."""
    _journal()
    _pages()
    _records()


def _journal() -> None:
    from django.utils.translation import gettext_lazy as _

    from jembatan.journal.queries.kinds import EntryKind, register_kind
    from jembatan.reports.actions.make_report import MADE

    register_kind(EntryKind(MADE, _("Report made"), "file-text", _("Reports")))


def _pages() -> None:
    from django.utils.translation import gettext_lazy as _

    from jembatan.platform.ui.navigation import Place, register_place
    from jembatan.platform.ui.palette import Command, register_command

    register_place(Place("reports", _("Reports"), "reports:reports", "chart-column", "g r", 80))
    register_command(Command("programmes", _("Programmes"), "reports:programmes", "folder"))


def _records() -> None:
    from django.urls import reverse

    from jembatan.platform.audit.tracked import register_address
    from jembatan.reports.models import Programme

    register_address(Programme, lambda pk: reverse("reports:programme", args=[pk]))
