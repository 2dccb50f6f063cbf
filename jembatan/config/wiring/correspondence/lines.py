"""Lines to take."""


def connect() -> None:
    """Register it."""
    _followers()
    _journal()
    _letters()
    _pages()


def _followers() -> None:
    from jembatan.correspondence.models import LineHearer
    from jembatan.directory.actions.following import register_follower

    register_follower(LineHearer, "person")
    register_follower(LineHearer, "organisation")


def _journal() -> None:
    from django.urls import reverse
    from django.utils.translation import gettext_lazy as _

    from jembatan.correspondence.actions.lines.said import CLEARED, SAID, SOURCE, WITHDRAWN
    from jembatan.correspondence.models import Line
    from jembatan.journal.queries.kinds import EntryKind, SourceKind, register_kind, register_source
    from jembatan.platform.audit.tracked import register_address

    def address(pk: int) -> str:
        return reverse("correspondence:line", args=[pk])

    group = _("Lines to take")
    register_kind(EntryKind(CLEARED, _("Line cleared"), "badge-check", group))
    register_kind(EntryKind(WITHDRAWN, _("Line withdrawn"), "ban", group))
    register_kind(EntryKind(SAID, _("Line said"), "quote", group, contact=True))
    register_source(SourceKind(SOURCE, address))
    register_address(Line, address)


def _letters() -> None:
    from jembatan.correspondence.actions.lines.use import ask_lines
    from jembatan.correspondence.actions.outbox.checks import register_check
    from jembatan.correspondence.queries.lines.in_letters import contribute
    from jembatan.correspondence.queries.preflight.contributions import register_contributor

    register_contributor(contribute)
    register_check(ask_lines)


def _pages() -> None:
    from django.utils.translation import gettext_lazy as _

    from jembatan.correspondence.queries.lines.search import LineSource
    from jembatan.correspondence.web import line_panels
    from jembatan.platform.search.sources import register_source
    from jembatan.platform.ui.palette import Command, register_command
    from jembatan.platform.ui.slots import fill

    register_source(LineSource())
    register_command(Command("lines", _("Lines to take"), "correspondence:lines", "quote"))
    register_command(
        Command("new_line", _("Write a line"), "correspondence:new_line", "quote", rights="write")
    )
    fill("today", line_panels.lines_that_ask, order=15)
    fill("dossiers.dossier.panels", line_panels.lines_of_dossier, order=15)
