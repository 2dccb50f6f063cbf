"""Who sees a dossier: the whole desk, or its head and those it names."""

from django.db import transaction
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Role, User
from jembatan.dossiers.actions.changing import locked, tell
from jembatan.dossiers.events import Change
from jembatan.dossiers.models import Dossier, DossierMember
from jembatan.platform.access import require_officer


class NotOfThisDesk(ValueError):
    """Only colleagues of the desk can be named."""

    def __str__(self) -> str:
        return _("Only someone who works at this desk can be named in a dossier.")


class LockedOut(ValueError):
    """An officer who takes their own name out of a restricted dossier could not undo it."""

    def __str__(self) -> str:
        return _(
            "You would no longer see this dossier yourself. Ask the head of the desk to take your name out."
        )


@transaction.atomic
def restrict(actor: Actor, dossier: Dossier) -> Dossier:
    """Only the head and named members see it from now on; whoever restricts it is named, so as not to lose it."""
    require_officer(actor)
    current = locked(actor, dossier)
    if not current.restricted:
        if actor.user:
            DossierMember.objects.get_or_create(
                dossier=current, user=actor.user, defaults={"desk": actor.desk}
            )
        current.restricted = True
        current.save(update_fields=["restricted"])
        tell(actor, current, Change.RESTRICTED)
    return current


@transaction.atomic
def unrestrict(actor: Actor, dossier: Dossier) -> Dossier:
    """The whole desk sees it again; the names stay, for the next time."""
    require_officer(actor)
    current = locked(actor, dossier)
    if current.restricted:
        current.restricted = False
        current.save(update_fields=["restricted"])
        tell(actor, current, Change.UNRESTRICTED)
    return current


@transaction.atomic
def add_member(actor: Actor, dossier: Dossier, user: User) -> None:
    """Name a colleague. Raises `NotOfThisDesk`."""
    require_officer(actor)
    current = locked(actor, dossier)
    if not user.memberships.filter(desk=actor.desk).exists():
        raise NotOfThisDesk
    _member, added = DossierMember.objects.get_or_create(
        dossier=current, user=user, defaults={"desk": actor.desk}
    )
    if added:
        tell(actor, current, Change.MEMBER_ADDED, name=user.full_name)


@transaction.atomic
def remove_member(actor: Actor, dossier: Dossier, user: User) -> None:
    """Take a name out. Raises `LockedOut` for one's own name, unless one is the head."""
    require_officer(actor)
    current = locked(actor, dossier)
    if user == actor.user and actor.role != Role.HEAD:
        raise LockedOut
    removed, _rows = DossierMember.objects.filter(dossier=current, user=user).delete()
    if removed:
        tell(actor, current, Change.MEMBER_REMOVED, name=user.full_name)
