"""Opening desks and giving people their place at them."""

from django.db import transaction
from django.utils.text import slugify

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk, Membership, Role, User
from jembatan.platform.access import require_head


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
def give_role(actor: Actor, user: User, *, role: Role) -> Membership:
    """Add a member to the actor's desk or change the role; the last head cannot step down (`ValueError`)."""
    require_head(actor)
    heads = Membership.objects.select_for_update().filter(desk=actor.desk, role=Role.HEAD)
    if role != Role.HEAD and list(heads.values_list("user_id", flat=True)) == [user.pk]:
        raise ValueError("the last head of a desk")
    membership, _ = Membership.objects.update_or_create(desk=actor.desk, user=user, defaults={"role": role})
    return membership


@transaction.atomic
def claim_addresses(actor: Actor, addresses: list[str]) -> Desk:
    """Record e-mail addresses as our own, so that mail from them counts as ours; duplicates are folded."""
    require_head(actor)
    desk = Desk.objects.select_for_update().get(pk=actor.desk.pk)
    known = dict.fromkeys(desk.own_addresses)
    known.update(dict.fromkeys(address.strip().lower() for address in addresses if "@" in address))
    desk.own_addresses = list(known)
    desk.save(update_fields=["own_addresses"])
    actor.desk.own_addresses = desk.own_addresses
    return desk
