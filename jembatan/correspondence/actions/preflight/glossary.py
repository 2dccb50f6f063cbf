"""Words to use and to avoid, for one partner or for all."""

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from jembatan.accounts.actor import Actor
from jembatan.correspondence.actions.preflight.said import say
from jembatan.correspondence.actions.refusals import Refused
from jembatan.correspondence.models import GlossaryTerm
from jembatan.directory.models import Organisation
from jembatan.directory.queries.visible import visible_organisations
from jembatan.platform.access import require_officer


@transaction.atomic
def add_term(
    actor: Actor, *, organisation: Organisation | None, language: str, avoid: str, use: str
) -> GlossaryTerm:
    """From now on `avoid` is found in letters to the organisation (None: to anyone). An old word of the same kind is replaced.

    Raises `Refused` for nothing to avoid, and for an organisation of another desk.
    """
    require_officer(actor)
    avoid, use = " ".join(avoid.split()), " ".join(use.split())
    if not avoid or avoid.lower() == use.lower():
        raise Refused(_("Write the word to avoid, and another one to use instead."))
    if organisation and not visible_organisations(actor).filter(pk=organisation.pk).exists():
        raise Refused(_("That organisation is not in the directory of this desk."))
    same = GlossaryTerm.objects.filter(
        desk=actor.desk, organisation=organisation, language=language, avoid__iexact=avoid
    )
    term = same.select_for_update().first() or GlossaryTerm(
        desk=actor.desk, organisation=organisation, language=language
    )
    term.avoid, term.use = avoid, use
    term.save()
    with translation.override(actor.desk.language):
        told = _("Glossary: “%(use)s” instead of “%(avoid)s”.") if use else _("Glossary: not “%(avoid)s”.")
        say(actor, told % {"use": use, "avoid": avoid}, organisation)
    return term


@transaction.atomic
def remove_term(actor: Actor, term: GlossaryTerm) -> None:
    """The word may be written again."""
    require_officer(actor)
    with translation.override(actor.desk.language):
        told = _("Glossary: “%(avoid)s” may be written again.") % {"avoid": term.avoid}
        say(actor, told, term.organisation)
    term.delete()
