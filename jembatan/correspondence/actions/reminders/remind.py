"""Telling members what is due, each once for every step: the database refuses a second time."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import operator
from jembatan.accounts.models import Desk, User
from jembatan.correspondence.actions.reminders.by_mail import mail_reminder
from jembatan.correspondence.models import Reminder, Thread
from jembatan.correspondence.queries.clock.offices import office_of
from jembatan.correspondence.queries.conversation import in_order
from jembatan.correspondence.queries.notes import SOURCE
from jembatan.correspondence.queries.parties import parties_of
from jembatan.correspondence.queries.read_back.standing import due_for_saying_back
from jembatan.correspondence.queries.reminders.rules import pure, receivers_of, rules_of
from jembatan.correspondence.queries.visible import visible_messages
from jembatan.correspondence.reminding import STALE, Rules, Step, steps_come
from jembatan.journal.actions.record import Line, record
from jembatan.platform.dates.working_time import Office
from jembatan.platform.markings import Marking

ESCALATED = "mail.escalated"
LOOKED_AT = timedelta(days=60)
ESCALATIONS = (Step.DEPUTY, Step.HEAD)


def remind_desk(desk: Desk, *, now: datetime | None = None) -> int:
    """Look through what is due around now; returns how many members were told something new."""
    now = now or timezone.now()
    office, rules = office_of(desk), pure(rules_of(desk))
    around = Thread.objects.filter(
        desk=desk, turn=Thread.Turn.OURS, done_at__isnull=True, message_count__gt=0
    )
    around = around.filter(due_at__range=(now - LOOKED_AT, now + LOOKED_AT)).order_by("due_at", "pk")
    known = set(Reminder.objects.filter(thread__in=around).values_list("thread", "due_at", "step"))
    told = 0
    for thread in around.select_related("dossier"):
        assert thread.due_at is not None
        for step in steps_come(thread.due_at, office, rules, now=now):
            if (thread.pk, thread.due_at, step.value) not in known:
                told += remind(desk, thread, step, due_at=thread.due_at)
    return told + _remind_of_theirs(desk, now, office, rules)


def _remind_of_theirs(desk: Desk, now: datetime, office: Office, rules: Rules) -> int:
    """What the other side was asked to say back, and has not, or has to soon."""
    told = sum(
        remind(desk, thread, Step.THEIRS, due_at=thread.due_at)
        for thread in _untold(desk, Step.THEIRS, since=now - STALE, until=now)
        if thread.due_at
    )
    coming = _untold(desk, Step.SOON, since=now, until=now + LOOKED_AT) if rules.before is not None else ()
    for thread in coming:
        if thread.due_at and Step.BEFORE in steps_come(thread.due_at, office, rules, now=now):
            told += remind(desk, thread, Step.SOON, due_at=thread.due_at)
    return told


def _untold(desk: Desk, step: Step, *, since: datetime, until: datetime) -> QuerySet[Thread]:
    around = Thread.objects.filter(desk=desk, done_at__isnull=True, due_at__range=(since, until))
    told = Reminder.objects.filter(thread=OuterRef("pk"), due_at=OuterRef("due_at"), step=step.value)
    untold = due_for_saying_back(around).filter(~Exists(told))
    return untold.select_related("dossier").order_by("due_at", "pk")


@transaction.atomic
def remind(desk: Desk, thread: Thread, step: Step, *, due_at: datetime) -> int:
    """Tell everyone whom this step concerns; whoever was told already is not told again. An escalation is journalled once."""
    made: list[User] = []
    for user in receivers_of(desk, thread, step):
        reminder, is_new = Reminder.objects.get_or_create(
            thread=thread, step=step.value, due_at=due_at, user=user, defaults={"desk": desk}
        )
        if is_new:
            made.append(user)
            mail_reminder(reminder)
    if made and step in ESCALATIONS:
        _journal(desk, thread, made)
    return len(made)


@transaction.atomic
def _journal(desk: Desk, thread: Thread, told: list[User]) -> None:
    actor = operator(desk)
    latest = in_order(visible_messages(actor).filter(thread=thread)).last()
    with translation.override(desk.language):
        summary = _("The answer to “%(subject)s” is overdue; told: %(names)s.") % {
            "subject": thread.subject or _("(no subject)"),
            "names": ", ".join(user.full_name for user in told),
        }
    parties = [
        known for party in parties_of(actor, thread) for known in (party.person, party.organisation) if known
    ]
    line = Line(
        kind=ESCALATED,
        summary=summary,
        parties=parties,
        dossier=thread.dossier,
        marking=Marking(thread.marking),
        source=(SOURCE, latest.pk) if latest else None,
    )
    record(actor, line)
