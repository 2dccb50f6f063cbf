"""What journal offers to other rooms, and what it writes down for those below it."""


def connect() -> None:
    """Register it."""
    _kinds()
    _listeners()
    _pages()
    _search()


def _kinds() -> None:
    from django.urls import reverse
    from django.utils.translation import gettext_lazy as _

    from jembatan.journal.queries.kinds import EntryKind, SourceKind, register_kind, register_source

    notes, dossiers, imports = _("Notes"), _("Dossiers"), _("Imports")
    register_kind(EntryKind("note", _("Note"), "sticky-note", notes, contact=True))
    register_kind(EntryKind("note.correction", _("Correction"), "pencil-line", notes, contact=True))
    register_kind(EntryKind("dossier.opened", _("Dossier opened"), "folder-open", dossiers))
    register_kind(EntryKind("dossier.changed", _("Dossier changed"), "folder", dossiers))
    register_kind(EntryKind("dossier.step", _("Step of a plan"), "list-checks", dossiers))
    register_kind(EntryKind("dossier.shared", _("Plan made for a partner"), "file-text", dossiers))
    register_kind(
        EntryKind("dossier.partner", _("Partner's word on a step"), "message-square", dossiers, contact=True)
    )
    register_kind(EntryKind("dossier.file", _("File of a dossier"), "paperclip", dossiers))
    register_kind(EntryKind("dossier.closed", _("Dossier closed"), "archive", dossiers))
    register_kind(EntryKind("import.done", _("Import"), "import", imports, of_desk=True))
    register_kind(EntryKind("import.rolled_back", _("Import taken back"), "undo-2", imports, of_desk=True))
    register_kind(EntryKind("desk.address", _("Address of a member"), "at-sign", _("Desk"), of_desk=True))
    register_source(SourceKind("import", lambda pk: reverse("imports:batch", args=[pk])))
    register_source(SourceKind("dossier", lambda pk: reverse("dossiers:dossier", args=[pk])))


def _listeners() -> None:
    from jembatan.accounts.events import SignInAddressChanged
    from jembatan.dossiers.events import DossierChanged
    from jembatan.journal.actions.dossiers import reckon_after, record_dossier
    from jembatan.journal.actions.imports import record_import, retract_import
    from jembatan.journal.actions.members import record_address
    from jembatan.platform.events import listen
    from jembatan.platform.imports.events import BatchCommitted, BatchRolledBack

    listen(DossierChanged, record_dossier)
    listen(DossierChanged, reckon_after)
    listen(SignInAddressChanged, record_address)
    listen(BatchCommitted, record_import)
    listen(BatchRolledBack, retract_import)


def _pages() -> None:
    from django.utils.translation import gettext_lazy as _

    from jembatan.journal.web import panels
    from jembatan.platform.ui.navigation import Place, register_place
    from jembatan.platform.ui.palette import Command, register_command
    from jembatan.platform.ui.slots import fill

    register_place(Place("journal", _("Journal"), "journal:journal", "scroll-text", "g j", 65))
    register_place(
        Place(
            "capture",
            _("Write in the journal"),
            "journal:capture",
            "square-pen",
            "c",
            0,
            section="capture",
            rights="write",
        )
    )
    register_command(
        Command("capture", _("Write in the journal"), "journal:capture", "square-pen", "c", "write")
    )
    for page in ("directory.organisation", "directory.person", "dossiers.dossier"):
        fill(f"{page}.timeline", panels.timeline)
    fill("today", panels.latest, order=90)


def _search() -> None:
    from jembatan.journal.models import Entry
    from jembatan.journal.queries.search import NOTES_SOURCE
    from jembatan.platform.search.sources import register_source
    from jembatan.platform.search.vocabulary import register_words

    register_source(NOTES_SOURCE)
    register_words(Entry, "summary", "detail")
