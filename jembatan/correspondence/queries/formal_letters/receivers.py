"""To whom a letter goes."""

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Message, Statement
from jembatan.correspondence.queries.visible import visible_messages
from jembatan.directory.models import ContactPoint


def message_answered(actor: Actor, statement: Statement) -> Message | None:
    """The mail that brought the statement which this one answers, if the actor may see it."""
    brought = statement.references.filter(kind="responds_to", target__message__isnull=False)
    return visible_messages(actor).filter(pk__in=brought.values("target__message")).first()


def address_of(statement: Statement) -> str:
    """The first e-mail address of the other body in the directory, "" without one."""
    points = ContactPoint.objects.filter(
        organisation_id=statement.organisation_id or 0, kind=ContactPoint.Kind.EMAIL
    )
    return points.order_by("pk").values_list("value", flat=True).first() or ""
