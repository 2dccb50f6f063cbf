"""What the radar offers to other rooms, and when it looks."""


def connect() -> None:
    """Register it."""
    _records()
    _journal()
    _listeners()
    _pages()


def _records() -> None:
    from django.urls import reverse

    from jembatan.correspondence.queries.matters import About, Matter, register_matter
    from jembatan.directory.actions.following import register_follower
    from jembatan.platform.audit.tracked import register_address
    from jembatan.radar.actions.first_step import MATTER
    from jembatan.radar.actions.told import SOURCE
    from jembatan.radar.models import Signal, SignalTask
    from jembatan.radar.queries.place import place_of
    from jembatan.radar.queries.visible import visible_signals
    from jembatan.radar.queries.wording.rules import WORDS

    def page(pk: int) -> str:
        return reverse("radar:signal", args=[pk])

    def about(signal: Signal) -> About:
        place = place_of(signal)
        title = f"{WORDS[signal.rule].label}: {signal.party}"
        return About(title, place.marking, place.dossier, (SOURCE, signal.pk))

    register_follower(Signal, "organisation")
    register_follower(Signal, "person")
    register_address(Signal, page)
    register_address(SignalTask, lambda pk: page(SignalTask.objects.get(pk=pk).signal_id))
    register_matter(Matter(MATTER, Signal.objects.all(), visible_signals, page, about))


def _journal() -> None:
    from django.urls import reverse
    from django.utils.translation import gettext_lazy as _

    from jembatan.journal.queries.kinds import EntryKind, SourceKind, register_kind, register_source
    from jembatan.radar.actions.told import DISMISSED, DONE, RESTORED, SOURCE, TAKEN

    group = _("Radar")
    register_kind(EntryKind(DISMISSED, _("Signal dismissed"), "ban", group))
    register_kind(EntryKind(RESTORED, _("Signal taken up again"), "rotate-ccw", group))
    register_kind(EntryKind(TAKEN, _("Signal taken on"), "list-checks", group))
    register_kind(EntryKind(DONE, _("Task of a signal done"), "check-check", group))
    register_source(SourceKind(SOURCE, lambda pk: reverse("radar:signal", args=[pk])))


def _listeners() -> None:
    from jembatan.dossiers.events import DossierChanged
    from jembatan.field.events import CameAfterAll, DidNotCome
    from jembatan.journal.events import EntriesWritten, SourcesPlaced
    from jembatan.platform.events import listen
    from jembatan.radar.actions.following import follow_dossiers, follow_sources
    from jembatan.radar.jobs import watch_delegation, watch_soon

    listen(EntriesWritten, watch_soon)
    listen(DidNotCome, watch_delegation)
    listen(CameAfterAll, watch_delegation)
    listen(SourcesPlaced, follow_sources)
    listen(DossierChanged, follow_dossiers)


def _pages() -> None:
    from django.utils.translation import gettext_lazy as _

    from jembatan.platform.ui.navigation import Place, register_place
    from jembatan.platform.ui.palette import Command, register_command
    from jembatan.platform.ui.settings_pages import SettingsPage, register_settings_page
    from jembatan.platform.ui.slots import fill
    from jembatan.radar.web import panels

    register_place(Place("radar", _("Radar"), "radar:signals", "radar", "g x", 70))
    register_command(Command("radar.network", _("Who speaks with whom"), "radar:network", "share-2"))
    register_settings_page(SettingsPage("desk", _("Radar"), "radar:setting", 40))
    fill("today", panels.today, order=14)
