"""Mail of ours that did not arrive: only what we have sent, to an address that it named, whoever claims it."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from jembatan.accounts.actor import Actor
from jembatan.correspondence.formats.delivery_report import NO_SUCH_ADDRESS
from jembatan.correspondence.models import Bounce, Recipient, Thread
from jembatan.directory.models import ContactPoint, Organisation, Person
from jembatan.dossiers.queries.visible import within_visible_dossiers


@dataclass(frozen=True, slots=True)
class Undelivered:
    """A bounce and the contact points of the directory with that address."""

    bounce: Bounce
    contact_points: list[ContactPoint]

    @property
    def no_such_address(self) -> bool:
        """The address itself is wrong, not just full or refused."""
        return self.bounce.status in NO_SUCH_ADDRESS


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
    return _with_contact_points(actor, list(bounces.order_by("pk")))


def bounces_of(actor: Actor, party: Person | Organisation) -> list[Bounce]:
    """Unsettled ones at the addresses of somebody, with the mail that did not arrive; the latest first."""
    addresses = party.contact_points.filter(kind=ContactPoint.Kind.EMAIL).values("normal")
    open_there = Q(email__in=addresses, settled_at__isnull=True)
    if not Bounce.objects.filter(open_there, desk=actor.desk).exists():
        return []
    bounces = visible_bounces(actor).filter(open_there)
    return list(bounces.select_related("report").order_by(F("report__sent_at").desc(nulls_last=True), "-pk"))


def bounced_among(actor: Actor, emails: Collection[str]) -> set[str]:
    """Those addresses at which mail has come back and nobody has seen to it."""
    bounces = Bounce.objects.filter(desk=actor.desk, email__in=emails, settled_at__isnull=True)
    return set(bounces.values_list("email", flat=True))


def _with_contact_points(actor: Actor, bounces: list[Bounce]) -> list[Undelivered]:
    if not bounces:
        return []
    points = ContactPoint.objects.filter(
        desk=actor.desk, kind=ContactPoint.Kind.EMAIL, normal__in=[each.email for each in bounces]
    ).filter(person__removed_at__isnull=True, organisation__removed_at__isnull=True)
    found = list(points.select_related("person", "organisation").order_by("pk"))
    return [Undelivered(each, [point for point in found if point.normal == each.email]) for each in bounces]
