"""The e-mail address that a member signs in with."""

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.accounts.events import OurAddressesChanged
from jembatan.accounts.models import User
from jembatan.platform.access import require_head
from jembatan.platform.events import announce


class AddressTaken(ValueError):
    """Two users cannot sign in with one address."""

    def __str__(self) -> str:
        return _("Someone else signs in with this address.")


@transaction.atomic
def change_own_address(actor: Actor, email: str) -> User:
    """The head's own address; raises `AddressTaken`. Everybody else's is the head's to give.

    What allauth knew of the old address goes, so that it opens the door no longer.
    """
    require_head(actor)
    assert actor.user is not None
    user = User.objects.select_for_update().get(pk=actor.user.pk)
    new = email.strip().lower()
    if new == user.email:
        return user
    if User.objects.exclude(pk=user.pk).filter(email__iexact=new).exists():
        raise AddressTaken
    user.email = new
    user.save(update_fields=["email"])
    EmailAddress.objects.filter(user=user).delete()
    announce(OurAddressesChanged(actor.desk))
    return user
