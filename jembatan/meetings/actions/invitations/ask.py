"""Putting to a person what must not count by itself."""

import hashlib
from typing import Any

from jembatan.meetings.formats.itip.trouble import Trouble
from jembatan.meetings.models import InvitationQuestion, Meeting


def ask(
    meeting: Meeting, *, kind: str, email: str, trouble: Trouble | None = None, about: str = "", **said: Any
) -> InvitationQuestion:
    """Once for the same words: a mail that comes again asks nothing again. `said` are fields of the question."""
    told = "\x1f".join(map(str, (kind, trouble, email, *sorted(said.items()))))
    question, _is_new = InvitationQuestion.objects.get_or_create(
        meeting=meeting,
        digest=hashlib.sha256(told.encode()).hexdigest(),
        defaults={"kind": kind, "email": email, "trouble": trouble or "", "about": about[:500], **said},
    )
    return question
