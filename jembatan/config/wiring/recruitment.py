"""What recruitment offers to other rooms."""


def connect() -> None:
    """Register it."""
    _records()
    _journal()
    _personal_data()
    _pages()
    _posts()


def _records() -> None:
    """Letters to applicants leave no message and no line in the journal: both would outlive what is deleted."""
    from django.urls import reverse

    from jembatan.correspondence.queries.matters import About, Matter, register_matter
    from jembatan.platform.imports.importer import register
    from jembatan.platform.markings import Marking
    from jembatan.recruitment.actions.post import MATTER
    from jembatan.recruitment.importer import ApplicationsImporter
    from jembatan.recruitment.models import Application
    from jembatan.recruitment.queries.visible import visible_applications

    def about(application: Application) -> About:
        programme = application.call.programme
        return About(str(application), Marking(programme.marking), programme.dossier, None)

    register_matter(
        Matter(
            MATTER,
            Application.objects.select_related("call__programme__dossier"),
            visible_applications,
            lambda pk: reverse("recruitment:application", args=[pk]),
            about,
            filed=False,
        )
    )
    register(ApplicationsImporter)


def _journal() -> None:
    from django.urls import reverse
    from django.utils.translation import gettext_lazy as _

    from jembatan.journal.queries.kinds import EntryKind, SourceKind, register_kind, register_source
    from jembatan.recruitment.actions import told
    from jembatan.recruitment.queries.visible import APPLICATION_SOURCE

    group = _("Programmes")
    register_kind(EntryKind(told.CALLED, _("Call for officers"), "megaphone", group))
    register_kind(EntryKind(told.APPLIED, _("Application received"), "inbox", group))
    register_kind(EntryKind(told.ASSESSED, _("Work on an application"), "pencil", group))
    register_kind(EntryKind(told.DECIDED, _("Applications decided"), "list-checks", group))
    register_kind(EntryKind(told.WITHDRAWN, _("Application withdrawn"), "undo-2", group))
    register_kind(EntryKind(told.DELETED, _("Applications deleted"), "trash-2", group))
    register_kind(EntryKind(told.TRAINED, _("Training planned"), "clipboard-list", group))
    register_source(SourceKind(told.CALL_SOURCE, lambda pk: reverse("recruitment:call", args=[pk])))
    register_source(SourceKind(APPLICATION_SOURCE, lambda pk: reverse("recruitment:application", args=[pk])))


def _personal_data() -> None:
    """What officers take along, and what goes when they are forgotten."""
    from jembatan.platform.events import listen
    from jembatan.programmes.events import OfficersForgotten
    from jembatan.programmes.queries.own_data import register_own_data
    from jembatan.recruitment.actions.forget import forget_officers
    from jembatan.recruitment.queries.own_data import kept_of_officer

    listen(OfficersForgotten, forget_officers)
    register_own_data(kept_of_officer)


def _pages() -> None:
    from jembatan.platform.ui.slots import fill
    from jembatan.recruitment.web import panels

    fill("programmes.officer.panels", panels.photo_of_officer, order=10)
    fill("programmes.programme.panels", panels.recruitment_of_programme, order=10)


def _posts() -> None:
    from jembatan.platform.events import listen
    from jembatan.programmes.events import PostLeaving
    from jembatan.recruitment.actions.posts import keep_what_is_needed

    listen(PostLeaving, keep_what_is_needed)
