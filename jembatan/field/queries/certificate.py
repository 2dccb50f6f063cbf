"""An officer's own certificate of service, as their phone is offered it."""

from django.urls import reverse

from jembatan.deployment.queries.certificates import issue_for
from jembatan.field.access import READABLE, OnDuty


def may_have_certificate(who: OnDuty) -> bool:
    """Also after the last duty, when most are issued: until the phone is signed out."""
    return (
        who.phone.ended_at is None
        and who.officer.programme.marking in READABLE
        and issue_for(who.officer) is not None
    )


def certificate_of(who: OnDuty) -> str:
    """Its address; "" while there is none."""
    return reverse("field:certificate") if may_have_certificate(who) else ""
