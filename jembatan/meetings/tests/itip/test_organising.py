"""What an organiser's change sends: to whom, by which method, and whether it matters."""

import pytest

from jembatan.meetings.formats.itip.compose import compose
from jembatan.meetings.formats.itip.scheduled import Scheduled
from jembatan.meetings.formats.itip.trouble import Trouble, Unusable
from jembatan.meetings.tests.itip.calendars import BUDI, NOW, RATNA, SARI, TIMES, WEEKLY, calendar, lines


def sent(old: Scheduled | None, new: Scheduled | None) -> list[tuple[str, str, bool]]:
    return [
        (each.method, each.recipient, each.significant)
        for each in compose(old, new, user="ratna@kantor.example", now=NOW)
    ]


def test_new_meeting_asks_everybody_but_its_organiser() -> None:
    own = "ATTENDEE;PARTSTAT=ACCEPTED:MAILTO:Ratna@kantor.example"

    assert sent(None, calendar(f"{TIMES}\n{RATNA}\n{own}\n{SARI}\n{BUDI}")) == [
        ("REQUEST", "mailto:sari@mitra.example", True),
        ("REQUEST", "mailto:budi@mitra.example", True),
    ]


@pytest.mark.parametrize(
    ("change", "significant"),
    [
        ("DTSTART;TZID=Asia/Jakarta:20260305T130000\nDTEND;TZID=Asia/Jakarta:20260305T150000", True),
        ("DTSTART;TZID=Asia/Jakarta:20260305T140000\nDTEND;TZID=Asia/Jakarta:20260305T160000", True),
        ("DTSTART:20260305T070000Z\nDTEND:20260305T080000Z", False),
        (f"{TIMES}\nLOCATION:Ruang 2", False),
        (f"{TIMES}\nRRULE:FREQ=WEEKLY", True),
        (f"{TIMES}\nRDATE:20260401T070000Z", True),
    ],
)
def test_change_matters_when_it_is_at_another_time(change: str, significant: bool) -> None:
    old = calendar(f"{TIMES}\n{RATNA}\n{SARI}")

    assert sent(old, calendar(f"SEQUENCE:1\n{change}\n{RATNA}\n{SARI}")) == [
        ("REQUEST", "mailto:sari@mitra.example", significant)
    ]


def test_series_in_another_zone_is_another_series() -> None:
    old = calendar(f"DTSTART;TZID=Asia/Jakarta:20260305T140000\nRRULE:FREQ=WEEKLY\n{RATNA}\n{SARI}")
    new = calendar(f"DTSTART;TZID=Asia/Bangkok:20260305T140000\nRRULE:FREQ=WEEKLY\n{RATNA}\n{SARI}")

    assert sent(old, new) == [("REQUEST", "mailto:sari@mitra.example", True)]


def test_who_is_invited_no_longer_is_told_by_the_next_sequence() -> None:
    old = calendar(f"SEQUENCE:4\n{TIMES}\n{RATNA}\n{SARI}\n{BUDI}")
    new = calendar(f"SEQUENCE:4\n{TIMES}\n{RATNA}\n{BUDI}")

    first, second = compose(old, new, user="ratna@kantor.example", now=NOW)

    assert (first.method, first.recipient, second.method) == (
        "CANCEL",
        "mailto:sari@mitra.example",
        "REQUEST",
    )
    assert "SEQUENCE:5" in lines(first.ics)
    assert [each for each in lines(first.ics) if "budi" in each] == []


@pytest.mark.parametrize("change", [None, f"SEQUENCE:1\nSTATUS:CANCELLED\n{TIMES}\n{RATNA}\n{SARI}"])
def test_meeting_deleted_or_called_off_is_cancelled(change: str | None) -> None:
    old = calendar(f"{TIMES}\n{RATNA}\n{SARI}")

    (only,) = compose(old, calendar(change) if change else None, user="ratna@kantor.example", now=NOW)

    assert only.method == "CANCEL"
    assert {"METHOD:CANCEL", "SEQUENCE:1", "DTSTAMP:20260301T080000Z"} <= set(lines(only.ics))


def test_day_to_which_others_are_asked_is_left_out_of_the_series() -> None:
    day = f"RECURRENCE-ID;TZID=Asia/Jakarta:20260312T140000\n{TIMES.replace('0305', '0312')}\n{RATNA}\n{BUDI}"
    new = calendar(f"{WEEKLY}\n{RATNA}\n{SARI}", day)

    sari, budi = compose(None, new, user="ratna@kantor.example", now=NOW)

    assert [each for each in lines(sari.ics) if "0312" in each] == [
        "EXDATE;TZID=Asia/Jakarta:20260312T140000"
    ]
    assert [each for each in lines(budi.ics) if each.startswith("RRULE")] == []


def test_nothing_leaves_that_concerns_the_organiser_alone() -> None:
    private = (
        "ATTENDEE;CN=Sari;SCHEDULE-STATUS=1.2;X-JEMBATAN-DTSTAMP=20260201T000000Z:mailto:sari@mitra.example"
    )
    alarm = "BEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-PT5M\nEND:VALARM"

    (only,) = compose(
        None, calendar(f"{TIMES}\n{RATNA}\n{private}\n{alarm}"), user="ratna@kantor.example", now=NOW
    )

    said = lines(only.ics)
    assert "ATTENDEE;CN=Sari;PARTSTAT=NEEDS-ACTION:mailto:sari@mitra.example" in said
    assert [each for each in said if "ALARM" in each or "SCHEDULE-STATUS" in each] == []


def test_zone_of_the_file_goes_along() -> None:
    zone = (
        "BEGIN:VTIMEZONE\nTZID:Kantor\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0700\nTZOFFSETTO:+0700\n"
        "END:STANDARD\nEND:VTIMEZONE\n"
    )
    from jembatan.meetings.formats.itip.scheduled import read_scheduled

    event = f"BEGIN:VEVENT\nUID:a\nDTSTART;TZID=Kantor:20260305T140000\n{RATNA}\n{SARI}\nEND:VEVENT\n"
    new, _file = read_scheduled(f"BEGIN:VCALENDAR\n{zone}{event}END:VCALENDAR\n".encode())

    (only,) = compose(None, new, user="ratna@kantor.example", now=NOW)

    assert {"TZID:Kantor", "TZOFFSETTO:+0700", "DTSTART;TZID=Kantor:20260305T140000"} <= set(lines(only.ics))


def test_two_organisers_send_nothing() -> None:
    two = calendar(
        f"{WEEKLY}\n{RATNA}\n{SARI}", f"RECURRENCE-ID:20260312T070000Z\n{TIMES}\nORGANIZER:mailto:x@y.example"
    )

    with pytest.raises(Unusable) as refused:
        compose(None, two, user="ratna@kantor.example", now=NOW)

    assert refused.value.trouble is Trouble.SEVERAL_ORGANISERS


def test_who_is_told_by_their_own_calendar_is_not_told_twice() -> None:
    own = "ATTENDEE;SCHEDULE-AGENT=CLIENT:mailto:sari@mitra.example"

    assert sent(None, calendar(f"{TIMES}\n{RATNA}\n{own}")) == []
