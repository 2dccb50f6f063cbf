"""What a member is reminded of: the bell on every page, and the panel of the first page."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Reminder
from jembatan.correspondence.queries.matters import About, told_of
from jembatan.correspondence.queries.reminders.unseen import (
    OF_THEIRS,
    count_unseen,
    unseen_kinds,
    unseen_once_each,
)
from jembatan.correspondence.web.due import DueChip, due_chip, moment_chip
from jembatan.platform.ui.once import once

SHOWN = 12


@dataclass(frozen=True, slots=True)
class Reminded:
    """A reminder with its reason and its chip, and what it is about."""

    reminder: Reminder
    title: str
    page: str
    reason: str
    due: DueChip | None


def bell(request: HttpRequest, actor: Actor, subject: object) -> str:
    """How many conversations and promises one is reminded of; nothing where there are none. Asked once a page."""
    count = _count(request, actor)
    return render_to_string("correspondence/reminders.html#bell", {"count": count}, request) if count else ""


def reminders_panel(request: HttpRequest, actor: Actor, subject: object) -> str:
    """What is due soon or overdue, with the reason for which one is told."""
    found = unseen_once_each(actor, _kinds(request, actor))[:SHOWN] if _count(request, actor) else []
    about = told_of(found)
    context = {"reminded": [_told(each, about.get((each.matter_kind, each.matter_id))) for each in found]}
    return render_to_string("correspondence/reminders.html#panel", context, request) if found else ""


def _count(request: HttpRequest, actor: Actor) -> int:
    return once(request, "reminders", lambda: count_unseen(actor, _kinds(request, actor)))


def _kinds(request: HttpRequest, actor: Actor) -> frozenset[str]:
    return once(request, "kinds of reminders", lambda: unseen_kinds(actor))


def _told(reminder: Reminder, about: tuple[About, str] | None) -> Reminded:
    if reminder.thread is not None:
        thread = reminder.thread
        page = reverse("correspondence:thread", args=[thread.pk])
        return Reminded(
            reminder, thread.subject or _("(no subject)"), page, _reason(reminder), due_chip(thread)
        )
    title, page = (about[0].title, about[1]) if about else ("", "")
    due = moment_chip(reminder.due_at, ours=reminder.step not in OF_THEIRS)
    return Reminded(reminder, title, page, _reason_of_matter(reminder), due)


def _reason_of_matter(reminder: Reminder) -> str:
    sentences = {
        Reminder.Step.BEFORE: _("You owe it, and it is due soon."),
        Reminder.Step.DUE: _("You owe it, and it is overdue."),
        Reminder.Step.THEIRS: _("They owe it, and it is overdue."),
    }
    return sentences[Reminder.Step(reminder.step)]


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
