"""What every part is given: the desk on that day, with its people at hand."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from demo import cast
from demo.conversations import CONVERSATIONS
from demo.files import ZONE
from demo.partners import address, contact, partner
from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk, Membership, Role, User
from jembatan.correspondence.models import Message
from jembatan.directory.models import ContactPoint, Organisation, Person
from jembatan.journal.actions.record import Line, record_many


@dataclass(frozen=True, slots=True)
class Scene:
    """Keys are those of cast, partners and conversations. Lines of the journal bear the number of the batch, and go with it."""

    desk: Desk
    today: date
    batch_id: int

    def user(self, key: str) -> User:
        """The member with that key."""
        return User.objects.get(email=f"{key}@{cast.DOMAIN}")

    def actor(self, key: str) -> Actor:
        """The member with that key, in their role."""
        user = self.user(key)
        role = Role(Membership.objects.get(desk=self.desk, user=user).role)
        return Actor(desk=self.desk, role=role, user=user)

    def person(self, key: str) -> Person:
        """A counterpart."""
        point = ContactPoint.objects.select_related("person").get(
            person__desk=self.desk, normal=address(contact(key))
        )
        assert point.person is not None
        return point.person

    def organisation(self, key: str) -> Organisation:
        """A partner."""
        return Organisation.objects.get(desk=self.desk, name=partner(key).name)

    def last_message(self, key: str) -> Message:
        """The latest mail of a conversation."""
        subject = next(each.subject for each in CONVERSATIONS if each.key == key)
        named = Message.objects.filter(desk=self.desk, thread__subject=subject).select_related("thread")
        return named.order_by("-sent_at")[:1].get()

    def at(self, days: int, hour: int) -> datetime:
        """So many days from today, at this hour at the desk."""
        return datetime.combine(self.today + timedelta(days=days), time(hour), ZONE)

    def tell(self, *lines: Line) -> None:
        """In the journal, as of the demo."""
        record_many(self.actor(cast.HEAD.key), lines)
