"""How a desk reminds, and whom it may tell."""

from collections.abc import Iterable

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk, Membership, Role, User
from jembatan.accounts.queries.actors import members_of
from jembatan.correspondence.models import Message, Recipient, ReminderByMail, ReminderRules, Thread
from jembatan.correspondence.queries.visible import visible_threads
from jembatan.correspondence.reminding import Rules, Step
from jembatan.directory.models import Counterpart


def rules_of(desk: Desk) -> ReminderRules:
    """As the head has set them, else the usual ones, unsaved."""
    return ReminderRules.objects.filter(desk=desk).first() or ReminderRules(desk=desk)


def is_reminded_by_mail(actor: Actor) -> bool:
    """Whether the member has wished so; off by default."""
    wishes = ReminderByMail.objects.filter(desk=actor.desk, user=actor.user, user__isnull=False)
    return wishes.exists()


def pure(rules: ReminderRules) -> Rules:
    """Without the row."""
    return Rules(before=rules.before_hours, deputy=rules.deputy_hours, head=rules.head_hours)


def receivers_of(desk: Desk, thread: Thread, step: Step) -> list[User]:
    """Whom the step tells: members who write and may see the conversation; the heads where there is nobody else."""
    members = {
        each.user_id: each for each in members_of(desk) if each.role != Role.READER and each.user.is_active
    }
    heads = [each.user_id for each in members.values() if each.role == Role.HEAD]
    lead, deputy = _counterparts(thread)
    owner = thread.owner_id or lead
    if step in {Step.BEFORE, Step.DUE, Step.SOON, Step.THEIRS}:
        wanted = [owner]
    elif step == Step.DEPUTY:
        wanted = [next((each for each in (deputy, lead) if each and each != owner), None)]
    else:
        wanted = list(heads)
    found = _who_may_see(desk, thread, [members[each] for each in wanted if each in members])
    if found or step in {Step.BEFORE, Step.SOON}:
        return found
    return _who_may_see(desk, thread, [members[each] for each in heads])


def _counterparts(thread: Thread) -> tuple[int | None, int | None]:
    """Lead and deputy of the organisation that the conversation is with."""
    wrote = Message.objects.filter(thread=thread, ours=False, pretends=False).values("sender__organisation")
    received = Recipient.objects.filter(message__thread=thread).values("sender__organisation")
    counterpart = (
        Counterpart.objects.filter(desk=thread.desk_id, organisation__in=wrote).first()
        or Counterpart.objects.filter(desk=thread.desk_id, organisation__in=received).first()
    )
    return (counterpart.lead_id, counterpart.deputy_id) if counterpart else (None, None)


def _who_may_see(desk: Desk, thread: Thread, members: Iterable[Membership]) -> list[User]:
    return [
        each.user
        for each in members
        if visible_threads(Actor(desk=desk, role=Role(each.role), user=each.user))
        .filter(pk=thread.pk)
        .exists()
    ]
