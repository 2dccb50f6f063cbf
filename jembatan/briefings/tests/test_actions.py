"""Open actions in briefs."""

from jembatan.accounts.actor import Actor
from jembatan.briefings.queries.compose import compose_brief
from jembatan.directory.models import Organisation
from jembatan.meetings.tests.outcomes.scene import given, met


def test_brief_says_what_is_open(officer: Actor, ministry: Organisation) -> None:
    given(officer, met(officer, ministry, days=-3), "Kirim peta", owner=ministry)
    for subject in (met(officer, ministry, days=1), ministry):
        brief = compose_brief(officer, subject, language="en", site="http://testserver")
        [section] = [each for each in brief.sections if each.title == "Open actions"]
        [line] = section.lines
        assert (line.text, line.label) == ("Kirim peta", "Theirs")
        assert line.detail == "Kementerian Kelautan · open for 3 days"
