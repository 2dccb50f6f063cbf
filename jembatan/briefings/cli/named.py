"""What somebody at the command line means: by name, short name, number or address; refused in a sentence where it is not one."""

from typing import TYPE_CHECKING, NoReturn

from jembatan.platform.cli.output import refuse

if TYPE_CHECKING:
    from jembatan.accounts.actor import Actor
    from jembatan.accounts.models import User
    from jembatan.directory.models import Organisation
    from jembatan.dossiers.models import Dossier


def organisation_named(actor: "Actor", wanted: str) -> "Organisation":
    """The one organisation that is called so, or something like it."""
    from jembatan.directory.formats.names import fold
    from jembatan.directory.queries.visible import visible_organisations
    from jembatan.platform.record_numbers import record_number

    organisations = visible_organisations(actor).select_related("parent")
    if (number := record_number(wanted)) is not None:
        found = list(organisations.filter(pk=number))
    else:
        found = list(organisations.filter(name_folded=fold(wanted))[:2])
        found = found or list(organisations.filter(short_name__iexact=wanted)[:2])
        found = found or list(
            organisations.filter(name_folded__contains=fold(wanted)).order_by("name_folded")[:6]
        )
    if len(found) == 1:
        return found[0]
    return _not_one(wanted, [str(organisation) for organisation in found])


def _not_one(wanted: str, found: list[str]) -> NoReturn:
    if not found:
        refuse(f"There is no organisation {wanted!r} at this desk; see `jembatan list organisations`.")
    refuse(
        f"Several organisations are called something like {wanted!r}: {'; '.join(found)}. Give the whole name."
    )


def dossier_named(actor: "Actor", wanted: str) -> "Dossier":
    """The one dossier with this title, or with these words in it."""
    from jembatan.dossiers.queries.visible import visible_dossiers
    from jembatan.platform.record_numbers import record_number

    dossiers = visible_dossiers(actor).order_by("title")
    if (number := record_number(wanted)) is not None:
        found = list(dossiers.filter(pk=number))
    else:
        found = list(dossiers.filter(title__iexact=wanted)[:2]) or list(
            dossiers.filter(title__icontains=wanted)[:6]
        )
    if len(found) == 1:
        return found[0]
    if not found:
        refuse(f"There is no dossier {wanted!r} at this desk.")
    return refuse(
        f"Several dossiers are called something like {wanted!r}: {'; '.join(map(str, found))}. Give its number."
    )


def member_with(actor: "Actor", email: str) -> "User":
    """The member of the desk who signs in by this address."""
    from jembatan.accounts.queries.actors import members_of

    members = [each.user for each in members_of(actor.desk)]
    known = {user.email.lower(): user for user in members}
    return known.get(email.lower()) or refuse(
        f"Nobody at this desk signs in as {email!r}. Members: {', '.join(sorted(known)) or 'none yet'}."
    )
