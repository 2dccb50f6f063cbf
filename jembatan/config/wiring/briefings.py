"""What briefings offers to other rooms, and which sections its briefs are made of."""


def connect() -> None:
    """Register it."""
    from django.utils.translation import gettext_lazy as _

    from jembatan.briefings.queries.registry import register_section
    from jembatan.briefings.queries.sections import exchanges, lines, meetings, people, turn, who
    from jembatan.briefings.web import panels
    from jembatan.journal.queries.kinds import EntryKind, register_kind
    from jembatan.platform.ui.slots import fill

    register_section(meetings.this_meeting, order=10)
    register_section(who.who_they_are, order=20)
    register_section(people.people_today, order=30)
    register_section(turn.whose_turn, order=40)
    register_section(lines.what_to_say, order=45)
    register_section(exchanges.recent_mail, order=50)
    register_section(meetings.other_meetings, order=60)
    fill("directory.organisation.actions", panels.organisation_button)
    fill("meetings.meeting.actions", panels.meeting_button)
    register_kind(EntryKind("brief.made", _("Brief made"), "file-text", _("Briefs")))
