"""What briefings offers to other rooms, and which sections its briefs are made of."""


def connect() -> None:
    """Register it."""
    _sections()
    _written()
    _history()
    _journal()
    _pages()


def _sections() -> None:
    from jembatan.briefings.queries.registry import register_section
    from jembatan.briefings.queries.sections import (
        actions,
        exchanges,
        lines,
        lives,
        meetings,
        people,
        promises,
        requests,
        told,
        turn,
        who,
    )

    register_section(meetings.this_meeting, order=10, for_them=True)
    register_section(who.who_they_are, order=20)
    register_section(people.people_today, order=40)
    register_section(lives.biographies, order=41)
    register_section(lines.what_they_hear, order=52, for_them=True)
    register_section(turn.whose_turn, order=60)
    register_section(requests.requests_open, order=61)
    register_section(promises.promises_both_ways, order=64)
    register_section(actions.actions_open, order=64)
    register_section(told.last_told, order=65)
    register_section(exchanges.recent_mail, order=70)
    register_section(meetings.other_meetings, order=80)


def _written() -> None:
    """The parts that people write, each at its place among what the record says; lines to take go with what may be said."""
    from jembatan.briefings.models import FOR_THEM, Part
    from jembatan.briefings.queries.registry import register_section
    from jembatan.briefings.queries.sections import lines
    from jembatan.briefings.queries.sections.written import WrittenSection

    orders = {
        Part.PURPOSE: 11,
        Part.CERTAIN: 12,
        Part.POSSIBLE: 13,
        Part.IF_ASKED: 14,
        Part.BACKGROUND: 15,
        Part.SENSITIVITIES: 42,
        Part.COURTESY: 43,
        Part.OURS: 62,
        Part.THEIRS: 63,
        Part.LOGISTICS: 85,
        Part.SPEECH: 90,
    }
    for part, order in orders.items():
        register_section(WrittenSection(part), order=order, for_them=part in FOR_THEM)
    register_section(WrittenSection(Part.SAY, lines.may_be_said), order=50)
    register_section(WrittenSection(Part.NEVER, lines.may_not_be_said), order=51)


def _history() -> None:
    from django.urls import reverse

    from jembatan.briefings.actions.mail_brief import ask_brief
    from jembatan.briefings.models import Brief
    from jembatan.briefings.queries.writing.matter import BRIEF
    from jembatan.correspondence.actions.outbox.checks import register_check
    from jembatan.correspondence.queries.matters import register_matter
    from jembatan.directory.actions.following import register_follower
    from jembatan.platform.audit.tracked import register_address

    register_follower(Brief, "organisation")
    register_address(Brief, lambda pk: reverse("briefings:brief", args=[pk]))
    register_matter(BRIEF)
    register_check(ask_brief)


def _journal() -> None:
    from django.utils.translation import gettext_lazy as _

    from jembatan.briefings.actions.hand_over import HANDED_OVER
    from jembatan.briefings.actions.told import CIRCULATED, CLEARED, MADE
    from jembatan.journal.queries.kinds import EntryKind, register_kind

    group = _("Briefs")
    register_kind(EntryKind(MADE, _("Brief made"), "file-text", group))
    register_kind(EntryKind(CLEARED, _("Brief cleared"), "badge-check", group))
    register_kind(EntryKind(HANDED_OVER, _("Handover pack made"), "forward", _("Handover")))
    register_kind(EntryKind(CIRCULATED, _("Brief circulated"), "send", group))


def _pages() -> None:
    from django.utils.translation import gettext_lazy as _

    from jembatan.briefings.web import panels
    from jembatan.platform.ui.palette import Command, register_command
    from jembatan.platform.ui.slots import fill

    fill("directory.organisation.actions", panels.organisation_button)
    fill("directory.organisation.panels", panels.written_briefs, order=25)
    fill("meetings.meeting.actions", panels.meeting_button)
    fill("meetings.meeting.panels", panels.written_briefs, order=10)
    fill("today", panels.briefs_that_ask, order=5)
    fill("directory.organisation.actions", panels.handover_button, order=60)
    fill("dossiers.dossier.panels", panels.handover_of_dossier, order=90)
    register_command(Command("handover", _("Handover"), "briefings:handover", "forward"))
    register_command(Command("briefs", _("Briefs"), "briefings:briefs", "file-pen"))
