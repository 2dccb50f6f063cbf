"""Announcements to lists of contacts."""


def connect() -> None:
    """Register it."""
    _followers()
    _journal()
    _pages()


def _followers() -> None:
    from jembatan.correspondence.models import AnnouncementReceiver, Consent, ContactListMember
    from jembatan.directory.actions.following import register_follower

    register_follower(Consent, "person")
    register_follower(AnnouncementReceiver, "person", once=("announcement",))
    register_follower(ContactListMember, "person", once=("contacts",))


def _journal() -> None:
    from django.urls import reverse
    from django.utils.translation import gettext_lazy as _

    from jembatan.correspondence.actions.announcements.consents import GIVEN, REFUSED
    from jembatan.correspondence.actions.announcements.finish import SENT, SOURCE
    from jembatan.journal.queries.kinds import EntryKind, SourceKind, register_kind, register_source

    group = _("Announcements")
    register_kind(EntryKind(SENT, _("Announcement sent"), "newspaper", group, contact=True))
    register_kind(EntryKind(GIVEN, _("Agreed to announcements"), "check", _("Consent")))
    register_kind(EntryKind(REFUSED, _("Wants no announcements"), "ban", _("Consent")))
    register_source(SourceKind(SOURCE, lambda pk: reverse("correspondence:announcement", args=[pk])))


def _pages() -> None:
    from django.utils.translation import gettext_lazy as _

    from jembatan.correspondence.events import AnnouncementStarted
    from jembatan.correspondence.jobs import defer_announcement
    from jembatan.correspondence.web.pages.consent import consent_panel
    from jembatan.platform.events import listen
    from jembatan.platform.ui.palette import Command, register_command
    from jembatan.platform.ui.slots import fill

    register_command(
        Command("announcements", _("Announcements"), "correspondence:announcements", "newspaper")
    )
    register_command(
        Command("contact_lists", _("Lists of contacts"), "correspondence:contact_lists", "contact")
    )
    fill("directory.person.panels", consent_panel, order=40)
    listen(AnnouncementStarted, defer_announcement)
