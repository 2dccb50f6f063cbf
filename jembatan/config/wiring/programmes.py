"""What programmes offer to other rooms."""


def connect() -> None:
    """Register it."""
    _records()
    _importers()
    _journal()
    _pages()


def _records() -> None:
    from django.urls import reverse

    from jembatan.directory.actions.following import register_follower
    from jembatan.platform.audit.tracked import register_address
    from jembatan.programmes.models import Delegation, DelegationMember, Programme

    register_follower(Delegation, "organisation")
    register_follower(DelegationMember, "person")
    register_address(Programme, lambda pk: reverse("programmes:programme", args=[pk]))


def _importers() -> None:
    from jembatan.platform.imports.importer import register
    from jembatan.programmes.importer import (
        DelegationsImporter,
        MovementsImporter,
        OfficersImporter,
        ScheduleImporter,
    )

    register(OfficersImporter)
    register(DelegationsImporter)
    register(MovementsImporter)
    register(ScheduleImporter)


def _journal() -> None:
    from django.urls import reverse
    from django.utils.translation import gettext_lazy as _

    from jembatan.journal.queries.kinds import EntryKind, SourceKind, register_kind, register_source
    from jembatan.programmes.actions import changing

    group = _("Programmes")
    register_kind(EntryKind(changing.OPENED, _("Programme opened"), "tent", group))
    register_kind(EntryKind(changing.CHANGED, _("Programme changed"), "pencil", group))
    register_kind(EntryKind(changing.DELEGATION, _("Delegation"), "flag", group))
    register_kind(EntryKind(changing.MOVEMENT, _("Movement planned"), "plane", group))
    register_kind(EntryKind(changing.MOVEMENT_CHANGED, _("Movement changed"), "clock-alert", group))
    register_kind(EntryKind(changing.DUTIES, _("Duties"), "clipboard-list", group))
    register_kind(EntryKind(changing.OFFICER, _("Officer of a programme"), "id-card", group))
    register_kind(EntryKind(changing.FORGOTTEN, _("Personal data deleted"), "trash-2", group))
    register_kind(EntryKind(changing.DELETION, _("Wish to be deleted"), "trash-2", group))
    register_kind(
        EntryKind(changing.NOT_FORGOTTEN, _("Personal data not deleted in time"), "triangle-alert", group)
    )
    register_source(SourceKind(changing.SOURCE, lambda pk: reverse("programmes:programme", args=[pk])))


def _pages() -> None:
    from django.utils.translation import gettext_lazy as _

    from jembatan.platform.ui.navigation import Place, register_place
    from jembatan.platform.ui.palette import Command, register_command
    from jembatan.platform.ui.slots import fill
    from jembatan.programmes.web import panels

    register_place(Place("programmes", _("Programmes"), "programmes:programmes", "tent", "g o", 90))
    register_command(
        Command("programmes.new", _("Open a programme"), "programmes:new", "tent", rights="send")
    )
    fill("dossiers.dossier.panels", panels.programmes_of_dossier, order=25)
    fill("today", panels.officers_who_ask_to_be_deleted, order=8)
