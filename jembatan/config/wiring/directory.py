"""What directory offers to other rooms."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jembatan.directory.events import DirectoryChanged, DirectoryExported


def connect() -> None:
    """Register it."""
    _address_book()
    _duplicates()
    _importer()
    _place()
    _precedence()
    _search()
    _journal()


def _address_book() -> None:
    from jembatan.directory.dav import Organisations, People
    from jembatan.platform.dav.books import register_book

    register_book(People())
    register_book(Organisations())


def _duplicates() -> None:
    """Looked for a minute after the directory has changed."""
    from django.db import transaction

    from jembatan.directory.events import DirectoryChanged
    from jembatan.directory.jobs import look_soon
    from jembatan.platform.events import listen
    from jembatan.platform.imports.events import BatchCommitted, BatchRolledBack

    def look(event: DirectoryChanged | BatchCommitted | BatchRolledBack) -> None:
        transaction.on_commit(lambda: look_soon(event.actor.desk.pk))

    listen(DirectoryChanged, look)
    listen(BatchCommitted, look)
    listen(BatchRolledBack, look)


def _place() -> None:
    from django.utils.translation import gettext_lazy as _

    from jembatan.platform.ui.navigation import Place, register_place
    from jembatan.platform.ui.palette import Command, register_command

    register_place(Place("directory", _("Directory"), "directory:directory", "book-user", "g k", 40))
    register_command(
        Command("directory.organisations", _("Organisations"), "directory:organisations", "landmark")
    )
    register_command(Command("directory.duplicates", _("Duplicates"), "directory:duplicates", "copy"))
    register_command(
        Command(
            "directory.new_person",
            _("New person"),
            "directory:new_person",
            "user-plus",
            rights="write",
        )
    )
    register_command(
        Command(
            "directory.new_organisation",
            _("New organisation"),
            "directory:new_organisation",
            "building-2",
            rights="write",
        )
    )


def _search() -> None:
    from jembatan.directory.models import Organisation, Person
    from jembatan.directory.queries.search import OrganisationSource, PeopleSource
    from jembatan.platform.search.sources import register_source
    from jembatan.platform.search.vocabulary import register_words

    register_source(PeopleSource())
    register_source(OrganisationSource())
    register_words(Person, "full_name", "call_name")
    register_words(Organisation, "name", "short_name")


def _journal() -> None:
    """Changes and exports of the directory are lines of the journal."""
    from django.utils.translation import gettext_lazy as _

    from jembatan.directory.events import DirectoryChanged, DirectoryExported
    from jembatan.journal.queries.kinds import EntryKind, register_kind
    from jembatan.platform.events import listen

    group = _("Directory")
    register_kind(EntryKind("directory.added", _("Added to the directory"), "user-plus", group, folds=True))
    register_kind(EntryKind("directory.changed", _("Changed in the directory"), "pencil", group, folds=True))
    register_kind(EntryKind("directory.exported", _("Exported from the directory"), "download", group))
    listen(DirectoryChanged, _write_change)
    listen(DirectoryExported, _write_export)


def _write_change(event: "DirectoryChanged") -> None:
    from jembatan.journal.actions.record import Line, record

    line = Line(
        kind="directory.added" if event.added else "directory.changed",
        summary=event.summary,
        detail=event.detail,
        parties=event.parties,
        marking=event.marking,
    )
    record(event.actor, line)


def _write_export(event: "DirectoryExported") -> None:
    from django.utils import translation
    from django.utils.translation import ngettext

    from jembatan.journal.actions.record import Line, record

    with translation.override(event.actor.desk.language):
        sentence = ngettext(
            "%(count)s record of the directory left in the file “%(file)s”",
            "%(count)s records of the directory left in the file “%(file)s”",
            event.count,
        )
        summary = sentence % {"count": event.count, "file": event.file_name}
    record(event.actor, Line(kind="directory.exported", summary=summary, marking=event.marking))


def _importer() -> None:
    """Contacts are recognised before other tables."""
    from jembatan.directory.importer import ContactsImporter
    from jembatan.platform.imports.importer import register

    register(ContactsImporter())


def _precedence() -> None:
    from django.urls import reverse
    from django.utils.translation import gettext_lazy as _

    from jembatan.directory.models import PrecedenceRank, PrecedenceTable
    from jembatan.platform.audit.tracked import register_address
    from jembatan.platform.ui.settings_pages import SettingsPage, register_settings_page

    register_address(PrecedenceTable, lambda pk: reverse("directory:precedence_table", args=[pk]))
    register_address(PrecedenceRank, lambda pk: reverse("directory:precedence_rank", args=[pk]))
    register_settings_page(SettingsPage("desk", _("Precedence"), "directory:precedence_tables", 32))
