"""Guests are on our side by the addresses of today."""

from pathlib import Path

from jembatan.accounts.actions.desks import invite
from jembatan.accounts.actions.our_addresses import claim_addresses, release_address
from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Role
from jembatan.meetings.models import Attendance
from jembatan.meetings.tests.test_pages import planned
from jembatan.platform.imports.actions.run import import_now


def ours(actor: Actor) -> set[str]:
    """Addresses of the guests on our side, besides whoever planned the meeting."""
    assert actor.user is not None
    guests = Attendance.objects.filter(meeting__desk=actor.desk, ours=True).exclude(email="")
    return set(guests.exclude(email=actor.user.email).values_list("email", flat=True))


def invited(actor: Actor) -> None:
    """A meeting with three guests whom nobody knows."""
    for email in ("sari@cabang.example", "tata.usaha@lain.example", "budi@mitra.example"):
        planned(actor).attendances.create(name=email, email=email)


def test_guests_of_a_claimed_address_or_domain_are_ours(head: Actor, stranger: Actor) -> None:
    invited(head)
    invited(stranger)

    claim_addresses(head, ["@cabang.example", "Tata.Usaha@lain.example"])

    assert ours(head) == {"sari@cabang.example", "tata.usaha@lain.example"}
    assert ours(stranger) == set()


def test_guests_of_a_released_address_are_theirs_again_unless_it_is_ours_otherwise(head: Actor) -> None:
    invited(head)
    planned(head).attendances.create(name="Rekan dari catatan", ours=True)
    claim_addresses(head, ["@cabang.example", "sari@cabang.example", "@lain.example"])

    release_address(head, "@cabang.example")
    assert ours(head) == {"sari@cabang.example", "tata.usaha@lain.example"}
    release_address(head, "@lain.example")
    assert ours(head) == {"sari@cabang.example"}
    assert Attendance.objects.get(name="Rekan dari catatan").ours


def test_new_member_is_ours_in_the_meetings_of_before(head: Actor) -> None:
    invited(head)

    invite(head, email="budi@mitra.example", full_name="Budi", role=Role.OFFICER)

    assert ours(head) == {"budi@mitra.example"}


def test_member_whom_a_calendar_names_is_ours(head: Actor, officer: Actor, tmp_path: Path) -> None:
    assert officer.user is not None
    calendar = tmp_path / "kalender.ics"
    calendar.write_text(
        "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nSUMMARY:Rapat\nDTSTART:20260304T070000Z\n"
        f"ATTENDEE:mailto:{officer.user.email}\nATTENDEE:mailto:budi@mitra.example\nEND:VEVENT\nEND:VCALENDAR\n"
    )

    import_now(head, [calendar])

    assert ours(head) == {officer.user.email}
