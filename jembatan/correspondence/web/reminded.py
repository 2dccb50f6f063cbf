"""What a member is reminded of: the bell on every page, and the panel of the first page."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Reminder
from jembatan.correspondence.queries.reminders.unseen import any_unseen, unseen, unseen_by_thread
from jembatan.correspondence.web.due import DueChip, due_chip
from jembatan.platform.ui.once import once

SHOWN = 12


@dataclass(frozen=True, slots=True)
class Reminded:
    """A reminder with its reason and its chip."""

    reminder: Reminder
    reason: str
    due: DueChip | None


def bell(request: HttpRequest, actor: Actor, subject: object) -> str:
    """How many conversations one is reminded of; nothing where there are none. Asked once a page."""
    count = _count(request, actor)
    return render_to_string("correspondence/reminders.html#bell", {"count": count}, request) if count else ""


def reminders_panel(request: HttpRequest, actor: Actor, subject: object) -> str:
    """What is due soon or overdue, with the reason for which one is told."""
    found = unseen_by_thread(actor)[:SHOWN] if _count(request, actor) else []
    context = {"reminded": [Reminded(each, _reason(each), due_chip(each.thread)) for each in found]}
    return render_to_string("correspondence/reminders.html#panel", context, request) if found else ""


def _count(request: HttpRequest, actor: Actor) -> int:
    def ask() -> int:
        if not any_unseen(actor):
            return 0
        return unseen(actor).values("thread").distinct().order_by().count()

    return once(request, "reminders", ask)


def _reason(reminder: Reminder) -> str:
    sentences = {
        Reminder.Step.BEFORE: _("Your answer is due soon."),
        Reminder.Step.DUE: _("The answer is due."),
        Reminder.Step.DEPUTY: _("The answer is overdue, and you stand in for it."),
        Reminder.Step.HEAD: _("The answer is overdue, and nobody has given it."),
        Reminder.Step.SOON: _("They have to say back soon what they understood."),
        Reminder.Step.THEIRS: _("They have not said back what they understood."),
    }
    return sentences[Reminder.Step(reminder.step)]
