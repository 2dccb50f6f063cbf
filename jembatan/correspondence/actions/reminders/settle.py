"""How the desk reminds, and that a member has seen to a reminder."""

from django.db import transaction
from django.utils import timezone

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Reminder, ReminderByMail, ReminderRules
from jembatan.correspondence.reminding import Rules
from jembatan.platform.access import require_head, require_writer


@transaction.atomic
def set_rules(actor: Actor, rules: Rules) -> ReminderRules:
    """From the next look on; what was told stays told."""
    require_head(actor)
    values = {"before_hours": rules.before, "deputy_hours": rules.deputy, "head_hours": rules.head}
    return ReminderRules.objects.update_or_create(desk=actor.desk, defaults=values)[0]


@transaction.atomic
def remind_by_mail(actor: Actor, *, wanted: bool) -> None:
    """Whether the actor's own reminders come by mail, too, from the next one on."""
    require_writer(actor)
    if actor.user is None:
        return
    if wanted:
        ReminderByMail.objects.get_or_create(desk=actor.desk, user=actor.user)
    else:
        ReminderByMail.objects.filter(desk=actor.desk, user=actor.user).delete()


@transaction.atomic
def see_reminder(actor: Actor, reminder: Reminder) -> None:
    """Everything that the actor was told about this conversation or record and moment is seen; nobody else's reminders are."""
    own = Reminder.objects.filter(
        desk=actor.desk,
        user=actor.user,
        thread=reminder.thread_id,
        matter_kind=reminder.matter_kind,
        matter_id=reminder.matter_id,
        due_at=reminder.due_at,
        seen_at__isnull=True,
    )
    own.update(seen_at=timezone.now())


@transaction.atomic
def bring_back_reminder(actor: Actor, reminder: Reminder) -> None:
    """The inverse, for the one."""
    Reminder.objects.filter(desk=actor.desk, user=actor.user, pk=reminder.pk).update(seen_at=None)
