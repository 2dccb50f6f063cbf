"""Filing drafts in the course of an import, and saying what became of each."""

from collections.abc import Sequence

from django.utils.translation import gettext_noop as _

from jembatan.meetings.actions.draft import Draft
from jembatan.meetings.actions.filing import file_meetings
from jembatan.platform.imports.importer import ImportJob
from jembatan.platform.imports.reasons import because


def file_and_account(job: ImportJob, drafts: Sequence[tuple[str, Draft]]) -> None:
    """File drafts, each with the place in a source that it comes from; count their items, show a sample, tell problems."""
    if not drafts:
        return
    filed = file_meetings(job.actor, [draft for _place, draft in drafts], batch_id=job.batch.pk)
    job.touch_many(filed.touches)
    for (place, draft), outcome in zip(drafts, filed.outcomes, strict=True):
        job.account.count(outcome, draft.items)
        job.show(outcome, str(draft.fields.get("title", "")), f"{draft.fields['starts_at']:%Y-%m-%d}")
        if reason := filed.problems.pop(draft.uid, ""):
            once = _("The rule of repetition cannot be followed, so the meeting takes place once: %(reason)s")
            job.account.note(place, because(once, reason=reason))
    job.tell()
