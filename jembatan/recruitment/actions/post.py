"""Letters to applicants, by the outbox: forgotten when the application is deleted."""

from collections.abc import Iterable

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.outbox.personal import Personal, send_personal
from jembatan.correspondence.formats.message import Address
from jembatan.recruitment.models import Application
from jembatan.recruitment.queries.letters import letter_to

MATTER = "application"


def write_to(actor: Actor, applications: Iterable[Application], kind: str, *, at_once: bool = False) -> None:
    """Inside the caller's transaction. Nothing leaves to applicants without an address, and from a desk that has none."""
    letters = []
    for application in applications:
        if application.email:
            subject, text = letter_to(application, kind)
            receiver = Address(application.full_name, application.email)
            letters.append(Personal(receiver, subject, text, application.pk))
    if letters:
        send_personal(actor, MATTER, letters, at_once=at_once)
