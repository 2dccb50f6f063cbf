"""What a member reads who is reminded by mail, too."""

from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jembatan.correspondence.models import Reminder, Thread
from jembatan.platform.markings import Marking
from jembatan.platform.ui.moments import moment_text

OPENLY = {Marking.CLEAR.value, Marking.GREEN.value}


def reminder_letter(reminder: Reminder) -> tuple[str, str]:
    """Subject and text, in the member's language and by the member's clock."""
    user, thread = reminder.user, reminder.thread
    with translation.override(user.language), timezone.override(ZoneInfo(user.time_zone)):
        subject = {
            Reminder.Step.BEFORE: _("Due soon: %(subject)s"),
            Reminder.Step.DUE: _("Due: %(subject)s"),
            Reminder.Step.DEPUTY: _("Overdue, and you stand in: %(subject)s"),
            Reminder.Step.HEAD: _("Overdue: %(subject)s"),
            Reminder.Step.SOON: _("To be said back soon: %(subject)s"),
            Reminder.Step.THEIRS: _("Not said back yet: %(subject)s"),
        }[Reminder.Step(reminder.step)] % {"subject": _name(thread)}
        due = {
            Reminder.Step.SOON: _("Their answer is due on %(moment)s:"),
            Reminder.Step.THEIRS: _("Their answer was due on %(moment)s:"),
        }.get(Reminder.Step(reminder.step), _("An answer is due on %(moment)s:"))
        sentences = (
            due % {"moment": moment_text(reminder.due_at)},
            settings.PUBLIC_URL + reverse("correspondence:thread", args=[thread.pk]),
            _("You wanted to be reminded by mail, too. This page changes it:"),
            settings.PUBLIC_URL + reverse("correspondence:reminder_rules"),
        )
        return subject, "\n\n".join(sentences)


def _name(thread: Thread) -> str:
    """Mail can be read on its way: what is marked, or lies in a restricted dossier, is not named in it."""
    if thread.marking not in OPENLY or (thread.dossier and thread.dossier.restricted):
        return _("a conversation")
    return thread.subject or _("(no subject)")
