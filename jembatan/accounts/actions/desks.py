"""Opening desks and giving people their place at them."""

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from jembatan.accounts.actions.one_time_link import make_link_secret
from jembatan.accounts.actor import Actor
from jembatan.accounts.events import OurAddressesChanged
from jembatan.accounts.models import Desk, Membership, Role, User
from jembatan.accounts.queries.actors import works_elsewhere
from jembatan.platform.access import require_head
from jembatan.platform.events import announce


class LastHead(Exception):
    """A desk keeps at least one head."""

    def __str__(self) -> str:
        return _("A desk needs a head. Make someone else head first.")


@transaction.atomic
def open_desk(
    name: str, *, organisation_name: str = "", language: str = "id", time_zone: str = "Asia/Jakarta"
) -> Desk:
    """A new, empty desk; its slug is free of collisions."""
    stem = slugify(name) or "desk"
    taken = set(Desk.objects.select_for_update().filter(slug__startswith=stem).values_list("slug", flat=True))
    slug = next(s for n in range(len(taken) + 1) if (s := stem if n == 0 else f"{stem}-{n + 1}") not in taken)
    return Desk.objects.create(
        name=name, slug=slug, organisation_name=organisation_name, language=language, time_zone=time_zone
    )


@transaction.atomic
def open_first_desk() -> User:
    """For an installation without anyone: a desk (unless there is one) and a head who signs in by link. Returns the head."""
    desk = Desk.objects.order_by("id").first() or open_desk("Meja Penghubung")
    user, _ = User.objects.get_or_create(email="head@localhost.localdomain", defaults={"full_name": "Kepala"})
    Membership.objects.get_or_create(desk=desk, user=user, defaults={"role": Role.HEAD})
    return user


@transaction.atomic
def invite(actor: Actor, *, email: str, full_name: str, role: Role) -> str:
    """A member by e-mail address, and the secret of a one-time sign-in; "" for one who works at another desk too.

    Whoever is known keeps name and credentials. A secret opens all that its user may see, so that the head of one desk must
    not get one for a member of another: they sign in as they do already.
    """
    require_head(actor)
    user = User.objects.filter(email__iexact=email.strip()).first()
    user = user or User.objects.create_user(email, full_name=full_name, language=actor.desk.language)
    give_role(actor, user, role=role)
    return "" if works_elsewhere(actor.desk, user) else make_link_secret(user)


@transaction.atomic
def give_role(actor: Actor, user: User, *, role: Role) -> Membership:
    """Add a member to the actor's desk or change the role; raises `LastHead` when no head would remain."""
    require_head(actor)
    if role != Role.HEAD:
        _keep_a_head(actor.desk, without=user)
    membership, joined = Membership.objects.update_or_create(
        desk=actor.desk, user=user, defaults={"role": role}
    )
    if joined:
        announce(OurAddressesChanged(actor.desk))
    return membership


@transaction.atomic
def remove_member(actor: Actor, membership: Membership) -> None:
    """Take someone off the actor's desk; raises `LastHead` when no head would remain."""
    require_head(actor)
    _keep_a_head(actor.desk, without=membership.user)
    Membership.objects.filter(pk=membership.pk, desk=actor.desk).delete()


def _keep_a_head(desk: Desk, *, without: User) -> None:
    """The rows are locked, so that two heads cannot step down at the same moment."""
    heads = Membership.objects.select_for_update().filter(desk=desk, role=Role.HEAD)
    if list(heads.values_list("user_id", flat=True)) == [without.pk]:
        raise LastHead
