"""What commitments offer to other rooms."""


def connect() -> None:
    """Register it."""
    _captured()
    _followers()
    _journal()
    _pages()
    _records()


def _captured() -> None:
    from django.utils.translation import gettext_lazy as _

    from jembatan.commitments.actions.capture import take_promise, tells_of_promise
    from jembatan.journal.queries.capturing import CaptureKind, register_captured

    register_captured(CaptureKind(_("Promise"), "handshake", tells_of_promise, take_promise))


def _followers() -> None:
    from jembatan.commitments.actions.following import follow_sources
    from jembatan.commitments.models import Commitment, PartnerQuestion
    from jembatan.directory.actions.following import register_follower
    from jembatan.journal.events import SourcesPlaced
    from jembatan.platform.events import listen

    register_follower(Commitment, "person")
    register_follower(Commitment, "organisation")
    register_follower(PartnerQuestion, "person")
    listen(SourcesPlaced, follow_sources)


def _journal() -> None:
    from django.utils.translation import gettext_lazy as _

    from jembatan.commitments.actions.told import (
        ANSWERED,
        CHANGED,
        KEPT,
        MADE,
        RENEGOTIATED,
        SOURCE,
        WITHDRAWN,
    )
    from jembatan.journal.queries.kinds import EntryKind, SourceKind, register_kind, register_source
    from jembatan.platform.ui.addresses import record_address

    group = _("Promises")
    register_kind(EntryKind(MADE, _("Promise made"), "handshake", group, contact=True))
    register_kind(EntryKind(KEPT, _("Promise kept"), "check-check", group, contact=True))
    register_kind(EntryKind(RENEGOTIATED, _("Promise moved"), "calendar-clock", group, contact=True))
    register_kind(EntryKind(WITHDRAWN, _("Promise withdrawn"), "ban", group))
    register_kind(EntryKind(CHANGED, _("Promise changed"), "pencil-line", group))
    register_kind(EntryKind(ANSWERED, _("Promise answered by link"), "message-circle", group, contact=True))
    register_source(SourceKind(SOURCE, lambda pk: record_address("commitments:promise", pk)))


def _pages() -> None:
    from django.utils.translation import gettext_lazy as _

    from jembatan.commitments.web import panels
    from jembatan.platform.ui.navigation import Place, register_place
    from jembatan.platform.ui.palette import Command, register_command
    from jembatan.platform.ui.slots import fill

    register_place(Place("promises", _("Promises"), "commitments:promises", "handshake", "g p", 50))
    register_command(
        Command("promises.new", _("New promise"), "commitments:new", "handshake", rights="write")
    )
    fill("today", panels.today, order=12)
    for party in ("organisation", "person"):
        fill(f"directory.{party}.top", panels.open_promises, order=5)
    fill("dossiers.dossier.panels", panels.open_promises, order=10)
    fill("correspondence.thread.panels", panels.of_thread, order=5)
    fill("meetings.minutes.section", panels.of_section, order=50)
    fill("journal.entry.actions", panels.of_entry)


def _records() -> None:
    from django.urls import reverse

    from jembatan.commitments.actions.told import SOURCE
    from jembatan.commitments.models import Commitment
    from jembatan.commitments.queries.search import PROMISES_SOURCE
    from jembatan.commitments.queries.visible import visible_commitments
    from jembatan.correspondence.queries.matters import About, Matter, register_matter
    from jembatan.platform.audit.tracked import register_address
    from jembatan.platform.markings import Marking
    from jembatan.platform.search.sources import register_source
    from jembatan.platform.search.vocabulary import register_words

    register_address(Commitment, lambda pk: reverse("commitments:promise", args=[pk]))
    register_source(PROMISES_SOURCE)
    register_matter(
        Matter(
            SOURCE,
            Commitment.objects.select_related("dossier"),
            visible_commitments,
            lambda pk: reverse("commitments:promise", args=[pk]),
            lambda row: About(row.what, Marking(row.marking), row.dossier, (SOURCE, row.pk)),
        )
    )
    register_words(Commitment, "what", "evidence")
