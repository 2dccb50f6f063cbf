"""Consultations: their lines in the journal, their history, and what came back of them on Today."""


def connect() -> None:
    """Register it."""
    _history()
    _pages()


def _history() -> None:
    from django.utils.translation import gettext_lazy as _

    from jembatan.correspondence.actions.consultation.told import ANSWERED, ASKED
    from jembatan.correspondence.models import Consultation
    from jembatan.directory.actions.following import register_follower
    from jembatan.journal.queries.kinds import EntryKind, register_kind

    group = _("Consultations")
    register_kind(EntryKind(ASKED, _("Someone was asked"), "message-square", group, contact=True))
    register_kind(EntryKind(ANSWERED, _("Question answered"), "message-circle", group, contact=True))
    register_follower(Consultation, "person")


def _pages() -> None:
    from jembatan.correspondence.web.consultations_panel import standing_consultations
    from jembatan.platform.ui.slots import fill

    fill("today", standing_consultations, order=6)
