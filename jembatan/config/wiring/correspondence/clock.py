"""The clock of an answer: who makes it run anew, and where it is set."""


def connect() -> None:
    """Register it."""
    _events()
    _followers()
    _history()
    _pages()


def _events() -> None:
    from jembatan.accounts.events import DeskEdited
    from jembatan.correspondence.events import ClocksChanged, SenderLinked
    from jembatan.correspondence.jobs import (
        defer_winding,
        defer_winding_of_desk,
        defer_winding_of_partners,
        defer_winding_of_sender,
    )
    from jembatan.directory.events import DirectoryChanged
    from jembatan.platform.events import listen

    listen(ClocksChanged, defer_winding)
    listen(DeskEdited, defer_winding_of_desk)
    listen(SenderLinked, defer_winding_of_sender)
    listen(DirectoryChanged, defer_winding_of_partners)


def _followers() -> None:
    from jembatan.correspondence.models import AnsweringTime
    from jembatan.directory.actions.following import register_follower

    register_follower(AnsweringTime, "organisation", once=())


def _history() -> None:
    from django.urls import reverse
    from django.utils.translation import gettext_lazy as _

    from jembatan.correspondence.actions.clock.settle import KIND
    from jembatan.correspondence.models import AnsweringTime, DayOff, DeskClock
    from jembatan.journal.queries.kinds import EntryKind, register_kind
    from jembatan.platform.audit.tracked import register_address

    register_kind(EntryKind(KIND, _("Answering time changed"), "clock", _("Working hours")))
    for model in (AnsweringTime, DayOff, DeskClock):
        register_address(model, lambda pk: reverse("correspondence:clock"))


def _pages() -> None:
    from django.utils.translation import gettext_lazy as _

    from jembatan.correspondence.web import day
    from jembatan.correspondence.web.owed_panel import what_they_owe
    from jembatan.platform.ui.palette import Command, register_command
    from jembatan.platform.ui.settings_pages import SettingsPage, register_settings_page
    from jembatan.platform.ui.slots import fill

    for party in ("organisation", "person"):
        fill(f"directory.{party}.panels", what_they_owe, order=15)
    fill("today", day.back_from_snooze, order=12)
    fill("today", day.mine_until_tonight, order=15)
    fill("today", day.waiting_on_us, order=20)
    fill("today", day.waiting_on_others, order=30)
    register_command(Command("hours", _("Working hours"), "correspondence:clock", "clock"))
    register_settings_page(SettingsPage("desk", _("Working hours"), "correspondence:clock", 30))
