"""What a member reads who is reminded by mail, too."""

from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jembatan.correspondence.models import Reminder, Thread
from jembatan.correspondence.queries.matters import told_of
from jembatan.dossiers.models import Dossier
from jembatan.platform.markings import Marking
from jembatan.platform.ui.moments import moment_text

OPENLY = {Marking.CLEAR.value, Marking.GREEN.value}


_WORDS = {
    Reminder.Step.BEFORE: (
        gettext_lazy("Due soon: %(subject)s"),
        gettext_lazy("An answer is due on %(moment)s:"),
    ),
    Reminder.Step.DUE: (gettext_lazy("Due: %(subject)s"), gettext_lazy("An answer is due on %(moment)s:")),
    Reminder.Step.DEPUTY: (
        gettext_lazy("Overdue, and you stand in: %(subject)s"),
        gettext_lazy("An answer is due on %(moment)s:"),
    ),
    Reminder.Step.HEAD: (
        gettext_lazy("Overdue: %(subject)s"),
        gettext_lazy("An answer is due on %(moment)s:"),
    ),
    Reminder.Step.SOON: (
        gettext_lazy("To be said back soon: %(subject)s"),
        gettext_lazy("Their answer is due on %(moment)s:"),
    ),
    Reminder.Step.THEIRS: (
        gettext_lazy("Not said back yet: %(subject)s"),
        gettext_lazy("Their answer was due on %(moment)s:"),
    ),
}
_WORDS_OF_MATTER = {
    Reminder.Step.BEFORE: (gettext_lazy("Due soon: %(subject)s"), gettext_lazy("You owe it by %(moment)s:")),
    Reminder.Step.DUE: (
        gettext_lazy("Overdue: %(subject)s"),
        gettext_lazy("You have owed it since %(moment)s:"),
    ),
    Reminder.Step.THEIRS: (
        gettext_lazy("They owe it: %(subject)s"),
        gettext_lazy("They have owed it since %(moment)s:"),
    ),
}


def reminder_letter(reminder: Reminder) -> tuple[str, str]:
    """Subject and text, in the member's language and by the member's clock."""
    user = reminder.user
    with translation.override(user.language), timezone.override(ZoneInfo(user.time_zone)):
        name, page = _of_thread(reminder.thread) if reminder.thread else _of_matter(reminder)
        words = _WORDS if reminder.thread else _WORDS_OF_MATTER
        subject, due = words[Reminder.Step(reminder.step)]
        sentences = (
            due % {"moment": moment_text(reminder.due_at)},
            settings.PUBLIC_URL + page,
            _("You wanted to be reminded by mail, too. This page changes it:"),
            settings.PUBLIC_URL + reverse("correspondence:reminder_rules"),
        )
        return subject % {"subject": name}, "\n\n".join(sentences)


def _of_thread(thread: Thread) -> tuple[str, str]:
    page = reverse("correspondence:thread", args=[thread.pk])
    if not _may_be_named(thread.marking, thread.dossier):
        return _("a conversation"), page
    return thread.subject or _("(no subject)"), page


def _of_matter(reminder: Reminder) -> tuple[str, str]:
    found = told_of([reminder]).get((reminder.matter_kind, reminder.matter_id))
    if found is None:
        return _("something that is gone"), ""
    told, page = found
    return (told.title if _may_be_named(told.marking, told.dossier) else _("a promise")), page


def _may_be_named(marking: str, dossier: Dossier | None) -> bool:
    """Mail can be read on its way: what is marked, or lies in a restricted dossier, is not named in it."""
    return marking in OPENLY and not (dossier and dossier.restricted)
