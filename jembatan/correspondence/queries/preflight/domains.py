"""Which internet domains the desk has to do with."""

from django.db.models import CharField, Exists, F, Func, OuterRef, Q, Value
from django.db.models.functions import Lower

from jembatan.accounts.actor import Actor
from jembatan.correspondence.models import Recipient, Sender
from jembatan.directory.queries.visible import visible_organisations


def seen_domains(actor: Actor, asked: frozenset[str]) -> frozenset[str]:
    """Domains of organisations in the directory, and of whoever is known or was written to by us.

    An address that only wrote to us, and waits or was declined, makes no domain known. Empty where nothing is asked.
    """
    if not asked:
        return frozenset()
    of_bodies = visible_organisations(actor).exclude(domains=[]).values_list("domains", flat=True)
    written_to = Exists(Recipient.objects.filter(sender=OuterRef("pk"), message__ours=True))
    domain = Func(Lower(F("email")), Value("@"), Value(2), function="split_part", output_field=CharField())
    of_people = (
        Sender.objects.filter(Q(state=Sender.State.KNOWN) | Q(written_to), desk=actor.desk)
        .annotate(domain=domain)
        .values_list("domain", flat=True)
        .distinct()
    )
    return frozenset(name.lower() for names in of_bodies for name in names) | frozenset(of_people)
