"""What a programme holds: a delegation with everything, its duties, an officer, places."""

from datetime import UTC, datetime

from jembatan.accounts.actor import Actor
from jembatan.programmes.actions.certificates import note_certificate
from jembatan.programmes.actions.delegations import add_delegation
from jembatan.programmes.actions.duties import add_duty, keep_template
from jembatan.programmes.actions.duty_runs import do_run, try_templates
from jembatan.programmes.actions.itineraries import add_item
from jembatan.programmes.actions.members import add_member, add_note, name_reader
from jembatan.programmes.actions.movements import plan_movement
from jembatan.programmes.actions.officers import add_conflict, add_officer, pair, report_absence
from jembatan.programmes.actions.places import keep_place
from jembatan.programmes.actions.posts import keep_post
from jembatan.programmes.models import Programme
from tests.access.scene.kinds import Arguments

BEGINS, ENDS = datetime(2027, 8, 18, 8, tzinfo=UTC), datetime(2027, 8, 18, 12, tzinfo=UTC)
TIMES = {"starts_at": BEGINS, "ends_at": ENDS}


def add_delegations(head: Actor, officer: Actor, word: str, programme: Programme) -> Arguments:
    """The officer is named to read what is TLP:RED."""
    assert officer.user is not None
    place = keep_place(officer, programme, name=f"Wisma {word}", kind="village")
    one = add_delegation(officer, programme, f"Delegasi {word}", languages=["ja"])
    member = add_member(officer, one, full_name=f"Anggota {word}")
    note = add_note(officer, one, f"Catatan {word}", kind="diet")
    zones = {"starts_zone": "Asia/Jakarta", "ends_zone": "Asia/Jakarta"}
    movement = plan_movement(officer, one, kind="arrival", number="GA 1", **TIMES, **zones)
    item = add_item(officer, programme, delegation=one, title=f"Acara {word}", **TIMES)
    duty = add_duty(officer, programme, delegation=one, title=f"Tugas {word}", **TIMES)
    template = keep_template(officer, programme, name=f"Pola {word}", source="arrival", before=60, after=60)
    done = do_run(officer, try_templates(officer, programme))
    lo, other = (
        add_officer(officer, programme, full_name=f"Petugas {name}", languages={"ja": ("B2", "")})
        for name in (word, f"lain {word}")
    )
    return {
        "delegation_id": one.pk,
        "member_id": member.pk,
        "note_id": note.pk,
        "note_reader_id": name_reader(head, one, officer.user.pk).pk,
        "movement_id": movement.pk,
        "itinerary_item_id": item.pk,
        "duty_id": duty.pk,
        "duty_template_id": template.pk,
        "run_id": done.pk,
        "lo_id": lo.pk,
        "absence_id": report_absence(officer, lo, BEGINS, ENDS, reason="ill").pk,
        "interest_conflict_id": add_conflict(officer, lo, one, word).pk,
        "officer_certificate_id": note_certificate(officer, lo, f"P3K {word}", None).pk,
        "pair_id": pair(officer, lo, other, together=True).pk,
        "place_id": place.pk,
        "post_id": keep_post(officer, programme, name=f"Pos {word}").pk,
    }
