"""Mail of ours that did not arrive: only what we have sent, to an address that it named, whoever claims it."""

from collections.abc import Collection
from dataclasses import dataclass, field

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from jembatan.accounts.actor import Actor
from jembatan.correspondence.formats.delivery_report import NO_SUCH_ADDRESS
from jembatan.correspondence.models import Bounce, Recipient, Thread
from jembatan.directory.models import ContactPoint, Organisation, Person, Position
from jembatan.directory.queries.positions import held_on, today_at, visible_positions
from jembatan.dossiers.queries.visible import within_visible_dossiers
from jembatan.platform.seldom import seldom


@dataclass(frozen=True, slots=True)
class Undelivered:
    """A bounce and the contact points of the directory with that address."""

    bounce: Bounce
    contact_points: list[ContactPoint]
    held: list[Position] = field(default_factory=list)
    """Where the owner of the address may have left: the posts that the directory says are held today."""

    @property
    def no_such_address(self) -> bool:
        """The address itself is wrong, not just full or refused."""
        return self.bounce.status in NO_SUCH_ADDRESS

    @property
    def is_gone(self) -> bool:
        """They have written that its owner has left."""
        return self.bounce.kind == Bounce.Kind.GONE


def visible_bounces(actor: Actor) -> QuerySet[Bounce]:
    """Of mail that stands in conversations which the actor may see."""
    within = within_visible_dossiers(actor, field="report__thread__dossier")
    named = Recipient.objects.filter(
        message__desk=OuterRef("desk"),
        message__message_id=OuterRef("failed_id"),
        message__ours=True,
        message__thread=OuterRef("report__thread"),
        email=OuterRef("email"),
    )
    return Bounce.objects.filter(within, Exists(named), desk=actor.desk)


def open_bounces(actor: Actor, thread: Thread) -> list[Undelivered]:
    """Questions of this conversation that nobody has settled."""
    bounces = visible_bounces(actor).filter(report__thread=thread, settled_at__isnull=True)
    return _with_contact_points(actor, seldom(bounces.order_by("pk")))


def bounces_of(actor: Actor, party: Person | Organisation) -> list[Undelivered]:
    """Unsettled ones at the addresses of somebody, with the mail that did not arrive; the latest first."""
    addresses = party.contact_points.filter(kind=ContactPoint.Kind.EMAIL).values("normal")
    open_there = Q(email__in=addresses, settled_at__isnull=True)
    if not Bounce.objects.filter(open_there, desk=actor.desk).exists():
        return []
    bounces = visible_bounces(actor).filter(open_there)
    latest_first = (F("report__sent_at").desc(nulls_last=True), "-pk")
    return _with_contact_points(actor, list(bounces.select_related("report").order_by(*latest_first)))


def bounced_among(actor: Actor, emails: Collection[str]) -> set[str]:
    """Those addresses at which mail has come back and nobody has seen to it."""
    bounces = Bounce.objects.filter(desk=actor.desk, email__in=emails, settled_at__isnull=True)
    bounces = bounces.filter(kind=Bounce.Kind.UNDELIVERED)
    return set(bounces.values_list("email", flat=True))


def _with_contact_points(actor: Actor, bounces: list[Bounce]) -> list[Undelivered]:
    if not bounces:
        return []
    points = ContactPoint.objects.filter(
        desk=actor.desk, kind=ContactPoint.Kind.EMAIL, normal__in=[each.email for each in bounces]
    ).filter(person__removed_at__isnull=True, organisation__removed_at__isnull=True)
    found = list(points.select_related("person", "organisation").order_by("pk"))
    told = [Undelivered(each, [point for point in found if point.normal == each.email]) for each in bounces]
    return _with_posts(actor, told)


def _with_posts(actor: Actor, told: list[Undelivered]) -> list[Undelivered]:
    """Where the address does not exist or its owner has left, with the posts in question."""
    asked = [each for each in told if each.no_such_address or each.is_gone]
    people = {point.person_id for each in asked for point in each.contact_points if point.person_id}
    if people:
        held = list(visible_positions(actor).filter(held_on(today_at(actor.desk)), person__in=people))
        for each in asked:
            theirs = {point.person_id for point in each.contact_points}
            each.held.extend(post for post in held if post.person_id in theirs)
    return told
