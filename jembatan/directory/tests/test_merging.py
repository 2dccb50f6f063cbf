"""Two records turn out to be one, or two; everything follows, and both answers can be taken back."""

import pytest
from django.core.exceptions import PermissionDenied
from procrastinate.contrib.django.models import ProcrastinateJob
from pytest_django import DjangoCaptureOnCommitCallbacks

from jembatan.accounts.actor import Actor
from jembatan.directory.actions.contact_points import add_contact_point
from jembatan.directory.actions.counterparts import Assignment, assign_counterpart
from jembatan.directory.actions.duplicate_search import look_for_duplicates
from jembatan.directory.actions.fields import change_field
from jembatan.directory.actions.merging import Decided, ask_again, keep_apart, merge, part
from jembatan.directory.actions.organisations import add_organisation
from jembatan.directory.actions.people import add_person
from jembatan.directory.actions.positions import PositionFacts, add_position
from jembatan.directory.actions.removal import restore_party
from jembatan.directory.models import ContactPoint, Duplicate, Organisation, Person
from jembatan.directory.queries.open_duplicates import page_of_duplicates
from jembatan.directory.tests.people import a_ministry, retno


def pair_of(actor: Actor, a: Person | Organisation, b: Person | Organisation) -> Duplicate:
    """The two as the search would have found them."""
    kind = "person" if isinstance(a, Person) else "organisation"
    return Duplicate.objects.create(desk=actor.desk, score=0.9, **{f"{kind}_a": a, f"{kind}_b": b})


def two_of_retno(actor: Actor) -> tuple[Person, Person, Duplicate]:
    """Ibu Retno, and once more with a degree, a number and another spelling."""
    first = retno(actor)
    second = add_person(actor, "R. Kusumawati", fields={"degrees_after": "M.Si.", "call_name": "Ratna"})
    return first, second, pair_of(actor, first, second)


def test_merge_keeps_one_record_fills_its_gaps_and_hides_the_other(officer: Actor) -> None:
    first, second, pair = two_of_retno(officer)

    kept = merge(officer, pair, keep="a")

    first.refresh_from_db()
    second.refresh_from_db()
    assert kept == first
    assert (first.full_name, first.call_name, first.degrees_after) == ("Retno Kusumawati", "Retno", "M.Si.")
    assert second.removed_at is not None
    assert (second.merged_into_id, first.absorbed) == (first.pk, [second.pk])


def test_merge_takes_the_value_that_was_chosen(officer: Actor) -> None:
    first, _second, pair = two_of_retno(officer)

    merge(officer, pair, keep="a", chosen={"call_name": "b"})

    first.refresh_from_db()
    assert (first.full_name, first.call_name) == ("Retno Kusumawati", "Ratna")


def test_parting_keeps_what_people_have_changed_since(officer: Actor) -> None:
    first, second, pair = two_of_retno(officer)
    merge(officer, pair, keep="a", chosen={"call_name": "b"})
    first.refresh_from_db()
    change_field(officer, first, field="degrees_after", value="Ph.D.", version=first.version, seen="M.Si.")

    part(officer, pair)

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.call_name, first.degrees_after, first.absorbed) == ("Retno", "Ph.D.", [])
    assert (second.removed_at, second.merged_into) == (None, None)


def test_organisations_are_merged_with_their_people_units_and_counterpart(officer: Actor) -> None:
    first, second = a_ministry(officer), a_ministry(officer, "Kementerian Hubla")
    unit = add_organisation(officer, "Biro Umum", fields={"parent": f"{second} #{second.pk}"})
    add_position(officer, retno(officer), second, PositionFacts(title="Direktur"))
    assert officer.user is not None
    assign_counterpart(officer, second, Assignment(lead=officer.user))

    merge(officer, pair_of(officer, first, second), keep="a")

    unit.refresh_from_db()
    assert (unit.parent, first.positions.count(), first.counterpart.lead) == (first, 1, officer.user)


def test_no_body_becomes_part_of_itself(officer: Actor) -> None:
    top = a_ministry(officer)
    middle = add_organisation(officer, "Biro Umum", fields={"parent": f"{top} #{top.pk}"})
    low = add_organisation(officer, "Kementerian Hubla", fields={"parent": f"{middle} #{middle.pk}"})

    kept = merge(officer, pair_of(officer, top, low), keep="b")

    middle.refresh_from_db()
    assert (kept, middle.parent) == (low, top)


def test_a_second_merge_has_to_be_undone_first(officer: Actor) -> None:
    first, second, pair = two_of_retno(officer)
    third = add_person(officer, "Retno K.")
    merge(officer, pair, keep="a")
    later = pair_of(officer, first, third)
    kept = merge(officer, later, keep="b")
    kept.refresh_from_db()
    assert kept.absorbed == [first.pk, second.pk]

    with pytest.raises(Decided):
        part(officer, pair)

    part(officer, later)
    part(officer, pair)
    second.refresh_from_db()
    assert second.removed_at is None


def test_what_was_merged_is_not_brought_back_by_itself(officer: Actor) -> None:
    _first, second, pair = two_of_retno(officer)
    merge(officer, pair, keep="a")

    restore_party(officer, second)

    second.refresh_from_db()
    assert second.removed_at is not None


def test_what_is_not_the_same_is_never_asked_again(officer: Actor) -> None:
    for name in ("Budi Santoso", "Santoso, Budi"):
        add_person(officer, name)
    assert look_for_duplicates(officer.desk) == 1
    pair = Duplicate.objects.get()

    keep_apart(officer, pair)
    assert look_for_duplicates(officer.desk) == 0
    with pytest.raises(Decided):
        merge(officer, pair, keep="a")

    ask_again(officer, pair)
    assert look_for_duplicates(officer.desk) == 1


def test_a_pair_that_is_none_any_more_is_forgotten(officer: Actor) -> None:
    add_person(officer, "Budi Santoso")
    other = add_person(officer, "Santoso, Budi")
    look_for_duplicates(officer.desk)
    change_field(officer, other, field="full_name", value="Rina Lubis", version=1, seen="Santoso, Budi")

    assert look_for_duplicates(officer.desk) == 0


def test_the_better_record_is_offered_and_differences_are_marked(officer: Actor) -> None:
    _first, second, _pair = two_of_retno(officer)
    add_contact_point(officer, second, kind=ContactPoint.Kind.MOBILE, value="+62 812 3456 7890")

    [pair] = page_of_duplicates(officer).pairs

    assert pair.keep == "b"
    assert [line.field for line in pair.lines if line.differs] == ["call_name"]


def test_a_reader_decides_nothing(officer: Actor, reader: Actor) -> None:
    _first, _second, pair = two_of_retno(officer)

    with pytest.raises(PermissionDenied):
        merge(reader, pair, keep="a")
    with pytest.raises(PermissionDenied):
        keep_apart(reader, pair)


def test_many_changes_bring_one_search(
    officer: Actor, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        retno(officer)
        add_person(officer, "Budi Santoso")

    jobs = ProcrastinateJob.objects.filter(task_name="directory.look_at_desk", args__desk_id=officer.desk.pk)
    assert list(jobs.values_list("args", flat=True)) == [{"desk_id": officer.desk.pk}]
