"""A phone that rings no more: its address goes, and what waited for it is written instead, in one transaction."""

from django.db import transaction
from django.utils import timezone

from jembatan.field.actions.changes import rings, write_soon
from jembatan.field.actions.urgent import write_instead
from jembatan.field.models import Phone, Push, PushAddress

Kind = Push.Kind
CHANGES = frozenset({Kind.DUTY, Kind.DUTIES, Kind.MOVEMENT, Kind.EXPECTED})
"""Of one's days, for which there is a letter. Somebody late, an offer, a broadcast and a handover have been written about already, whatever rings."""


@transaction.atomic
def lose(push: Push) -> None:
    """Until the phone names an address again. What is written is written once, whoever is killed or looks at the same time: all phones of the officer are held.

    An address that the phone has named meanwhile stays, and is tried at once.
    """
    officer = push.address.phone.officer
    list(Phone.objects.select_for_update(no_key=True).filter(officer=officer).order_by("pk"))
    address = PushAddress.objects.select_for_update().filter(pk=push.address_id).first()
    if address is None:
        return
    if address.endpoint != push.address.endpoint:
        Push.objects.filter(pk=push.pk).update(due_at=timezone.now(), tries=0)
        return
    waiting = list(Push.objects.filter(address=address).values_list("kind", "record"))
    address.delete()
    if rings(officer):
        return
    if CHANGES & {kind for kind, _record in waiting}:
        write_soon([officer.pk])
    write_instead(officer, [record for kind, record in waiting if kind == Kind.URGENT])
