"""What dossiers offers to other rooms."""


def connect() -> None:
    """Register it."""
    from django.urls import reverse
    from django.utils.translation import gettext_lazy as _

    from jembatan.config.wiring.invitations import Outbox
    from jembatan.directory.actions.following import register_follower
    from jembatan.dossiers.models import Assessment, Dossier, DossierParty, FollowUp, Step
    from jembatan.dossiers.queries.limits import register_limits
    from jembatan.dossiers.queries.search import DOSSIERS_SOURCE
    from jembatan.dossiers.web import panels
    from jembatan.platform.audit.tracked import register_address
    from jembatan.platform.search.sources import register_source
    from jembatan.platform.search.vocabulary import register_words
    from jembatan.platform.ui.navigation import Place, register_place
    from jembatan.platform.ui.palette import Command, register_command
    from jembatan.platform.ui.slots import fill

    register_place(Place("dossiers", _("Dossiers"), "dossiers:dossiers", "folder", "g d", 60))
    register_command(
        Command("dossiers.new", _("Open a new dossier"), "dossiers:new", "folder-open", rights="write")
    )
    for page in ("directory.organisation", "directory.person"):
        fill(f"{page}.panels", panels.dossiers_of_party, order=60)
    register_source(DOSSIERS_SOURCE)
    register_words(Dossier, "title", "objective")
    register_address(Dossier, lambda pk: reverse("dossiers:dossier", args=[pk]))
    for party in ("organisation", "person"):
        register_follower(DossierParty, party, once=("dossier",))
        register_follower(Step, party)
        register_follower(Assessment, party)
        register_follower(FollowUp, party, once=("dossier",))
    register_limits(Outbox().limits)
