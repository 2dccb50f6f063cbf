"""What reports offers to other rooms."""


def connect() -> None:
    """Register it."""
    from django.utils.translation import gettext_lazy as _

    from jembatan.journal.queries.kinds import EntryKind, register_kind
    from jembatan.platform.ui.navigation import Place, register_place

    register_kind(EntryKind("report.made", _("Report made"), "file-text", _("Reports"), of_desk=True))
    register_place(Place("reports", _("Reports"), "reports:reports", "chart-column", "g r", 80))
