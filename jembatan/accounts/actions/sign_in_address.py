"""The e-mail address that a member signs in with."""

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.accounts.events import OurAddressesChanged, SignInAddressChanged
from jembatan.accounts.models import Membership, OneTimeLink, User
from jembatan.accounts.queries.actors import works_elsewhere
from jembatan.platform.access import require_head
from jembatan.platform.events import announce


class AddressTaken(ValueError):
    """Two users cannot sign in with one address."""

    def __str__(self) -> str:
        return _("Someone else signs in with this address.")


class WorksElsewhere(ValueError):
    """Whoever reads the letters to an address can open all that its user may see."""

    def __str__(self) -> str:
        return _("They work at another desk too. They can change their address only as the head of a desk.")


@transaction.atomic
def change_own_address(actor: Actor, email: str) -> User:
    """The head's own address; raises `AddressTaken`. Everybody else's is the head's to give."""
    require_head(actor)
    assert actor.user is not None
    return _change(actor, actor.user.pk, email)


@transaction.atomic
def change_member_address(actor: Actor, membership: Membership, email: str) -> User:
    """That of a member of the head's desk. Raises `AddressTaken`; `WorksElsewhere` for a member of another desk."""
    require_head(actor)
    member = Membership.objects.get(pk=membership.pk, desk=actor.desk)
    if member.user_id != (actor.user and actor.user.pk) and works_elsewhere(actor.desk, member.user):
        raise WorksElsewhere
    return _change(actor, member.user_id, email)


def _change(actor: Actor, user_id: int, email: str) -> User:
    """What allauth knew of the old address goes, and what was sent there, so that it opens the door no longer."""
    user = User.objects.select_for_update().get(pk=user_id)
    before, new = user.email, email.strip().lower()
    if new == before:
        return user
    if User.objects.exclude(pk=user.pk).filter(email__iexact=new).exists():
        raise AddressTaken
    user.email = new
    user.save(update_fields=["email"])
    EmailAddress.objects.filter(user=user).delete()
    OneTimeLink.objects.filter(user=user).delete()
    announce(OurAddressesChanged(actor.desk))
    announce(SignInAddressChanged(actor.desk, by=actor.user, user=user, before=before))
    return user
