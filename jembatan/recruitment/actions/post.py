"""Letters to applicants, by the outbox: forgotten when the application is deleted."""

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.outbox.personal import send_personal
from jembatan.correspondence.formats.message import Address
from jembatan.recruitment.models import Application
from jembatan.recruitment.queries.letters import letter_to

MATTER = "application"


def write_to(actor: Actor, application: Application, kind: str, *, at_once: bool = False) -> bool:
    """Inside the caller's transaction. Whether it leaves: an applicant may have no address, and the desk may have none."""
    if not application.email:
        return False
    subject, text = letter_to(application, kind)
    receiver = Address(application.full_name, application.email)
    mail = send_personal(
        actor, receiver, subject=subject, text=text, matter=(MATTER, application.pk), at_once=at_once
    )
    return mail is not None
