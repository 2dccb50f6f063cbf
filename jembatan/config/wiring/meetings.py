"""What meetings offer to other rooms."""


def connect() -> None:
    """Register it."""
    _calendar()
    _circulation()
    _followers()
    _history()
    _importers()
    _journal()
    _outcomes()
    _ourselves()
    _pages()
    _polls()
    _search()


def _calendar() -> None:
    from jembatan.meetings.dav import DeskCalendar
    from jembatan.platform.dav.books import register_book

    register_book(DeskCalendar())


def _circulation() -> None:
    from django.urls import reverse
    from django.utils.translation import gettext_lazy as _

    from jembatan.journal.queries.kinds import EntryKind, register_kind
    from jembatan.meetings.actions.circulation.told import ADDENDUM, AGREED, ANSWERED, CIRCULATED, SETTLED
    from jembatan.meetings.models import Minutes
    from jembatan.meetings.web import panels
    from jembatan.platform.audit.tracked import register_address
    from jembatan.platform.ui.slots import fill

    group = _("Minutes of meetings")
    register_kind(EntryKind(CIRCULATED, _("Minutes circulated"), "send", group, contact=True))
    register_kind(EntryKind(ANSWERED, _("Answer about minutes"), "message-circle", group, contact=True))
    register_kind(EntryKind(SETTLED, _("Correction of minutes settled"), "pencil-line", group))
    register_kind(EntryKind(AGREED, _("Minutes agreed"), "handshake", group, contact=True))
    register_kind(EntryKind(ADDENDUM, _("Addendum to minutes"), "sticky-note", group))
    register_address(Minutes, lambda pk: reverse("meetings:circulation", args=[pk]))
    fill("meetings.meeting.panels", panels.minutes_of, order=5)
    fill("meetings.minutes.section", panels.outcomes_of_section)


def _followers() -> None:
    from jembatan.directory.actions.following import register_follower
    from jembatan.meetings.models import Action, Attendance, MinutesAttendee, MinutesPartner, PollGuest

    register_follower(Action, "person")
    register_follower(Action, "organisation")
    register_follower(Attendance, "person")
    register_follower(Attendance, "organisation")
    register_follower(MinutesAttendee, "person", once=("minutes",))
    register_follower(MinutesAttendee, "organisation")
    register_follower(MinutesPartner, "person")
    register_follower(MinutesPartner, "organisation")
    register_follower(PollGuest, "person", once=("poll",))
    register_follower(PollGuest, "organisation")


def _history() -> None:
    from django.urls import reverse

    from jembatan.meetings.models import Meeting, Minutes
    from jembatan.meetings.queries.history import beginning_told, end_told
    from jembatan.platform.audit.tracked import register_address, register_told

    register_address(Meeting, lambda pk: reverse("meetings:meeting", args=[pk]))
    register_address(Minutes, lambda pk: reverse("meetings:minutes", args=[pk]))
    register_told(Meeting, "starts_at", beginning_told)
    register_told(Meeting, "ends_at", end_told)


def _importers() -> None:
    from jembatan.meetings.importer import CalendarImporter, LogImporter
    from jembatan.platform.imports.importer import register

    register(CalendarImporter())
    register(LogImporter())


def _journal() -> None:
    from django.utils.translation import gettext_lazy as _

    from jembatan.journal.queries.kinds import EntryKind, SourceKind, register_kind, register_source
    from jembatan.meetings.actions.lines import ANSWERED, CHANGED, HELD, MINUTES, PLANNED, SOURCE
    from jembatan.platform.ui.addresses import record_address

    register_kind(EntryKind(HELD, _("Meeting held"), "users", _("Meetings"), contact=True))
    register_kind(EntryKind(PLANNED, _("Meeting planned"), "calendar-plus", _("Meetings"), contact=True))
    register_kind(EntryKind(CHANGED, _("Meeting changed"), "calendar-clock", _("Meetings"), contact=True))
    register_kind(
        EntryKind(ANSWERED, _("Invitation answered"), "calendar-check", _("Meetings"), contact=True)
    )
    register_kind(EntryKind(MINUTES, _("Minutes of a meeting"), "notebook-pen", _("Meetings")))
    register_source(SourceKind(SOURCE, lambda pk: record_address("meetings:meeting", pk)))


def _outcomes() -> None:
    from django.utils.translation import gettext_lazy as _

    from jembatan.journal.queries.kinds import EntryKind, register_kind
    from jembatan.meetings.actions.outcomes.told import (
        ACTION_CHANGED,
        AGREED,
        CLOSED,
        DECIDED,
        DECISION_CHANGED,
    )
    from jembatan.platform.ui.palette import Command, register_command

    decisions, actions = _("Decisions"), _("Actions")
    register_kind(EntryKind(DECIDED, _("Decided"), "circle-check", decisions))
    register_kind(EntryKind(DECISION_CHANGED, _("Decision changed"), "pencil-line", decisions))
    register_kind(EntryKind(AGREED, _("Action agreed"), "list-checks", actions))
    register_kind(EntryKind(ACTION_CHANGED, _("Action changed"), "pencil-line", actions))
    register_kind(EntryKind(CLOSED, _("Action closed"), "check-check", actions))
    register_command(Command("actions", _("Open actions"), "meetings:actions", "list-checks"))


def _ourselves() -> None:
    from jembatan.accounts.events import OurAddressesChanged
    from jembatan.meetings.actions.our_side import follow_addresses
    from jembatan.platform.events import listen

    listen(OurAddressesChanged, follow_addresses)


def _pages() -> None:
    from django.utils.translation import gettext_lazy as _

    from jembatan.meetings.web import panels
    from jembatan.platform.ui.navigation import Place, register_place
    from jembatan.platform.ui.palette import Command, register_command
    from jembatan.platform.ui.settings_pages import SettingsPage, register_settings_page
    from jembatan.platform.ui.slots import fill

    register_place(Place("calendar", _("Calendar"), "meetings:calendar", "calendar", "g c", 30))
    register_command(
        Command("meetings.new", _("Plan a meeting"), "meetings:new", "calendar-plus", rights="write")
    )
    fill("today", panels.today, order=10)
    for party in ("organisation", "person"):
        fill(f"directory.{party}.top", panels.next_with, order=10)
        fill(f"directory.{party}.panels", panels.meetings_with, order=30)
    register_settings_page(SettingsPage("desk", _("Rooms"), "meetings:rooms", 30, rights="clear"))
    register_settings_page(
        SettingsPage("desk", _("Online meetings"), "meetings:online_settings", 31, rights="clear")
    )
    register_settings_page(
        SettingsPage("desk", _("Kinds of meetings"), "meetings:agenda_settings", 33, rights="clear")
    )
    fill("dossiers.dossier.panels", panels.meetings_of, order=30)


def _polls() -> None:
    from django.urls import reverse
    from django.utils.translation import gettext_lazy as _

    from jembatan.correspondence.queries.clock.offices import office_of, partner_office
    from jembatan.meetings.models import Poll
    from jembatan.meetings.queries.polls.offices import Offices, register_offices
    from jembatan.meetings.web import panels
    from jembatan.platform.audit.tracked import register_address
    from jembatan.platform.ui.palette import Command, register_command
    from jembatan.platform.ui.slots import fill

    register_offices(Offices(ours=office_of, theirs=partner_office))
    register_address(Poll, lambda pk: reverse("meetings:poll", args=[pk]))
    register_command(
        Command("meetings.poll", _("Find a time"), "meetings:new_poll", "calendar-clock", rights="send")
    )
    fill("today", panels.waiting, order=11)


def _search() -> None:
    from jembatan.meetings.models import Meeting
    from jembatan.meetings.queries.search import MeetingSource
    from jembatan.meetings.queries.search_minutes import MinutesSource, OutcomesSource
    from jembatan.platform.search.sources import register_source
    from jembatan.platform.search.vocabulary import register_words

    register_source(MeetingSource())
    register_source(MinutesSource())
    register_source(OutcomesSource())
    register_words(Meeting, "title", "location", "description")
