"""What commitments offer to other rooms."""


def connect() -> None:
    """Register it."""
    _followers()
    _journal()


def _followers() -> None:
    from jembatan.commitments.actions.following import follow_sources
    from jembatan.commitments.models import Commitment
    from jembatan.directory.actions.following import register_follower
    from jembatan.journal.events import SourcesPlaced
    from jembatan.platform.events import listen

    register_follower(Commitment, "person")
    register_follower(Commitment, "organisation")
    listen(SourcesPlaced, follow_sources)


def _journal() -> None:
    from django.utils.translation import gettext_lazy as _

    from jembatan.commitments.actions.told import CHANGED, KEPT, MADE, RENEGOTIATED, WITHDRAWN
    from jembatan.journal.queries.kinds import EntryKind, register_kind

    group = _("Promises")
    register_kind(EntryKind(MADE, _("Promise made"), "handshake", group, contact=True))
    register_kind(EntryKind(KEPT, _("Promise kept"), "check-check", group, contact=True))
    register_kind(EntryKind(RENEGOTIATED, _("Promise moved"), "calendar-clock", group, contact=True))
    register_kind(EntryKind(WITHDRAWN, _("Promise withdrawn"), "ban", group))
    register_kind(EntryKind(CHANGED, _("Promise changed"), "pencil-line", group))
