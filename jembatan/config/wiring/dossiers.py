"""What dossiers offers to other rooms."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jembatan.accounts.actor import Actor
    from jembatan.correspondence.actions.outbox.checks import Objection
    from jembatan.correspondence.formats.outgoing import Letter
    from jembatan.correspondence.models import Draft
    from jembatan.dossiers.actions.mail_follow_up import PartnerLetter

STEPS = "follow_up"


def connect() -> None:
    """Register it."""
    from django.urls import reverse
    from django.utils.translation import gettext_lazy as _

    from jembatan.config.wiring.invitations import Outbox
    from jembatan.directory.actions.following import register_follower
    from jembatan.dossiers.models import Assessment, Conflict, Dossier, DossierParty, FollowUp, Step
    from jembatan.dossiers.queries.limits import register_limits
    from jembatan.dossiers.queries.search import DOSSIERS_SOURCE
    from jembatan.dossiers.queries.search_inside import FILES_SOURCE, STEPS_SOURCE
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
    fill("today", panels.partners_say, order=12)
    register_source(DOSSIERS_SOURCE)
    register_source(STEPS_SOURCE)
    register_source(FILES_SOURCE)
    register_words(Dossier, "title", "objective")
    register_words(Step, "title")
    register_address(Dossier, lambda pk: reverse("dossiers:dossier", args=[pk]))
    for party in ("organisation", "person"):
        register_follower(DossierParty, party, once=("dossier",))
        register_follower(Step, party)
        register_follower(Assessment, party)
        register_follower(Conflict, party)
        register_follower(FollowUp, party, once=("dossier",))
    register_limits(Outbox().limits)
    _letters()


def _letters() -> None:
    """Links for partners leave by mail."""
    from django.urls import reverse
    from django.utils.translation import gettext as _

    from jembatan.correspondence.actions.outbox.checks import register_check
    from jembatan.correspondence.queries.matters import About, Matter, register_matter
    from jembatan.dossiers.actions.mail_follow_up import register_drafting
    from jembatan.dossiers.models import FollowUp
    from jembatan.dossiers.queries.follow_up import visible_follow_ups
    from jembatan.platform.markings import Marking

    def about(follow_up: FollowUp) -> About:
        title = _("Steps of %(name)s") % {"name": follow_up.party}
        return About(title, Marking(follow_up.marking), follow_up.dossier, None)

    def page(pk: int) -> str:
        dossier = FollowUp.objects.values_list("dossier", flat=True).get(pk=pk)
        return reverse("dossiers:plan", args=[dossier]) + "#links"

    every = FollowUp.objects.select_related("dossier", "organisation", "person")
    register_matter(Matter(STEPS, every, visible_follow_ups, page, about))
    register_drafting(draft)
    register_check(ask_link)


def draft(actor: "Actor", letter: "PartnerLetter") -> str:
    """The letter among the drafts: the one that is being written with this link, else a new one. The address of its page."""
    from django.urls import reverse

    from jembatan.correspondence.actions.drafts.start import start_letter
    from jembatan.correspondence.formats.message import Address
    from jembatan.correspondence.formats.receivers import write_receivers
    from jembatan.correspondence.queries.drafts import open_drafts

    about = letter.about.pk
    begun = open_drafts(actor).filter(matter_kind=STEPS, matter_id=about, text__contains=letter.link)
    found = begun.first() or start_letter(
        actor,
        about=None,
        to=write_receivers([Address(*letter.receiver)]) if letter.receiver else "",
        subject=letter.subject,
        text=letter.text,
        matter=(STEPS, about),
    )
    return reverse("correspondence:draft", args=[found.pk])


def ask_link(actor: "Actor", draft: "Draft", letter: "Letter") -> "list[Objection]":
    """A check of the outbox: no link leaves that shows nothing any more."""
    from django.utils.translation import gettext as _

    from jembatan.correspondence.actions.outbox.checks import Objection
    from jembatan.dossiers.models import FollowUp
    from jembatan.dossiers.queries.follow_up import is_good, link_of, to

    if draft.matter_kind != STEPS:
        return []
    follow_up = FollowUp.objects.select_related("dossier").filter(pk=draft.matter_id or 0).first()
    if follow_up and is_good(to(follow_up), follow_up) and link_of(follow_up) in draft.text:
        return []
    return [Objection(_("This letter holds no link that works: it was closed, replaced or taken out."))]
