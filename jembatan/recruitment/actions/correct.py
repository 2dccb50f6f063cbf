"""The desk corrects what stands in an application: a number that two people have, a birthday that was misread."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from jembatan.accounts.actor import Actor
from jembatan.platform.access import require_officer
from jembatan.platform.unique import unless_taken
from jembatan.recruitment.actions.interviews import held
from jembatan.recruitment.actions.post import write_to
from jembatan.recruitment.actions.refusals import Refused
from jembatan.recruitment.actions.saying import Said, say_anew
from jembatan.recruitment.actions.told import ASSESSED, tell_of_application
from jembatan.recruitment.models import Application


class AddressTaken(Refused):
    """Another application has it."""

    def __init__(self) -> None:
        super().__init__(_("Another application of this call has this mail address."))


@transaction.atomic
def correct(actor: Actor, application: Application, said: Said) -> Application:
    """What was said, in place of before. Raises `Refused`: for an officer, and an address that another application has.

    Whoever had the letters at a wrong address has the link no more: another address gets one of its own.
    """
    require_officer(actor)
    current = held(actor, application)
    if current.officer_id is not None:
        raise Refused(_("They are an officer already. Correct it on the officer's page."))

    had = current.email

    def write() -> Application:
        say_anew(current, said)
        return current

    corrected = unless_taken(write, once="application_mail_once", taken=AddressTaken)
    tell_of_application(actor, corrected, ASSESSED, gettext_noop("Application %(number)s corrected"))
    if had and corrected.email.lower() != had.lower():
        corrected.issue += 1
        corrected.save(update_fields=["issue"])
        write_to(actor, [corrected], "receipt")
    return corrected
