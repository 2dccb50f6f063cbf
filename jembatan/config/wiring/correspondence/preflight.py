"""The pre-flight check: what a desk settles about it, and where its findings show."""


def connect() -> None:
    """Register it."""
    _followers()
    _history()
    _pages()


def _followers() -> None:
    from django.db.models.functions import Lower

    from jembatan.correspondence.models import GlossaryTerm, MarkingLimit
    from jembatan.directory.actions.following import register_follower

    register_follower(GlossaryTerm, "organisation", once=("language", Lower("avoid")))
    register_follower(MarkingLimit, "organisation", once=())


def _history() -> None:
    from django.urls import reverse
    from django.utils.translation import gettext_lazy as _

    from jembatan.correspondence.actions.preflight.said import KIND
    from jembatan.correspondence.models import GlossaryTerm, MarkingLimit, RuleTuning
    from jembatan.journal.queries.kinds import EntryKind, register_kind
    from jembatan.platform.audit.tracked import register_address

    register_kind(EntryKind(KIND, _("Pre-flight check changed"), "list-checks", _("Pre-flight check")))
    register_address(GlossaryTerm, lambda pk: reverse("correspondence:glossary"))
    register_address(MarkingLimit, lambda pk: reverse("correspondence:preflight_rules"))
    register_address(RuleTuning, lambda pk: reverse("correspondence:preflight_rules"))


def _pages() -> None:
    from django.utils.translation import gettext_lazy as _

    from jembatan.correspondence.web import panels
    from jembatan.platform.ui.palette import Command, register_command
    from jembatan.platform.ui.settings_pages import SettingsPage, register_settings_page
    from jembatan.platform.ui.slots import fill

    register_command(
        Command(
            "preflight",
            _("Settings of the pre-flight check"),
            "correspondence:preflight_rules",
            "list-checks",
        )
    )
    register_command(Command("glossary", _("Glossary"), "correspondence:glossary", "book-open"))
    register_settings_page(
        SettingsPage("writing", _("Pre-flight check"), "correspondence:preflight_rules", 10)
    )
    register_settings_page(SettingsPage("writing", _("Glossary"), "correspondence:glossary", 20))
    fill("correspondence.draft.checks", panels.draft_findings)
