"""The register of formal statements."""


def connect() -> None:
    """Register it."""
    _importer()
    _journal()
    _search()
    _pages()


def _importer() -> None:
    from jembatan.correspondence.importer.statements import StatementImporter
    from jembatan.correspondence.models import Statement
    from jembatan.directory.actions.following import register_follower
    from jembatan.platform.imports.importer import register

    register(StatementImporter())
    register_follower(Statement, "organisation")


def _journal() -> None:
    from django.urls import reverse
    from django.utils.translation import gettext_lazy as _

    from jembatan.correspondence.actions.statements.record import RECEIVED, SENT, SOURCE
    from jembatan.correspondence.actions.statements.settle import SETTLED
    from jembatan.correspondence.models import LetterTemplate, NumberSeries, Statement
    from jembatan.journal.queries.kinds import EntryKind, SourceKind, register_kind, register_source
    from jembatan.platform.audit.tracked import register_address

    def address(pk: int) -> str:
        return reverse("correspondence:statement", args=[pk])

    group = _("Statements")
    register_kind(EntryKind(RECEIVED, _("Statement received"), "file-text", group, contact=True))
    register_kind(EntryKind(SENT, _("Statement sent"), "file-text", group, contact=True))
    register_kind(EntryKind(SETTLED, _("Outcome of a statement"), "check", group))
    register_source(SourceKind(SOURCE, address))
    register_address(Statement, address)
    register_address(LetterTemplate, lambda pk: reverse("correspondence:letter_template", args=[pk]))
    register_address(NumberSeries, lambda pk: reverse("correspondence:number_series", args=[pk]))


def _search() -> None:
    from jembatan.correspondence.models import Statement
    from jembatan.correspondence.queries.statement_search import StatementSource
    from jembatan.platform.search.sources import register_source
    from jembatan.platform.search.vocabulary import register_words

    register_source(StatementSource())
    register_words(Statement, "title", "body", "remark")


def _pages() -> None:
    from django.utils.translation import gettext_lazy as _

    from jembatan.correspondence.actions.letters.check import ask_letter
    from jembatan.correspondence.actions.outbox.checks import register_check
    from jembatan.correspondence.web import statement_panels as panels
    from jembatan.platform.ui.palette import Command, register_command
    from jembatan.platform.ui.settings_pages import SettingsPage, register_settings_page
    from jembatan.platform.ui.slots import fill

    register_check(ask_letter)
    fill("today", panels.requests_waiting, order=15)
    fill("correspondence.thread.panels", panels.statements_of_conversation, order=10)
    register_settings_page(
        SettingsPage("writing", _("Formal letters"), "correspondence:letter_settings", 30, rights="clear")
    )
    register_command(
        Command(
            "new_letter", _("Write a formal letter"), "correspondence:new_letter", "file-text", rights="write"
        )
    )
    register_command(Command("number_book", _("Book of numbers"), "correspondence:number_book", "book-open"))
    register_command(Command("statements", _("Statements"), "correspondence:statements", "file-text"))
