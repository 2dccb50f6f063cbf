"""What deployment offers to other rooms."""


def connect() -> None:
    """Register it."""
    _records()
    _importers()
    _journal()
    _letters()
    _jobs()
    _listeners()
    _personal_data()
    _pages()


def _records() -> None:
    from django.urls import reverse

    from jembatan.deployment.models import Roster
    from jembatan.platform.audit.tracked import register_address

    register_address(Roster, lambda pk: reverse("deployment:roster", args=[pk]))


def _importers() -> None:
    from jembatan.deployment.importer.standby import STANDBY
    from jembatan.programmes.importer.officer_columns import register_column

    register_column(STANDBY)


def _journal() -> None:
    from django.urls import reverse
    from django.utils.translation import gettext_lazy as _

    from jembatan.deployment.actions import changing
    from jembatan.journal.queries.kinds import EntryKind, SourceKind, register_kind, register_source

    group = _("Programmes")
    register_kind(EntryKind(changing.PUBLISHED, _("Roster published"), "check-check", group))
    register_kind(EntryKind(changing.CHANGED, _("Assignment changed"), "users", group))
    register_kind(EntryKind(changing.OVERRIDDEN, _("Rule set aside"), "shield-alert", group))
    register_kind(EntryKind(changing.REPLACED, _("Officer replaced"), "user-x", group))
    register_kind(EntryKind(changing.TAKEN_BACK, _("Replacement taken back"), "undo-2", group))
    register_kind(EntryKind(changing.TAKEN, _("Offered duty taken"), "user-round-check", group))
    register_kind(EntryKind(changing.STANDBY, _("Standby"), "hourglass", group))
    register_kind(EntryKind(changing.BROADCAST, _("Broadcast to officers"), "message-square", group))
    register_kind(EntryKind(changing.MADE, _("Report of a programme made"), "file-text", group))
    register_source(SourceKind(changing.SOURCE, lambda pk: reverse("deployment:roster", args=[pk])))


def _letters() -> None:
    """What letters about rosters and broadcasts are about."""
    from django.urls import reverse

    from jembatan.correspondence.queries.matters import About, Matter, register_matter
    from jembatan.deployment.actions import broadcasts, changing, handing_over
    from jembatan.deployment.models import Broadcast, Roster
    from jembatan.deployment.queries.visible import visible_broadcasts, visible_rosters
    from jembatan.platform.markings import Marking
    from jembatan.programmes.models import Programme

    def about(title: str, programme: Programme, source: tuple[str, int]) -> About:
        return About(title, Marking(programme.marking), programme.dossier, source)

    register_matter(
        Matter(
            handing_over.MATTER,
            Roster.objects.select_related("programme__dossier"),
            visible_rosters,
            lambda pk: reverse("deployment:roster", args=[pk]),
            lambda row: about(f"{row.programme} · {row}", row.programme, (changing.SOURCE, row.pk)),
        )
    )
    register_matter(
        Matter(
            broadcasts.MATTER,
            Broadcast.objects.select_related("programme__dossier"),
            visible_broadcasts,
            lambda pk: reverse("deployment:broadcast", args=[pk]),
            lambda row: about(row.subject, row.programme, ("programme", row.programme_id)),
        )
    )


def _jobs() -> None:
    """Queued by the transaction that asks for them; a look at what changed, after its commit."""
    from jembatan.deployment.events import BoundAsked, BroadcastSent, LookAsked, SolvingAsked
    from jembatan.deployment.jobs import look_soon, mail_broadcast, reckon_bound, solve_roster
    from jembatan.platform.events import listen

    def solve(event: SolvingAsked) -> None:
        solve_roster.defer(solving_id=event.solving_id)

    def mail(event: BroadcastSent) -> None:
        mail_broadcast.defer(broadcast_id=event.broadcast_id)

    def look(event: LookAsked) -> None:
        look_soon(event.programme_id)

    def bound(event: BoundAsked) -> None:
        reckon_bound.defer(bound_id=event.bound_id)

    listen(SolvingAsked, solve)
    listen(BoundAsked, bound)
    listen(BroadcastSent, mail)
    listen(LookAsked, look)


def _listeners() -> None:
    """A movement or a duty that changed may want other officers; a change of seats may have mended that, and so may another roster. Whoever is away is to be replaced."""
    from jembatan.deployment.actions.proposing import (
        AWAY,
        Cause,
        come_then,
        look_soon,
        note_duties,
        note_movement,
        propose_if_missed,
    )
    from jembatan.deployment.events import RosterPublished, SeatsChanged
    from jembatan.platform.events import listen
    from jembatan.programmes.events import DutiesChanged, MovementChanged, OfficerAway, OfficerBack

    def moved(event: MovementChanged) -> None:
        note_movement(event.movement)

    def by_hand(event: DutiesChanged) -> None:
        note_duties(event.duties)

    def changed(event: SeatsChanged) -> None:
        look_soon(event.roster.programme, duties=event.duties)

    def published(event: RosterPublished) -> None:
        look_soon(event.roster.programme)

    def away(event: OfficerAway) -> None:
        cause = Cause.ILL if event.ill else Cause.OTHER
        propose_if_missed(event.officer, event.since, event.until, cause, by=event.actor)

    def back(event: OfficerBack) -> None:
        come_then(event.officer, event.since, event.until, AWAY)

    listen(MovementChanged, moved)
    listen(DutiesChanged, by_hand)
    listen(OfficerAway, away)
    listen(OfficerBack, back)
    listen(SeatsChanged, changed)
    listen(RosterPublished, published)


def _personal_data() -> None:
    """What officers take along, and what goes when they are forgotten."""
    from jembatan.deployment.actions.forget import forget_officers, hold_before_forgetting
    from jembatan.deployment.queries.own_data import kept_of_officer
    from jembatan.platform.events import listen
    from jembatan.programmes.events import OfficersForgotten, OfficersLeaving
    from jembatan.programmes.queries.own_data import register_own_data

    listen(OfficersLeaving, hold_before_forgetting)
    listen(OfficersForgotten, forget_officers)
    register_own_data(kept_of_officer)


def _pages() -> None:
    from jembatan.deployment.web import panels
    from jembatan.platform.ui.slots import fill

    fill("programmes.programme.tabs", panels.tabs_of_programme, order=50)
    fill("programmes.officer.main", panels.duties_of_officer)
    fill("today", panels.somebody_to_replace, order=2)
