"""Polls as the actor may see them, and what has been said of each time."""

from dataclasses import dataclass

from django.db.models import Count, Prefetch, Q, QuerySet

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import User
from jembatan.dossiers.queries.visible import within_visible_dossiers
from jembatan.meetings.models import Poll, PollGuest, PollMember, PollSlot, PollVote
from jembatan.meetings.queries.polls.busy import busy_times, is_engaged

YES, MAYBE, NO = PollVote.Answer.YES, PollVote.Answer.MAYBE, PollVote.Answer.NO


@dataclass(frozen=True, slots=True)
class Judged:
    """A time, and who has said what: `answers` in the order of the guests ("" for nothing said), `engaged` of our people."""

    slot: PollSlot
    answers: tuple[str, ...]
    engaged: tuple[User, ...]

    def count(self, answer: str) -> int:
        """How many guests said that."""
        return self.answers.count(answer)

    @property
    def yes(self) -> int:
        """Guests whom it suits."""
        return self.count(YES)

    @property
    def maybe(self) -> int:
        """Guests who would come if need be."""
        return self.count(MAYBE)

    @property
    def no(self) -> int:
        """Guests who cannot come."""
        return self.count(NO)

    @property
    def rank(self) -> tuple[int, int, int, float]:
        """The lowest is best: whom it would leave out, then who would rather not, then whom it suits; then the earliest."""
        return self.no + len(self.engaged), self.maybe, -self.yes, self.slot.starts_at.timestamp()

    @property
    def suits_all(self) -> bool:
        """Every guest said yes, and nobody of ours is engaged."""
        return self.yes == len(self.answers) and not self.engaged


def visible_polls(actor: Actor) -> QuerySet[Poll]:
    """Of the desk, outside dossiers that are closed to the actor."""
    return Poll.objects.filter(within_visible_dossiers(actor), desk=actor.desk)


def open_polls(actor: Actor) -> QuerySet[Poll]:
    """Not decided, the nearest last day for answers first; with their guests."""
    guests = Prefetch("guests", PollGuest.objects.order_by("pk"))
    found = visible_polls(actor).filter(state=Poll.State.OPEN).prefetch_related(guests)
    return found.order_by("answer_by", "pk")


def counted(polls: QuerySet[Poll]) -> QuerySet[Poll]:
    """With how many were `asked` and have `answered`."""
    answered = Count("guests", filter=Q(guests__answered_at__isnull=False))
    return polls.annotate(asked=Count("guests"), answered=answered)


def guests_of(poll: Poll) -> list[PollGuest]:
    """In the order in which they were asked."""
    return list(poll.guests.select_related("person", "organisation").order_by("pk"))


def judged(poll: Poll, guests: list[PollGuest]) -> list[Judged]:
    """Every time of the poll, the best first; four queries."""
    slots = list(poll.slots.order_by("starts_at"))
    said = {(vote.slot_id, vote.guest_id): vote.answer for vote in PollVote.objects.filter(slot__poll=poll)}
    users = [
        member.user for member in PollMember.objects.filter(poll=poll).select_related("user").order_by("pk")
    ]
    window = slots[0].starts_at, max(slot.ends_at for slot in slots)
    busy = busy_times(poll.desk, users, window, place=poll.location)
    found = [
        Judged(
            slot,
            tuple(said.get((slot.pk, guest.pk), "") for guest in guests),
            tuple(user for user in users if is_engaged(busy.get(user.pk, ()), slot.starts_at, slot.ends_at)),
        )
        for slot in slots
    ]
    return sorted(found, key=lambda each: each.rank)
