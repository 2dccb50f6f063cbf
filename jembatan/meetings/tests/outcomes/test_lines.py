"""One line that says who does what by when, in both languages."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from demo import cast
from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Membership, Role
from jembatan.meetings.models import Meeting
from jembatan.meetings.queries.outcomes.line import read_action
from jembatan.meetings.tests.outcomes.scene import met, partner

NOW = datetime(2026, 11, 25, 10, 0, tzinfo=ZoneInfo("Asia/Jakarta"))


@pytest.fixture
def meeting(officer: Actor) -> Meeting:
    return met(officer, partner(officer), days=1)


@pytest.mark.parametrize(
    ("line", "text", "owner", "due"),
    [
        ("@Retno kirim draf sebelum Jumat", "kirim draf", "Retno Wulandari", date(2026, 11, 26)),
        ("@Retno kirim draf paling lambat Jumat", "kirim draf", "Retno Wulandari", date(2026, 11, 27)),
        (
            "@retno wulandari: sends the draft by 5 March",
            "sends the draft",
            "Retno Wulandari",
            date(2027, 3, 5),
        ),
        ("@Kementerian Luar menjawab", "menjawab", "Kementerian Luar", None),
        ("@Maria asks Legal by 5 March", "asks Legal", cast.SECOND_OFFICER.full_name, date(2027, 3, 5)),
        (
            "Kirim draf ke @Retno besok",
            "Kirim draf ke Retno Wulandari",
            "Retno Wulandari",
            date(2026, 11, 26),
        ),
        ("Sewa ruang", "Sewa ruang", None, None),
    ],
)
def test_line_says_who_does_what_by_when(
    officer: Actor, meeting: Meeting, line: str, text: str, owner: str | None, due: date | None
) -> None:
    language = "en" if "by" in line else "id"
    read = read_action(officer, meeting, line, now=NOW, language=language)
    told = read.owner and str(read.owner)
    assert (read.text, told, read.due, read.unknown) == (text, owner, due, "")


def test_somebody_of_the_meeting_comes_before_a_namesake(officer: Actor, meeting: Meeting) -> None:
    partner(officer, "Retno Marsudi", "Badan Lain")
    read = read_action(officer, meeting, "@Retno kirim draf", now=NOW, language="id")
    assert str(read.owner) == "Retno Wulandari"


def test_more_of_a_name_means_whoever_bears_it(officer: Actor, meeting: Meeting) -> None:
    other = partner(officer, "Retno Marsudi", "Badan Lain")
    read = read_action(officer, meeting, "@Retno Marsudi kirim draf", now=NOW, language="id")
    assert (read.owner, read.text) == (other, "kirim draf")


def test_name_of_nobody_is_said_and_nothing_is_lost(officer: Actor, meeting: Meeting) -> None:
    read = read_action(officer, meeting, "@Entah kirim draf besok", now=NOW, language="id")
    assert (read.owner, read.unknown, read.text) == (None, "@Entah", "@Entah kirim draf besok")


class AnyLine(TestCase):
    @settings(max_examples=40, deadline=None)
    @given(
        line=st.text(
            alphabet=st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00"), max_size=80
        )
    )
    def test_any_line_is_read(self, line: str) -> None:
        desk = cast.open_office()
        head = Membership.objects.filter(desk=desk, role=Role.HEAD).select_related("user")[0]
        actor = Actor(desk=desk, role=Role.HEAD, user=head.user)
        meeting = met(actor, days=1)
        read = read_action(actor, meeting, line, now=NOW, language="id")
        assert len(read.text) <= len(line) + 200
