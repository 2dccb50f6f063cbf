"""What the field offers to other rooms."""


def connect() -> None:
    """Register it."""
    _records()
    _journal()
    _listeners()
    _pushes()
    _claims()
    _personal_data()
    _pages()


def _records() -> None:
    from django.urls import reverse

    from jembatan.correspondence.queries.matters import About, Matter, register_matter
    from jembatan.field.actions.letters import OFFICER
    from jembatan.field.actions.phones import MATTER
    from jembatan.field.actions.urgent import MATTER as INCIDENT
    from jembatan.field.models import Incident, PhoneLink
    from jembatan.field.queries.incidents import visible_incidents
    from jembatan.field.queries.phones import visible_links
    from jembatan.platform.audit.tracked import register_address
    from jembatan.platform.markings import Marking
    from jembatan.programmes.models import Officer
    from jembatan.programmes.queries.visible import visible_officers

    def of_officer(officer: Officer) -> About:
        programme = officer.programme
        return About(str(officer), Marking(programme.marking), programme.dossier, ("programme", programme.pk))

    def of_link(link: PhoneLink) -> About:
        return of_officer(link.officer)

    def page(pk: int) -> str:
        return reverse("field:phone", args=[pk])

    def page_of_link(pk: int) -> str:
        return page(PhoneLink.objects.get(pk=pk).officer_id)

    links = PhoneLink.objects.select_related("officer__programme__dossier")
    officers = Officer.objects.select_related("programme__dossier")
    register_matter(Matter(MATTER, links, visible_links, page_of_link, of_link))
    register_matter(Matter(OFFICER, officers, visible_officers, page, of_officer))

    def of_incident(incident: Incident) -> About:
        return of_officer(incident.officer)

    def page_of_incident(pk: int) -> str:
        return reverse("field:incident", args=[pk])

    incidents = Incident.objects.select_related("officer__programme__dossier")
    register_matter(
        Matter(INCIDENT, incidents, visible_incidents, page_of_incident, of_incident, filed=False)
    )
    register_address(Incident, page_of_incident)


def _journal() -> None:
    from typing import Any

    from django.db.models import QuerySet
    from django.urls import reverse
    from django.utils.translation import gettext_lazy as _

    from jembatan.deployment.models import Handover
    from jembatan.field.actions import telling
    from jembatan.field.models import Lateness
    from jembatan.journal.queries.kinds import EntryKind, SourceKind, register_kind, register_source

    group = _("Programmes")
    register_kind(EntryKind(telling.INCIDENT, _("Incident reported"), "triangle-alert", group))
    register_kind(EntryKind(telling.SETTLED, _("Incident settled"), "check", group))
    register_kind(EntryKind(telling.CANNOT_COME, _("Officer cannot come"), "user-x", group))
    register_kind(EntryKind(telling.ACKNOWLEDGED, _("Handover acknowledged"), "handshake", group))
    register_kind(EntryKind(telling.PHONE, _("Phones signed out"), "smartphone", group))
    register_kind(EntryKind(telling.CHECKED, _("Officer checked in or out by the desk"), "log-in", group))
    register_kind(EntryKind(telling.CLAIM, _("Claim decided"), "check", group))
    register_kind(EntryKind(telling.LATE, _("Officer late"), "timer", group))
    register_kind(EntryKind(telling.DID_NOT_COME, _("Officer did not come"), "user-x", group))
    register_kind(EntryKind(telling.HANDED_OVER, _("Handover given"), "handshake", group))

    def in_the_field(programmes: QuerySet[Any, int]) -> str | None:
        programme = programmes.first()
        return reverse("field:in_the_field", args=[programme]) if programme else None

    def of_lateness(pk: int) -> str | None:
        return in_the_field(Lateness.objects.filter(pk=pk).values_list("duty__programme", flat=True))

    def of_handover(pk: int) -> str | None:
        return in_the_field(Handover.objects.filter(pk=pk).values_list("roster__programme", flat=True))

    register_source(SourceKind(telling.LATENESS_SOURCE, of_lateness))
    register_source(SourceKind(telling.HANDOVER_SOURCE, of_handover))


def _listeners() -> None:
    """Whoever cannot come, or did not, is to be replaced; open boards show it at once."""
    from jembatan.deployment.actions.proposing import Cause, propose_if_missed
    from jembatan.field.events import CannotCome, DidNotCome
    from jembatan.platform.events import listen
    from jembatan.programmes.queries.programme_days import end_of

    def said_so(event: CannotCome) -> None:
        during = event.absence.during
        propose_if_missed(event.officer, during.lower, during.upper, Cause.SAID_SO)

    def missed(event: DidNotCome) -> None:
        until = max(event.duty.ends_at, end_of(event.officer.programme, event.duty.day))
        propose_if_missed(event.officer, event.duty.starts_at, until, Cause.NO_SHOW)

    listen(CannotCome, said_so)
    listen(DidNotCome, missed)


def _pushes() -> None:
    """What wakes phones, and is written to those whose phone does not ring."""
    from jembatan.deployment.events import (
        BroadcastSent,
        HandedOver,
        HandoverAcknowledged,
        LeftAsItIs,
        OfferMade,
        RosterPublished,
        SeatsChanged,
    )
    from jembatan.field.actions.handing import enter_acknowledged, enter_handover
    from jembatan.field.actions.pushing import news
    from jembatan.field.events import PushQueued
    from jembatan.field.jobs import defer_pushes
    from jembatan.platform.events import listen
    from jembatan.programmes.events import DutiesChanged, MovementChanged

    listen(MovementChanged, news.tell_movement)
    listen(DutiesChanged, news.tell_duties)
    listen(SeatsChanged, news.tell_seats)
    listen(RosterPublished, news.tell_roster)
    listen(OfferMade, news.tell_offer)
    listen(BroadcastSent, news.tell_broadcast)
    listen(HandedOver, news.tell_handover)
    listen(LeftAsItIs, news.tell_expected)
    listen(HandedOver, enter_handover)
    listen(HandoverAcknowledged, enter_acknowledged)
    listen(PushQueued, defer_pushes)


def _claims() -> None:
    """What was accepted stands on the papers of a programme."""
    from jembatan.deployment.queries.claimed import register_claimed
    from jembatan.field.queries.claims import accepted_in

    register_claimed(accepted_in)


def _personal_data() -> None:
    """What officers take along, and what goes when they are forgotten."""
    from jembatan.field.actions.declining import write_declined
    from jembatan.field.actions.forget import forget_officers
    from jembatan.field.queries.own_data import kept_of_officer
    from jembatan.platform.events import listen
    from jembatan.programmes.events import DeletionDeclined, OfficersForgotten
    from jembatan.programmes.queries.own_data import register_own_data

    listen(OfficersForgotten, forget_officers)
    listen(DeletionDeclined, write_declined)
    register_own_data(kept_of_officer)


def _pages() -> None:
    from jembatan.deployment.queries.situation_sections import register_situation
    from jembatan.field.queries.situation import in_the_field
    from jembatan.field.web import panels
    from jembatan.platform.ui.slots import fill

    fill("programmes.programme.tabs", panels.tab_of_programme, order=60)
    fill("programmes.programme.panels", panels.now_on_duty, order=10)
    fill("programmes.programme.panels", panels.not_reached, order=11)
    fill("today", panels.somebody_needs_help, order=1)
    fill("programmes.officer.actions", panels.phone_of_officer)
    register_situation(in_the_field)
