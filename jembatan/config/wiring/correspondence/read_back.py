"""Read-back: its line in the journal, and the people whom it names."""


def connect() -> None:
    """Register it."""
    from django.utils.translation import gettext_lazy as _

    from jembatan.correspondence.actions.read_back.answer import ANSWERED
    from jembatan.correspondence.models import ReadBackReceiver
    from jembatan.directory.actions.following import register_follower
    from jembatan.journal.queries.kinds import EntryKind, register_kind

    register_kind(EntryKind(ANSWERED, _("Said back"), "message-square-reply", _("Said back"), contact=True))
    register_follower(ReadBackReceiver, "person")
