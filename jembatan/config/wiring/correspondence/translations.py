"""Translation by a machine: its line in the journal, its history, and where it shows."""


def connect() -> None:
    """Register it."""
    _journal()
    _pages()


def _journal() -> None:
    from django.urls import reverse
    from django.utils.translation import gettext_lazy as _

    from jembatan.correspondence.actions.translations.said import TRANSLATED
    from jembatan.correspondence.models import TranslationServer
    from jembatan.journal.queries.kinds import EntryKind, register_kind
    from jembatan.platform.audit.tracked import register_address

    register_kind(EntryKind(TRANSLATED, _("Mail sent to be translated"), "languages", _("Mail")))
    register_address(TranslationServer, lambda pk: reverse("correspondence:translation_server"))


def _pages() -> None:
    from django.utils.translation import gettext_lazy as _

    from jembatan.correspondence.web import translation_panels
    from jembatan.platform.ui.settings_pages import SettingsPage, register_settings_page
    from jembatan.platform.ui.slots import fill

    register_settings_page(
        SettingsPage("writing", _("Translation"), "correspondence:translation_server", 40, rights="clear")
    )
    fill("correspondence.draft.checks", translation_panels.draft_translations, order=60)
